from pydantic import Field

from .base_model import BaseModel
from .fragments import FrameworkDetails, PageDetails


class Frameworks(BaseModel):
    frameworks: "FrameworksFrameworks"


class FrameworksFrameworks(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "FrameworksFrameworksPageInfo" = Field(alias="pageInfo")
    nodes: list["FrameworksFrameworksNodes"]


FrameworksFrameworksPageInfo = PageDetails
FrameworksFrameworksNodes = FrameworkDetails
Frameworks.model_rebuild()
FrameworksFrameworks.model_rebuild()

from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AwardDetails, PageDetails


class ProcurementAwards(BaseModel):
    procurement: Optional["ProcurementAwardsProcurement"]


class ProcurementAwardsProcurement(BaseModel):
    awards: "ProcurementAwardsProcurementAwards"


class ProcurementAwardsProcurementAwards(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProcurementAwardsProcurementAwardsPageInfo" = Field(alias="pageInfo")
    nodes: list["ProcurementAwardsProcurementAwardsNodes"]


ProcurementAwardsProcurementAwardsPageInfo = PageDetails
ProcurementAwardsProcurementAwardsNodes = AwardDetails
ProcurementAwards.model_rebuild()
ProcurementAwardsProcurement.model_rebuild()
ProcurementAwardsProcurementAwards.model_rebuild()

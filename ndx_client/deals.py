from pydantic import Field

from .base_model import BaseModel
from .fragments import DealDetails, PageDetails


class Deals(BaseModel):
    deals: "DealsDeals"


class DealsDeals(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "DealsDealsPageInfo" = Field(alias="pageInfo")
    nodes: list["DealsDealsNodes"]


DealsDealsPageInfo = PageDetails
DealsDealsNodes = DealDetails
Deals.model_rebuild()
DealsDeals.model_rebuild()

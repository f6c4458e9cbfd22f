from pydantic import Field

from .base_model import BaseModel
from .fragments import BuyerDetails, PageDetails


class Buyers(BaseModel):
    buyers: "BuyersBuyers"


class BuyersBuyers(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "BuyersBuyersPageInfo" = Field(alias="pageInfo")
    nodes: list["BuyersBuyersNodes"]


BuyersBuyersPageInfo = PageDetails
BuyersBuyersNodes = BuyerDetails
Buyers.model_rebuild()
BuyersBuyers.model_rebuild()

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import FrameworkLotDetails, PageDetails


class FrameworkLots(BaseModel):
    node: Optional[
        Annotated[
            Union["FrameworkLotsNodeNode", "FrameworkLotsNodeFramework"],
            Field(discriminator="typename__"),
        ]
    ]


class FrameworkLotsNodeNode(BaseModel):
    typename__: Literal[
        "Amendment",
        "Assessment",
        "Award",
        "Buyer",
        "Category",
        "Contract",
        "Deal",
        "Failure",
        "FrameworkLot",
        "Kpi",
        "Lot",
        "Node",
        "Notice",
        "Offer",
        "Organisation",
        "Payment",
        "Procurement",
        "Product",
        "Review",
        "Supplier",
    ] = Field(alias="__typename")


class FrameworkLotsNodeFramework(BaseModel):
    typename__: Literal["Framework"] = Field(alias="__typename")
    lots: "FrameworkLotsNodeFrameworkLots"


class FrameworkLotsNodeFrameworkLots(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "FrameworkLotsNodeFrameworkLotsPageInfo" = Field(alias="pageInfo")
    nodes: list["FrameworkLotsNodeFrameworkLotsNodes"]


FrameworkLotsNodeFrameworkLotsPageInfo = PageDetails
FrameworkLotsNodeFrameworkLotsNodes = FrameworkLotDetails
FrameworkLots.model_rebuild()
FrameworkLotsNodeFramework.model_rebuild()
FrameworkLotsNodeFrameworkLots.model_rebuild()

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    LotDetails,
    LotDetailsGross,
    LotDetailsProcurement,
    LotDetailsValue,
)


class Lot(BaseModel):
    node: Optional[
        Annotated[Union["LotNodeNode", "LotNodeLot"], Field(discriminator="typename__")]
    ]


class LotNodeNode(BaseModel):
    typename__: Literal[
        "Amendment",
        "Assessment",
        "Award",
        "Buyer",
        "Category",
        "Contract",
        "Deal",
        "Failure",
        "Framework",
        "FrameworkLot",
        "Kpi",
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


class LotNodeLot(LotDetails):
    typename__: Literal["Lot"] = Field(alias="__typename")


Lot.model_rebuild()

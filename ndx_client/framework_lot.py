from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (
    FrameworkLotDetails,
    FrameworkLotDetailsFramework,  # noqa: F401
)


class FrameworkLot(BaseModel):
    node: Optional[
        Annotated[
            Union["FrameworkLotNodeNode", "FrameworkLotNodeFrameworkLot"],
            Field(discriminator="typename__"),
        ]
    ]


class FrameworkLotNodeNode(BaseModel):
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


class FrameworkLotNodeFrameworkLot(FrameworkLotDetails):
    typename__: Literal["FrameworkLot"] = Field(alias="__typename")


FrameworkLot.model_rebuild()

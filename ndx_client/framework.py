from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import FrameworkDetails


class Framework(BaseModel):
    node: Optional[
        Annotated[
            Union["FrameworkNodeNode", "FrameworkNodeFramework"],
            Field(discriminator="typename__"),
        ]
    ]


class FrameworkNodeNode(BaseModel):
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


class FrameworkNodeFramework(FrameworkDetails):
    typename__: Literal["Framework"] = Field(alias="__typename")


Framework.model_rebuild()

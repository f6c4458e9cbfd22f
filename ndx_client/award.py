from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    AwardDetails,
    AwardDetailsGross,
    AwardDetailsProcurement,
    AwardDetailsValue,
)


class Award(BaseModel):
    node: Optional[
        Annotated[
            Union["AwardNodeNode", "AwardNodeAward"], Field(discriminator="typename__")
        ]
    ]


class AwardNodeNode(BaseModel):
    typename__: Literal[
        "Amendment",
        "Assessment",
        "Buyer",
        "Category",
        "Contract",
        "Deal",
        "Failure",
        "Framework",
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


class AwardNodeAward(AwardDetails):
    typename__: Literal["Award"] = Field(alias="__typename")


Award.model_rebuild()

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    AmendmentDetails,
    AmendmentDetailsContract,
    AmendmentDetailsProcurement,
    AmendmentDetailsValue,
)


class Amendment(BaseModel):
    node: Optional[
        Annotated[
            Union["AmendmentNodeNode", "AmendmentNodeAmendment"],
            Field(discriminator="typename__"),
        ]
    ]


class AmendmentNodeNode(BaseModel):
    typename__: Literal[
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


class AmendmentNodeAmendment(AmendmentDetails):
    typename__: Literal["Amendment"] = Field(alias="__typename")


Amendment.model_rebuild()

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    FailureDetails,
    FailureDetailsContract,
    FailureDetailsPenalty,
    FailureDetailsPenaltyGross,
)


class Failure(BaseModel):
    node: Optional[
        Annotated[
            Union["FailureNodeNode", "FailureNodeFailure"],
            Field(discriminator="typename__"),
        ]
    ]


class FailureNodeNode(BaseModel):
    typename__: Literal[
        "Amendment",
        "Assessment",
        "Award",
        "Buyer",
        "Category",
        "Contract",
        "Deal",
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


class FailureNodeFailure(FailureDetails):
    typename__: Literal["Failure"] = Field(alias="__typename")


Failure.model_rebuild()

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    PaymentDetails,
    PaymentDetailsAmount,
    PaymentDetailsContract,
    PaymentDetailsVat,
)


class Payment(BaseModel):
    node: Optional[
        Annotated[
            Union["PaymentNodeNode", "PaymentNodePayment"],
            Field(discriminator="typename__"),
        ]
    ]


class PaymentNodeNode(BaseModel):
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
        "Lot",
        "Node",
        "Notice",
        "Offer",
        "Organisation",
        "Procurement",
        "Product",
        "Review",
        "Supplier",
    ] = Field(alias="__typename")


class PaymentNodePayment(PaymentDetails):
    typename__: Literal["Payment"] = Field(alias="__typename")


Payment.model_rebuild()

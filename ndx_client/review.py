from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    ReviewDetails,
    ReviewDetailsBy,
    ReviewDetailsContract,
    ReviewDetailsProduct,
)


class Review(BaseModel):
    node: Optional[
        Annotated[
            Union["ReviewNodeNode", "ReviewNodeReview"],
            Field(discriminator="typename__"),
        ]
    ]


class ReviewNodeNode(BaseModel):
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
        "Payment",
        "Procurement",
        "Product",
        "Supplier",
    ] = Field(alias="__typename")


class ReviewNodeReview(ReviewDetails):
    typename__: Literal["Review"] = Field(alias="__typename")


Review.model_rebuild()

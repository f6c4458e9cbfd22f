from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (
    CategoryDetails,
    CategoryDetailsParent,  # noqa: F401
)


class Category(BaseModel):
    node: Optional[
        Annotated[
            Union["CategoryNodeNode", "CategoryNodeCategory"],
            Field(discriminator="typename__"),
        ]
    ]


class CategoryNodeNode(BaseModel):
    typename__: Literal[
        "Amendment",
        "Assessment",
        "Award",
        "Buyer",
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


class CategoryNodeCategory(CategoryDetails):
    typename__: Literal["Category"] = Field(alias="__typename")


Category.model_rebuild()

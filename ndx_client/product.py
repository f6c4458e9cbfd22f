from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (
    ProductDetails,
    ProductDetailsSupplier,  # noqa: F401
)


class Product(BaseModel):
    node: Optional[
        Annotated[
            Union["ProductNodeNode", "ProductNodeProduct"],
            Field(discriminator="typename__"),
        ]
    ]


class ProductNodeNode(BaseModel):
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
        "Review",
        "Supplier",
    ] = Field(alias="__typename")


class ProductNodeProduct(ProductDetails):
    typename__: Literal["Product"] = Field(alias="__typename")


Product.model_rebuild()

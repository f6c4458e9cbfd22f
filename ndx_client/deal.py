from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    DealDetails,
    DealDetailsFramework,
    DealDetailsGrossMax,
    DealDetailsGrossMin,
    DealDetailsPriceMax,
    DealDetailsPriceMin,
    DealDetailsProduct,
    DealDetailsSetupPrice,
    DealDetailsTiers,
)


class Deal(BaseModel):
    node: Optional[
        Annotated[
            Union["DealNodeNode", "DealNodeDeal"], Field(discriminator="typename__")
        ]
    ]


class DealNodeNode(BaseModel):
    typename__: Literal[
        "Amendment",
        "Assessment",
        "Award",
        "Buyer",
        "Category",
        "Contract",
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


class DealNodeDeal(DealDetails):
    typename__: Literal["Deal"] = Field(alias="__typename")


Deal.model_rebuild()

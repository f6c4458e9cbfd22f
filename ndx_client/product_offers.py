from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import OfferDetails, PageDetails


class ProductOffers(BaseModel):
    node: Optional[
        Annotated[
            Union["ProductOffersNodeNode", "ProductOffersNodeProduct"],
            Field(discriminator="typename__"),
        ]
    ]


class ProductOffersNodeNode(BaseModel):
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


class ProductOffersNodeProduct(BaseModel):
    typename__: Literal["Product"] = Field(alias="__typename")
    offers: "ProductOffersNodeProductOffers"


class ProductOffersNodeProductOffers(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProductOffersNodeProductOffersPageInfo" = Field(alias="pageInfo")
    nodes: list["ProductOffersNodeProductOffersNodes"]


ProductOffersNodeProductOffersPageInfo = PageDetails
ProductOffersNodeProductOffersNodes = OfferDetails
ProductOffers.model_rebuild()
ProductOffersNodeProduct.model_rebuild()
ProductOffersNodeProductOffers.model_rebuild()

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    OfferDetails,
    OfferDetailsFramework,
    OfferDetailsGrossMax,
    OfferDetailsGrossMin,
    OfferDetailsPriceMax,
    OfferDetailsPriceMin,
    OfferDetailsProduct,
    OfferDetailsSetupPrice,
    OfferDetailsTiers,
)


class Offer(BaseModel):
    node: Optional[
        Annotated[
            Union["OfferNodeNode", "OfferNodeOffer"], Field(discriminator="typename__")
        ]
    ]


class OfferNodeNode(BaseModel):
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
        "Organisation",
        "Payment",
        "Procurement",
        "Product",
        "Review",
        "Supplier",
    ] = Field(alias="__typename")


class OfferNodeOffer(OfferDetails):
    typename__: Literal["Offer"] = Field(alias="__typename")


Offer.model_rebuild()

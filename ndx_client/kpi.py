from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (
    KpiDetails,
    KpiDetailsContract,  # noqa: F401
)


class Kpi(BaseModel):
    node: Optional[
        Annotated[Union["KpiNodeNode", "KpiNodeKpi"], Field(discriminator="typename__")]
    ]


class KpiNodeNode(BaseModel):
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


class KpiNodeKpi(KpiDetails):
    typename__: Literal["Kpi"] = Field(alias="__typename")


Kpi.model_rebuild()

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (
    NoticeDetails,
    NoticeDetailsProcurement,  # noqa: F401
)


class Notice(BaseModel):
    node: Optional[
        Annotated[
            Union["NoticeNodeNode", "NoticeNodeNotice"],
            Field(discriminator="typename__"),
        ]
    ]


class NoticeNodeNode(BaseModel):
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
        "Offer",
        "Organisation",
        "Payment",
        "Procurement",
        "Product",
        "Review",
        "Supplier",
    ] = Field(alias="__typename")


class NoticeNodeNotice(NoticeDetails):
    typename__: Literal["Notice"] = Field(alias="__typename")


Notice.model_rebuild()

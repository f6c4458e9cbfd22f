from typing import Literal, Optional

from pydantic import Field

from .base_model import BaseModel


class Node(BaseModel):
    node: Optional["NodeNode"]


class NodeNode(BaseModel):
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
        "Review",
        "Supplier",
    ] = Field(alias="__typename")
    id: str


Node.model_rebuild()

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    AssessmentDetails,
    AssessmentDetailsContract,
    AssessmentDetailsKpi,
    AssessmentDetailsValue,
)


class Assessment(BaseModel):
    node: Optional[
        Annotated[
            Union["AssessmentNodeNode", "AssessmentNodeAssessment"],
            Field(discriminator="typename__"),
        ]
    ]


class AssessmentNodeNode(BaseModel):
    typename__: Literal[
        "Amendment",
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


class AssessmentNodeAssessment(AssessmentDetails):
    typename__: Literal["Assessment"] = Field(alias="__typename")


Assessment.model_rebuild()

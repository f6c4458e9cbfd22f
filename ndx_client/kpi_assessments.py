from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import AssessmentDetails, PageDetails


class KpiAssessments(BaseModel):
    node: Optional[
        Annotated[
            Union["KpiAssessmentsNodeNode", "KpiAssessmentsNodeKpi"],
            Field(discriminator="typename__"),
        ]
    ]


class KpiAssessmentsNodeNode(BaseModel):
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


class KpiAssessmentsNodeKpi(BaseModel):
    typename__: Literal["Kpi"] = Field(alias="__typename")
    assessments: "KpiAssessmentsNodeKpiAssessments"


class KpiAssessmentsNodeKpiAssessments(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "KpiAssessmentsNodeKpiAssessmentsPageInfo" = Field(alias="pageInfo")
    nodes: list["KpiAssessmentsNodeKpiAssessmentsNodes"]


KpiAssessmentsNodeKpiAssessmentsPageInfo = PageDetails
KpiAssessmentsNodeKpiAssessmentsNodes = AssessmentDetails
KpiAssessments.model_rebuild()
KpiAssessmentsNodeKpi.model_rebuild()
KpiAssessmentsNodeKpiAssessments.model_rebuild()

from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AssessmentDetails, PageDetails


class ProcurementAssessments(BaseModel):
    procurement: Optional["ProcurementAssessmentsProcurement"]


class ProcurementAssessmentsProcurement(BaseModel):
    assessments: "ProcurementAssessmentsProcurementAssessments"


class ProcurementAssessmentsProcurementAssessments(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProcurementAssessmentsProcurementAssessmentsPageInfo" = Field(
        alias="pageInfo"
    )
    nodes: list["ProcurementAssessmentsProcurementAssessmentsNodes"]


ProcurementAssessmentsProcurementAssessmentsPageInfo = PageDetails
ProcurementAssessmentsProcurementAssessmentsNodes = AssessmentDetails
ProcurementAssessments.model_rebuild()
ProcurementAssessmentsProcurement.model_rebuild()
ProcurementAssessmentsProcurementAssessments.model_rebuild()

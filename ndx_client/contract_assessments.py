from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AssessmentDetails, PageDetails


class ContractAssessments(BaseModel):
    contract: Optional["ContractAssessmentsContract"]


class ContractAssessmentsContract(BaseModel):
    assessments: "ContractAssessmentsContractAssessments"


class ContractAssessmentsContractAssessments(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ContractAssessmentsContractAssessmentsPageInfo" = Field(
        alias="pageInfo"
    )
    nodes: list["ContractAssessmentsContractAssessmentsNodes"]


ContractAssessmentsContractAssessmentsPageInfo = PageDetails
ContractAssessmentsContractAssessmentsNodes = AssessmentDetails
ContractAssessments.model_rebuild()
ContractAssessmentsContract.model_rebuild()
ContractAssessmentsContractAssessments.model_rebuild()

from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AmendmentDetails, PageDetails


class ContractAmendments(BaseModel):
    contract: Optional["ContractAmendmentsContract"]


class ContractAmendmentsContract(BaseModel):
    amendments: "ContractAmendmentsContractAmendments"


class ContractAmendmentsContractAmendments(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ContractAmendmentsContractAmendmentsPageInfo" = Field(alias="pageInfo")
    nodes: list["ContractAmendmentsContractAmendmentsNodes"]


ContractAmendmentsContractAmendmentsPageInfo = PageDetails
ContractAmendmentsContractAmendmentsNodes = AmendmentDetails
ContractAmendments.model_rebuild()
ContractAmendmentsContract.model_rebuild()
ContractAmendmentsContractAmendments.model_rebuild()

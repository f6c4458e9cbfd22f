from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import FailureDetails, PageDetails


class ContractFailures(BaseModel):
    contract: Optional["ContractFailuresContract"]


class ContractFailuresContract(BaseModel):
    failures: "ContractFailuresContractFailures"


class ContractFailuresContractFailures(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ContractFailuresContractFailuresPageInfo" = Field(alias="pageInfo")
    nodes: list["ContractFailuresContractFailuresNodes"]


ContractFailuresContractFailuresPageInfo = PageDetails
ContractFailuresContractFailuresNodes = FailureDetails
ContractFailures.model_rebuild()
ContractFailuresContract.model_rebuild()
ContractFailuresContractFailures.model_rebuild()

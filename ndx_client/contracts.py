from pydantic import Field

from .base_model import BaseModel
from .fragments import ContractDetails, PageDetails


class Contracts(BaseModel):
    contracts: "ContractsContracts"


class ContractsContracts(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ContractsContractsPageInfo" = Field(alias="pageInfo")
    nodes: list["ContractsContractsNodes"]


ContractsContractsPageInfo = PageDetails
ContractsContractsNodes = ContractDetails
Contracts.model_rebuild()
ContractsContracts.model_rebuild()

from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import KpiDetails, PageDetails


class ContractKpis(BaseModel):
    contract: Optional["ContractKpisContract"]


class ContractKpisContract(BaseModel):
    kpis: "ContractKpisContractKpis"


class ContractKpisContractKpis(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ContractKpisContractKpisPageInfo" = Field(alias="pageInfo")
    nodes: list["ContractKpisContractKpisNodes"]


ContractKpisContractKpisPageInfo = PageDetails
ContractKpisContractKpisNodes = KpiDetails
ContractKpis.model_rebuild()
ContractKpisContract.model_rebuild()
ContractKpisContractKpis.model_rebuild()

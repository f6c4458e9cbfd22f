from datetime import datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    ContractLine,
    ContractLinePaid,
    ContractLineValue,
    DataNotice,
)


class BuyerPage(BaseModel):
    hub: "BuyerPageHub"
    buyer: Optional["BuyerPageBuyer"]


BuyerPageHub = DataNotice


class BuyerPageBuyer(BaseModel):
    id: str
    name: str
    sector: Optional[str]
    region: Optional[str]
    since: datetime
    contracts: "BuyerPageBuyerContracts"


class BuyerPageBuyerContracts(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "BuyerPageBuyerContractsPageInfo" = Field(alias="pageInfo")
    nodes: list["BuyerPageBuyerContractsNodes"]


class BuyerPageBuyerContractsPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class BuyerPageBuyerContractsNodes(ContractLine):
    suppliers: "BuyerPageBuyerContractsNodesSuppliers"


class BuyerPageBuyerContractsNodesSuppliers(BaseModel):
    total_count: int = Field(alias="totalCount")
    nodes: list["BuyerPageBuyerContractsNodesSuppliersNodes"]


class BuyerPageBuyerContractsNodesSuppliersNodes(BaseModel):
    id: str
    name: str


BuyerPage.model_rebuild()
BuyerPageBuyer.model_rebuild()
BuyerPageBuyerContracts.model_rebuild()
BuyerPageBuyerContractsNodes.model_rebuild()
BuyerPageBuyerContractsNodesSuppliers.model_rebuild()

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


class SupplierPage(BaseModel):
    hub: "SupplierPageHub"
    supplier: Optional["SupplierPageSupplier"]


SupplierPageHub = DataNotice


class SupplierPageSupplier(BaseModel):
    id: str
    name: str
    kind: str
    region: Optional[str]
    size_class: Optional[str] = Field(alias="sizeClass")
    since: datetime
    contracts: "SupplierPageSupplierContracts"


class SupplierPageSupplierContracts(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "SupplierPageSupplierContractsPageInfo" = Field(alias="pageInfo")
    nodes: list["SupplierPageSupplierContractsNodes"]


class SupplierPageSupplierContractsPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class SupplierPageSupplierContractsNodes(ContractLine):
    buyer: Optional["SupplierPageSupplierContractsNodesBuyer"]


class SupplierPageSupplierContractsNodesBuyer(BaseModel):
    id: str
    name: str


SupplierPage.model_rebuild()
SupplierPageSupplier.model_rebuild()
SupplierPageSupplierContracts.model_rebuild()
SupplierPageSupplierContractsNodes.model_rebuild()

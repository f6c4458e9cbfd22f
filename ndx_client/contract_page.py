from datetime import date, datetime
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Basis
from .fragments import DataNotice


class ContractPage(BaseModel):
    hub: "ContractPageHub"
    contract: Optional["ContractPageContract"]


ContractPageHub = DataNotice


class ContractPageContract(BaseModel):
    id: str
    origin: str
    ocid: Optional[str]
    reference: Optional[str]
    title: Optional[str]
    description: Optional[str]
    status: Optional[str]
    lot: Optional[str]
    signed_on: Optional[date] = Field(alias="signedOn")
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    value: Optional["ContractPageContractValue"]
    gross: Optional["ContractPageContractGross"]
    paid: list["ContractPageContractPaid"]
    buyer: Optional["ContractPageContractBuyer"]
    suppliers: "ContractPageContractSuppliers"
    framework: Optional["ContractPageContractFramework"]
    categories: "ContractPageContractCategories"
    payments: "ContractPageContractPayments"


class ContractPageContractValue(BaseModel):
    amount: Decimal
    currency: str


class ContractPageContractGross(BaseModel):
    amount: Decimal
    currency: str


class ContractPageContractPaid(BaseModel):
    amount: Decimal
    currency: str


class ContractPageContractBuyer(BaseModel):
    id: str
    name: str


class ContractPageContractSuppliers(BaseModel):
    total_count: int = Field(alias="totalCount")
    nodes: list["ContractPageContractSuppliersNodes"]


class ContractPageContractSuppliersNodes(BaseModel):
    id: str
    name: str


class ContractPageContractFramework(BaseModel):
    code: str
    name: Optional[str]


class ContractPageContractCategories(BaseModel):
    nodes: list["ContractPageContractCategoriesNodes"]


class ContractPageContractCategoriesNodes(BaseModel):
    code: str
    name: Optional[str]


class ContractPageContractPayments(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ContractPageContractPaymentsPageInfo" = Field(alias="pageInfo")
    nodes: list["ContractPageContractPaymentsNodes"]


class ContractPageContractPaymentsPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class ContractPageContractPaymentsNodes(BaseModel):
    id: str
    month: str
    text: Optional[str]
    reference: str
    amount: "ContractPageContractPaymentsNodesAmount"


class ContractPageContractPaymentsNodesAmount(BaseModel):
    amount: Decimal
    currency: str


ContractPage.model_rebuild()
ContractPageContract.model_rebuild()
ContractPageContractSuppliers.model_rebuild()
ContractPageContractCategories.model_rebuild()
ContractPageContractPayments.model_rebuild()
ContractPageContractPaymentsNodes.model_rebuild()

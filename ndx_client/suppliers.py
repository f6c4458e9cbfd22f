from pydantic import Field

from .base_model import BaseModel
from .fragments import PageDetails, SupplierDetails


class Suppliers(BaseModel):
    suppliers: "SuppliersSuppliers"


class SuppliersSuppliers(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "SuppliersSuppliersPageInfo" = Field(alias="pageInfo")
    nodes: list["SuppliersSuppliersNodes"]


SuppliersSuppliersPageInfo = PageDetails
SuppliersSuppliersNodes = SupplierDetails
Suppliers.model_rebuild()
SuppliersSuppliers.model_rebuild()

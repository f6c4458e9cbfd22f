from typing import Optional

from .base_model import BaseModel
from .fragments import SupplierDetails


class Supplier(BaseModel):
    supplier: Optional["SupplierSupplier"]


SupplierSupplier = SupplierDetails
Supplier.model_rebuild()

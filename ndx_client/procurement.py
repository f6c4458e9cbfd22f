from typing import Optional

from .base_model import BaseModel
from .fragments import ProcurementDetails


class Procurement(BaseModel):
    procurement: Optional["ProcurementProcurement"]


ProcurementProcurement = ProcurementDetails
Procurement.model_rebuild()

from pydantic import Field

from .base_model import BaseModel
from .fragments import PageDetails, ProcurementDetails


class Procurements(BaseModel):
    procurements: "ProcurementsProcurements"


class ProcurementsProcurements(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProcurementsProcurementsPageInfo" = Field(alias="pageInfo")
    nodes: list["ProcurementsProcurementsNodes"]


ProcurementsProcurementsPageInfo = PageDetails
ProcurementsProcurementsNodes = ProcurementDetails
Procurements.model_rebuild()
ProcurementsProcurements.model_rebuild()

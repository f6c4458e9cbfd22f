from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import KpiDetails, PageDetails


class ProcurementKpis(BaseModel):
    procurement: Optional["ProcurementKpisProcurement"]


class ProcurementKpisProcurement(BaseModel):
    kpis: "ProcurementKpisProcurementKpis"


class ProcurementKpisProcurementKpis(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProcurementKpisProcurementKpisPageInfo" = Field(alias="pageInfo")
    nodes: list["ProcurementKpisProcurementKpisNodes"]


ProcurementKpisProcurementKpisPageInfo = PageDetails
ProcurementKpisProcurementKpisNodes = KpiDetails
ProcurementKpis.model_rebuild()
ProcurementKpisProcurement.model_rebuild()
ProcurementKpisProcurementKpis.model_rebuild()

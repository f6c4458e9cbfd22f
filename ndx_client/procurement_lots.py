from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LotDetails, PageDetails


class ProcurementLots(BaseModel):
    procurement: Optional["ProcurementLotsProcurement"]


class ProcurementLotsProcurement(BaseModel):
    lots: "ProcurementLotsProcurementLots"


class ProcurementLotsProcurementLots(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProcurementLotsProcurementLotsPageInfo" = Field(alias="pageInfo")
    nodes: list["ProcurementLotsProcurementLotsNodes"]


ProcurementLotsProcurementLotsPageInfo = PageDetails
ProcurementLotsProcurementLotsNodes = LotDetails
ProcurementLots.model_rebuild()
ProcurementLotsProcurement.model_rebuild()
ProcurementLotsProcurementLots.model_rebuild()

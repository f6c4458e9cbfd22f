from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import FailureDetails, PageDetails


class ProcurementFailures(BaseModel):
    procurement: Optional["ProcurementFailuresProcurement"]


class ProcurementFailuresProcurement(BaseModel):
    failures: "ProcurementFailuresProcurementFailures"


class ProcurementFailuresProcurementFailures(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProcurementFailuresProcurementFailuresPageInfo" = Field(
        alias="pageInfo"
    )
    nodes: list["ProcurementFailuresProcurementFailuresNodes"]


ProcurementFailuresProcurementFailuresPageInfo = PageDetails
ProcurementFailuresProcurementFailuresNodes = FailureDetails
ProcurementFailures.model_rebuild()
ProcurementFailuresProcurement.model_rebuild()
ProcurementFailuresProcurementFailures.model_rebuild()

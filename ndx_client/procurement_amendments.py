from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AmendmentDetails, PageDetails


class ProcurementAmendments(BaseModel):
    procurement: Optional["ProcurementAmendmentsProcurement"]


class ProcurementAmendmentsProcurement(BaseModel):
    amendments: "ProcurementAmendmentsProcurementAmendments"


class ProcurementAmendmentsProcurementAmendments(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProcurementAmendmentsProcurementAmendmentsPageInfo" = Field(
        alias="pageInfo"
    )
    nodes: list["ProcurementAmendmentsProcurementAmendmentsNodes"]


ProcurementAmendmentsProcurementAmendmentsPageInfo = PageDetails
ProcurementAmendmentsProcurementAmendmentsNodes = AmendmentDetails
ProcurementAmendments.model_rebuild()
ProcurementAmendmentsProcurement.model_rebuild()
ProcurementAmendmentsProcurementAmendments.model_rebuild()

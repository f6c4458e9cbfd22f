from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NoticeDetails, PageDetails


class ProcurementNotices(BaseModel):
    procurement: Optional["ProcurementNoticesProcurement"]


class ProcurementNoticesProcurement(BaseModel):
    notices: "ProcurementNoticesProcurementNotices"


class ProcurementNoticesProcurementNotices(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProcurementNoticesProcurementNoticesPageInfo" = Field(alias="pageInfo")
    nodes: list["ProcurementNoticesProcurementNoticesNodes"]


ProcurementNoticesProcurementNoticesPageInfo = PageDetails
ProcurementNoticesProcurementNoticesNodes = NoticeDetails
ProcurementNotices.model_rebuild()
ProcurementNoticesProcurement.model_rebuild()
ProcurementNoticesProcurementNotices.model_rebuild()

from pydantic import Field

from .base_model import BaseModel
from .fragments import PageDetails, PaymentDetails


class Payments(BaseModel):
    payments: "PaymentsPayments"


class PaymentsPayments(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "PaymentsPaymentsPageInfo" = Field(alias="pageInfo")
    nodes: list["PaymentsPaymentsNodes"]


PaymentsPaymentsPageInfo = PageDetails
PaymentsPaymentsNodes = PaymentDetails
Payments.model_rebuild()
PaymentsPayments.model_rebuild()

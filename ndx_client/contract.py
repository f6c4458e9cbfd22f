from typing import Optional

from .base_model import BaseModel
from .fragments import ContractDetails


class Contract(BaseModel):
    contract: Optional["ContractContract"]


ContractContract = ContractDetails
Contract.model_rebuild()

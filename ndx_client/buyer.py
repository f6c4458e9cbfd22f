from typing import Optional

from .base_model import BaseModel
from .fragments import BuyerDetails


class Buyer(BaseModel):
    buyer: Optional["BuyerBuyer"]


BuyerBuyer = BuyerDetails
Buyer.model_rebuild()

from datetime import date, datetime
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class ContractLine(BaseModel):
    id: str
    title: Optional[str]
    signed_on: Optional[date] = Field(alias="signedOn")
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    public_from: datetime = Field(alias="publicFrom")
    value: Optional["ContractLineValue"]
    paid: list["ContractLinePaid"]


class ContractLineValue(BaseModel):
    amount: Decimal
    currency: str


class ContractLinePaid(BaseModel):
    amount: Decimal
    currency: str


class DataNotice(BaseModel):
    data_up_to: Optional[date] = Field(alias="dataUpTo")
    sources: list["DataNoticeSources"]


class DataNoticeSources(BaseModel):
    id: str
    name: str
    licence: str
    fictional: bool
    records: int


ContractLine.model_rebuild()
DataNotice.model_rebuild()

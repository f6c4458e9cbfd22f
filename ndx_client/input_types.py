from datetime import date
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import ReservedFor


class IdentifierInput(BaseModel):
    """A number in a register."""

    scheme: str
    "The register, for instance GB-COH or GB-PPON."
    id: str
    "The number."


class MoneyInput(BaseModel):
    """An amount of money."""

    amount: Decimal
    "In units of the currency."
    currency: str = "GBP"
    "ISO 4217 code."


class MustHaveInput(BaseModel):
    """An assurance that a supplier must hold."""

    scheme: str
    "The scheme, for instance Cyber Essentials Plus."


class NeedBuyerInput(BaseModel):
    """Who buys: the id wins; a body we don't know is described."""

    id: Optional[str] = None
    "`buy-…` or `org-…`."
    name: Optional[str] = None
    "Its name."
    type_: Optional[str] = Field(alias="type", default=None)
    "public, company or other."
    sector: Optional[str] = None
    "Its sector as sources state it, for instance Health."
    region: Optional[str] = None
    "NUTS or ITL code."


class NeedInput(BaseModel):
    """What is needed. Give at least text, a category, framework or lot."""

    text: Optional[str] = None
    "The need in words."
    categories: Optional[list[str]] = None
    "Codes of categories, for instance of the CPV."
    framework: Optional[str] = None
    "Its code or name."
    lot: Optional[str] = None
    "The lot's code or name."
    buyer: Optional["NeedBuyerInput"] = None
    "Who buys."
    budget: Optional["MoneyInput"] = None
    "The stated budget."
    region: Optional[str] = None
    "Where: NUTS or ITL code."
    starts_on: Optional[date] = Field(alias="startsOn", default=None)
    "When it is to start. No fact of this hub depends on it yet."
    must_haves: Optional[list["MustHaveInput"]] = Field(alias="mustHaves", default=None)
    "Assurances that are demanded; refused while none are loaded."
    reserved_for: Optional[list[ReservedFor]] = Field(alias="reservedFor", default=None)
    "Refused: no source of this hub states it reliably yet."
    exclude: Optional[list[str]] = None
    "Suppliers that the buyer does not want to see."
    as_of: Optional[date] = Field(alias="asOf", default=None)
    "Answer with what was public by the end of that day in London."


NeedInput.model_rebuild()

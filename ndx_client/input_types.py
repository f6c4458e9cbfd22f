from datetime import date, datetime
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Basis, ReservedFor


class BasisFilter(BaseModel):
    """Which of Basis."""

    eq: Optional[Basis] = None
    "Equal to this."
    in_: Optional[list[Basis]] = Field(alias="in", default=None)
    "Equal to one of these, at most 100."


class BuyerWhere(BaseModel):
    """Which of type Buyer: all that is given must be met."""

    and_: Optional[list["BuyerWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["BuyerWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["BuyerWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`buy-…`."
    name: Optional["TextFilter"] = None
    "Its newest name."
    kind: Optional["TextFilter"] = None
    "public (a public body), company, or other."
    sector: Optional["TextFilter"] = None
    "Its sector as sources state it."
    region: Optional["TextFilter"] = None
    "Its region (NUTS or ITL code) as sources state it."
    size_class: Optional["TextFilter"] = Field(alias="sizeClass", default=None)
    "sme or large, as sources flag it."
    since: Optional["InstantFilter"] = None
    "Public time of the first fact that shows it buying."
    contracts: Optional["ContractSome"] = None
    "What it bought, newest first."


class CategorySome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["CategoryWhere"] = None
    "At least one of them meets this."
    none: Optional["CategoryWhere"] = None
    "None of them meets this."


class CategoryWhere(BaseModel):
    """Which of type Category: all that is given must be met."""

    and_: Optional[list["CategoryWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["CategoryWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["CategoryWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`cat-…`."
    scheme: Optional["TextFilter"] = None
    "The scheme, for instance CPV."
    code: Optional["TextFilter"] = None
    "The code in that scheme."
    name: Optional["TextFilter"] = None
    "Its label: the vocabulary's if one is loaded, else as sources state it."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "When it was first used."
    contracts: Optional["ContractSome"] = None
    "Contracts for it, newest first."
    parent: Optional["CategoryWhere"] = None
    "The next wider category; null: none, or the vocabulary is not loaded."
    children: Optional["CategorySome"] = None
    "The next narrower categories that are in use."


class ContractSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["ContractWhere"] = None
    "At least one of them meets this."
    none: Optional["ContractWhere"] = None
    "None of them meets this."


class ContractWhere(BaseModel):
    """Which of type Contract: all that is given must be met."""

    and_: Optional[list["ContractWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["ContractWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["ContractWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`con-…`."
    origin: Optional["TextFilter"] = None
    "contract, award (no contract object was published), returns or spend."
    ocid: Optional["TextFilter"] = None
    "The OCDS process it belongs to."
    reference: Optional["TextFilter"] = None
    "The id that its source gives it; opaque."
    title: Optional["TextFilter"] = None
    "What was bought, as published."
    description: Optional["TextFilter"] = None
    "What was bought, at length."
    status: Optional["TextFilter"] = None
    "The status as published."
    lot: Optional["TextFilter"] = None
    "The framework lot's code."
    value: Optional["MoneyFilter"] = None
    "The net value; null: not published, which is not zero."
    gross: Optional["MoneyFilter"] = None
    "The value with tax as published; never derived."
    signed_on: Optional["DateFilter"] = Field(alias="signedOn", default=None)
    "Day of signature or award."
    starts_on: Optional["DateFilter"] = Field(alias="startsOn", default=None)
    "First day of the term."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "Last day of the term as stated."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    buyer: Optional["BuyerWhere"] = None
    "Who bought; of several the first by id."
    suppliers: Optional["SupplierSome"] = None
    "Who supplies."
    framework: Optional["FrameworkWhere"] = None
    "The framework it was called off."
    categories: Optional["CategorySome"] = None
    "What it is for."
    payments: Optional["PaymentSome"] = None
    "What was paid under it, newest first."


class DateFilter(BaseModel):
    """Which days. An unknown one meets none of these but isNull."""

    eq: Optional[date] = None
    "Equal to this."
    gt: Optional[date] = None
    "After this day."
    gte: Optional[date] = None
    "On this day or after."
    lt: Optional[date] = None
    "Before this day."
    lte: Optional[date] = None
    "On this day or before."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "true: not known; false: known."


class FrameworkWhere(BaseModel):
    """Which of type Framework: all that is given must be met."""

    and_: Optional[list["FrameworkWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["FrameworkWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["FrameworkWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`fwk-…`."
    code: Optional["TextFilter"] = None
    "The code or name that its source uses."
    name: Optional["TextFilter"] = None
    "Its name as sources state it."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "When it was first seen."
    contracts: Optional["ContractSome"] = None
    "Contracts called off it, newest first."


class IdFilter(BaseModel):
    """Which ids."""

    eq: Optional[str] = None
    "Equal to this."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "Equal to one of these, at most 100."


class IdentifierInput(BaseModel):
    """A number in a register."""

    scheme: str
    "The register, for instance GB-COH or GB-PPON."
    id: str
    "The number."


class InstantFilter(BaseModel):
    """Which instants. An unknown one meets none of these but isNull."""

    eq: Optional[datetime] = None
    "Equal to this."
    gt: Optional[datetime] = None
    "After this."
    gte: Optional[datetime] = None
    "At this or after."
    lt: Optional[datetime] = None
    "Before this."
    lte: Optional[datetime] = None
    "At this or before."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "true: not known; false: known."


class MoneyFilter(BaseModel):
    """Which amounts, in the one currency that is named: nothing is converted."""

    currency: str
    "ISO 4217 code, for instance GBP."
    eq: Optional[Decimal] = None
    "Equal to this."
    gt: Optional[Decimal] = None
    "Above this."
    gte: Optional[Decimal] = None
    "This or above."
    lt: Optional[Decimal] = None
    "Below this."
    lte: Optional[Decimal] = None
    "This or below."


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


class PaymentSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["PaymentWhere"] = None
    "At least one of them meets this."
    none: Optional["PaymentWhere"] = None
    "None of them meets this."


class PaymentWhere(BaseModel):
    """Which of type Payment: all that is given must be met."""

    and_: Optional[list["PaymentWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["PaymentWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["PaymentWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`pay-…`."
    amount: Optional["MoneyFilter"] = None
    "How much; a credit is negative."
    month: Optional["TextFilter"] = None
    "The month it belongs to, `2013-06`."
    text: Optional["TextFilter"] = None
    "The line's own words."
    reference: Optional["TextFilter"] = None
    "The line's id in its source."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    contract: Optional["ContractWhere"] = None
    "The contract that it was paid under."


class SupplierSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["SupplierWhere"] = None
    "At least one of them meets this."
    none: Optional["SupplierWhere"] = None
    "None of them meets this."


class SupplierWhere(BaseModel):
    """Which of type Supplier: all that is given must be met."""

    and_: Optional[list["SupplierWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["SupplierWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["SupplierWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`sup-…`."
    name: Optional["TextFilter"] = None
    "Its newest name."
    kind: Optional["TextFilter"] = None
    "public (a public body), company, or other."
    sector: Optional["TextFilter"] = None
    "Its sector as sources state it."
    region: Optional["TextFilter"] = None
    "Its region (NUTS or ITL code) as sources state it."
    size_class: Optional["TextFilter"] = Field(alias="sizeClass", default=None)
    "sme or large, as sources flag it."
    since: Optional["InstantFilter"] = None
    "Public time of the first fact that shows it supplying."
    contracts: Optional["ContractSome"] = None
    "What it supplied, newest first."


class TextFilter(BaseModel):
    """Which texts. An unknown one meets none of these but isNull."""

    eq: Optional[str] = None
    "Equal to this."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "Equal to one of these, at most 100."
    starts_with: Optional[str] = Field(alias="startsWith", default=None)
    "Starts with this, in capitals or not."
    contains: Optional[str] = None
    "Has this in it, in capitals or not."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "true: not known; false: known."


BuyerWhere.model_rebuild()
CategorySome.model_rebuild()
CategoryWhere.model_rebuild()
ContractSome.model_rebuild()
ContractWhere.model_rebuild()
FrameworkWhere.model_rebuild()
NeedInput.model_rebuild()
PaymentSome.model_rebuild()
PaymentWhere.model_rebuild()
SupplierSome.model_rebuild()
SupplierWhere.model_rebuild()

from datetime import date, datetime
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Basis, ReservedFor


class AmendmentSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["AmendmentWhere"] = None
    "At least one of them meets this."
    none: Optional["AmendmentWhere"] = None
    "None of them meets this."


class AmendmentWhere(BaseModel):
    """Which of type Amendment: all that is given must be met."""

    and_: Optional[list["AmendmentWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["AmendmentWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["AmendmentWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`amd-…`."
    reference: Optional["TextFilter"] = None
    "The amendment's id as published."
    section: Optional["TextFilter"] = None
    "What it changes: tender, awards or contracts."
    holder: Optional["TextFilter"] = None
    "The published id of the award or contract; null for a tender."
    proposed: Optional["BooleanFilter"] = None
    "True while it was not signed yet."
    amended_on: Optional["DateFilter"] = Field(alias="amendedOn", default=None)
    "The day of the amendment."
    description: Optional["TextFilter"] = None
    "What changed."
    rationale: Optional["TextFilter"] = None
    "Why."
    rationales: Optional["ListFilter"] = None
    "Why, as `scheme id`."
    value: Optional["MoneyFilter"] = None
    "The new value, net."
    starts_on: Optional["DateFilter"] = Field(alias="startsOn", default=None)
    "First day of the new term."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "Last day of the new term."
    above_threshold: Optional["BooleanFilter"] = Field(
        alias="aboveThreshold", default=None
    )
    "Whether the new value is above it."
    has_renewal: Optional["BooleanFilter"] = Field(alias="hasRenewal", default=None)
    "Whether it can be renewed."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    procurement: Optional["ProcurementWhere"] = None
    "The procurement that it changes."
    contract: Optional["ContractWhere"] = None
    "The contract that it changes; null: a tender or an award."


class AssessmentSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["AssessmentWhere"] = None
    "At least one of them meets this."
    none: Optional["AssessmentWhere"] = None
    "None of them meets this."


class AssessmentWhere(BaseModel):
    """Which of type Assessment: all that is given must be met."""

    and_: Optional[list["AssessmentWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["AssessmentWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["AssessmentWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`asm-…`."
    reference: Optional["TextFilter"] = None
    "Its id as its source gives it; opaque."
    rating: Optional["TextFilter"] = None
    "good, approaching_target, requires_improvement, inadequate or other; null: not rated."
    code: Optional["TextFilter"] = None
    "The rating's code as published."
    rating_text: Optional["TextFilter"] = Field(alias="ratingText", default=None)
    "The rating in its publisher's words."
    measure: Optional["TextFilter"] = None
    "What was measured, as written."
    unit: Optional["TextFilter"] = None
    "The unit of the measure."
    value: Optional["MoneyFilter"] = None
    "A measured sum."
    description: Optional["TextFilter"] = None
    "What its publisher says of it."
    period_from: Optional["DateFilter"] = Field(alias="periodFrom", default=None)
    "First day that it is about."
    period_to: Optional["DateFilter"] = Field(alias="periodTo", default=None)
    "Last day that it is about."
    assessed_on: Optional["DateFilter"] = Field(alias="assessedOn", default=None)
    "The day of the assessment."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    contract: Optional["ContractWhere"] = None
    "The contract that was rated; of several the first by id."
    kpi: Optional["KpiWhere"] = None
    "The indicator that it is by; null: the contract as a whole."


class AwardSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["AwardWhere"] = None
    "At least one of them meets this."
    none: Optional["AwardWhere"] = None
    "None of them meets this."


class AwardWhere(BaseModel):
    """Which of type Award: all that is given must be met."""

    and_: Optional[list["AwardWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["AwardWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["AwardWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`awd-…`."
    reference: Optional["TextFilter"] = None
    "The award's id as published."
    title: Optional["TextFilter"] = None
    "Its title."
    status: Optional["TextFilter"] = None
    "Its status."
    value: Optional["MoneyFilter"] = None
    "The net value; null: not published, which is not zero."
    gross: Optional["MoneyFilter"] = None
    "The value with tax as published; never derived."
    starts_on: Optional["DateFilter"] = Field(alias="startsOn", default=None)
    "First day of its contractPeriod."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "Last day of its contractPeriod."
    extends_to: Optional["DateFilter"] = Field(alias="extendsTo", default=None)
    "Last day with all extensions."
    months: Optional["NumberFilter"] = None
    "Its term in months as stated."
    has_renewal: Optional["BooleanFilter"] = Field(alias="hasRenewal", default=None)
    "Whether it can be renewed."
    renewal: Optional["TextFilter"] = None
    "How it can be renewed."
    has_options: Optional["BooleanFilter"] = Field(alias="hasOptions", default=None)
    "Whether it has options."
    options: Optional["TextFilter"] = None
    "Which options."
    description: Optional["TextFilter"] = None
    "Its description."
    main_category: Optional["TextFilter"] = Field(alias="mainCategory", default=None)
    "goods, services or works."
    above_threshold: Optional["BooleanFilter"] = Field(
        alias="aboveThreshold", default=None
    )
    "Whether its value is above it."
    lots: Optional["ListFilter"] = None
    "The published ids of its lots."
    item_classes: Optional["ListFilter"] = Field(alias="itemClasses", default=None)
    "`item lot scheme id description`."
    awarded_on: Optional["DateFilter"] = Field(alias="awardedOn", default=None)
    "The day of the award."
    final_status_on: Optional["DateFilter"] = Field(alias="finalStatusOn", default=None)
    "The day it ended without a contract."
    status_details: Optional["TextFilter"] = Field(alias="statusDetails", default=None)
    "What its publisher says of its status."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    procurement: Optional["ProcurementWhere"] = None
    "The procurement that it is a part of."


class BasisFilter(BaseModel):
    """Which of Basis."""

    eq: Optional[Basis] = None
    "Equal to this."
    in_: Optional[list[Basis]] = Field(alias="in", default=None)
    "Equal to one of these, at most 100."


class BooleanFilter(BaseModel):
    """Yes, no, or not known."""

    eq: Optional[bool] = None
    "Equal to this."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "true: not known; false: known."


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
    extends_to: Optional["DateFilter"] = Field(alias="extendsTo", default=None)
    "Last day with all extensions as stated."
    months: Optional["NumberFilter"] = None
    "The term in months as stated, not counted."
    has_renewal: Optional["BooleanFilter"] = Field(alias="hasRenewal", default=None)
    "Whether it can be renewed."
    renewal: Optional["TextFilter"] = None
    "How it can be renewed."
    has_options: Optional["BooleanFilter"] = Field(alias="hasOptions", default=None)
    "Whether it has options."
    options: Optional["TextFilter"] = None
    "Which options."
    above_threshold: Optional["BooleanFilter"] = Field(
        alias="aboveThreshold", default=None
    )
    "Whether its value is above the threshold."
    status_details: Optional["TextFilter"] = Field(alias="statusDetails", default=None)
    "What its publisher says of its status."
    termination_rationales: Optional["ListFilter"] = Field(
        alias="terminationRationales", default=None
    )
    "Why it ended, as `scheme id`."
    no_metrics_rationale: Optional["TextFilter"] = Field(
        alias="noMetricsRationale", default=None
    )
    "Why no metrics were agreed."
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
    procurement: Optional["ProcurementWhere"] = None
    "The procurement that led to it; null outside OCDS."
    amendments: Optional["AmendmentSome"] = None
    "What changed of it, newest first."
    kpis: Optional["KpiSome"] = None
    "The indicators agreed for it, newest first."
    assessments: Optional["AssessmentSome"] = None
    "How well it did, newest first."
    failures: Optional["FailureSome"] = None
    "Its breaches, newest first."
    reviews: Optional["ReviewSome"] = None
    "What its buyer says of it, newest first."
    products: Optional["ProductSome"] = None
    "Products that it covers, newest first."


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


class DealSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["DealWhere"] = None
    "At least one of them meets this."
    none: Optional["DealWhere"] = None
    "None of them meets this."


class DealWhere(BaseModel):
    """Which of type Deal: all that is given must be met."""

    and_: Optional[list["DealWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["DealWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["DealWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`dea-…`."
    lot: Optional["TextFilter"] = None
    "The framework lot's code."
    name: Optional["TextFilter"] = None
    "What it is called."
    price_min: Optional["MoneyFilter"] = Field(alias="priceMin", default=None)
    "The least price without tax."
    price_max: Optional["MoneyFilter"] = Field(alias="priceMax", default=None)
    "The highest price without tax."
    gross_min: Optional["MoneyFilter"] = Field(alias="grossMin", default=None)
    "The least price with tax; never derived."
    gross_max: Optional["MoneyFilter"] = Field(alias="grossMax", default=None)
    "The highest price with tax; never derived."
    setup_price: Optional["MoneyFilter"] = Field(alias="setupPrice", default=None)
    "What is paid once at the start."
    unit: Optional["TextFilter"] = None
    "What one price is for: user, instance, and so on."
    interval: Optional["TextFilter"] = None
    "For how long it is paid: month, year; null: once."
    min_quantity: Optional["NumberFilter"] = Field(alias="minQuantity", default=None)
    "The least quantity."
    max_quantity: Optional["NumberFilter"] = Field(alias="maxQuantity", default=None)
    "The largest quantity."
    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "The first day on which it holds."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "The last day on which it holds."
    buyer_types: Optional["ListFilter"] = Field(alias="buyerTypes", default=None)
    "Which types of body may use it; null: all."
    regions: Optional["ListFilter"] = None
    "In which regions; null: everywhere."
    currency: Optional["TextFilter"] = None
    "ISO 4217 code of the prices."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    product: Optional["ProductWhere"] = None
    "Of what."
    framework: Optional["FrameworkWhere"] = None
    "The route on which it holds."


class FailureSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["FailureWhere"] = None
    "At least one of them meets this."
    none: Optional["FailureWhere"] = None
    "None of them meets this."


class FailureWhere(BaseModel):
    """Which of type Failure: all that is given must be met."""

    and_: Optional[list["FailureWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["FailureWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["FailureWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`fai-…`."
    reference: Optional["TextFilter"] = None
    "Its id as its source gives it; opaque."
    requirement: Optional["TextFilter"] = None
    "What was not carried out."
    description: Optional["TextFilter"] = None
    "What went wrong."
    category: Optional["TextFilter"] = None
    "What kind of failure, as published."
    events: Optional["NumberFilter"] = None
    "How many times it happened."
    period_from: Optional["DateFilter"] = Field(alias="periodFrom", default=None)
    "First day that it is about."
    period_to: Optional["DateFilter"] = Field(alias="periodTo", default=None)
    "Last day that it is about."
    decided_on: Optional["DateFilter"] = Field(alias="decidedOn", default=None)
    "The day on which the failure was decided."
    penalty_on: Optional["DateFilter"] = Field(alias="penaltyOn", default=None)
    "The day of the penalty."
    penalty_type: Optional["TextFilter"] = Field(alias="penaltyType", default=None)
    "contracted, imposed or negotiated."
    penalty_basis: Optional["TextFilter"] = Field(alias="penaltyBasis", default=None)
    "The basis of the penalty in free text."
    penalty_contracted: Optional["TextFilter"] = Field(
        alias="penaltyContracted", default=None
    )
    "What the contract says of it."
    penalty_imposed: Optional["TextFilter"] = Field(
        alias="penaltyImposed", default=None
    )
    "What was imposed."
    penalty_paid: Optional["BooleanFilter"] = Field(alias="penaltyPaid", default=None)
    "Whether it was paid."
    penalty: Optional["MoneyFilter"] = None
    "The penalty, net."
    penalty_gross: Optional["MoneyFilter"] = Field(alias="penaltyGross", default=None)
    "The penalty with tax as published; never derived."
    partial_termination: Optional["TextFilter"] = Field(
        alias="partialTermination", default=None
    )
    "What part of the contract ended."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    contract: Optional["ContractWhere"] = None
    "The contract that was breached; of several the first by id."


class FrameworkLotSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["FrameworkLotWhere"] = None
    "At least one of them meets this."
    none: Optional["FrameworkLotWhere"] = None
    "None of them meets this."


class FrameworkLotWhere(BaseModel):
    """Which of type FrameworkLot: all that is given must be met."""

    and_: Optional[list["FrameworkLotWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["FrameworkLotWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["FrameworkLotWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`fwl-…`."
    code: Optional["TextFilter"] = None
    "The lot's code within its framework."
    name: Optional["TextFilter"] = None
    "What it is called."
    description: Optional["TextFilter"] = None
    "What can be bought under it."
    cpv: Optional["ListFilter"] = None
    "CPV codes of it."
    call_off: Optional["ListFilter"] = Field(alias="callOff", default=None)
    "How is called off: competition, direct."
    max_months: Optional["NumberFilter"] = Field(alias="maxMonths", default=None)
    "The longest term of a call-off in months."
    extension_months: Optional["NumberFilter"] = Field(
        alias="extensionMonths", default=None
    )
    "Months by which it can be extended."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    framework: Optional["FrameworkWhere"] = None
    "The framework."


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
    owner: Optional["TextFilter"] = None
    "The name of the body that runs it."
    kind: Optional["TextFilter"] = None
    "closed, open, dynamic_market or purchasing_system."
    status: Optional["TextFilter"] = None
    "upcoming, active, expired or cancelled, as stated."
    starts_on: Optional["DateFilter"] = Field(alias="startsOn", default=None)
    "Its first day."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "Its last day without extensions."
    extends_to: Optional["DateFilter"] = Field(alias="extendsTo", default=None)
    "Its last day with all extensions."
    call_off: Optional["ListFilter"] = Field(alias="callOff", default=None)
    "How is called off: competition, direct."
    buyer_types: Optional["ListFilter"] = Field(alias="buyerTypes", default=None)
    "Which types of body may use it; null: all."
    regions: Optional["ListFilter"] = None
    "In which regions; null: everywhere."
    url: Optional["TextFilter"] = None
    "Where it is described."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "When it was first seen."
    contracts: Optional["ContractSome"] = None
    "Contracts called off it, newest first."
    lots: Optional["FrameworkLotSome"] = None
    "Its lots."
    deals: Optional["DealSome"] = None
    "Nationally negotiated prices on it, newest first."


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


class KpiSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["KpiWhere"] = None
    "At least one of them meets this."
    none: Optional["KpiWhere"] = None
    "None of them meets this."


class KpiWhere(BaseModel):
    """Which of type Kpi: all that is given must be met."""

    and_: Optional[list["KpiWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["KpiWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["KpiWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`kpi-…`."
    reference: Optional["TextFilter"] = None
    "Its id as its source gives it; opaque."
    name: Optional["TextFilter"] = None
    "What is measured."
    description: Optional["TextFilter"] = None
    "What is measured, at length."
    target: Optional["TextFilter"] = None
    "What was agreed, as written."
    unit: Optional["TextFilter"] = None
    "The unit of the target."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    contract: Optional["ContractWhere"] = None
    "The contract that it was agreed for; of several the first by id."
    assessments: Optional["AssessmentSome"] = None
    "The ratings by it, newest first."


class ListFilter(BaseModel):
    """Which lists of texts."""

    has: Optional[str] = None
    "Has this text in it."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "true: not known; false: known."


class LotSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["LotWhere"] = None
    "At least one of them meets this."
    none: Optional["LotWhere"] = None
    "None of them meets this."


class LotWhere(BaseModel):
    """Which of type Lot: all that is given must be met."""

    and_: Optional[list["LotWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["LotWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["LotWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`lot-…`."
    reference: Optional["TextFilter"] = None
    "The lot's id as published."
    title: Optional["TextFilter"] = None
    "Its title."
    description: Optional["TextFilter"] = None
    "Its description."
    status: Optional["TextFilter"] = None
    "Its status."
    value: Optional["MoneyFilter"] = None
    "The net value; null: not published, which is not zero."
    gross: Optional["MoneyFilter"] = None
    "The value with tax as published; never derived."
    starts_on: Optional["DateFilter"] = Field(alias="startsOn", default=None)
    "First day of its contractPeriod."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "Last day of its contractPeriod."
    extends_to: Optional["DateFilter"] = Field(alias="extendsTo", default=None)
    "Last day with all extensions."
    months: Optional["NumberFilter"] = None
    "Its term in months as stated."
    has_renewal: Optional["BooleanFilter"] = Field(alias="hasRenewal", default=None)
    "Whether it can be renewed."
    renewal: Optional["TextFilter"] = None
    "How it can be renewed."
    has_options: Optional["BooleanFilter"] = Field(alias="hasOptions", default=None)
    "Whether it has options."
    options: Optional["TextFilter"] = None
    "Which options."
    suits_sme: Optional["BooleanFilter"] = Field(alias="suitsSme", default=None)
    "Suitable for small and medium firms."
    suits_vcse: Optional["BooleanFilter"] = Field(alias="suitsVcse", default=None)
    "Suitable for VCSEs."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    procurement: Optional["ProcurementWhere"] = None
    "The procurement that it is a part of."


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


class NoticeSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["NoticeWhere"] = None
    "At least one of them meets this."
    none: Optional["NoticeWhere"] = None
    "None of them meets this."


class NoticeWhere(BaseModel):
    """Which of type Notice: all that is given must be met."""

    and_: Optional[list["NoticeWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["NoticeWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["NoticeWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`not-…`."
    reference: Optional["TextFilter"] = None
    "The notice's id as published."
    section: Optional["TextFilter"] = None
    "Where it stands: planning, tender, awards, contracts."
    type_: Optional["TextFilter"] = Field(alias="type", default=None)
    "noticeType as published: UK1 to UK17, or else."
    name: Optional["TextFilter"] = None
    "What a notice of that type is; null for others."
    document_type: Optional["TextFilter"] = Field(alias="documentType", default=None)
    "documentType as published."
    description: Optional["TextFilter"] = None
    "What its publisher says of it."
    published_on: Optional["DateFilter"] = Field(alias="publishedOn", default=None)
    "The day on which it was published, as stated."
    url: Optional["TextFilter"] = None
    "Where it stands."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    procurement: Optional["ProcurementWhere"] = None
    "The procurement that it speaks of."


class NumberFilter(BaseModel):
    """Which whole numbers. An unknown one meets none but isNull."""

    eq: Optional[int] = None
    "Equal to this."
    in_: Optional[list[int]] = Field(alias="in", default=None)
    "Equal to one of these, at most 100."
    gt: Optional[int] = None
    "Above this."
    gte: Optional[int] = None
    "This or above."
    lt: Optional[int] = None
    "Below this."
    lte: Optional[int] = None
    "This or below."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "true: not known; false: known."


class OfferSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["OfferWhere"] = None
    "At least one of them meets this."
    none: Optional["OfferWhere"] = None
    "None of them meets this."


class OfferWhere(BaseModel):
    """Which of type Offer: all that is given must be met."""

    and_: Optional[list["OfferWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["OfferWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["OfferWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`off-…`."
    lot: Optional["TextFilter"] = None
    "The framework lot's code."
    price_min: Optional["MoneyFilter"] = Field(alias="priceMin", default=None)
    "The least price without tax."
    price_max: Optional["MoneyFilter"] = Field(alias="priceMax", default=None)
    "The highest price without tax."
    gross_min: Optional["MoneyFilter"] = Field(alias="grossMin", default=None)
    "The least price with tax; never derived."
    gross_max: Optional["MoneyFilter"] = Field(alias="grossMax", default=None)
    "The highest price with tax; never derived."
    setup_price: Optional["MoneyFilter"] = Field(alias="setupPrice", default=None)
    "What is paid once at the start."
    unit: Optional["TextFilter"] = None
    "What one price is for: user, instance, and so on."
    interval: Optional["TextFilter"] = None
    "For how long it is paid: month, year; null: once."
    min_quantity: Optional["NumberFilter"] = Field(alias="minQuantity", default=None)
    "The least quantity."
    max_quantity: Optional["NumberFilter"] = Field(alias="maxQuantity", default=None)
    "The largest quantity."
    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "The first day on which it holds."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "The last day on which it holds."
    buyer_types: Optional["ListFilter"] = Field(alias="buyerTypes", default=None)
    "Which types of body may use it; null: all."
    regions: Optional["ListFilter"] = None
    "In which regions; null: everywhere."
    currency: Optional["TextFilter"] = None
    "ISO 4217 code of the prices."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    product: Optional["ProductWhere"] = None
    "Of what."
    framework: Optional["FrameworkWhere"] = None
    "The route on which it holds."


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
    lines: Optional["NumberFilter"] = None
    "How many lines of a spend list it sums; null: it is a line itself."
    vat: Optional["MoneyFilter"] = None
    "Irrecoverable VAT as stated beside the amount."
    tax: Optional["TextFilter"] = None
    "net or gross, as its list says; null: it does not."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    contract: Optional["ContractWhere"] = None
    "The contract that it was paid under."


class ProcurementWhere(BaseModel):
    """Which of type Procurement: all that is given must be met."""

    and_: Optional[list["ProcurementWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["ProcurementWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["ProcurementWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`prc-…`."
    ocid: Optional["TextFilter"] = None
    "The ocid as published."
    reference: Optional["TextFilter"] = None
    "tender.id as published; opaque."
    title: Optional["TextFilter"] = None
    "tender.title."
    description: Optional["TextFilter"] = None
    "tender.description."
    status: Optional["TextFilter"] = None
    "tender.status."
    method: Optional["TextFilter"] = None
    "tender.procurementMethod."
    method_details: Optional["TextFilter"] = Field(alias="methodDetails", default=None)
    "tender.procurementMethodDetails."
    main_category: Optional["TextFilter"] = Field(alias="mainCategory", default=None)
    "goods, services or works."
    value: Optional["MoneyFilter"] = None
    "The net value; null: not published, which is not zero."
    gross: Optional["MoneyFilter"] = None
    "The value with tax as published; never derived."
    min_value: Optional["MoneyFilter"] = Field(alias="minValue", default=None)
    "The least value, net."
    legal_scheme: Optional["TextFilter"] = Field(alias="legalScheme", default=None)
    "tender.legalBasis.scheme, as UKPGA or CELEX."
    legal_id: Optional["TextFilter"] = Field(alias="legalId", default=None)
    "tender.legalBasis.id, as 2023/54."
    method_rationale: Optional["TextFilter"] = Field(
        alias="methodRationale", default=None
    )
    "Why that method."
    method_rationales: Optional["ListFilter"] = Field(
        alias="methodRationales", default=None
    )
    "Why, as `scheme id`."
    above_threshold: Optional["BooleanFilter"] = Field(
        alias="aboveThreshold", default=None
    )
    "Whether its value is above it."
    final_status_on: Optional["DateFilter"] = Field(alias="finalStatusOn", default=None)
    "The day it ended; of a UK12 its awards' last."
    end_reason: Optional["TextFilter"] = Field(alias="endReason", default=None)
    "statusDetails of a procurement that ended."
    status_details: Optional["TextFilter"] = Field(alias="statusDetails", default=None)
    "What its publisher says of its status."
    classes: Optional["ListFilter"] = None
    "tender's own, `scheme id description`."
    item_classes: Optional["ListFilter"] = Field(alias="itemClasses", default=None)
    "`item lot scheme id description`."
    related: Optional["ListFilter"] = None
    "`relationship scheme identifier title`."
    has_framework: Optional["BooleanFilter"] = Field(alias="hasFramework", default=None)
    "Whether it makes a framework."
    special_regimes: Optional["ListFilter"] = Field(
        alias="specialRegimes", default=None
    )
    "tender.specialRegime."
    covered_by: Optional["ListFilter"] = Field(alias="coveredBy", default=None)
    "Trade agreements, as GPA."
    tenders_from: Optional["DateFilter"] = Field(alias="tendersFrom", default=None)
    "First day of tenderPeriod."
    tenders_until: Optional["DateFilter"] = Field(alias="tendersUntil", default=None)
    "Last day for tenders."
    enquiries_until: Optional["DateFilter"] = Field(
        alias="enquiriesUntil", default=None
    )
    "Last day for questions."
    starts_on: Optional["DateFilter"] = Field(alias="startsOn", default=None)
    "First day of tender.contractPeriod."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "Last day of tender.contractPeriod."
    extends_to: Optional["DateFilter"] = Field(alias="extendsTo", default=None)
    "Its maxExtentDate."
    suits_sme: Optional["BooleanFilter"] = Field(alias="suitsSme", default=None)
    "Suitable for small and medium firms."
    suits_vcse: Optional["BooleanFilter"] = Field(alias="suitsVcse", default=None)
    "Suitable for VCSEs."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    lots: Optional["LotSome"] = None
    "Its lots, newest first."
    awards: Optional["AwardSome"] = None
    "Its awards, newest first."
    contracts: Optional["ContractSome"] = None
    "The contracts it led to, newest first."
    notices: Optional["NoticeSome"] = None
    "Its notices of the Procurement Act, newest first."
    amendments: Optional["AmendmentSome"] = None
    "What changed of it or its contracts, newest first."
    kpis: Optional["KpiSome"] = None
    "The indicators it tells of, newest first."
    assessments: Optional["AssessmentSome"] = None
    "The ratings it tells of, newest first."
    failures: Optional["FailureSome"] = None
    "The breaches it tells of, newest first."


class ProductSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["ProductWhere"] = None
    "At least one of them meets this."
    none: Optional["ProductWhere"] = None
    "None of them meets this."


class ProductWhere(BaseModel):
    """Which of type Product: all that is given must be met."""

    and_: Optional[list["ProductWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["ProductWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["ProductWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`prd-…`."
    name: Optional["TextFilter"] = None
    "What it is called."
    description: Optional["TextFilter"] = None
    "What it is."
    features: Optional["ListFilter"] = None
    "What it can do."
    benefits: Optional["ListFilter"] = None
    "What it is good for."
    cpv: Optional["ListFilter"] = None
    "CPV codes of what it is."
    url: Optional["TextFilter"] = None
    "Where it is described."
    source_code: Optional["TextFilter"] = Field(alias="sourceCode", default=None)
    "Where its source is published."
    licence: Optional["TextFilter"] = None
    "Under which licence."
    version: Optional["TextFilter"] = None
    "Which version."
    cloud_deployment_model: Optional["ListFilter"] = Field(
        alias="cloudDeploymentModel", default=None
    )
    "public, private, community or hybrid cloud."
    reselling_type: Optional["TextFilter"] = Field(alias="resellingType", default=None)
    "Whether its seller resells it, and what is added."
    data_storage_and_processing_locations: Optional["ListFilter"] = Field(
        alias="dataStorageAndProcessingLocations", default=None
    )
    "Where data are kept: uk, eea, privacy_shield, other."
    public_sector_networks_types: Optional["ListFilter"] = Field(
        alias="publicSectorNetworksTypes", default=None
    )
    "Which public sector networks it is connected to."
    government_security_clearances: Optional["ListFilter"] = Field(
        alias="governmentSecurityClearances", default=None
    )
    "Clearances of staff: dv, sc, bpss, none."
    staff_security_clearance_checks: Optional["TextFilter"] = Field(
        alias="staffSecurityClearanceChecks", default=None
    )
    "How staff are screened."
    security_governance_standards: Optional["ListFilter"] = Field(
        alias="securityGovernanceStandards", default=None
    )
    "Standards of security governance."
    datacentre_security_standards: Optional["TextFilter"] = Field(
        alias="datacentreSecurityStandards", default=None
    )
    "What the data centres keep to."
    penetration_testing: Optional["TextFilter"] = Field(
        alias="penetrationTesting", default=None
    )
    "How often it is tested for ways in."
    penetration_testing_approach: Optional["ListFilter"] = Field(
        alias="penetrationTestingApproach", default=None
    )
    "By whom it is tested for ways in."
    access_restriction_testing: Optional["TextFilter"] = Field(
        alias="accessRestrictionTesting", default=None
    )
    "How often restrictions of access are tested."
    user_authentication: Optional["ListFilter"] = Field(
        alias="userAuthentication", default=None
    )
    "How users prove who they are."
    management_access_authentication: Optional["ListFilter"] = Field(
        alias="managementAccessAuthentication", default=None
    )
    "How managers prove who they are."
    protection_of_data_at_rest: Optional["ListFilter"] = Field(
        alias="protectionOfDataAtRest", default=None
    )
    "How data at rest are protected."
    data_protection_between_networks: Optional["ListFilter"] = Field(
        alias="dataProtectionBetweenNetworks", default=None
    )
    "How data between networks are protected."
    data_protection_within_network: Optional["ListFilter"] = Field(
        alias="dataProtectionWithinNetwork", default=None
    )
    "How data within its network are protected."
    data_export_formats: Optional["ListFilter"] = Field(
        alias="dataExportFormats", default=None
    )
    "Formats of export."
    data_import_formats: Optional["ListFilter"] = Field(
        alias="dataImportFormats", default=None
    )
    "Formats of import."
    api_documentation_formats: Optional["ListFilter"] = Field(
        alias="apiDocumentationFormats", default=None
    )
    "Formats of the documentation of its API."
    service_interface_accessibility: Optional["TextFilter"] = Field(
        alias="serviceInterfaceAccessibility", default=None
    )
    "Accessibility of its interface (WCAG)."
    documentation_accessibility: Optional["TextFilter"] = Field(
        alias="documentationAccessibility", default=None
    )
    "Accessibility of its documentation (WCAG)."
    web_chat_support_accessibility: Optional["TextFilter"] = Field(
        alias="webChatSupportAccessibility", default=None
    )
    "Accessibility of its web chat (WCAG)."
    email_or_ticketing_support_accessibility: Optional["TextFilter"] = Field(
        alias="emailOrTicketingSupportAccessibility", default=None
    )
    "Accessibility of its tickets (WCAG)."
    email_or_ticketing_support: Optional["TextFilter"] = Field(
        alias="emailOrTicketingSupport", default=None
    )
    "Support by e-mail or tickets: yes, yes_extra_cost, no."
    web_chat_support: Optional["TextFilter"] = Field(
        alias="webChatSupport", default=None
    )
    "Support by web chat: yes, yes_extra_cost, no."
    onsite_support: Optional["TextFilter"] = Field(alias="onsiteSupport", default=None)
    "Support on site: yes, yes_extra_cost, no."
    phone_support_availability: Optional["TextFilter"] = Field(
        alias="phoneSupportAvailability", default=None
    )
    "When support answers the telephone."
    metrics_how: Optional["ListFilter"] = Field(alias="metricsHow", default=None)
    "How service metrics are given."
    audit_buyers_actions: Optional["TextFilter"] = Field(
        alias="auditBuyersActions", default=None
    )
    "How buyers see what their users did."
    how_long_system_logs_stored: Optional["TextFilter"] = Field(
        alias="howLongSystemLogsStored", default=None
    )
    "How long system logs are kept."
    secure_development: Optional["TextFilter"] = Field(
        alias="secureDevelopment", default=None
    )
    "How secure development is proved."
    service_add_on_type: Optional["TextFilter"] = Field(
        alias="serviceAddOnType", default=None
    )
    "Whether it is an add-on to another service."
    education_pricing: Optional["BooleanFilter"] = Field(
        alias="educationPricing", default=None
    )
    "Whether there are prices for education."
    free_version_trial_option: Optional["BooleanFilter"] = Field(
        alias="freeVersionTrialOption", default=None
    )
    "Whether there is a free version or trial."
    phone_support: Optional["BooleanFilter"] = Field(alias="phoneSupport", default=None)
    "Whether there is support by telephone."
    api: Optional["BooleanFilter"] = None
    "Whether it has an API."
    end_of_contract_data_extraction: Optional["TextFilter"] = Field(
        alias="endOfContractDataExtraction", default=None
    )
    "How data are taken out at the end of a contract."
    end_of_contract_process: Optional["TextFilter"] = Field(
        alias="endOfContractProcess", default=None
    )
    "What happens at the end of a contract."
    data_export_how: Optional["TextFilter"] = Field(alias="dataExportHow", default=None)
    "How users export data."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    supplier: Optional["SupplierWhere"] = None
    "Who sells it."
    offers: Optional["OfferSome"] = None
    "Its prices, newest first."
    deals: Optional["DealSome"] = None
    "Nationally negotiated prices, newest first."
    reviews: Optional["ReviewSome"] = None
    "What buyers say of it, newest first."
    contracts: Optional["ContractSome"] = None
    "Contracts that cover it, newest first."


class ReviewSome(BaseModel):
    """What is said of those behind a relation."""

    some: Optional["ReviewWhere"] = None
    "At least one of them meets this."
    none: Optional["ReviewWhere"] = None
    "None of them meets this."


class ReviewWhere(BaseModel):
    """Which of type Review: all that is given must be met."""

    and_: Optional[list["ReviewWhere"]] = Field(alias="AND", default=None)
    "All of these."
    or_: Optional[list["ReviewWhere"]] = Field(alias="OR", default=None)
    "One of these at least."
    not_: Optional["ReviewWhere"] = Field(alias="NOT", default=None)
    "Exactly those that do not meet this."
    id: Optional["IdFilter"] = None
    "`rev-…`."
    rating: Optional["NumberFilter"] = None
    "Stars, 1 (very poor) to 5 (excellent)."
    delivery: Optional["NumberFilter"] = None
    "Stars for delivery, 1 to 5."
    support: Optional["NumberFilter"] = None
    "Stars for support, 1 to 5."
    value: Optional["NumberFilter"] = None
    "Stars for value, 1 to 5."
    accessibility: Optional["NumberFilter"] = None
    "Stars for accessibility, 1 to 5."
    exit: Optional["NumberFilter"] = None
    "Stars for exit, 1 to 5."
    title: Optional["TextFilter"] = None
    "Its heading."
    text: Optional["TextFilter"] = None
    "What is said."
    role: Optional["TextFilter"] = None
    "The reviewer's role, never a name."
    written_on: Optional["DateFilter"] = Field(alias="writtenOn", default=None)
    "The day on which it was written."
    reply: Optional["TextFilter"] = None
    "What the supplier answered."
    replied_on: Optional["DateFilter"] = Field(alias="repliedOn", default=None)
    "The day of the answer."
    public_from: Optional["InstantFilter"] = Field(alias="publicFrom", default=None)
    "Since when it is public."
    basis: Optional["BasisFilter"] = None
    "How the public time is known."
    source: Optional["TextFilter"] = None
    "The id of the data set that it comes from."
    by: Optional["BuyerWhere"] = None
    "The body behind it."
    contract: Optional["ContractWhere"] = None
    "The contract that it is about."
    product: Optional["ProductWhere"] = None
    "The product that it is about."


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
    products: Optional["ProductSome"] = None
    "What it sells, newest first."


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


AmendmentSome.model_rebuild()
AmendmentWhere.model_rebuild()
AssessmentSome.model_rebuild()
AssessmentWhere.model_rebuild()
AwardSome.model_rebuild()
AwardWhere.model_rebuild()
BuyerWhere.model_rebuild()
CategorySome.model_rebuild()
CategoryWhere.model_rebuild()
ContractSome.model_rebuild()
ContractWhere.model_rebuild()
DealSome.model_rebuild()
DealWhere.model_rebuild()
FailureSome.model_rebuild()
FailureWhere.model_rebuild()
FrameworkLotSome.model_rebuild()
FrameworkLotWhere.model_rebuild()
FrameworkWhere.model_rebuild()
KpiSome.model_rebuild()
KpiWhere.model_rebuild()
LotSome.model_rebuild()
LotWhere.model_rebuild()
NeedInput.model_rebuild()
NoticeSome.model_rebuild()
NoticeWhere.model_rebuild()
OfferSome.model_rebuild()
OfferWhere.model_rebuild()
PaymentSome.model_rebuild()
PaymentWhere.model_rebuild()
ProcurementWhere.model_rebuild()
ProductSome.model_rebuild()
ProductWhere.model_rebuild()
ReviewSome.model_rebuild()
ReviewWhere.model_rebuild()
SupplierSome.model_rebuild()
SupplierWhere.model_rebuild()

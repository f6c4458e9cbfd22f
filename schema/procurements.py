"""Procurements: OCDS processes with their lots and awards."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, day, instant, many, money, one
from schema.lazy import CONTRACTS, NOTICES, PERFORMANCE, PROCUREMENTS
from schema.node import Node
from schema.orders import ContractOrder, NewestOrder
from schema.paging import Connection
from schema.scalars import Basis, Money

if TYPE_CHECKING:
    from schema.contracts import Contract
    from schema.notices import Amendment, Notice
    from schema.performance import Assessment, Failure, Kpi


@strawberry.type(
    description="An OCDS process: what was planned, asked for and awarded, "
    "with the contracts it led to."
)
class Procurement(Node):
    id: strawberry.ID = column(description="`prc-…`.")
    ocid: str = column(description="The ocid as published.")
    reference: str | None = column(description="tender.id as published; opaque.")
    title: str | None = column(description="tender.title.")
    description: str | None = column(description="tender.description.")
    status: str | None = column(description="tender.status.")
    method: str | None = column(description="tender.procurementMethod.")
    method_details: str | None = column(description="tender.procurementMethodDetails.")
    main_category: str | None = column(description="goods, services or works.")
    value: Money | None = money(
        "valueE5", "currency", description="The net value; null: not published, which is not zero."
    )
    gross: Money | None = money(
        "grossE5", "currency", description="The value with tax as published; never derived."
    )
    min_value: Money | None = money("minValueE5", "currency", description="The least value, net.")
    legal_scheme: str | None = column(description="tender.legalBasis.scheme, as UKPGA or CELEX.")
    legal_id: str | None = column(description="tender.legalBasis.id, as 2023/54.")
    method_rationale: str | None = column(description="Why that method.")
    method_rationales: list[str] | None = column(description="Why, as `scheme id`.")
    above_threshold: bool | None = column(description="Whether its value is above it.")
    final_status_on: date | None = column(
        description="The day it ended; of a UK12 its awards' last.", convert=day
    )
    end_reason: str | None = column(description="statusDetails of a procurement that ended.")
    status_details: str | None = column(description="What its publisher says of its status.")
    classes: list[str] | None = column(description="tender's own, `scheme id description`.")
    item_classes: list[str] | None = column(description="`item lot scheme id description`.")
    related: list[str] | None = column(description="`relationship scheme identifier title`.")
    has_framework: bool | None = column(description="Whether it makes a framework.")
    special_regimes: list[str] | None = column(description="tender.specialRegime.")
    covered_by: list[str] | None = column(description="Trade agreements, as GPA.")
    tenders_from: date | None = column(description="First day of tenderPeriod.", convert=day)
    tenders_until: date | None = column(description="Last day for tenders.", convert=day)
    enquiries_until: date | None = column(description="Last day for questions.", convert=day)
    starts_on: date | None = column(description="First day of tender.contractPeriod.", convert=day)
    ends_on: date | None = column(description="Last day of tender.contractPeriod.", convert=day)
    extends_to: date | None = column(description="Its maxExtentDate.", convert=day)
    suits_sme: bool | None = column(description="Suitable for small and medium firms.")
    suits_vcse: bool | None = column(description="Suitable for VCSEs.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    lots: Connection[Annotated["Lot", PROCUREMENTS]] = many(
        NewestOrder, description="Its lots, newest first."
    )
    awards: Connection[Annotated["Award", PROCUREMENTS]] = many(
        NewestOrder, description="Its awards, newest first."
    )
    contracts: Connection[Annotated["Contract", CONTRACTS]] = many(
        ContractOrder, description="The contracts it led to, newest first."
    )
    notices: Connection[Annotated["Notice", NOTICES]] = many(
        NewestOrder, description="Its notices of the Procurement Act, newest first."
    )
    amendments: Connection[Annotated["Amendment", NOTICES]] = many(
        NewestOrder, description="What changed of it or its contracts, newest first."
    )
    kpis: Connection[Annotated["Kpi", PERFORMANCE]] = many(
        NewestOrder, description="The indicators it tells of, newest first."
    )
    assessments: Connection[Annotated["Assessment", PERFORMANCE]] = many(
        NewestOrder, description="The ratings it tells of, newest first."
    )
    failures: Connection[Annotated["Failure", PERFORMANCE]] = many(
        NewestOrder, description="The breaches it tells of, newest first."
    )


@strawberry.type(description="A lot of a procurement.")
class Lot(Node):
    id: strawberry.ID = column(description="`lot-…`.")
    reference: str = column(description="The lot's id as published.")
    title: str | None = column(description="Its title.")
    description: str | None = column(description="Its description.")
    status: str | None = column(description="Its status.")
    value: Money | None = money(
        "valueE5", "currency", description="The net value; null: not published, which is not zero."
    )
    gross: Money | None = money(
        "grossE5", "currency", description="The value with tax as published; never derived."
    )
    starts_on: date | None = column(description="First day of its contractPeriod.", convert=day)
    ends_on: date | None = column(description="Last day of its contractPeriod.", convert=day)
    extends_to: date | None = column(description="Last day with all extensions.", convert=day)
    months: int | None = column(description="Its term in months as stated.")
    has_renewal: bool | None = column(description="Whether it can be renewed.")
    renewal: str | None = column(description="How it can be renewed.")
    has_options: bool | None = column(description="Whether it has options.")
    options: str | None = column(description="Which options.")
    suits_sme: bool | None = column(description="Suitable for small and medium firms.")
    suits_vcse: bool | None = column(description="Suitable for VCSEs.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    procurement: Annotated["Procurement", PROCUREMENTS] | None = one(
        description="The procurement that it is a part of."
    )


@strawberry.type(
    description="An award of a procurement; the contract that came of it stands beside."
)
class Award(Node):
    id: strawberry.ID = column(description="`awd-…`.")
    reference: str = column(description="The award's id as published.")
    title: str | None = column(description="Its title.")
    status: str | None = column(description="Its status.")
    value: Money | None = money(
        "valueE5", "currency", description="The net value; null: not published, which is not zero."
    )
    gross: Money | None = money(
        "grossE5", "currency", description="The value with tax as published; never derived."
    )
    starts_on: date | None = column(description="First day of its contractPeriod.", convert=day)
    ends_on: date | None = column(description="Last day of its contractPeriod.", convert=day)
    extends_to: date | None = column(description="Last day with all extensions.", convert=day)
    months: int | None = column(description="Its term in months as stated.")
    has_renewal: bool | None = column(description="Whether it can be renewed.")
    renewal: str | None = column(description="How it can be renewed.")
    has_options: bool | None = column(description="Whether it has options.")
    options: str | None = column(description="Which options.")
    description: str | None = column(description="Its description.")
    main_category: str | None = column(description="goods, services or works.")
    above_threshold: bool | None = column(description="Whether its value is above it.")
    lots: list[str] | None = column(description="The published ids of its lots.")
    item_classes: list[str] | None = column(description="`item lot scheme id description`.")
    awarded_on: date | None = column(description="The day of the award.", convert=day)
    final_status_on: date | None = column(
        description="The day it ended without a contract.", convert=day
    )
    status_details: str | None = column(description="What its publisher says of its status.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    procurement: Annotated["Procurement", PROCUREMENTS] | None = one(
        description="The procurement that it is a part of."
    )

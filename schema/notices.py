"""Notices of a procurement, and the amendments that change its contracts."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, day, instant, money, one
from schema.lazy import CONTRACTS, PROCUREMENTS
from schema.node import Node
from schema.scalars import Basis, Money

if TYPE_CHECKING:
    from schema.contracts import Contract
    from schema.procurements import Procurement


@strawberry.type(description="A notice of the Procurement Act 2023.")
class Notice(Node):
    id: strawberry.ID = column(description="`not-…`.")
    reference: str = column(description="The notice's id as published.")
    section: str = column(description="Where it stands: planning, tender, awards, contracts.")
    type: str | None = column(description="noticeType as published: UK1 to UK17, or else.")
    name: str | None = column(description="What a notice of that type is; null for others.")
    document_type: str | None = column(description="documentType as published.")
    description: str | None = column(description="What its publisher says of it.")
    published_on: date | None = column(
        description="The day on which it was published, as stated.", convert=day
    )
    url: str | None = column(description="Where it stands.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    procurement: Annotated["Procurement", PROCUREMENTS] | None = one(
        description="The procurement that it speaks of."
    )


@strawberry.type(
    description="A change of a tender, an award or a contract, as its publisher tells it."
)
class Amendment(Node):
    id: strawberry.ID = column(description="`amd-…`.")
    reference: str = column(description="The amendment's id as published.")
    section: str = column(description="What it changes: tender, awards or contracts.")
    holder: str | None = column(
        description="The published id of the award or contract; null for a tender."
    )
    proposed: bool = column(description="True while it was not signed yet.")
    amended_on: date | None = column(description="The day of the amendment.", convert=day)
    description: str | None = column(description="What changed.")
    rationale: str | None = column(description="Why.")
    rationales: list[str] | None = column(description="Why, as `scheme id`.")
    value: Money | None = money("valueE5", "currency", description="The new value, net.")
    starts_on: date | None = column(description="First day of the new term.", convert=day)
    ends_on: date | None = column(description="Last day of the new term.", convert=day)
    above_threshold: bool | None = column(description="Whether the new value is above it.")
    has_renewal: bool | None = column(description="Whether it can be renewed.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    procurement: Annotated["Procurement", PROCUREMENTS] | None = one(
        description="The procurement that it changes."
    )
    contract: Annotated["Contract", CONTRACTS] | None = one(
        description="The contract that it changes; null: a tender or an award."
    )

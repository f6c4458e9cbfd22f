"""How contracts perform: indicators, statutory ratings and breaches."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, day, instant, many, money, one
from schema.lazy import CONTRACTS, PERFORMANCE
from schema.node import Node
from schema.orders import NewestOrder
from schema.paging import Connection
from schema.scalars import Basis, Money

if TYPE_CHECKING:
    from schema.contracts import Contract


@strawberry.type(description="A key performance indicator agreed for a contract.")
class Kpi(Node):
    id: strawberry.ID = column(description="`kpi-…`.")
    reference: str = column(description="Its id as its source gives it; opaque.")
    name: str | None = column(description="What is measured.")
    description: str | None = column(description="What is measured, at length.")
    target: str | None = column(description="What was agreed, as written.")
    unit: str | None = column(description="The unit of the target.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    contract: Annotated["Contract", CONTRACTS] | None = one(
        description="The contract that it was agreed for; of several the first by id."
    )
    assessments: Connection[Annotated["Assessment", PERFORMANCE]] = many(
        NewestOrder, description="The ratings by it, newest first."
    )


@strawberry.type(description="How well a contract did in a period, by one indicator or as a whole.")
class Assessment(Node):
    id: strawberry.ID = column(description="`asm-…`.")
    reference: str = column(description="Its id as its source gives it; opaque.")
    rating: str | None = column(
        description="good, approaching_target, requires_improvement, inadequate or other; "
        "null: not rated."
    )
    code: str | None = column(description="The rating's code as published.")
    rating_text: str | None = column(description="The rating in its publisher's words.")
    measure: str | None = column(description="What was measured, as written.")
    unit: str | None = column(description="The unit of the measure.")
    value: Money | None = money("valueE5", "currency", description="A measured sum.")
    description: str | None = column(description="What its publisher says of it.")
    period_from: date | None = column(description="First day that it is about.", convert=day)
    period_to: date | None = column(description="Last day that it is about.", convert=day)
    assessed_on: date | None = column(description="The day of the assessment.", convert=day)
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    contract: Annotated["Contract", CONTRACTS] | None = one(
        description="The contract that was rated; of several the first by id."
    )
    kpi: Annotated["Kpi", PERFORMANCE] | None = one(
        description="The indicator that it is by; null: the contract as a whole."
    )


@strawberry.type(description="A breach of a contract, and its penalty.")
class Failure(Node):
    id: strawberry.ID = column(description="`fai-…`.")
    reference: str = column(description="Its id as its source gives it; opaque.")
    requirement: str | None = column(description="What was not carried out.")
    description: str | None = column(description="What went wrong.")
    category: str | None = column(description="What kind of failure, as published.")
    events: int | None = column(description="How many times it happened.")
    period_from: date | None = column(description="First day that it is about.", convert=day)
    period_to: date | None = column(description="Last day that it is about.", convert=day)
    decided_on: date | None = column(
        description="The day on which the failure was decided.", convert=day
    )
    penalty_on: date | None = column(description="The day of the penalty.", convert=day)
    penalty_type: str | None = column(description="contracted, imposed or negotiated.")
    penalty_basis: str | None = column(description="The basis of the penalty in free text.")
    penalty_contracted: str | None = column(description="What the contract says of it.")
    penalty_imposed: str | None = column(description="What was imposed.")
    penalty_paid: bool | None = column(description="Whether it was paid.")
    penalty: Money | None = money("penaltyE5", "currency", description="The penalty, net.")
    penalty_gross: Money | None = money(
        "penaltyGrossE5",
        "currency",
        description="The penalty with tax as published; never derived.",
    )
    partial_termination: str | None = column(description="What part of the contract ended.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    contract: Annotated["Contract", CONTRACTS] | None = one(
        description="The contract that was breached; of several the first by id."
    )

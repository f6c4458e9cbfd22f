"""Scalars and small values: money, and how the public time of a fact is known."""

from decimal import Decimal
from enum import Enum

import strawberry.federation

from graph.money import from_e5


@strawberry.federation.type(
    shareable=True, description="An exact amount. Different currencies are never added."
)
class Money:
    amount: Decimal = strawberry.field(description="The amount in units of the currency, as text.")
    currency: str = strawberry.field(description="ISO 4217 code, for instance GBP.")

    @classmethod
    def of(cls, units: int | None, currency: str | None) -> "Money | None":
        """From 10⁻⁵ units; None when the amount or its currency is not known."""
        if units is None or currency is None:
            return None
        return cls(amount=from_e5(units), currency=currency)


@strawberry.enum(description="How the public time of a fact is known.")
class Basis(Enum):
    STATED = strawberry.enum_value("stated", description="The source states it.")
    ASSUMED = strawberry.enum_value(
        "assumed", description="A rule: a month's return is public on the first of the next month."
    )
    FETCHED = strawberry.enum_value("fetched", description="The day on which it was fetched.")

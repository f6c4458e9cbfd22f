"""Prices by quantity, as offers and deals state them."""

from collections.abc import Iterable
from decimal import Decimal

import strawberry

from graph.money import from_e5


@strawberry.type(description="The price of one unit when so many are bought.")
class Tier:
    from_: int = strawberry.field(name="from", description="The least quantity.")
    to: int | None = strawberry.field(description="The largest quantity; null: no end.")
    price: Decimal = strawberry.field(description="The price of one unit without tax, as text.")


def tiers(told: Iterable[str]) -> list[Tier]:
    """From texts `from to price`: `to` may be `-`, the price is in 10⁻⁵ currency units."""
    found = (text.split() for text in told)
    return [
        Tier(from_=int(first), to=None if last == "-" else int(last), price=from_e5(int(price)))
        for first, last, price in found
    ]

"""Deals: nationally negotiated prices."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, day, instant, money, one
from schema.lazy import FRAMEWORKS, PRODUCTS
from schema.node import Node
from schema.prices import Tier, tiers
from schema.scalars import Basis, Money

if TYPE_CHECKING:
    from schema.frameworks import Framework
    from schema.products import Product


@strawberry.type(description="A nationally negotiated price: who may use it, from when to when.")
class Deal(Node):
    id: strawberry.ID = column(description="`dea-…`.")
    lot: str | None = column(description="The framework lot's code.")
    name: str | None = column(description="What it is called.")
    price_min: Money | None = money(
        "priceMinE5", "currency", description="The least price without tax."
    )
    price_max: Money | None = money(
        "priceMaxE5", "currency", description="The highest price without tax."
    )
    gross_min: Money | None = money(
        "grossMinE5", "currency", description="The least price with tax; never derived."
    )
    gross_max: Money | None = money(
        "grossMaxE5", "currency", description="The highest price with tax; never derived."
    )
    setup_price: Money | None = money(
        "setupPriceE5", "currency", description="What is paid once at the start."
    )
    unit: str | None = column(description="What one price is for: user, instance, and so on.")
    interval: str | None = column(description="For how long it is paid: month, year; null: once.")
    min_quantity: int | None = column(description="The least quantity.")
    max_quantity: int | None = column(description="The largest quantity.")
    valid_from: date | None = column(description="The first day on which it holds.", convert=day)
    valid_to: date | None = column(description="The last day on which it holds.", convert=day)
    buyer_types: list[str] | None = column(description="Which types of body may use it; null: all.")
    regions: list[str] | None = column(description="In which regions; null: everywhere.")
    currency: str | None = column(description="ISO 4217 code of the prices.")
    tiers: list[Tier] | None = column(
        description="Prices by quantity, in the same currency; null: one price.", convert=tiers
    )
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    product: Annotated["Product", PRODUCTS] | None = one(description="Of what.")
    framework: Annotated["Framework", FRAMEWORKS] | None = one(
        description="The route on which it holds."
    )

"""Contracts: what a public body bought, from whom and at what price."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, day, instant, many, money, one, sums
from schema.lazy import BUYERS, CATEGORIES, FRAMEWORKS, PAYMENTS, SUPPLIERS
from schema.node import Node
from schema.orders import CodeOrder, OrganisationOrder, PaymentOrder
from schema.paging import Connection
from schema.scalars import Basis, Money

if TYPE_CHECKING:
    from schema.buyers import Buyer
    from schema.categories import Category
    from schema.frameworks import Framework
    from schema.payments import Payment
    from schema.suppliers import Supplier


@strawberry.type(
    description="What was agreed: an OCDS contract, an award without a contract object, "
    "or the purchase behind sales returns or a spend list."
)
class Contract(Node):
    id: strawberry.ID = column(description="`con-…`.")
    origin: str = column(
        description="contract, award (no contract object was published), returns or spend."
    )
    ocid: str | None = column(description="The OCDS process it belongs to.")
    reference: str | None = column(description="The id that its source gives it; opaque.")
    title: str | None = column(description="What was bought, as published.")
    description: str | None = column(description="What was bought, at length.")
    status: str | None = column(description="The status as published.")
    lot: str | None = column(description="The framework lot's code.")
    value: Money | None = money(
        "valueE5", "currency", description="The net value; null: not published, which is not zero."
    )
    gross: Money | None = money(
        "grossE5", "currency", description="The value with tax as published; never derived."
    )
    paid: list[Money] = sums(description="What was paid under it in all, per currency.")
    signed_on: date | None = column(description="Day of signature or award.", convert=day)
    starts_on: date | None = column(description="First day of the term.", convert=day)
    ends_on: date | None = column(description="Last day of the term as stated.", convert=day)
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    buyer: Annotated["Buyer", BUYERS] | None = one(
        description="Who bought; of several the first by id."
    )
    suppliers: Connection[Annotated["Supplier", SUPPLIERS]] = many(
        OrganisationOrder, description="Who supplies."
    )
    framework: Annotated["Framework", FRAMEWORKS] | None = one(
        description="The framework it was called off."
    )
    categories: Connection[Annotated["Category", CATEGORIES]] = many(
        CodeOrder, description="What it is for."
    )
    payments: Connection[Annotated["Payment", PAYMENTS]] = many(
        PaymentOrder, description="What was paid under it, newest first."
    )

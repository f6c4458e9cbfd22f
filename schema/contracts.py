"""Contracts: what a public body bought, from whom and at what price."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from schema.declare import column, day, instant, many, money, one, sums
from schema.node import Node
from schema.orders import CodeOrder, OrganisationOrder, PaymentOrder
from schema.paging import Connection
from schema.scalars import Basis, Money

BuyerType = Annotated["Buyer", strawberry.lazy("schema.buyers")]  # noqa: F821
SupplierType = Annotated["Supplier", strawberry.lazy("schema.suppliers")]  # noqa: F821
CategoryType = Annotated["Category", strawberry.lazy("schema.categories")]  # noqa: F821
FrameworkType = Annotated["Framework", strawberry.lazy("schema.frameworks")]  # noqa: F821
PaymentType = Annotated["Payment", strawberry.lazy("schema.payments")]  # noqa: F821


@strawberry.type(
    description="What was agreed: an OCDS contract, an award without a contract object, "
    "or the purchase behind sales returns."
)
class Contract(Node):
    id: strawberry.ID = column(description="`con-…`.")
    origin: str = column(
        description="contract, award (no contract object was published) or returns."
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
    buyer: BuyerType | None = one(description="Who bought; of several the first by id.")
    suppliers: Connection[SupplierType] = many(OrganisationOrder, description="Who supplies.")
    framework: FrameworkType | None = one(description="The framework it was called off.")
    categories: Connection[CategoryType] = many(CodeOrder, description="What it is for.")
    payments: Connection[PaymentType] = many(
        PaymentOrder, description="What was paid under it, newest first."
    )

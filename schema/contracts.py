"""Contracts: what a public body bought, from whom and at what price."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry.federation

from schema.declare import column, day, instant, many, money, one, sums
from schema.lazy import (
    BUYERS,
    CATEGORIES,
    FRAMEWORKS,
    NOTICES,
    PAYMENTS,
    PERFORMANCE,
    PROCUREMENTS,
    PRODUCTS,
    REVIEWS,
    SUPPLIERS,
)
from schema.node import Node
from schema.orders import (
    CodeOrder,
    NewestOrder,
    OrganisationOrder,
    PaymentOrder,
    ProductOrder,
    ReviewOrder,
)
from schema.paging import Connection
from schema.scalars import Basis, Money

if TYPE_CHECKING:
    from schema.buyers import Buyer
    from schema.categories import Category
    from schema.frameworks import Framework
    from schema.notices import Amendment
    from schema.payments import Payment
    from schema.performance import Assessment, Failure, Kpi
    from schema.procurements import Procurement
    from schema.products import Product
    from schema.reviews import Review
    from schema.suppliers import Supplier


@strawberry.federation.type(
    keys=["id", "ocid"],
    description="What was agreed: an OCDS contract, an award without a contract object, "
    "or the purchase behind sales returns or a spend list.",
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
    extends_to: date | None = column(
        description="Last day with all extensions as stated.", convert=day
    )
    months: int | None = column(description="The term in months as stated, not counted.")
    has_renewal: bool | None = column(description="Whether it can be renewed.")
    renewal: str | None = column(description="How it can be renewed.")
    has_options: bool | None = column(description="Whether it has options.")
    options: str | None = column(description="Which options.")
    above_threshold: bool | None = column(description="Whether its value is above the threshold.")
    status_details: str | None = column(description="What its publisher says of its status.")
    termination_rationales: list[str] | None = column(description="Why it ended, as `scheme id`.")
    no_metrics_rationale: str | None = column(description="Why no metrics were agreed.")
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
    procurement: Annotated["Procurement", PROCUREMENTS] | None = one(
        description="The procurement that led to it; null outside OCDS."
    )
    amendments: Connection[Annotated["Amendment", NOTICES]] = many(
        NewestOrder, description="What changed of it, newest first."
    )
    kpis: Connection[Annotated["Kpi", PERFORMANCE]] = many(
        NewestOrder, description="The indicators agreed for it, newest first."
    )
    assessments: Connection[Annotated["Assessment", PERFORMANCE]] = many(
        NewestOrder, description="How well it did, newest first."
    )
    failures: Connection[Annotated["Failure", PERFORMANCE]] = many(
        NewestOrder, description="Its breaches, newest first."
    )
    reviews: Connection[Annotated["Review", REVIEWS]] = many(
        ReviewOrder, description="What its buyer says of it, newest first."
    )
    products: Connection[Annotated["Product", PRODUCTS]] = many(
        ProductOrder, description="Products that it covers, newest first."
    )

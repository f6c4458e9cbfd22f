"""Reviews: what buyers say of their contracts."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, day, instant, one
from schema.lazy import BUYERS, CONTRACTS, PRODUCTS
from schema.node import Node
from schema.scalars import Basis

if TYPE_CHECKING:
    from schema.buyers import Buyer
    from schema.contracts import Contract
    from schema.products import Product


@strawberry.type(
    description="What a buyer says of a contract. Role and body are shown, never a person."
)
class Review(Node):
    id: strawberry.ID = column(description="`rev-…`.")
    rating: int | None = column(description="Stars, 1 (very poor) to 5 (excellent).")
    delivery: int | None = column(description="Stars for delivery, 1 to 5.")
    support: int | None = column(description="Stars for support, 1 to 5.")
    value: int | None = column(description="Stars for value, 1 to 5.")
    accessibility: int | None = column(description="Stars for accessibility, 1 to 5.")
    exit: int | None = column(description="Stars for exit, 1 to 5.")
    title: str | None = column(description="Its heading.")
    text: str | None = column(description="What is said.")
    role: str | None = column(description="The reviewer's role, never a name.")
    written_on: date | None = column(description="The day on which it was written.", convert=day)
    reply: str | None = column(description="What the supplier answered.")
    replied_on: date | None = column(description="The day of the answer.", convert=day)
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    by: Annotated["Buyer", BUYERS] | None = one(description="The body behind it.")
    contract: Annotated["Contract", CONTRACTS] | None = one(
        description="The contract that it is about."
    )
    product: Annotated["Product", PRODUCTS] | None = one(
        description="The product that it is about."
    )

"""Organisations: one real body or firm, in whichever role."""

from typing import Annotated

import strawberry

from schema.declare import column, one
from schema.node import Node

BuyerType = Annotated["Buyer", strawberry.lazy("schema.buyers")]  # noqa: F821
SupplierType = Annotated["Supplier", strawberry.lazy("schema.suppliers")]  # noqa: F821


@strawberry.type(description="One real body or firm. It can buy, supply, or both.")
class Organisation(Node):
    id: strawberry.ID = column(description="`org-…`; the same text as its `buy-…` and `sup-…`.")
    name: str = column(description="Its newest name.")
    kind: str = column(description="public (a public body), company, or other.")
    sector: str | None = column(description="Its sector as sources state it.")
    region: str | None = column(description="Its region (NUTS or ITL code) as sources state it.")
    size_class: str | None = column(description="sme or large, as sources flag it.")
    buyer: BuyerType | None = one(description="It as a buyer; null if it was not seen buying.")
    supplier: SupplierType | None = one(
        description="It as a supplier; null if it was not seen supplying."
    )

"""Organisations: one real body or firm, in whichever role."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, one
from schema.lazy import BUYERS, SUPPLIERS
from schema.node import Node

if TYPE_CHECKING:
    from schema.buyers import Buyer
    from schema.suppliers import Supplier


@strawberry.type(description="One real body or firm. It can buy, supply, or both.")
class Organisation(Node):
    id: strawberry.ID = column(description="`org-…`; the same text as its `buy-…` and `sup-…`.")
    name: str = column(description="Its newest name.")
    kind: str = column(description="public (a public body), company, or other.")
    sector: str | None = column(description="Its sector as sources state it.")
    region: str | None = column(description="Its region (NUTS or ITL code) as sources state it.")
    size_class: str | None = column(description="sme or large, as sources flag it.")
    buyer: Annotated["Buyer", BUYERS] | None = one(
        description="It as a buyer; null if it was not seen buying."
    )
    supplier: Annotated["Supplier", SUPPLIERS] | None = one(
        description="It as a supplier; null if it was not seen supplying."
    )

"""Suppliers: firms and bodies that supply."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry.federation

from schema.declare import column, instant, many
from schema.lazy import CONTRACTS, PRODUCTS
from schema.node import Node
from schema.orders import ContractOrder, ProductOrder
from schema.paging import Connection

if TYPE_CHECKING:
    from schema.contracts import Contract
    from schema.products import Product


@strawberry.federation.type(keys=["id"], description="A firm or body that supplies.")
class Supplier(Node):
    id: strawberry.ID = column(description="`sup-…`.")
    name: str = column(description="Its newest name.")
    kind: str = column(description="public (a public body), company, or other.")
    sector: str | None = column(description="Its sector as sources state it.")
    region: str | None = column(description="Its region (NUTS or ITL code) as sources state it.")
    size_class: str | None = column(description="sme or large, as sources flag it.")
    since: datetime = column(
        description="Public time of the first fact that shows it supplying.", convert=instant
    )
    contracts: Connection[Annotated["Contract", CONTRACTS]] = many(
        ContractOrder, description="What it supplied, newest first."
    )
    products: Connection[Annotated["Product", PRODUCTS]] = many(
        ProductOrder, description="What it sells, newest first."
    )

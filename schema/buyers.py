"""Buyers: public bodies that buy."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry.federation

from schema.declare import column, instant, many
from schema.lazy import CONTRACTS
from schema.node import Node
from schema.orders import ContractOrder
from schema.paging import Connection

if TYPE_CHECKING:
    from schema.contracts import Contract


@strawberry.federation.type(keys=["id"], description="A body that buys.")
class Buyer(Node):
    id: strawberry.ID = column(description="`buy-…`.")
    name: str = column(description="Its newest name.")
    kind: str = column(description="public (a public body), company, or other.")
    sector: str | None = column(description="Its sector as sources state it.")
    region: str | None = column(description="Its region (NUTS or ITL code) as sources state it.")
    size_class: str | None = column(description="sme or large, as sources flag it.")
    since: datetime = column(
        description="Public time of the first fact that shows it buying.", convert=instant
    )
    contracts: Connection[Annotated["Contract", CONTRACTS]] = many(
        ContractOrder, description="What it bought, newest first."
    )

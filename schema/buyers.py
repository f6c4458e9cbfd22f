"""Buyers: public bodies that buy."""

from datetime import datetime
from typing import Annotated

import strawberry

from schema.declare import column, instant, many
from schema.node import Node
from schema.orders import ContractOrder
from schema.paging import Connection

ContractType = Annotated["Contract", strawberry.lazy("schema.contracts")]  # noqa: F821


@strawberry.type(description="A body that buys.")
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
    contracts: Connection[ContractType] = many(
        ContractOrder, description="What it bought, newest first."
    )

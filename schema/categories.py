"""Categories: what is bought, by the schemes that sources use."""

from datetime import datetime
from typing import Annotated

import strawberry

from schema.declare import column, instant, many
from schema.node import Node
from schema.orders import ContractOrder
from schema.paging import Connection

ContractType = Annotated["Contract", strawberry.lazy("schema.contracts")]  # noqa: F821


@strawberry.type(description="A class of goods, services or works, for instance of the CPV.")
class Category(Node):
    id: strawberry.ID = column(description="`cat-…`.")
    scheme: str = column(description="The scheme, for instance CPV.")
    code: str = column(description="The code in that scheme.")
    name: str | None = column(description="Its label as sources state it.")
    public_from: datetime = column(description="When it was first used.", convert=instant)
    contracts: Connection[ContractType] = many(
        ContractOrder, description="Contracts for it, newest first."
    )

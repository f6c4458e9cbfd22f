"""Frameworks: routes to market under which contracts are called off."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, instant, many
from schema.lazy import CONTRACTS
from schema.node import Node
from schema.orders import ContractOrder
from schema.paging import Connection

if TYPE_CHECKING:
    from schema.contracts import Contract


@strawberry.type(description="A framework agreement or another route to market.")
class Framework(Node):
    id: strawberry.ID = column(description="`fwk-…`.")
    code: str = column(description="The code or name that its source uses.")
    name: str | None = column(description="Its name as sources state it.")
    public_from: datetime = column(description="When it was first seen.", convert=instant)
    contracts: Connection[Annotated["Contract", CONTRACTS]] = many(
        ContractOrder, description="Contracts called off it, newest first."
    )

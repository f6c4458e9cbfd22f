"""Categories: what is bought, by the schemes that sources use."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry.federation

from schema.declare import column, instant, many, one
from schema.lazy import CATEGORIES, CONTRACTS
from schema.node import Node
from schema.orders import CodeOrder, ContractOrder
from schema.paging import Connection

if TYPE_CHECKING:
    from schema.contracts import Contract


@strawberry.federation.type(
    keys=["id", "scheme code"],
    description="A class of goods, services or works, for instance of the CPV.",
)
class Category(Node):
    id: strawberry.ID = column(description="`cat-…`.")
    scheme: str = column(description="The scheme, for instance CPV.")
    code: str = column(description="The code in that scheme.")
    name: str | None = column(
        description="Its label: the vocabulary's if one is loaded, else as sources state it."
    )
    public_from: datetime = column(description="When it was first used.", convert=instant)
    contracts: Connection[Annotated["Contract", CONTRACTS]] = many(
        ContractOrder, description="Contracts for it, newest first."
    )
    parent: Annotated["Category", CATEGORIES] | None = one(
        description="The next wider category; null: none, or the vocabulary is not loaded."
    )
    children: Connection[Annotated["Category", CATEGORIES]] = many(
        CodeOrder, description="The next narrower categories that are in use."
    )

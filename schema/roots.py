"""Roots that many nouns share: a page of a noun, and one body in one of its roles."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Optional

import strawberry
from graphql import FieldNode
from strawberry.types.field import StrawberryField

from graph.registry import SHAPES
from graph.selection import Root
from schema.declare import AFTER, BEFORE, FIRST, LAST
from schema.paging import Connection
from schema.planned import Info, Sown, answered, seeded
from schema.selection import Walk
from schema.single import IdentifierInput, Single, organisation

First = Annotated[int | None, strawberry.argument(description=FIRST)]
After = Annotated[str | None, strawberry.argument(description=AFTER)]
Last = Annotated[int | None, strawberry.argument(description=LAST)]
Before = Annotated[str | None, strawberry.argument(description=BEFORE)]
AsOf = Annotated[
    date | None,
    strawberry.argument(
        description="Answer with what was public by the end of that day in London, inclusive."
    ),
]
Id = Annotated[strawberry.ID | None, strawberry.argument(description="Its id.")]
Identifier = Annotated[
    IdentifierInput | None, strawberry.argument(description="Its number in a register.")
]
Name = Annotated[str | None, strawberry.argument(description="Its name, spelt alike.")]
WHERES = strawberry.lazy("schema.where")
WHERE = strawberry.argument(description="Only those that meet all of this.")
ORDER = strawberry.argument(description="The order of the list.")


def where_of(noun: str) -> Any:
    """`<Noun>Where` or null; `schema/where.py` makes it once all nouns are there."""
    name: Any = f"{noun}Where"
    return Optional[Annotated[name, WHERES]]  # noqa: UP045 - a name can't be joined by |


@dataclass(frozen=True, slots=True)
class Page:
    """The seed of a page of a noun, in the order that is usual unless another is asked for."""

    type: str
    order: str

    def __call__(self, walk: Walk, nodes: list[FieldNode]) -> Sown:
        """The seed of a selected field."""
        connection = walk.connection("Query", nodes, SHAPES[self.type], self.order)
        root = Root(connection.builder.frozen(), connection.page)
        return Sown((root,), (connection,), lambda make, rows, values: make[0](rows[0], values))


def pages(node: Any, usual: Any, description: str) -> StrawberryField:
    """A page of a noun; `usual` is the member of its orders that holds unless one is given."""

    async def resolve(
        self: Any,
        info: Info,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        where: Any = None,
        order_by: Any = usual,
        as_of: AsOf = None,
    ) -> Any:
        return await answered(info)

    # The arguments are read from the request itself (schema/selection.py); these are for the SDL
    resolve.__annotations__["order_by"] = Annotated[type(usual), ORDER]
    resolve.__annotations__["where"] = Annotated[where_of(node.__name__), WHERE]
    resolve.__annotations__["return"] = Connection[node]
    return seeded(resolve, Page(node.__name__, usual.value), description)


def body(node: Any, description: str) -> StrawberryField:
    """One body in a role, by exactly one of id, identifier and name."""

    async def resolve(
        self: Any,
        info: Info,
        id: Id = None,
        identifier: Identifier = None,
        name: Name = None,
        as_of: AsOf = None,
    ) -> Any:
        return await answered(info)

    resolve.__annotations__["return"] = node | None
    return seeded(resolve, Single(node.__name__, organisation), description)

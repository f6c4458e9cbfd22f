"""Roots that many nouns share: a page of a noun, and one body in one of its roles."""

from datetime import date
from typing import Annotated, Any, Optional

import strawberry
from strawberry.types.field import StrawberryField

from schema.declare import AFTER, BEFORE, FIRST, LAST
from schema.paging import Connection
from schema.planned import Info, page
from schema.single import IdentifierInput, organisation

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
        return await page(info, node.__name__, usual.value, as_of)

    # The arguments are read from the request itself (schema/selection.py); these are for the SDL
    resolve.__annotations__["order_by"] = Annotated[type(usual), ORDER]
    resolve.__annotations__["where"] = Annotated[where_of(node.__name__), WHERE]
    resolve.__annotations__["return"] = Connection[node]
    return strawberry.field(resolver=resolve, description=description)


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
        return await organisation(info, node.__name__, id, identifier, name, as_of)

    resolve.__annotations__["return"] = node | None
    return strawberry.field(resolver=resolve, description=description)

"""Roots that many nouns share: a page of a noun, and one body in one of its roles."""

from datetime import date
from typing import Annotated, Any

import strawberry
from strawberry.types.field import StrawberryField

from schema.declare import PAGE
from schema.paging import Connection
from schema.planned import Info, page
from schema.single import IdentifierInput, organisation

First = Annotated[int | None, strawberry.argument(description=f"1 to 100; {PAGE} unless given.")]
After = Annotated[
    str | None, strawberry.argument(description="The cursor of the node before the first wanted.")
]
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
ORDER = strawberry.argument(description="The order of the list.")


def pages(node: Any, usual: Any, description: str) -> StrawberryField:
    """A page of a noun; `usual` is the member of its orders that holds unless one is given."""

    async def resolve(
        self: Any,
        info: Info,
        first: First = PAGE,
        after: After = None,
        order_by: Any = usual,
        as_of: AsOf = None,
    ) -> Any:
        return await page(info, node.__name__, usual.value, as_of)

    # The arguments are read from the request itself (schema/selection.py); these are for the SDL
    resolve.__annotations__["order_by"] = Annotated[type(usual), ORDER]
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

"""How a type declares what it reads: a described field is a column, an amount, sums or a hop.

None of them has a resolver. `schema/selection.py` reads the declarations to plan a statement,
`schema/build.py` asserts that each has its column or hop in the noun's shape.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

Kind = Literal["column", "money", "sums", "one", "many"]
READS = "reads"
PAGE = 20
FIRST = f"How many from the start, 1 to 100; {PAGE} unless first or last is given."
AFTER = "Only what comes after the node with this cursor."
LAST = "How many from the end, 1 to 100; instead of first."
BEFORE = "Only what comes before the node with this cursor."


@dataclass(frozen=True, slots=True)
class Reads:
    """What a field reads: names of columns, of a total or of a hop; empty: the field's own name."""

    kind: Kind
    names: tuple[str, ...] = ()
    convert: Callable[[Any], Any] | None = None


def declared(reads: Reads, description: str) -> StrawberryField:
    """A field without resolver that carries what it reads."""
    return strawberry.field(description=description, metadata={READS: reads})


def column(*, description: str, name: str = "", convert: Callable[[Any], Any] | None = None) -> Any:
    """A column of the shape; `convert` makes the GraphQL value of one that is not null."""
    return declared(Reads("column", (name,) if name else (), convert), description)


def money(amount: str, currency: str, *, description: str) -> Any:
    """An amount in 10⁻⁵ units and its currency as `Money`; null when the amount is."""
    return declared(Reads("money", (amount, currency)), description)


def sums(*, description: str) -> Any:
    """A total of the shape as a list of `Money`, one per currency."""
    return declared(Reads("sums"), description)


def one(*, description: str) -> Any:
    """A to-one hop; always nullable, since the other side can be hidden or not yet public."""
    return declared(Reads("one"), description)


def many(order: type[Any], *, description: str) -> Any:
    """A to-many hop: a connection with the arguments of a page; `schema/where.py` adds `where`."""
    field = declared(Reads("many"), description)
    field.arguments = [
        argument("first", int | None, None, FIRST),
        argument("after", str | None, None, AFTER),
        argument("last", int | None, None, LAST),
        argument("before", str | None, None, BEFORE),
        argument("order_by", order | None, None, "Another order than the usual one."),
    ]
    return field


def argument(name: str, type: Any, default: Any, description: str) -> StrawberryArgument:
    """An argument of a field that has no resolver."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=None,
        type_annotation=StrawberryAnnotation(type),
        default=default,
        description=description,
    )


def day(value: str) -> date:
    """ISO text to a date."""
    return date.fromisoformat(value)


def instant(value: str) -> datetime:
    """UTC text to an aware datetime."""
    return datetime.fromisoformat(value)

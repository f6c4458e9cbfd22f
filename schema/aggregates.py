"""What is told of a whole list: `<Noun>Aggregate` is made from the noun's own fields.

Each number, amount, day and instant that can be read can be told of; nobody keeps a second list.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import strawberry
from strawberry.types.base import StrawberryOptional
from strawberry.types.field import StrawberryField

from schema.declare import READS
from schema.scalars import Money

KNOWN = "How many are known."
LEAST, MOST = "The least; null: none is known.", "The most; null: none is known."
FIRST, LAST = "The earliest; null: none is known.", "The latest; null: none is known."
MEAN = "The sum by the count, to five decimals."


@strawberry.type(description="What is told of whole numbers, as far as they are known.")
class NumberAggregate:
    count: int = strawberry.field(description=KNOWN)
    sum: Decimal | None = strawberry.field(description="Their sum, exact; null: none is known.")
    min: int | None = strawberry.field(description=LEAST)
    max: int | None = strawberry.field(description=MOST)
    avg: Decimal | None = strawberry.field(description=MEAN)


@strawberry.type(description="What is told of the amounts in one currency; none is converted.")
class MoneyAggregate:
    currency: str = strawberry.field(description="ISO 4217 code, for instance GBP.")
    count: int = strawberry.field(description=KNOWN)
    sum: Decimal = strawberry.field(description="Their sum, exact.")
    min: Decimal = strawberry.field(description="The least.")
    max: Decimal = strawberry.field(description="The most.")
    avg: Decimal = strawberry.field(description=MEAN)


@strawberry.type(description="What is told of days, as far as they are known.")
class DateAggregate:
    count: int = strawberry.field(description=KNOWN)
    min: date | None = strawberry.field(description=FIRST)
    max: date | None = strawberry.field(description=LAST)


@strawberry.type(description="What is told of instants, as far as they are known.")
class InstantAggregate:
    count: int = strawberry.field(description=KNOWN)
    min: datetime | None = strawberry.field(description=FIRST)
    max: datetime | None = strawberry.field(description=LAST)


BY_TYPE: Mapping[Any, Any] = {
    int: NumberAggregate,
    Money: list[MoneyAggregate],
    date: DateAggregate,
    datetime: InstantAggregate,
}


@cache
def told_of(noun: Any) -> type:
    """`<Noun>Aggregate`."""
    name = f"{noun.__name__}Aggregate"
    count = strawberry.field(description="How many there are in all.")
    body: dict[str, Any] = {"__annotations__": {"count": int}, "__module__": __name__}
    body["count"] = count
    for field in noun.__strawberry_definition__.fields:
        if (kind := kind_of(field)) is not None:
            body["__annotations__"][field.python_name] = kind
            body[field.python_name] = strawberry.field(
                description=field.description, name=field.graphql_name
            )
    described = f"What is told of all in a list of type {noun.__name__}, whatever the page."
    return strawberry.type(type(name, (), body), description=described)


def kind_of(field: StrawberryField) -> Any:
    """What is told of a noun's field; None where there is nothing to tell."""
    if field.metadata[READS].kind not in ("column", "money"):
        return None
    kind = field.type
    return BY_TYPE.get(kind.of_type if isinstance(kind, StrawberryOptional) else kind)

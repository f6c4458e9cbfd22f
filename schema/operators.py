"""What a field can be compared with, by the type of its values."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import strawberry

EQ = "Equal to this."
ONE_OF = "Equal to one of these, at most 100."
NULL = "true: not known; false: known."
ABOVE, FROM, BELOW, UP_TO = "Above this.", "This or above.", "Below this.", "This or below."


def compared(description: str, name: str | None = None) -> Any:
    """An operator that is left out unless it is given."""
    return strawberry.field(default=strawberry.UNSET, description=description, name=name)


def among() -> Any:
    """The operator `in`, which is no name in Python."""
    return compared(ONE_OF, "in")


@strawberry.input(description="Which ids.")
class IdFilter:
    eq: strawberry.ID | None = compared(EQ)
    in_: list[strawberry.ID] | None = among()


@strawberry.input(description="Which texts. An unknown one meets none of these but isNull.")
class TextFilter:
    eq: str | None = compared(EQ)
    in_: list[str] | None = among()
    starts_with: str | None = compared("Starts with this, in capitals or not.")
    contains: str | None = compared("Has this in it, in capitals or not.")
    is_null: bool | None = compared(NULL)


@strawberry.input(description="Which lists of texts.")
class ListFilter:
    has: str | None = compared("Has this text in it.")
    is_null: bool | None = compared(NULL)


@strawberry.input(description="Which whole numbers. An unknown one meets none but isNull.")
class NumberFilter:
    eq: int | None = compared(EQ)
    in_: list[int] | None = among()
    gt: int | None = compared(ABOVE)
    gte: int | None = compared(FROM)
    lt: int | None = compared(BELOW)
    lte: int | None = compared(UP_TO)
    is_null: bool | None = compared(NULL)


@strawberry.input(description="Yes, no, or not known.")
class BooleanFilter:
    eq: bool | None = compared(EQ)
    is_null: bool | None = compared(NULL)


@strawberry.input(description="Which days. An unknown one meets none of these but isNull.")
class DateFilter:
    eq: date | None = compared(EQ)
    gt: date | None = compared("After this day.")
    gte: date | None = compared("On this day or after.")
    lt: date | None = compared("Before this day.")
    lte: date | None = compared("On this day or before.")
    is_null: bool | None = compared(NULL)


@strawberry.input(description="Which instants. An unknown one meets none of these but isNull.")
class InstantFilter:
    eq: datetime | None = compared(EQ)
    gt: datetime | None = compared("After this.")
    gte: datetime | None = compared("At this or after.")
    lt: datetime | None = compared("Before this.")
    lte: datetime | None = compared("At this or before.")
    is_null: bool | None = compared(NULL)


@strawberry.input(
    description="Which amounts, in the one currency that is named: nothing is converted."
)
class MoneyFilter:
    currency: str = strawberry.field(description="ISO 4217 code, for instance GBP.")
    eq: Decimal | None = compared(EQ)
    gt: Decimal | None = compared(ABOVE)
    gte: Decimal | None = compared(FROM)
    lt: Decimal | None = compared(BELOW)
    lte: Decimal | None = compared(UP_TO)

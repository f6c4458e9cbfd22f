"""Fields of the hub's own files: how each type is written, and what is kept of it.

A reader takes the JSON value and gives what is stored; Wrong says what to change. Texts are
redacted on the way: nothing personal is stored, in the raw record either.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from graph.clock import YEARS
from graph.errors import BadInput
from graph.money import to_e5
from hub.ingest.facts import Value
from hub.ingest.redact import clean_text, without_emails
from hub.ingest.soundness import LONGEST

LONG = 20_000  # characters of a long text
ITEMS = 100  # of a list
AMOUNT = re.compile(r"\d{1,15}(?:\.\d{1,5})?")
CURRENCY = re.compile(r"[A-Z]{3}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
WHOLE = 2**53  # beyond, JSON readers elsewhere round

UNITS = (
    "unit",
    "person",
    "licence",
    "user",
    "device",
    "instance",
    "server",
    "virtual_machine",
    "transaction",
    "megabyte",
    "gigabyte",
    "terabyte",
)
INTERVALS = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "6_months",
    "year",
)


class Wrong(ValueError):
    """A value that can't be taken; `advice` says what to write, `path` where it stands."""

    def __init__(self, message: str, advice: str, path: str = "", code: str = "BAD_VALUE") -> None:
        super().__init__(message)
        self.message, self.advice, self.path, self.code = message, advice, path, code


Reader = Callable[[Any], Value]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a noun: `column` is where its value is stored."""

    name: str
    kind: str
    read: Reader
    column: str
    required: bool = False


def text(value: Any, longest: int = LONGEST) -> str:
    """A text with something in it, without e-mail addresses and telephone numbers."""
    return clean_text(code(value, longest))


def long_text(value: Any) -> str:
    """A text at length; its lines stay."""
    return text(value, LONG)


def code(value: Any, longest: int = LONGEST) -> str:
    """A text that is a number, a key or an address: runs of digits in it are no telephone."""
    if not isinstance(value, str) or not value.strip():
        raise Wrong(f"{_quoted(value)} is no text", "write a text that is not empty")
    if len(value) > longest:
        raise Wrong(f"{len(value):,} characters where {longest:,} can be kept", "shorten it")
    return without_emails(value.strip())


def texts(value: Any) -> list[str]:
    """A list of texts, in its order."""
    return [text(item) for item in items(value)]


def codes(value: Any) -> list[str]:
    """A list of codes of eight digits (CPV), as written."""
    found = [code(item) for item in items(value)]
    for item in found:
        if not re.fullmatch(r"\d{8}", item):
            raise Wrong(f"{_quoted(item)} is no code of eight digits", "write it like 48000000")
    return found


def day(value: Any) -> str:
    """An ISO day."""
    advice = "write it like 2026-04-01"
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise Wrong(f"{_quoted(value)} is no day", advice)
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise Wrong(f"{value} is not in the calendar", advice) from None
    if found.year not in YEARS:
        raise Wrong(f"{value} is not in the years {YEARS[0]} to {YEARS[-1]}", advice)
    return value


def money(value: Any) -> int:
    """An amount in units of 10⁻⁵; never a fraction that came as a JSON number."""
    advice = 'write it as a text like "12.50", without signs, with at most five decimals'
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        value = str(value)
    if not isinstance(value, str) or not AMOUNT.fullmatch(value):
        raise Wrong(f"{_quoted(value)} is no amount", advice)
    try:
        return to_e5(Decimal(value))
    except BadInput as error:
        raise Wrong(str(error), advice) from None


def currency(value: Any) -> str:
    """A code like GBP."""
    if not isinstance(value, str) or not CURRENCY.fullmatch(value):
        raise Wrong(f"{_quoted(value)} is no currency", "write its ISO 4217 code, like GBP")
    return value


def whole(value: Any, most: int = WHOLE) -> int:
    """A whole number from 0 on."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise Wrong(f"{_quoted(value)} is no whole number", "write a number like 12, no text")
    return value


def stars(value: Any) -> int:
    """1 to 5."""
    if whole(value, 5) == 0:
        raise Wrong("0 is no rating", "write 1 (very poor) to 5 (excellent)")
    return int(value)


def flag(value: Any) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise Wrong(f"{_quoted(value)} is neither true nor false", "write true or false")
    return value


def one_of(values: Sequence[str]) -> Reader:
    """A reader of one of these."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in values:
            raise Wrong(f"{_quoted(value)} is none of its values", f"use {', '.join(values)}")
        return value

    return read


def any_of(values: Sequence[str]) -> Reader:
    """A reader of a list of these; the order in which they are listed does not count."""
    one = one_of(values)

    def read(value: Any) -> list[str]:
        return sorted({str(one(item)) for item in items(value)})

    return read


def tiers(value: Any) -> list[str]:
    """Prices by quantity: `from to price`, `-` for no end; they rise without overlap."""
    found: list[str] = []
    last: int | None = 0
    for item in items(value):
        if not isinstance(item, dict) or not {"from", "price"} <= item.keys():
            raise Wrong("a tier without from or price", 'write {"from": 1, "to": 9, "price": "2"}')
        first, to = whole(item["from"]), item.get("to")
        end = None if to is None else whole(to)
        if last is None or first <= last or (end is not None and end < first):
            raise Wrong(f"the tier from {first} overlaps another one", "let quantities rise")
        found.append(f"{first} {'-' if end is None else end} {money(item['price'])}")
        last = end
    return found


def items(value: Any) -> list[Any]:
    """A list, and no longer than can be kept."""
    if not isinstance(value, list):
        raise Wrong(f"{_quoted(value)} is no list", "write a list, [ … ]")
    if len(value) > ITEMS:
        raise Wrong(f"a list of {len(value):,} where {ITEMS} can be kept", "shorten it")
    return value


def _quoted(value: Any) -> str:
    if isinstance(value, str):
        return repr(value[:60])
    return f"the number {value}" if isinstance(value, int | Decimal) else type(value).__name__

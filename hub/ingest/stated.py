"""Values as releases publish them: money, days, flags and classifications."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from functools import lru_cache

from graph.errors import BadInput
from graph.money import to_e5
from hub.ingest.distinct import published
from hub.ingest.facts import Json, Value

FIVE_PLACES = Decimal("0.00001")
WHOLE = 10**12  # units of a currency: what graph/money.py takes without a fraction is exact
MOST_MONTHS = 12_000  # a thousand years: more is a slip, and no engine's whole number is passed


def money(value: Json | None) -> tuple[int | None, int | None, str | None]:
    """Net and gross in 10⁻⁵ units and the currency; neither is ever derived from the other."""
    if not value:
        return None, None, None
    return _units(value.get("amount")), _units(value.get("amountGross")), value.get("currency")


def day(text: object) -> str | None:
    """The day as written; the zone is not applied: portals write local ends of days with a Z."""
    return _day(text[:10]) if isinstance(text, str) else None


@lru_cache(maxsize=1 << 14)  # notices of a quarter share their days
def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def first(name: str, *holders: Json) -> Value:
    """The first that says something; false says nothing here (see `flag`)."""
    for holder in holders:
        if value := holder.get(name):
            return value
    return None


def flag(name: str, *holders: Json) -> bool | None:
    """The first yes or no that is stated."""
    for holder in holders:
        value = holder.get(name)
        if isinstance(value, bool):
            return value
    return None


def text(value: object) -> str | None:
    """A text; what the standard has no type for may be anything."""
    return value if isinstance(value, str) else None


def months(value: object) -> int | None:
    """A whole number of months; anything else is not known."""
    return count(value, MOST_MONTHS)


def count(value: object, most: int) -> int | None:
    """A whole number from 0 to `most`; anything else is not known."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return int(value) if 0 <= value <= most and value == int(value) else None


def classes(items: Iterable[Json] | None) -> list[str] | None:
    """Classifications as `scheme id`, sorted, each once; None when there are none."""
    return sorted(set(_classes(items or ()))) or None


def _classes(items: Iterable[Json]) -> Iterator[str]:
    for item in items:
        told = published(item) or item.get("description")
        if told:
            yield f"{item.get('scheme', '')} {told}".strip()


def _units(amount: object) -> int | None:
    if amount is None:
        return None
    if type(amount) is int and -WHOLE <= amount <= WHOLE:
        return amount * 100_000
    try:
        exact = Decimal(str(amount))
        return to_e5(exact.quantize(FIVE_PLACES, ROUND_HALF_EVEN))
    except (InvalidOperation, BadInput):
        return None

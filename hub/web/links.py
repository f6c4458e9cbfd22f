"""Addresses of our own pages, readable and complete, so that any state can be linked."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol
from urllib.parse import quote, urlencode

HOMES = {"con": "/contracts/", "sup": "/suppliers/", "buy": "/buyers/"}


def thing(id: str, as_of: date | None = None) -> str | None:
    """The page of a contract, supplier or buyer; None for what has no page."""
    home = HOMES.get(id.partition("-")[0])
    return url(f"{home}{quote(id, safe='')}", asOf=iso(as_of)) if home else None


def supplier(id: str, as_of: date | None = None) -> str:
    """The page of a supplier."""
    return url(f"/suppliers/{quote(id, safe='')}", asOf=iso(as_of))


def buyer(id: str, as_of: date | None = None) -> str:
    """The page of a buyer."""
    return url(f"/buyers/{quote(id, safe='')}", asOf=iso(as_of))


def contract(id: str, as_of: date | None = None) -> str:
    """The page of a contract."""
    return url(f"/contracts/{quote(id, safe='')}", asOf=iso(as_of))


def iso(day: date | None) -> str:
    """ISO text, or nothing."""
    return day.isoformat() if day else ""


def url(path: str, values: Mapping[str, str] | None = None, **more: str) -> str:
    """The path with those values that are not empty."""
    kept = {key: value for key, value in {**(values or {}), **more}.items() if value}
    return f"{path}?{urlencode(kept)}" if kept else path


class Place(Protocol):
    """What every page of the API says of where it stands."""

    has_next_page: bool
    end_cursor: str | None


def further(here: str, place: Place) -> str:
    """The next page of a list; nothing when this is the last."""
    if not (place.has_next_page and place.end_cursor):
        return ""
    return f"{here}{'&' if '?' in here else '?'}{urlencode({'after': place.end_cursor})}"

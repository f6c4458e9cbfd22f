"""How values read: money, days, sizes, numbers; all words for people pass through `_`."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from gettext import gettext as _
from gettext import ngettext
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
UNKNOWN = "Not published"
REGIONS = {  # NUTS level 1; ITL has TL for UK
    "UKC": "North East",
    "UKD": "North West",
    "UKE": "Yorkshire and the Humber",
    "UKF": "East Midlands",
    "UKG": "West Midlands",
    "UKH": "East of England",
    "UKI": "London",
    "UKJ": "South East",
    "UKK": "South West",
    "UKL": "Wales",
    "UKM": "Scotland",
    "UKN": "Northern Ireland",
}


class Amount(Protocol):
    """Money as the client gives it."""

    amount: Decimal
    currency: str


def money(value: Amount | None) -> str:
    """`£1,234.50`, `−£12.00`, `AED 5.00`; what is not known is said so, never zero."""
    if value is None:
        return _(UNKNOWN)
    sign = "−" if value.amount < 0 else ""
    unit = SIGNS.get(value.currency, f"{value.currency} ")
    return f"{sign}{unit}{abs(value.amount):,.2f}"


def sums(values: Iterable[Amount]) -> str:
    """One sum per currency, or that there is none."""
    return ", ".join(money(value) for value in values) or _("None recorded")


def day(value: date | datetime | None) -> str:
    """`31 March 2026`; of an instant the day in London, by which UK publishers date."""
    if isinstance(value, datetime):
        value = value.astimezone(LONDON)
    return f"{value.day} {value:%B %Y}" if value else _(UNKNOWN)


def month(value: str) -> str:
    """`2013-06` as `June 2013`."""
    return f"{date.fromisoformat(f'{value}-01'):%B %Y}"


def number(value: int) -> str:
    """`5,769`."""
    return f"{value:,}"


def size(value: str | None) -> str:
    """The size class as sources flag it."""
    known = {"sme": _("Small or medium-sized"), "large": _("Large")}
    return known.get(value or "", value or _("Size not stated"))


def suppliers(count: int) -> str:
    """`1 supplier`, `12 suppliers`."""
    return ngettext("%(n)s supplier", "%(n)s suppliers", count) % {"n": number(count)}


def contracts(count: int) -> str:
    """`1 contract`, `12 contracts`."""
    return ngettext("%(n)s contract", "%(n)s contracts", count) % {"n": number(count)}


def payments(count: int) -> str:
    """`1 payment`, `12 payments`."""
    return ngettext("%(n)s payment", "%(n)s payments", count) % {"n": number(count)}


def term(starts: date | None, ends: date | None) -> str:
    """The term of a contract; an end that is not known is said so."""
    if not (starts or ends):
        return _(UNKNOWN)
    if not ends:
        return _("From %(start)s, end not published") % {"start": day(starts)}
    if not starts:
        return _("Until %(end)s") % {"end": day(ends)}
    return _("%(start)s to %(end)s") % {"start": day(starts), "end": day(ends)}


def unstated() -> str:
    """What stands for a fact that no source states."""
    return _("Not stated")


def region(code: str | None) -> str:
    """The region of a code; a code that is no known one is shown as it is."""
    if not code:
        return unstated()
    name = REGIONS.get(code[:3])
    return f"{_(name)} ({code})" if name else code

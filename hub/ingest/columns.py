"""What a column of a table could be: what its heading says, and whether its cells agree."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hub.ingest import cells
from hub.ingest.identifiers import normal
from hub.ingest.mapping import folded, shipped

# Words that headings use beside those of the mappings that come with the hub, folded.
WORDS: Mapping[str, tuple[str, ...]] = {
    "paid": ("paid", "payment date", "date of payment", "posting date", "transaction date"),
    "vat": ("irrecoverable vat",),
    "category": ("expense type", "purpose of spend", "expenditure category"),
    "postcode": ("postcode", "post code"),
    "reference": ("reference", "contract id", "unique identifier", "ref", "id"),
    "title": ("title", "name of contract", "subject", "agreement"),
    "description": ("description", "details", "summary", "scope"),
    "buyer": ("buyer", "authority", "customer", "organisation", "council", "body name"),
    "supplier": ("supplier", "vendor", "contractor", "provider", "awarded to", "payee"),
    "supplierIdentifier": ("company number", "company no", "company reg", "companies house"),
    "size": ("sme", "supplier size", "vcse"),
    "value": ("value", "award value", "cost", "price", "amount"),
    "estimate": ("estimate", "estimated value", "budget", "tender value"),
    "currency": ("currency",),
    "start": ("start", "start date", "from date", "commencement"),
    "end": ("end", "end date", "expiry", "expires", "finish", "to date"),
    "signed": ("signed", "award date", "date awarded", "date of award"),
    "published": ("published", "publication", "date published"),
    "deadline": ("deadline", "closing date", "return date"),
    "status": ("status", "stage"),
    "cpv": ("cpv", "common procurement vocabulary"),
}
FIRM = re.compile(r"\b(?:ltd|limited|plc|llp|l\.?l\.?c|inc|cic|cyf)\b\.?", re.IGNORECASE)
BODY = re.compile(
    r"\b(?:council|nhs|trust|university|police|authority|department|ministry|borough|college)\b",
    re.IGNORECASE,
)
CODES = re.compile(r"\d{8}(?:-\d)?(?:[\s,;|]+\d{8}(?:-\d)?)*")
DAYS = ("start", "end", "signed", "published", "deadline", "paid")
MONEY = ("value", "estimate", "vat")
CELLS = 200  # of a column are looked at
EXACT, WITHIN = 100, 40  # points of a heading that is known, and of one that holds known words
AGREE, DISAGREE = 0.8, 0.5  # share of cells that make a heading sure, and that contradict it


@dataclass(frozen=True, slots=True)
class ColumnOf:
    """A column: its place, its heading as written and the cells in which something stands."""

    place: int
    heading: str
    said: tuple[str, ...]

    @property
    def distinct(self) -> bool:
        """True when no two cells are equal."""
        return len({" ".join(cell.split()).casefold() for cell in self.said}) == len(self.said)


def columns_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[ColumnOf]:
    """The columns of a table; cells that say nothing and failed formulas are left out."""
    found: list[ColumnOf] = []
    for place, heading in enumerate(headings):
        column = (row[place].strip() for row in rows if place < len(row))
        said = [
            cell for cell in column if not cells.says_nothing(cell) and not cells.is_error(cell)
        ]
        found.append(ColumnOf(place, " ".join(heading.split()), tuple(said[:CELLS])))
    return found


def points(target: str, heading: str) -> int:
    """How far a heading says that its column is this: 0 not at all, 100 in known words."""
    plain = folded(heading)
    if not plain:
        return 0
    if plain in _known()[target]:
        return EXACT
    within = (name for name in _known()[target] if f" {name} " in f" {plain} ")
    longest = max(within, key=len, default="")
    return WITHIN + min(len(longest), EXACT - WITHIN - 1) if longest else 0


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """What headings may say of each target: the words of all shipped mappings, and ours."""
    return {
        target: frozenset(words).union(*(one.columns.get(target, ()) for one in shipped()))
        for target, words in WORDS.items()
    }


def share(target: str, column: ColumnOf) -> float | None:
    """The share of the cells that this target could take; None: no cell, or any text would do."""
    test = TESTS.get(target)
    if test is None or not column.said:
        return None
    return sum(test(cell) for cell in column.said) / len(column.said)


def what(target: str) -> str:
    """What the cells of a target are called."""
    return NAMES.get(target, "texts")


def is_day(text: str) -> bool:
    """True for a day in any form that is read."""
    try:
        cells.day_of(text, month_first=False)
    except ValueError:
        try:
            cells.day_of(text, month_first=True)
        except ValueError:
            return False
    return True


def is_money(text: str) -> bool:
    """True for an amount in any form that is read."""
    try:
        cells.amount_of(text)
    except ValueError:
        return False
    return True


def _is_name(text: str) -> bool:
    return any(c.isalpha() for c in text) and not is_day(text)


def is_firm(text: str) -> bool:
    """True for a name that says its legal form."""
    return bool(FIRM.search(text))


def is_body(text: str) -> bool:
    """True for a name with a word of public bodies."""
    return bool(BODY.search(text))


def is_cpv(text: str) -> bool:
    """True when a code of eight digits stands in it and little else."""
    return bool(CODES.fullmatch(text))


TESTS: Mapping[str, Callable[[str], bool]] = {
    "buyer": _is_name,
    "supplier": _is_name,
    "supplierIdentifier": lambda text: normal("GB-COH", text) is not None,
    "size": lambda text: cells.size_of(text) is not None,
    "cpv": is_cpv,
    **dict.fromkeys(MONEY, is_money),
    **dict.fromkeys(DAYS, is_day),
}
NAMES: Mapping[str, str] = {
    "buyer": "names",
    "supplier": "names",
    "supplierIdentifier": "company numbers",
    "size": "sizes",
    "cpv": "CPV codes",
    **dict.fromkeys(MONEY, "amounts"),
    **dict.fromkeys(DAYS, "dates"),
}

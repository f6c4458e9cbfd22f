"""The reference lists that the hub knows: each by its headings, with how a row of it is read."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from graph.ids import make_id
from graph.text import name_key
from hub.ingest.entries import Entry
from hub.ingest.facts import Source
from hub.ingest.regions import code_of

Row = Mapping[str, str]
# Finding: code, column, message, advice.
Doubt = Callable[[str, str, str, str], None]
Read = Callable[[Row, Doubt], Entry]

DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
OGL = "Open Government Licence v3.0"
# Registers of local authorities as identifiers of organisations name them (org-id.guide).
REGISTERS: Mapping[str, str] = {
    "local-authority-eng": "GB-LAE",
    "local-authority-sct": "GB-LAS",
    "principal-local-authority": "GB-PLA",
}
# Sectors of the list of public sector bodies and what each says of a body's kind; other texts in
# that column are abbreviations that slipped into it.
SECTORS: Mapping[str, str | None] = {
    "Central Government": "public",
    "Local Government": "public",
    "Devolved Administrations": "public",
    "Education": "public",
    "Health": "public",
    "Police": "public",
    "Fire and Rescue": "public",
    "Wider Public Sector": "public",
    "Not for Profit": "other",
    "Private Sector": None,
    "Utility (Historic)": None,
}


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """A list: its name, the headings that it is known by, and how a row is read.

    `bodies`: it says which bodies there are. Else it has many twice and adds none.
    """

    id: str
    source: Source
    headings: frozenset[str]
    key: str
    name: str
    read: Read
    bodies: bool = True


def _source(id: str, name: str, publisher: str, licence: str) -> Source:
    return Source(make_id("src", id), name, publisher, licence)


def _authority(row: Row, doubt: Doubt) -> Entry:
    """Its official, short and other names; names with commas in them fall apart, harmlessly."""
    register, _, number = row.get("old-register-and-code", "").partition(":")
    keys = [f"GSS-{row['gss-code']}"] if row["gss-code"] else []
    keys += [f"{REGISTERS[register]}-{number}"] if register in REGISTERS and number else []
    return Entry(
        code=row.get("local-authority-code") or row["gss-code"] or row["official-name"],
        name=row["official-name"],
        names=_names(row["nice-name"], *row["alt-names"].split(",")),
        kind="public",
        type=row.get("local-authority-type-name") or None,
        sector="Local Government",
        region=_region(row, doubt),
        place=row["nice-name"] or None,
        keys=tuple(keys),
        since=_day(row, "start-date", doubt),
        until=_day(row, "end-date", doubt),
        successors=tuple(sorted(_parts(row.get("replaced-by", "")))),
    )


def _organisation(row: Row, doubt: Doubt) -> Entry:
    code = row["government-organisation"]
    return Entry(
        code=code,
        name=row["name"],
        kind="public",
        sector="Central Government",
        keys=(f"GB-GOR-{code}",),
        since=_day(row, "start-date", doubt),
        until=_day(row, "end-date", doubt),
    )


def _force(row: Row, doubt: Doubt) -> Entry:
    return Entry(
        code=row["police-force"],
        name=row["name"],
        kind="public",
        sector="Police",
        since=_day(row, "start-date", doubt),
        until=_day(row, "end-date", doubt),
    )


def _body(row: Row, doubt: Doubt) -> Entry:
    sector = row["sector"] or None
    if sector and sector not in SECTORS:
        doubt("UNKNOWN_SECTOR", "sector", f"{sector!r} is no sector", "mend it; it was left empty")
        sector = None
    return Entry(
        code=row["cloudstore-buyer"],
        name=row["name"],
        kind=SECTORS[sector] if sector else None,
        type=row["subsector"] or None,
        sector=sector,
    )


# Publishers and licences as their pages state them, with these pages: docs/loading.md.
LISTS: tuple[ReferenceList, ...] = (
    ReferenceList(
        "local-authorities",
        _source("local-authorities", "UK local authorities", "mySociety", "CC BY 4.0"),
        frozenset({"official-name", "nice-name", "alt-names", "gss-code"}),
        "official-name",
        "official-name",
        _authority,
    ),
    ReferenceList(
        "government-organisations",
        _source(
            "government-organisations",
            "Register of government organisations",
            "Government Digital Service",
            OGL,
        ),
        frozenset({"government-organisation", "name"}),
        "government-organisation",
        "name",
        _organisation,
    ),
    ReferenceList(
        "police-forces",
        _source("police-forces", "Register of police forces", "Home Office (data.police.uk)", OGL),
        frozenset({"police-force", "name"}),
        "police-force",
        "name",
        _force,
    ),
    ReferenceList(
        "public-sector-bodies",
        _source(
            "public-sector-bodies",
            "Public sector organisations eligible to use CloudStore",
            "not stated (published on GOV.UK)",
            OGL,
        ),
        frozenset({"cloudstore-buyer", "name", "sector", "subsector"}),
        "cloudstore-buyer",
        "name",
        _body,
        bodies=False,
    ),
)


def list_of(headings: Collection[str]) -> ReferenceList | None:
    """The list whose headings these are; None when it is none."""
    found = {heading.strip() for heading in headings}
    return next((one for one in LISTS if one.headings <= found), None)


def entry_of(of: ReferenceList, cells: Row, doubt: Doubt) -> Entry | None:
    """The entry of a row; None for one without a key or a name."""
    row = {heading: " ".join(cell.split()) for heading, cell in cells.items()}
    if not row[of.key] or not name_key(row[of.name]):
        empty = of.name if row[of.key] else of.key
        doubt("MISSING_VALUE", empty, "the cell is empty", "fill it")
        return None
    return of.read(row, doubt)


def _names(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(str.strip, names) if name_key(name)))


def _parts(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split(",") if part.strip())


def _region(row: Row, doubt: Doubt) -> str | None:
    name = row.get("region") or row.get("nation") or ""
    code = code_of(name)
    if name and name != "England" and code is None:
        doubt("UNKNOWN_REGION", "region", f"{name!r} is no region", "it was left empty; mend it")
    return code


def _day(row: Row, column: str, doubt: Doubt) -> str | None:
    """A day, month or year in ISO form, as written; text order is then the order of time."""
    text = row.get(column, "")
    if text and not DAY.fullmatch(text):
        doubt("BAD_DATE", column, f"{text!r} is no day", "write 2026-05-31; it was left empty")
        return None
    return text or None

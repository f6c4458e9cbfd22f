"""Mappings: which columns of a table say what, written as TOML that a council officer can edit."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import BadInput
from graph.ids import make_id
from hub.ingest.facts import Source

FOLDER = Path(__file__).parent / "mappings"
TENDERED = frozenset(
    "reference title description buyer supplier supplierIdentifier size value estimate currency "
    "start end signed published deadline status cpv".split()
)
SPENT = frozenset(
    "reference description buyer supplier supplierIdentifier value currency paid vat category "
    "postcode".split()
)
RETURNED = frozenset(
    "reference framework lot buyer supplier month description value currency sector size".split()
)
# What the rows of each kind of record can say.
TARGETS = {"contract": TENDERED, "award": TENDERED, "spend": SPENT, "return": RETURNED}
KEYS = frozenset(
    "name extends record source recognise key public edition constants columns units statuses "
    "lots scheme".split()
)
RECORDS = tuple(TARGETS)
EDITIONS = ("partial", "complete")
UNITS = {
    "dates": ("day first", "month first"),
    "zero": ("amount", "empty"),
    "text": ("plain", "html"),
    "assumed": ("month after", "quarter after"),
    "tax": ("net", "gross"),
}
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Mapping:
    """A table's mapping; `columns`: target to the folded headings that may stand over it.

    `public`: the targets whose latest day is the public time; none: the day it was fetched.
    """

    name: str
    source: Source
    record: str
    recognise: tuple[str, ...]
    key: tuple[str, ...]
    public: tuple[str, ...]
    constants: dict[str, str]
    columns: dict[str, tuple[str, ...]]
    units: dict[str, str]
    statuses: dict[str, str]
    written: dict[str, tuple[str, ...]]  # the headings as the mapping writes them
    lots: dict[str, str]  # of returns: code to name
    scheme: str  # of the codes of lots
    complete: bool  # each edition has all rows that still hold

    def places(self, headings: Sequence[str]) -> dict[str, int]:
        """The column of each target that has one; of several the one named first in the mapping."""
        at = {folded(heading): place for place, heading in reversed(list(enumerate(headings)))}
        found: dict[str, int] = {}
        for target, names in self.columns.items():
            place = next((at[name] for name in names if name in at), None)
            if place is not None and place not in found.values():
                found[target] = place
        return found

    def reads(self, headings: Sequence[str]) -> bool:
        """True when all that makes a table known stands in its headings."""
        return set(self.recognise) <= self.places(headings).keys()


def folded(heading: str) -> str:
    """A heading as it is compared: without case, line breaks, marks and lost characters."""
    return " ".join(re.findall(r"\w+", heading)).casefold()


@cache
def shipped() -> tuple[Mapping, ...]:
    """The mappings that come with the hub, in the order of their names."""
    return tuple(_made(_shipped(path.stem), path.name) for path in sorted(FOLDER.glob("*.toml")))


def mapping_of(path: Path) -> Mapping:
    """The mapping in a file; BadInput when it can't be one, with what to change."""
    try:
        return mapping_in(path.read_text("utf-8-sig"), path.name)  # Notepad adds a mark
    except OSError as error:
        raise BadInput(f"The mapping {path} can't be read: {error.strerror}.") from error
    except ValueError as error:
        raise BadInput(f"The mapping {path} is no TOML: {error}.") from error


def mapping_in(text: str, file: str) -> Mapping:
    """The mapping that a text is; BadInput when it can't be one, with what to change."""
    try:
        told = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"The mapping {file} is no TOML: {error}.") from error
    return _made(_extended(told, file), file)


def _extended(told: dict[str, Any], file: str) -> dict[str, Any]:
    base = told.get("extends")
    names = [path.stem for path in sorted(FOLDER.glob("*.toml"))]
    if told.get("name") in (*names, "fictional-sales-returns"):
        # Rows of two councils with one reference would become one contract.
        raise BadInput(
            f"{file}: give it a name of its own, not {told['name']}; ids are made of it."
        )
    if base is None:
        return told
    if base not in names:
        raise BadInput(f"{file}: extends = {base!r} is none of {', '.join(names)}.")
    if "name" not in told:
        raise BadInput(f"{file}: give it a name of its own, not {base}; ids are made of it.")
    made = _shipped(base)
    for key, value in told.items():
        old = made.get(key)
        made[key] = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
    return made


def _shipped(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def _made(told: dict[str, Any], file: str) -> Mapping:
    if strange := sorted(told.keys() - KEYS):
        raise BadInput(f"{file}: {', '.join(strange)} is not known; use {', '.join(sorted(KEYS))}.")
    name = told.get("name")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise BadInput(f"{file}: name must be of small letters, digits and hyphens, like my-list.")
    constants = _texts(told, "constants", file)
    written = {
        target: tuple(_list(names, f"columns.{target}", file))
        for target, names in _table(told, "columns", file).items()
    }
    columns = {target: tuple(map(folded, names)) for target, names in written.items()}
    lists = {key: _list(told.get(key, []), key, file) for key in ("recognise", "key", "public")}
    used = {*constants, *columns, *(target for names in lists.values() for target in names)}
    record = told.get("record", RECORDS[0])
    if record not in RECORDS:
        raise BadInput(f"{file}: record must be one of {', '.join(RECORDS)}.")
    if strange := sorted(used - TARGETS[record]):
        known = ", ".join(sorted(TARGETS[record]))
        raise BadInput(f"{file}: {', '.join(strange)} is no target of {record}; use {known}.")
    if not lists["recognise"] or not (lists["key"] or record == "spend"):
        raise BadInput(f"{file}: key and recognise each need at least one target.")
    source = _source(told, name, record, constants, file)
    return Mapping(
        name,
        source,
        record,
        tuple(lists["recognise"]),
        tuple(lists["key"]),
        tuple(lists["public"]),
        constants,
        columns,
        _units(told, file),
        {key.casefold(): value for key, value in _texts(told, "statuses", file).items()},
        written,
        _texts(told, "lots", file),
        _scheme(told, source, file),
        _complete(told, record, lists["public"], file),
    )


def _complete(told: dict[str, Any], record: str, public: Sequence[str], file: str) -> bool:
    """Whether a row that a later edition lacks has ended; only a day of fetching tells editions."""
    edition = told.get("edition", EDITIONS[0])
    if edition not in EDITIONS:
        raise BadInput(f"{file}: edition must be one of {', '.join(EDITIONS)}.")
    complete = edition == EDITIONS[1]
    if complete and (public or record not in ("contract", "award")):
        raise BadInput(
            f"{file}: edition = 'complete' needs public = [] and a record contract or award; "
            "an edition is what --fetched DATE says it is."
        )
    return complete


def _scheme(told: dict[str, Any], source: Source, file: str) -> str:
    """What the lots of returns are codes of: categories that are lots end alike."""
    scheme = told.get("scheme", f"{source.name} lot")
    if not isinstance(scheme, str) or not scheme.endswith(" lot"):
        raise BadInput(f"{file}: scheme must be a text that ends in ' lot', like 'G-Cloud lot'.")
    return scheme


def _source(
    told: dict[str, Any], name: str, record: str, constants: dict[str, str], file: str
) -> Source:
    source = _texts(told, "source", file)
    publisher = source.get("publisher") or constants.get("buyer") or "not stated"
    licence = source.get("licence", "none stated")
    parts = (name,) if record == "return" else ("table", name)
    return Source(make_id("src", *parts), source.get("name", name), publisher, licence)


def _units(told: dict[str, Any], file: str) -> dict[str, str]:
    units = _texts(told, "units", file)
    for key, value in units.items():
        if value not in UNITS.get(key, ()):
            known = "; ".join(f"{unit}: {' or '.join(forms)}" for unit, forms in UNITS.items())
            raise BadInput(f"{file}: units.{key} = {value!r} is not known; use {known}.")
    return units


def _table(told: dict[str, Any], key: str, file: str) -> dict[str, Any]:
    table = told.get(key, {})
    if not isinstance(table, dict):
        raise BadInput(f"{file}: [{key}] must be a table.")
    return table


def _texts(told: dict[str, Any], key: str, file: str) -> dict[str, str]:
    table = _table(told, key, file)
    for name, value in table.items():
        if not isinstance(value, str) or not value.strip():
            raise BadInput(f"{file}: {key}.{name} must be a text in quotes.")
    return table


def _list(value: Any, key: str, file: str) -> list[str]:
    """A list of texts; one text is a list of one."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise BadInput(f"{file}: {key} must be a text or a list of texts.")
    return items

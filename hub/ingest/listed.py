"""Reference lists as evidence: which listed body a name names, by any of the names it bears there.

Four kinds of list are recognised by their headings: local authorities (mySociety), the registers of
government organisations and of police forces, and the 2016 list of public sector bodies. The last
lists many bodies twice, so it adds no bodies; that two of its rows bear one name is evidence.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import BadInput
from graph.text import name_key
from hub.ingest.names import KINDS, readings

AUTHORITIES = {"official-name", "nice-name", "alt-names", "gss-code"}
ORGANISATIONS = {"government-organisation", "name"}
FORCES = {"police-force", "name"}
BODIES = {"cloudstore-buyer", "name", "sector", "subsector"}
PUBLIC = frozenset(kind for kind, _, _ in KINDS)
Row = Mapping[str, str]


@dataclass(frozen=True)
class Listed:
    """Listed bodies by spelling and by reading; names that a list gives to several bodies."""

    spelt: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    read: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    common: frozenset[str] = frozenset()

    def body(self, name: str) -> str | None:
        """The one listed body of that name; None when there is none or more than one."""
        found = self.spelt.get(name_key(name))
        if found is None:
            # A reading is looser than a spelling: it counts only when it says what kind it is.
            keys = (one for one in readings(name) if one.kind in PUBLIC and not one.form)
            found = frozenset(
                id for one in keys for id in self.read.get(_read_key(one.key, one.level), ())
            )
        return next(iter(found)) if len(found) == 1 else None


def listed(folder: Path | None) -> Listed:
    """Every list found in a folder; BadInput when it is no folder or holds no known list."""
    if folder is None:
        return Listed()
    if not folder.is_dir():
        raise BadInput(f"There is no folder of reference lists: {folder}.")
    rows: list[tuple[str, str]] = []
    names: list[str] = []
    known = 0
    for path in sorted(folder.iterdir()):
        found = _rows(path)
        known += found is not None
        for id, name in found or ():
            (rows.append((id, name)) if id else names.append(name))
    if not known:
        raise BadInput(f"{folder} holds no reference list that the hub knows by its headings.")
    return _indexed(rows, names)


def _indexed(rows: Iterable[tuple[str, str]], names: Iterable[str]) -> Listed:
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    read: defaultdict[str, set[str]] = defaultdict(set)
    for id, name in rows:
        spelt[name_key(name)].add(id)
        for one in readings(name):
            read[_read_key(one.key, one.level)].add(id)
    times = Counter(map(name_key, names))
    return Listed(
        {key: frozenset(ids) for key, ids in spelt.items()},
        {key: frozenset(ids) for key, ids in read.items()},
        frozenset(key for key, count in times.items() if count > 1),
    )


def _read_key(key: str, level: str) -> str:
    return f"{level} {key}"


def _rows(path: Path) -> list[tuple[str, str]] | None:
    """Pairs of a body's id and a name, as `_pairs`; BadInput when the file is no readable table."""
    if path.suffix not in (".csv", ".tsv") or not path.is_file():
        return None
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            delimiter = "\t" if path.suffix == ".tsv" else ","
            return _pairs(csv.DictReader(file, delimiter=delimiter, restval=""))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        said = "is no text in UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise BadInput(f"--reference: {path.name} can't be read: {said}.") from None


def _pairs(reader: "csv.DictReader[str]") -> list[tuple[str, str]] | None:
    """Rows of a list; the id is empty in the list that adds no bodies. None: not a known list."""
    headings = set(reader.fieldnames or ())
    if headings >= AUTHORITIES:
        return [pair for row in reader for pair in _authority(row)]
    for wanted, scheme in ((ORGANISATIONS, "government-organisation"), (FORCES, "police-force")):
        if headings >= wanted:
            rows = (row for row in reader if row[scheme] and name_key(row["name"]))
            return [(f"{scheme}:{row[scheme]}", row["name"]) for row in rows]
    return [("", row["name"]) for row in reader] if headings >= BODIES else None


def _authority(row: Row) -> Iterator[tuple[str, str]]:
    """Its official, short and other names; names with commas in them fall apart, harmlessly."""
    id = f"authority:{row['gss-code'] or row['official-name']}"
    names = [row["official-name"], row["nice-name"], *row["alt-names"].split(",")]
    yield from ((id, name.strip()) for name in names if name_key(name))

"""Reference lists as evidence: which listed body a name names, by any of the names it bears there.

The lists are those of `lists.py`. The 2016 list of public sector bodies lists many bodies twice, so
it adds no bodies; that two of its rows bear one name is evidence.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from graph import listed as stored
from graph.driver import Graph
from graph.errors import BadInput
from graph.text import name_key
from hub.ingest.entries import Entry
from hub.ingest.grids import Row, rows_of
from hub.ingest.lists import LISTS, ReferenceList, entry_of, list_of
from hub.ingest.names import KINDS, readings

PUBLIC = frozenset(kind for kind, _, _ in KINDS)
BODIES = [one.id for one in LISTS if one.bodies]
SEPARATORS: Mapping[str, str] = {".csv": ",", ".tsv": "\t"}


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


@dataclass
class Told:
    """What lists say, of the graph or of a folder: names of bodies by id, and common names."""

    names: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    common: set[str] = field(default_factory=set[str])

    def add(self, of: ReferenceList, entries: Collection[Entry]) -> None:
        """Take in a list as read from a file."""
        if of.bodies:
            for one in entries:
                self.names[body_id(of.id, one.code)] |= {one.name, *one.names}
        else:
            times = Counter(name_key(one.name) for one in entries)
            self.common |= {key for key, count in times.items() if count > 1}

    def indexed(self) -> Listed:
        """By spelling and by reading."""
        spelt: defaultdict[str, set[str]] = defaultdict(set)
        read: defaultdict[str, set[str]] = defaultdict(set)
        for id, names in self.names.items():
            for name in names:
                spelt[name_key(name)].add(id)
                for one in readings(name):
                    read[_read_key(one.key, one.level)].add(id)
        return Listed(_frozen(spelt), _frozen(read), frozenset(self.common))


async def stored_lists(graph: Graph, folder: Path | None = None) -> Listed:
    """The lists of the graph, and those of a folder in addition (BadInput as `listed`)."""
    found = Told()
    for of, code, names in await graph.rows(stored.NAMES, lists=BODIES):
        found.names[body_id(of, code)].update(names)
    for of in LISTS:
        if not of.bodies:
            found.common.update(row[0] for row in await graph.rows(stored.COMMON, list=of.id))
    return _with_folder(found, folder).indexed()


def listed(folder: Path | None) -> Listed:
    """Every list found in a folder; BadInput when it is no folder or holds no known list."""
    return _with_folder(Told(), folder).indexed()


def body_id(of: str, code: str) -> str:
    """What a listed body is called wherever bodies are compared."""
    return f"{of}:{code}"


def _with_folder(found: Told, folder: Path | None) -> Told:
    if folder is None:
        return found
    if not folder.is_dir():
        raise BadInput(f"There is no folder of reference lists: {folder}.")
    known = 0
    for path in sorted(folder.iterdir()):
        table = _table(path)
        known += table is not None
        if table:
            found.add(*table)
    if not known:
        raise BadInput(f"{folder} holds no reference list that the hub knows by its headings.")
    return found


def _table(path: Path) -> tuple[ReferenceList, list[Entry]] | None:
    """A list with its entries; None for another file, BadInput for no readable table."""
    if path.suffix not in SEPARATORS or not path.is_file():
        return None
    try:
        return _entries(rows_of(path, "utf-8-sig", SEPARATORS[path.suffix]))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        said = "is no text in UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise BadInput(f"--reference: {path.name} can't be read: {said}.") from None


def _entries(rows: Iterator[Row]) -> tuple[ReferenceList, list[Entry]] | None:
    headings = [cell.strip() for _, cells in islice(rows, 1) for cell in cells]
    of = list_of(headings)
    if of is None:
        return None
    missing = [""] * len(headings)
    full = (dict(zip(headings, [*cells, *missing], strict=False)) for _, cells in rows)
    read = (entry_of(of, row, _silent) for row in full)
    return of, [entry for entry in read if entry]


def _silent(code: str, column: str, message: str, advice: str) -> None:
    """Loading a list reports what is wrong with it; asking with it does not."""


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(ids) for key, ids in found.items()}


def _read_key(key: str, level: str) -> str:
    return f"{level} {key}"

"""The file of an export: a header, a line a node, a line an edge, a footer with counts and hash.

Lines are JSON with sorted keys, in the order of the catalogue and sorted within a label or a type
of edge, so equal content gives equal bytes on any engine. Docs: docs/backup.md.
"""

import gzip
import zlib
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NoReturn, cast

import orjson

from graph.catalogue import EDGES, NODES
from graph.errors import BadInput
from graph.hashing import MODULUS, edge_digest, node_digest
from graph.shape import Column, Edge, Node

FORMAT = 1
HEADER = 1000  # bytes that a header has at most
LINE = 256 * 2**20  # bytes that a line has at most; the largest hold a raw release
WHOLE = 2**63  # whole numbers lie below it on both engines
ADVICE = "; nothing was changed. Take another copy, or export anew."
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A node (`start` and `end` are empty) or an edge, and the number of its line."""

    of: Node | Edge
    values: Json
    start: str = ""
    end: str = ""
    line: int = 0


@dataclass(slots=True)
class Tally:
    """What has been counted so far: items by label or type of edge, and their hash."""

    counts: Counter[str] = field(default_factory=Counter[str])
    sum: int = 0

    def add(self, item: Item) -> None:
        """Count one."""
        self.counts[name(item.of)] += 1
        match item.of:
            case Node() as node:
                self.sum += node_digest(node, item.values)
            case Edge() as edge:
                self.sum += edge_digest(edge, item.start, item.end, item.values)

    @property
    def hash(self) -> str:
        """As `hub hash` gives it."""
        return f"{self.sum % MODULUS:064x}"

    @property
    def nodes(self) -> int:
        """All nodes."""
        return sum(self.counts[name(node)] for node in NODES)

    @property
    def edges(self) -> int:
        """All edges."""
        return sum(self.counts[name(edge)] for edge in EDGES)


def name(of: Node | Edge) -> str:
    """`Contract`, or `Organisation BOUGHT Contract`."""
    return of.label if isinstance(of, Node) else f"{of.source} {of.type} {of.target}"


ORDER: tuple[Node | Edge, ...] = (*NODES, *EDGES)
RANKS: Mapping[str, int] = {name(of): rank for rank, of in enumerate(ORDER)}


def columns(of: Node | Edge) -> tuple[Column, ...]:
    """What is written of an item: every stored column, those of bookkeeping too."""
    return of.stored if isinstance(of, Node) else of.columns


def kept(of: Node | Edge, properties: Mapping[str, Any]) -> Json:
    """The values that the catalogue knows; null and missing are the same."""
    names = (column.name for column in columns(of))
    return {one: properties[one] for one in names if properties.get(one) is not None}


def line(item: Item) -> bytes:
    """An item as it is written, without the end of the line."""
    record: Json = {"is": name(item.of), "values": item.values}
    if isinstance(item.of, Edge):
        record |= {"start": item.start, "end": item.end}
    return dumped(record)


def dumped(record: Json) -> bytes:
    """One line of JSON."""
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS)


def header(version: str) -> Json:
    """The first line; `version` is the hub's."""
    return {"ndxExport": FORMAT, "hub": version}


def footer(tally: Tally) -> Json:
    """The last line."""
    return {"counts": dict(tally.counts), "hash": tally.hash}


@contextmanager
def opened(path: Path) -> Generator[IO[bytes]]:
    """An export for reading, packed or not: its first bytes decide. Raises BadInput."""
    if not path.is_file():
        raise BadInput(f"There is no file {path.name}; give one that `hub export` wrote.")
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            with gzip.open(raw) if packed else raw as file:
                yield cast(IO[bytes], file)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise BadInput(f"{path.name} is cut off or damaged{ADVICE}") from None
    except OSError as error:
        raise BadInput(f"{path.name} can't be read: {error.strerror}.") from None


def items(path: Path) -> Iterator[Item]:
    """The items of a file, checked against its footer when the last was given. Raises BadInput.

    Damage is found at the latest at the end: until then nothing may be done that can't be undone.
    """
    with opened(path) as file:
        _demand_header(path, file.readline(HEADER))
        tally, rank, number = Tally(), 0, 1
        while True:
            number += 1
            record = _record(path, number, file.readline(LINE))
            if "hash" in record:
                break
            item = _item(path, number, record)
            if RANKS[name(item.of)] < rank:
                _damaged(path, number, "stands in the wrong place")
            rank = RANKS[name(item.of)]
            tally.add(item)
            yield item
        if record != footer(tally) or file.read(1):
            _damaged(path, number, "does not agree with the lines of the file")


def checked(path: Path) -> Tally:
    """Read a whole file; what is in it. Raises BadInput."""
    tally = Tally()
    for item in items(path):
        tally.add(item)
    return tally


def _demand_header(path: Path, text: bytes) -> None:
    try:
        found: object = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = None
    record = cast(Json, found) if isinstance(found, dict) else {}
    if "ndxExport" not in record:
        raise BadInput(f"{path.name} is no export of a hub; `hub load` takes other files.")
    if record["ndxExport"] != FORMAT:
        raise BadInput(
            f"{path.name} has format {record['ndxExport']}, this hub reads {FORMAT}; "
            f"use hub {record.get('hub')}, which wrote it."
        )


def _record(path: Path, number: int, text: bytes) -> Json:
    if not text.endswith(b"\n"):
        _damaged(path, number, "is cut off")
    try:
        record: object = orjson.loads(text)
    except orjson.JSONDecodeError:
        record = None
    if not isinstance(record, dict):
        _damaged(path, number, "is damaged")
    return cast(Json, record)


def _item(path: Path, number: int, record: Json) -> Item:
    rank = RANKS.get(str(record.get("is")))
    values: object = record.get("values")
    if rank is None or not isinstance(values, dict):
        _damaged(path, number, "holds what this version of the hub does not store")
    of = ORDER[rank]
    item = Item(of, cast(Json, values), record.get("start", ""), record.get("end", ""), number)
    ids = (item.values.get("id"),) if isinstance(of, Node) else (item.start, item.end)
    if not all(id and isinstance(id, str) for id in ids):
        _damaged(path, number, "lacks an id")
    types = {column.name: column.type for column in columns(of)}
    for column, value in item.values.items():
        if column not in types or not _fits(value, types[column]):
            _damaged(path, number, f"has a value under {column} that the hub does not store")
    return item


def _fits(value: object, type: object) -> bool:
    match value:
        case bool():
            return type is bool
        case int():
            return type is int and -WHOLE <= value < WHOLE
        case str():
            return type is str
        case list():
            entries = cast(Iterable[object], value)
            return type == list[str] and all(isinstance(entry, str) for entry in entries)
        case _:
            return False


def _damaged(path: Path, number: int, how: str) -> NoReturn:
    raise BadInput(f"Line {number} of {path.name} {how}{ADVICE}", line=number)

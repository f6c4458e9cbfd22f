"""Entries of reference lists, and the edition that a set of them is."""

import hashlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, cast

from graph.ids import make_id
from graph.text import name_key
from hub.ingest.canonical import canonical


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list says of one body or code; the columns of graph/listed.py say what each is."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    kind: str | None = None
    type: str | None = None
    sector: str | None = None
    region: str | None = None
    place: str | None = None
    keys: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    successors: tuple[str, ...] = ()

    @property
    def order(self) -> str:
        """What settles which of two rows with one code and name counts."""
        return canonical(list(values(self)))


NAMES = tuple(one.name for one in fields(Entry))
# As dataclasses.astuple, which copies deeply and takes most of the time of a long list.
values = cast("Callable[[Entry], tuple[Any, ...]]", attrgetter(*NAMES))


@dataclass(frozen=True, slots=True)
class Edition:
    """A list as a whole: of two editions the later counts, whatever was loaded first.

    Later is by the day of `--fetched`, then by the newest day in the rows, then by the digest:
    arbitrary, but the same everywhere.
    """

    digest: str
    fetched: str
    newest: str

    @property
    def order(self) -> tuple[str, str, str]:
        """Larger: counts more."""
        return (self.fetched, self.newest, self.digest)


def edition(entries: Iterable[Entry], fetched: str) -> Edition:
    """The edition that these are, in any order."""
    found = list(entries)
    digest = hashlib.sha256("\n".join(sorted(one.order for one in found)).encode()).hexdigest()
    days = (day for one in found for day in (one.since, one.until) if day)
    return Edition(digest, fetched, max(days, default=""))


def single(entries: Iterable[Entry]) -> list[Entry]:
    """Each code and name once."""
    found: dict[tuple[str, str], Entry] = {}
    for one in entries:
        old = found.setdefault((one.code, one.name), one)
        if old is not one and one.order < old.order:
            found[one.code, one.name] = one
    return [found[key] for key in sorted(found)]


def rows(of: str, edition: str, entries: Collection[Entry]) -> list[dict[str, Any]]:
    """The nodes of an edition; their ids are its own, so that two can be there for a moment."""
    return [_row(of, edition, entry) for entry in entries]


def _row(of: str, edition: str, entry: Entry) -> dict[str, Any]:
    stored = {
        **{name: _stored(value) for name, value in zip(NAMES, values(entry), strict=True)},
        "list": of,
        "edition": edition,
        "nameKey": name_key(entry.name),
        "names": [*dict.fromkeys((entry.name, *entry.names))],
    }
    return {"id": make_id("lst", of, edition, entry.code, entry.name), "values": stored}


def _stored(value: Any) -> Any:
    return [*value] if isinstance(value, tuple) else value

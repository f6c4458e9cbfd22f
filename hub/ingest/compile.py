"""OCDS processes: which releases belong together, and their history. A pure function of their set.

The rules are those of docs/architecture.md 3.1; any order of loading gives the same processes, and
what a process said at a moment follows from the releases that were public then.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from ocdsmerge.exceptions import OCDSMergeError
from ocdsmerge.merge import CompiledRelease

from graph.text import name_key
from hub.ingest.contents import Contents, LinkKey, NodeKey, contents
from hub.ingest.distinct import published
from hub.ingest.facts import Json, Link, Node, Release, State, Values
from hub.ingest.lives import Lives
from hub.ingest.mergerules import OMITTED, RULES
from hub.ingest.parties import Directory, buying_parties, numbers

ROWS = "table-"  # what the ocids of rows begin with, and no ocid that was registered


@dataclass(frozen=True, slots=True)
class Prepared:
    """A release with its body mended, made distinct and marked with mentions."""

    release: Release
    body: Json

    @property
    def order(self) -> tuple[str, str, str]:
        """The order of the fold."""
        release = self.release
        return (release.public_from, release.reference or "", release.digest)


@dataclass(slots=True)
class Process:
    """Releases that speak of one procurement; `key` is the ocid, and a buyer's key if it split."""

    key: tuple[str, ...]
    releases: list[Prepared] = field(default_factory=list[Prepared])
    buyers: set[str] = field(default_factory=set[str])
    parts: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    @property
    def ocid(self) -> str:
        """The ocid as published."""
        return self.key[0]

    @property
    def split(self) -> bool:
        """True when another buyer's process opened the ocid."""
        return len(self.key) > 1


@dataclass(frozen=True, slots=True)
class History:
    """A process over time; `skipped` are releases that contradict the types of earlier ones."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    skipped: tuple[Prepared, ...]


def processes(releases: Iterable[Prepared]) -> list[Process]:
    """The processes of the releases of one ocid, the first first."""
    found: list[Process] = []
    for prepared in sorted(releases, key=lambda one: one.order):
        buyers, parts = _buyers(prepared.body), _parts(prepared.body)
        process = _joined(found, buyers, parts)
        if process is None:
            ocid = prepared.release.ocid
            process = Process((ocid, min(buyers)) if found else (ocid,))
            found.append(process)
        process.releases.append(prepared)
        process.buyers |= buyers
        process.parts |= parts
    return found


def history(process: Process, missing: Iterable[str] = ()) -> History:
    """All states of all nodes and all intervals of all edges of a process.

    `missing`: the instants from which on its row was not in the register any more.
    """
    skipped: list[Prepared] = []
    told = [
        (moment, min(one.basis for one in told), contents(body, process.key))
        for moment, told, body in folded(process, skipped)
    ]
    ends = [(moment, "", Contents()) for moment in missing]
    source = process.releases[0].release.source
    if len(told) == 1 and not ends:  # most processes
        return History(*_at_once(*told[0], source), tuple(skipped))
    tracks, last = _Tracks(), Contents()
    for moment, basis, now in sorted([*told, *ends], key=lambda step: step[0]):
        last = now if basis else _ended(last)
        tracks.step(moment, basis, last)
    return History(tuple(tracks.nodes(source)), tuple(tracks.links(source)), tuple(skipped))


def _at_once(
    moment: str, basis: str, now: Contents, source: str
) -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    """What a process said at the only moment at which it said anything."""
    nodes = [
        Node(label, id, fixed, (State(moment, None, values),), None, basis, source)
        for (label, id), (fixed, values) in sorted(now.nodes.items(), key=itemgetter(0))
    ]
    links = [_link(key, moment, None, source) for key in sorted(now.links, key=_named)]
    return tuple(nodes), tuple(links)


def folded(process: Process, skipped: list[Prepared]) -> Iterator[tuple[str, list[Release], Json]]:
    """The moments of a process: when, the releases of it, the compiled body from then on.

    Releases that contradict the types of earlier ones are put into `skipped`. A row of a table is
    told as a whole each time, so it replaces what earlier editions said: an emptied cell is empty.
    """
    merged, last = CompiledRelease(merge_rules=RULES), process.releases[-1]
    for moment, batch in groupby(process.releases, key=lambda one: one.release.public_from):
        told: list[Release] = []
        body: Json = {}
        if process.ocid.startswith(ROWS):
            merged = CompiledRelease(merge_rules=RULES)
        for prepared in batch:
            before = dict(merged.data)
            try:
                body = _merged(merged, prepared.body, prepared is last)
                told.append(prepared.release)
            # TypeError and the like: ids that can't be keys, met only when a second release comes.
            except (OCDSMergeError, TypeError, AttributeError, KeyError, ValueError):
                merged.data = before
                skipped.append(prepared)
        if told:
            yield moment, told, body


def _ended(before: Contents) -> Contents:
    """What is left of a row that is gone: that it was procured."""
    left = Contents()
    left.nodes = {key: told for key, told in before.nodes.items() if key[0] == "Procurement"}
    gone = {id for label, id in before.nodes if label != "Procurement"}
    left.links = {link for link in before.links if not gone & {link[1], link[2]}}
    return left


def _merged(merged: CompiledRelease, body: Json, last: bool) -> Json:
    """What was merged so far with this in it; most releases are the first of a process."""
    fresh = len(merged.data) == 1  # its tag
    if not (fresh and last):
        merged.append(body)
    return alone(body) if fresh else merged.asdict()


def alone(body: Json) -> Json:
    """What merging makes of a release that is the only one: nothing in it meets another."""
    made = {name: value for name, value in body.items() if (name,) not in OMITTED}
    made |= {"tag": ["compiled"], "id": f"{body.get('ocid')}-{body.get('date')}"}
    return made | {"date": body["date"]} if "date" in body else made


def has_buyer(prepared: Prepared) -> bool:
    """True when a release names its buyer, roles read first."""
    return bool(_buyers(prepared.body))


def _joined(
    found: Sequence[Process], buyers: set[str], parts: set[tuple[str, str]]
) -> Process | None:
    """The process that a release belongs to; None when it opens one."""
    if not found:
        return None
    if buyers:
        same = (process for process in found if process.buyers & buyers)
        unclaimed = (process for process in found if not process.buyers)
        return next(same, None) or next(unclaimed, None)
    return next((process for process in found if process.parts & parts), found[0])


def _buyers(body: Json) -> set[str]:
    """Valid identifiers and normalised names of the buyers; identifiers sort first."""
    keys: set[str] = set()
    for buyer in buying_parties(body, Directory(body.get("parties") or [])):
        valid, _ = numbers(buyer)
        keys |= {f"1 {identifier}" for identifier in valid}
        if key := name_key(str(buyer.get("name", ""))):
            keys.add(f"2 {key}")
    return keys


def _parts(body: Json) -> set[tuple[str, str]]:
    lots = (body.get("tender") or {}).get("lots") or []
    named = (("lot", lots), ("award", body.get("awards")), ("contract", body.get("contracts")))
    return {(kind, published(item)) for kind, items in named for item in items or () if item}


class _Tracks:
    """Remembers what each step changed."""

    def __init__(self) -> None:
        self._nodes: dict[NodeKey, _Track] = {}
        self._open: dict[LinkKey, str] = {}
        self._closed: list[tuple[LinkKey, str, str | None]] = []
        self._lives = Lives()

    def step(self, moment: str, basis: str, now: Contents) -> None:
        now = self._lives.renamed(moment, now, self._ended)
        for key, (fixed, values) in now.nodes.items():
            # What is not versioned is what was known first, or `asOf` would tell later knowledge.
            track = self._nodes.get(key)
            if track is None:
                track = self._nodes[key] = _Track(fixed, basis)
            track.see(moment, values)
        for key, track in self._nodes.items():
            if key not in now.nodes:
                track.until = track.until or moment
        for key in self._open.keys() - now.links:
            self._closed.append((key, self._open.pop(key), moment))
        for key in now.links:
            self._open.setdefault(key, moment)

    def _ended(self, key: NodeKey) -> bool:
        track = self._nodes.get(key)
        return track is not None and track.until is not None

    def nodes(self, source: str) -> Iterator[Node]:
        for (label, id), track in sorted(self._nodes.items()):
            states = tuple(track.states())
            yield Node(label, id, track.fixed, states, track.until, track.basis, source)

    def links(self, source: str) -> Iterator[Link]:
        still = [(key, since, None) for key, since in self._open.items()]
        for key, since, until in sorted(self._closed + still, key=_order):
            yield _link(key, since, until, source)


def _link(key: LinkKey, since: str, until: str | None, source: str) -> Link:
    type, start, end, values = key
    told = {name: list(v) if isinstance(v, tuple) else v for name, v in values}
    return Link(type, start, end, since, until, source, told)


def _named(key: LinkKey) -> tuple[str, str, str, str]:
    type, start, end, values = key
    return type, start, end, repr(values) if values else ""


def _order(told: tuple[LinkKey, str, str | None]) -> tuple[str, str, str, str, str]:
    return *_named(told[0]), told[1]


@dataclass(slots=True)
class _Track:
    fixed: Values
    basis: str
    until: str | None = None
    changes: list[tuple[str, Values]] = field(default_factory=list[tuple[str, Values]])

    def see(self, moment: str, values: Values) -> None:
        if not self.changes or self.changes[-1][1] != values:
            self.changes.append((moment, values))

    def states(self) -> Iterator[State]:
        ends = [moment for moment, _ in self.changes[1:]]
        for (since, values), until in zip(self.changes, [*ends, None], strict=True):
            yield State(since, until, values)

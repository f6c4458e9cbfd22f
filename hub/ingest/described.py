"""What reference lists say of the organisations of the graph: kind, sector, region, successors.

Knowledge about names, for all dates. An organisation is a listed body when the names of its
mentions name one such body; else the list of public sector bodies tells a sector, when all its
rows of that name agree.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph import listed as texts
from graph.driver import Graph, Step
from hub.ingest.derive import Steps
from hub.ingest.facts import Mention
from hub.ingest.listed import BODIES, Listed, body_id, stored_lists
from hub.ingest.lists import LISTS
from hub.ingest.rows import Row, batches

Members = Mapping[str, Collection[Mention]]
ALWAYS = "1970-01-01T00:00:00Z"  # reference data has no day since which it is public


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of one body; None: not said."""

    kind: str | None = None
    sector: str | None = None
    region: str | None = None

    def filled(self, name: str, stated: Steps, start: str) -> Steps:
        """What sources state of it over time, and before the first of them what the list says."""
        known: str | None = getattr(self, name, None)
        if known is None or (stated and stated[0][0] <= start):
            return stated
        same = bool(stated) and stated[0][1] == known
        return [(start, known), *(stated[1:] if same else stated)]


@dataclass(frozen=True, slots=True)
class Descriptions:
    """By organisation, and which organisation was replaced by which, on what day."""

    of: Mapping[str, Described] = field(default_factory=dict[str, Described])
    replaced: tuple[Row, ...] = ()


NOTHING = Described()


async def described(graph: Graph, groups: Members) -> Descriptions:
    """What the loaded lists say of these organisations; nothing when none is loaded."""
    if not await graph.rows(texts.LISTS):
        return Descriptions()
    index = await stored_lists(graph)
    homes = _homes(groups, index)
    found: dict[str, Described] = {}
    successors: dict[str, tuple[list[str], str | None, str]] = {}
    for of, code, kind, sector, region, until, after, source in await graph.rows(
        texts.BODIES, lists=BODIES
    ):
        body = body_id(of, code)
        found |= dict.fromkeys(homes.get(body, ()), Described(kind, sector, region))
        if after:
            successors[body] = ([body_id(of, one) for one in after], until, source)
    rest = {id: group for id, group in groups.items() if id not in found}
    found |= await _by_sector(graph, rest)
    return Descriptions(found, tuple(_replaced(homes, successors)))


async def replace(graph: Graph, wanted: Collection[Row]) -> None:
    """Bring the edges between organisations and their successors up to date."""
    stored = [
        {"old": old, "new": new, "on": on, "source": source}
        for old, new, on, source in await graph.rows(texts.SUCCESSIONS)
    ]
    gone = [row for row in stored if row not in wanted]
    fresh = [{**row, "publicFrom": ALWAYS} for row in wanted if row not in stored]
    for statement, rows in ((texts.DELETE_SUCCESSIONS, gone), (texts.MERGE_SUCCESSIONS, fresh)):
        for batch in batches(rows):
            await graph.write(Step(statement, {"rows": list(batch)}))


def _homes(groups: Members, index: Listed) -> dict[str, list[str]]:
    """The organisations that are a listed body, by body."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for id, group in sorted(groups.items()):
        named = {index.body(one.name) for one in group if one.kind != "company"} - {None}
        if len(named) == 1:
            homes[str(named.pop())].append(id)
    return homes


async def _by_sector(graph: Graph, groups: Members) -> dict[str, Described]:
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for id, group in groups.items():
        for key in {one.key for one in group if one.kind != "company"}:
            keys[key].append(id)
    told: defaultdict[str, set[tuple[Any, Any]]] = defaultdict(set)
    for of in LISTS:
        if of.bodies:
            continue
        for key, kind, sector in await _sectors(graph, of.id, sorted(keys)):
            for id in keys[key]:
                told[id].add((kind, sector))
    agreed = {id: next(iter(said)) for id, said in told.items() if len(said) == 1}
    return {id: Described(kind, sector) for id, (kind, sector) in agreed.items()}


async def _sectors(graph: Graph, of: str, keys: Sequence[str]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for [edition] in await graph.rows(texts.EDITION, list=of):
        for batch in batches(keys):
            found += await graph.rows(texts.SECTORS, list=of, edition=edition, keys=list(batch))
    return found


def _replaced(
    homes: Mapping[str, Collection[str]],
    successors: Mapping[str, tuple[list[str], str | None, str]],
) -> Iterator[Row]:
    for body, (after, until, source) in sorted(successors.items()):
        news = sorted({id for one in after for id in homes.get(one, ())})
        for old in homes.get(body, ()):
            for new in news:
                if old != new:
                    yield {"old": old, "new": new, "on": until, "source": source}

"""The end of a load: mentions grouped into bodies, and all that follows from facts brought up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph import moving, performancewriting, regrouping
from graph.driver import Graph, Step
from hub.ingest import tree
from hub.ingest.derive import Statement, states, steps
from hub.ingest.described import NOTHING, Described, described, replace
from hub.ingest.facts import Mention, State, Value
from hub.ingest.grouping import Meaning
from hub.ingest.known import Known
from hub.ingest.own.routes import ROUTE, Wanted, frameworks_told, joined
from hub.ingest.rows import Row, batches, state_rows

MOVES = 100  # mentions a transaction: each may have many edges
STATED = ("sector", "region", "sizeClass")


@dataclass
class _Told:
    """All that was stated about one thing."""

    since: dict[str, str] = field(default_factory=dict[str, str])
    said: defaultdict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    origin: tuple[str, str, str] | None = None  # publicFrom, basis, source of the first fact

    def fact(self, role: str, since: str, facts: int, **values: str | None) -> None:
        self.since[role] = min(since, self.since.get(role, since))
        for name, value in values.items():
            self.said[name].append(Statement(since, value, facts))


async def regroup(graph: Graph, known: Known, wanted: Sequence[Meaning]) -> None:
    """Bring the meanings in line with the partition of all mentions."""
    changed = [one for one in wanted if one != known.meanings[one.mention]]
    for batch in batches(changed, MOVES):
        rows = [_move(one, known) for one in batch]
        moved = [row for row in rows if row["old"] != row["organisation"]]
        await graph.write(
            Step(regrouping.MERGE_ORGANISATIONS, {"rows": _bodies(rows)}),
            Step(regrouping.MOVE_BOUGHT, {"rows": moved}),
            Step(regrouping.MOVE_SUPPLIED, {"rows": moved}),
            Step(regrouping.MOVE_TAKES_PART, {"rows": moved}),
            *(Step(statement, {"rows": moved}) for statement in moving.MOVES),
            Step(performancewriting.MOVE_RESPONSIBLE, {"rows": moved}),
            Step(regrouping.MOVE_MEANS, {"rows": rows}),
        )
    known.meanings = {one.mention: one for one in wanted}
    empty = [row[0] for row in await graph.rows(regrouping.EMPTY_ORGANISATIONS)]
    for ids in batches(empty):
        await graph.write(
            Step(regrouping.DELETE_STATES["Organisation"], {"ids": list(ids)}),
            Step(regrouping.DELETE_ORGANISATIONS, {"ids": list(ids)}),
        )


async def settle(graph: Graph, known: Known) -> None:
    """Bring names, roles and histories of bodies, categories and frameworks up to date."""
    bodies = await _bodies_told(graph)
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for id, meaning in known.meanings.items():
        groups[meaning.organisation].append(known.mentions[id])
    lists = await described(graph, groups)
    wanted = {
        id: _body(bodies.get(id), group, lists.of.get(id, NOTHING)) for id, group in groups.items()
    }
    await _write(graph, "Organisation", wanted)
    await replace(graph, lists.replaced)
    vocabulary = await tree.planted(graph)
    for label, stated in (
        ("Category", tree.facts(graph, vocabulary)),
        ("Framework", graph.stream(regrouping.FRAMEWORK_FACTS)),
    ):
        told: defaultdict[str, _Told] = defaultdict(_Told)
        async for id, since, name, source, basis, facts in stated:
            one = told[id]
            one.fact("any", since, facts, name=name)
            one.origin = min(one.origin or (since, basis, source), (since, basis, source))
        named = {id: _named(one) for id, one in told.items()}
        if label == "Framework":
            named = joined(named, await frameworks_told(graph))
        await _write(graph, label, named)
    await tree.branch(graph, vocabulary)


async def _bodies_told(graph: Graph) -> defaultdict[str, _Told]:
    told: defaultdict[str, _Told] = defaultdict(_Told)
    async for id, since, sector, region, facts in graph.stream(regrouping.BOUGHT_FACTS):
        told[id].fact("buys", since, facts, sector=sector, region=region)
    async for id, since, size, region, facts in graph.stream(regrouping.SUPPLIED_FACTS):
        told[id].fact("supplies", since, facts, sizeClass=size, region=region)
    async for id, since, sector, facts in graph.stream(regrouping.BUYER_LINES):
        told[id].fact("buys", since, facts, sector=sector)
    async for id, since, size, facts in graph.stream(regrouping.SUPPLIER_LINES):
        told[id].fact("supplies", since, facts, sizeClass=size)
    for role, statement in moving.ROLES:
        async for id, since, sector, size, region, facts in graph.stream(statement):
            told[id].fact(role, since, facts, sector=sector, sizeClass=size, region=region)
    return told


def _body(told: _Told | None, group: Iterable[Mention], listed: Described) -> Wanted:
    newest = max(group, key=lambda mention: (mention.last_seen, mention.id))
    kind = (listed.kind or newest.kind) if newest.kind == "other" else newest.kind
    values: dict[str, Value] = {"name": newest.name, "kind": kind, "sizeClass": None}
    values |= {"sector": listed.sector, "region": listed.region}
    values |= {"buysFrom": None, "suppliesFrom": None}
    if told is None:
        return values, []
    values["buysFrom"] = told.since.get("buys")
    values["suppliesFrom"] = told.since.get("supplies")
    start = min(told.since.values())
    columns = {name: listed.filled(name, steps(told.said[name]), start) for name in STATED}
    found = states(columns, start)
    return {**values, **found[-1].values}, found


def _named(told: _Told) -> Wanted:
    assert told.origin is not None
    since, basis, source = told.origin
    found = states({"name": steps(told.said["name"])}, since)
    dated: dict[str, Value] = {"publicFrom": since, "basis": basis, "source": source}
    return {**dated, **found[-1].values}, found


async def _write(graph: Graph, label: str, wanted: Mapping[str, Wanted]) -> None:
    """Write what differs from what is stored; delete what no fact speaks of any more."""
    stored = await _stored(graph, label)
    names = next(iter(wanted.values()))[0].keys() if wanted else ()
    rows: list[Row] = []
    again: dict[str, list[Row]] = {}
    for id, (values, found) in sorted(wanted.items()):
        past = state_rows(id, found)
        old, old_past = stored.get(id, ({}, []))
        if any(old.get(name) != values[name] for name in names):
            rows.append({"id": id, "values": values})
        if sorted(map(_comparable, past)) != sorted(map(_comparable, old_past)):
            again[id] = past
    for batch in batches(rows):
        await graph.write(Step(regrouping.UPDATE[label], {"rows": list(batch)}))
    for ids in batches(list(again)):
        await graph.write(
            Step(regrouping.DELETE_STATES[label], {"ids": list(ids)}),
            Step(regrouping.WRITE_STATES[label], {"rows": [r for id in ids for r in again[id]]}),
        )
    gone = sorted(stored.keys() - wanted.keys()) if label in regrouping.DELETE_NODES else []
    for ids in batches(gone):
        await graph.write(
            Step(regrouping.DELETE_STATES[label], {"ids": list(ids)}),
            Step(regrouping.DELETE_NODES[label], {"ids": list(ids)}),
        )


async def _stored(graph: Graph, label: str) -> dict[str, tuple[Row, list[Row]]]:
    columns = ["id", *COLUMNS[label]]
    found: dict[str, tuple[Row, list[Row]]] = {}
    async for row in graph.stream(regrouping.STORED[label]):
        found[row[0]] = (dict(zip(columns, row, strict=True)), [])
    async for of, since, until, *values in graph.stream(regrouping.STORED_STATES[label]):
        named: dict[str, Value] = dict(zip(VERSIONED[label], values, strict=True))
        found[of][1].extend(state_rows(of, [State(since, until, named)]))
    return found


COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Organisation": ("name", "kind", *STATED, "buysFrom", "suppliesFrom"),
    "Category": ("name", "publicFrom", "basis", "source"),
    "Framework": ("name", "publicFrom", "basis", "source", *ROUTE),
}
VERSIONED: Mapping[str, tuple[str, ...]] = {
    "Organisation": STATED,
    "Category": ("name",),
    "Framework": ("name", *ROUTE),
}


def _comparable(row: Row) -> str:
    return repr((row["id"], sorted(row["values"].items())))


def _move(one: Meaning, known: Known) -> Row:
    mention = known.mentions[one.organisation]
    return {
        "mention": one.mention,
        "organisation": one.organisation,
        "old": known.meanings[one.mention].organisation,
        "basis": one.basis,
        "score": one.score,
        "name": mention.name,
        "kind": mention.kind,
    }


def _bodies(rows: Iterable[Row]) -> list[Row]:
    found = {row["organisation"]: row for row in rows}
    return [{"id": id, "name": row["name"], "kind": row["kind"]} for id, row in found.items()]

"""Frameworks: what records tell of them joins what contracts that were called off say."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph import recording
from graph.driver import Graph
from hub.ingest.facts import State, Value
from hub.ingest.own.lives import ordered
from hub.ingest.own.reading import Record, stored

# Columns that only records fill.
ROUTE = (
    "owner",
    "kind",
    "status",
    "startsOn",
    "endsOn",
    "extendsTo",
    "callOff",
    "buyerTypes",
    "regions",
    "url",
)
Wanted = tuple[dict[str, Value], list[State]]  # newest values, and all states, oldest first


async def frameworks_told(graph: Graph) -> Mapping[str, Sequence[Record]]:
    """The records of each framework in time, of each instant the one that holds."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    async for row in graph.stream(recording.FRAMEWORKS_TOLD):
        record = stored(row)
        found[record.thing].append(record)
    return {id: ordered(records) for id, records in found.items()}


def joined(named: Mapping[str, Wanted], told: Mapping[str, Sequence[Record]]) -> dict[str, Wanted]:
    """Frameworks as contracts name them and records describe them."""
    empty: Wanted = ({}, [])
    said = {id for id, records in told.items() if any(record.told for record in records)}
    return {
        id: _joined(*named.get(id, empty), told.get(id, ())) for id in sorted(named.keys() | said)
    }


def _joined(values: Mapping[str, Value], names: Sequence[State], told: Sequence[Record]) -> Wanted:
    origin = _origin(values, told)
    since = str(origin["publicFrom"])
    starts = {state.since for state in names} | {record.public_from for record in told}
    found: list[State] = []
    for moment in sorted(one for one in starts if one >= since):
        now = _at(moment, names, told)
        if found and found[-1].values == now:
            continue
        if found:
            found[-1] = State(found[-1].since, moment, found[-1].values)
        found.append(State(moment, None, now))
    return {**origin, **found[-1].values}, found


def _at(moment: str, names: Sequence[State], told: Sequence[Record]) -> dict[str, Value]:
    """What held at a moment; a record's name is better than what contracts call it."""
    called = [state.values["name"] for state in names if state.since <= moment]
    before = [record.told for record in told if record.public_from <= moment]
    said = [one.values["name"] for one in before if one]
    newest = before[-1].values if before and before[-1] else {}
    name = said[-1] if said else called[-1] if called else None
    return {"name": name, **{column: newest.get(column) for column in ROUTE}}


def _origin(values: Mapping[str, Value], told: Sequence[Record]) -> dict[str, Value]:
    """Public time, basis and source of the first fact of all."""
    firsts = [(r.public_from, r.basis, r.source) for r in told if r.told]
    if values:
        firsts.append((str(values["publicFrom"]), str(values["basis"]), str(values["source"])))
    since, basis, source = min(firsts)
    return {"publicFrom": since, "basis": basis, "source": source}

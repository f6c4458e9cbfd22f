"""Snapshots: the market's public facts out of the graph into columns, for `ranking/` to read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from anyio import to_thread

from graph import market
from graph.driver import Graph
from graph.errors import Unavailable
from graph.hashing import content_hash
from graph.statements import Statement
from ranking.snapshot import TABLES, Row, Snapshot, write


async def write_snapshot(graph: Graph, home: Path) -> Path:
    """Write the graph's public facts to `<home>/snapshots/<dataVersion>` and make it current.

    The data version is the graph's content hash; nothing depends on the clock, so the same graph
    gives equal files. A snapshot that is there already is kept. Call it when no load is running.
    """
    version = await content_hash(graph)
    if (there := _current(home)) is not None and there.version == version:
        return there.folder
    rows = await market_rows(graph)
    return await to_thread.run_sync(write, home, version, rows)


async def market_rows(graph: Graph) -> dict[str, list[Row]]:
    """The rows of every table, in no order."""
    rows = {name: await _all(graph, statement) for name, statement in market.PLAIN.items()}
    organisations = await _all(graph, market.ORGANISATIONS)
    rows["organisations"] = [row[:5] for row in organisations]
    former = await _all(graph, market.ORGANISATION_STATES)
    ends = _ends(former)
    for id, _, _, buys, supplies, *state in organisations:
        since = ends.get(id) or min((d for d in (buys, supplies) if d), default=None)
        if since:
            former.append([id, *state, since, None])
    rows["organisation_states"] = former
    before = await _all(graph, market.CONTRACT_STATES)
    ends = _ends(before)
    for id, *state, since, until in await _all(graph, market.CONTRACTS):
        before.append([id, *state, ends.get(id, since), until])
    rows["contracts"] = before
    return {name: rows[name] for name in TABLES}


def _current(home: Path) -> Snapshot | None:
    try:
        there = Snapshot.current(home)
    except Unavailable:
        return None
    return there if set(there.counts) == set(TABLES) else None


async def _all(graph: Graph, statement: Statement) -> list[Row]:
    return [row async for row in graph.stream(statement)]


def _ends(states: Sequence[Sequence[Any]]) -> dict[str, str]:
    """Per id the end of its last superseded state, where the current values begin."""
    ends: dict[str, str] = {}
    for id, *_, until in states:
        ends[id] = max(ends.get(id, ""), until)
    return ends

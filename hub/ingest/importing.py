"""`hub import`: an export into an empty graph, whole or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from graph import generations, restoring
from graph.driver import Graph, Step
from graph.errors import BadInput, Conflict
from graph.hashing import content_hash
from graph.shape import Node
from graph.wipe import wipe
from hub.ingest.dumpfile import Item, Tally, checked, items, name
from hub.ingest.leases import IMPORT, alone
from hub.ingest.load import Hear, Progress

ROWS = 1000  # items a transaction
BYTES = 8 * 2**20  # characters of text a transaction, about; raw releases are large


async def restore(graph: Graph, path: Path, hear: Hear) -> Tally:
    """Fill the graph from a file; what is in it now.

    The file is read once before anything is written, and the graph's own hash is asked at the end.
    A failure empties the graph again; what a killed import left is emptied by the next. Raises
    BadInput (the file), Conflict (the graph is not empty, or somebody works on it).
    """
    async with alone(graph, IMPORT):
        return await _restore(graph, path, hear)


async def _restore(graph: Graph, path: Path, hear: Hear) -> Tally:
    if await graph.rows(restoring.CUT_OFF):
        await wipe(graph)
    if await graph.rows(restoring.ANYTHING):
        raise Conflict(
            "The graph is not empty, and an import fills only an empty one. "
            "Name another data folder by HUB_HOME (or another graph by HUB_GRAPH_URI), "
            "or move this data folder away first."
        )
    tally = checked(path)
    await graph.write(Step(restoring.BEGIN))
    try:
        await fill(graph, path, hear)
        if await content_hash(graph) != tally.hash:
            raise BadInput(f"What {path.name} gave differs from what it says; export anew.")
        await graph.write(Step(restoring.END), generations.renewed())
    except BaseException:
        await wipe(graph)
        raise
    return tally


async def fill(graph: Graph, path: Path, hear: Hear) -> None:
    """Write all items, batch by batch. Raises BadInput when an edge lacks an end."""
    total = 0
    for batch in batches(items(path)):
        made = await create(graph, batch)
        if made != len(batch):
            last = batch[-1].line
            raise BadInput(f"An edge before line {last} of {path.name} lacks one of its ends.")
        total += made
        hear(Progress(name(batch[0].of), total))


async def create(graph: Graph, batch: Sequence[Item]) -> int:
    """Write one batch in one transaction; how many were made (edges without an end are not)."""
    of = batch[0].of
    if isinstance(of, Node):
        statement = restoring.NODES[of.label]
    else:
        statement = restoring.EDGES[of.type, of.source, of.target]
    [[[made]]] = await graph.write(Step(statement, {"rows": [row(item) for item in batch]}))
    return made


def row(item: Item) -> dict[str, Any]:
    """An item as its statement takes it."""
    if isinstance(item.of, Node):
        return item.values
    return {"start": item.start, "end": item.end, "values": item.values}


def batches(found: Iterator[Item]) -> Iterator[Sequence[Item]]:
    """Items of one label or type of edge, at most 1,000 and some megabytes at a time."""
    batch: list[Item] = []
    size = 0
    for item in found:
        if batch and (len(batch) >= ROWS or size >= BYTES or item.of is not batch[0].of):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += sum(len(value) for value in item.values.values() if isinstance(value, str))
    if batch:
        yield batch

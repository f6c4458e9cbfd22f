"""`hub export`: everything that is stored into one file that any engine can be filled from."""

import gzip
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

from graph import items, loading
from graph.driver import Graph
from graph.errors import BadInput, Conflict
from graph.shape import Edge, Node
from hub.ingest.dumpfile import ORDER, Item, Tally, dumped, footer, header, kept, line
from hub.ingest.leases import alone, demand_imported
from hub.ingest.spill import Spill


async def export(graph: Graph, path: Path, version: str) -> Tally:
    """Write the file, packed when its name ends in `.gz`; what is in it.

    It is written beside itself as `.part` and appears when it is whole. Nothing may load in the
    meantime. Raises Conflict after a load or an import that was cut off or while somebody works on
    the graph, BadInput when the file can't be written.
    """
    async with alone(graph, "hub export"):
        await demand_whole(graph)
        return await _export(graph, path, version)


async def demand_whole(graph: Graph) -> None:
    """Raise Conflict after a load or an import that was cut off."""
    await demand_imported(graph)
    if await graph.rows(loading.UNFINISHED):
        raise Conflict("A load was cut off; run it again to its end, then export.")


async def _export(graph: Graph, path: Path, version: str) -> Tally:
    tally = Tally()
    with written(path) as file:
        file.write(dumped(header(version)) + b"\n")
        for of in ORDER:
            await _section(graph, of, tally, file)
        file.write(dumped(footer(tally)) + b"\n")
    return tally


async def _section(graph: Graph, of: Node | Edge, tally: Tally, file: IO[bytes]) -> None:
    # Sorted here, not by the engine: engines differ in what they sort and how much they hold.
    spill = Spill()
    try:
        if isinstance(of, Node):
            async for (properties,) in graph.stream(items.NODES[of.label]):
                _take(Item(of, kept(of, properties)), tally, spill)
        else:
            key = (of.type, of.source, of.target)
            async for start, end, properties in graph.stream(items.EDGES[key]):
                _take(Item(of, kept(of, properties), start, end), tally, spill)
        file.writelines(spill.lines())
    finally:
        spill.close()


def _take(item: Item, tally: Tally, spill: Spill) -> None:
    tally.add(item)
    spill.add(line(item))


@contextmanager
def written(path: Path) -> Generator[IO[bytes]]:
    """A file that takes its name when it is whole, packed for `.gz`. Raises BadInput."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as raw:
            if path.suffix == ".gz":
                # no name and no time in it: equal content, equal bytes
                with gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
                    yield cast(IO[bytes], packed)
            else:
                yield raw
            raw.flush()
            os.fsync(raw.fileno())
        part.replace(path)
    except OSError as error:
        raise BadInput(f"{path.name} can't be written: {error.strerror}.") from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)

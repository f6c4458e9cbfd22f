"""`hub export --ocds`: every process of the graph as OCDS 1.1, one batch in memory at a time."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from graph import rebuilding, reexporting
from graph.driver import Graph
from hub.ingest.asocds import OURS, Record, record_of
from hub.ingest.canonical import canonical
from hub.ingest.compile import Prepared, processes
from hub.ingest.exporting import demand_whole, written
from hub.ingest.facts import Json, Release
from hub.ingest.leases import alone
from hub.ingest.ocds import OGL, ignored, prepared
from hub.ingest.purchases import records_of
from hub.ingest.rows import batches

OCIDS = 100  # a batch
LINES = frozenset({".jsonl", ".ndjson"})
LICENCES: Mapping[str, str] = {
    OGL: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
}
EXTENSION = "https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json"


@dataclass(slots=True)
class Told:
    """What was written: processes, releases, mends by kind, and the latest public time."""

    processes: int = 0
    releases: int = 0
    mends: Counter[str] = field(default_factory=Counter[str])
    sources: set[str] = field(default_factory=set[str])
    last: str = ""

    def add(self, record: Record) -> None:
        """Count one."""
        self.processes += 1
        self.releases += len(record.releases)
        self.mends += record.mends
        self.sources |= {one[OURS]["source"]["id"] for one in record.releases}
        self.last = max(self.last, record.compiled["date"])


async def reexport(graph: Graph, path: Path, hear: Callable[[int, int], None]) -> Told:
    """Write a record package, or compiled releases a line; `hear`: processes done, ocids in all.

    Raises Conflict after a load that was cut off or while somebody works on the graph, BadInput
    when the file can't be written.
    """
    async with alone(graph, "hub export"):
        await demand_whole(graph)
        return await _reexport(graph, path, hear)


async def _reexport(graph: Graph, path: Path, hear: Callable[[int, int], None]) -> Told:
    told, sources = Told(), await _sources(graph)
    lines = Path(path.name.removesuffix(".gz")).suffix in LINES
    with written(path) as file:
        if lines:
            async for record in _records(graph, sources, told, hear):
                _put(file, canonical(record.compiled), "\n")
        else:
            await _package(graph, file, sources, told, hear)
    return told


async def _package(
    graph: Graph,
    file: IO[bytes],
    sources: Mapping[str, Json],
    told: Told,
    hear: Callable[[int, int], None],
) -> None:
    """What is known only when all is read stands behind the records."""
    _put(file, f'{{"version":"1.1","extensions":["{EXTENSION}"],"records":[', "\n")
    first = True
    async for record in _records(graph, sources, told, hear):
        _put(file, "" if first else ",\n", canonical(record.json()))
        first = False
    used = [sources.get(id, {"id": id}) for id in sorted(told.sources)]
    rest: Json = {OURS: {"sources": used, "mends": dict(told.mends)}}
    publishers = {one.get("publisher") for one in used}
    licences = {LICENCES.get(one.get("licence", "")) for one in used}
    if len(publishers) == 1 and (only := publishers.pop()):
        rest["publisher"] = {"name": only}
    if len(licences) == 1 and (licence := licences.pop()):
        rest["license"] = licence
    if told.last:
        rest["publishedDate"] = told.last
    _put(file, "\n],", canonical(rest)[1:], "\n")


async def _records(
    graph: Graph, sources: Mapping[str, Json], told: Told, hear: Callable[[int, int], None]
) -> AsyncIterator[Record]:
    ocids = sorted([row[0] async for row in graph.stream(rebuilding.OCIDS)])
    ids = sorted([row[0] async for row in graph.stream(reexporting.IDS)])
    total = len(ocids) + len(ids)
    for batch in batches(ocids, OCIDS):
        stored: dict[str, list[Prepared]] = {ocid: [] for ocid in batch}
        for row in await graph.rows(rebuilding.RELEASES, ocids=list(batch)):
            release = Release(*row)
            stored[release.ocid].append(prepared(release, ignored)[0])
        for ocid in batch:
            for process in processes(stored[ocid]):
                record = record_of(process, sources)
                told.add(record)
                yield record
        hear(told.processes, total)
    for batch in batches(ids, OCIDS):
        for record in await records_of(graph, batch, sources):
            told.add(record)
            yield record
        hear(told.processes, total)


async def _sources(graph: Graph) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for id, name, publisher, licence, fictional in await graph.rows(reexporting.SOURCES):
        found[id] = {"id": id, "name": name, "publisher": publisher, "licence": licence}
        if fictional:
            found[id]["fictional"] = True
    return found


def _put(file: IO[bytes], *texts: str) -> None:
    file.writelines(text.encode() for text in texts)

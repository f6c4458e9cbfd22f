"""Ingest: `hub load` of generated releases beside the bare writing of what it ends in.

Same engine, same run: the content is exported after the load, and the raw rate is that of writing
its nodes, edges and blobs in plain batches from memory, as `hub import` does. The bars of the
issue: a ratio of .5, 3 ms of Python CPU a release, and a second load that writes nothing.
"""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks._releases import releases, write
from graph.driver import Graph
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.gateway.session import open_hub
from hub.gateway.settings import Settings
from hub.ingest.dumpfile import items
from hub.ingest.exporting import export
from hub.ingest.importing import batches, create, restore
from hub.ingest.load import LoadOptions, load
from hub.ingest.report import Report, Summary

SHORT, FULL, WARM = 2000, 20_000, 500
SLOWEST = 12  # statements listed
Row = dict[str, Any]


def run(short: bool) -> list[Row]:
    """Seconds, Python CPU and releases a second of each step, then where the graph's time went."""
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        home = replace(Settings.from_env(), home=Path(folder))
        return asyncio.run(_run(home, SHORT if short else FULL))


async def _run(settings: Settings, count: int) -> list[Row]:
    made = list(releases(count))
    folder = settings.home
    whole = write(folder / "whole.jsonl", made)
    turned = made[::-1]
    parts = [write(folder / f"part-{i}.jsonl", turned[i::3]) for i in range(3)]
    warm = write(folder / "warm.jsonl", list(releases(WARM, seed=2)))
    archive = folder / "all.ndjson"
    async with open_hub(settings) as graph:
        await _load(graph, [warm])  # an engine that was just started is slow
        await wipe(graph)
        before = dict(graph.ledger.entries)
        graph.ledger.entries.clear()
        loaded, _ = await _timed("load", count, _load(graph, [whole]))
        spent = sorted(graph.ledger.entries.items(), key=lambda one: -one[1].seconds)
        graph.ledger.entries = before
        content = await content_hash(graph)
        again, summary = await _timed(
            "load again, other files and order", count, _load(graph, parts)
        )
        if summary.changed or await content_hash(graph) != content:
            raise RuntimeError("a second load of the same releases wrote something")
        exported, _ = await _timed("export", count, export(graph, archive, "benchmark"))
        await wipe(graph)
        raw, _ = await _timed("raw: the same content, plain CREATE", count, _raw(graph, archive))
        if await content_hash(graph) != content:
            raise RuntimeError("the raw writing gave other content")
        await wipe(graph)
        imported, _ = await _timed("import", count, restore(graph, archive, lambda _: None))
    rows = [loaded, raw, again, exported, imported]
    for row in rows:
        row["rate / raw"] = f"{raw['seconds'] / row['seconds']:.2f}"
    inside = sum(one.seconds for _, one in spent)
    slowest = [_statement("all; the rest of load is commits and Python", inside, count)]
    slowest += [_statement(name, one.seconds, count) for name, one in spent[:SLOWEST]]
    return [*rows, *slowest]


async def _load(graph: Graph, paths: list[Path]) -> Summary:
    report = Report()
    summary = await load(graph, paths, LoadOptions(), report, lambda _: None)
    if summary.refused_rows:
        raise RuntimeError(f"refused: {report.findings[:3]}")
    return summary


async def _raw(graph: Graph, archive: Path) -> float:
    """The seconds that the writing alone took: the file is read before."""
    held = [list(batch) for batch in batches(items(archive))]
    began = perf_counter()
    for batch in held:
        await create(graph, batch)
    return perf_counter() - began


async def _timed(step: str, count: int, work: Any) -> tuple[Row, Any]:
    began, cpu = perf_counter(), process_time()
    result = await work
    cpu = process_time() - cpu
    seconds = result if isinstance(result, float) else perf_counter() - began
    row = {"step": step, "n": count, "seconds": seconds, "releases/s": count / seconds}
    return {**row, "CPU ms/release": cpu * 1000 / count}, result


def _statement(name: str, seconds: float, count: int) -> Row:
    return {
        "step": f"  of load, statement: {name}",
        "n": count,
        "seconds": seconds,
        "releases/s": count / seconds,
        "CPU ms/release": "-",
        "rate / raw": "-",
    }

"""Loader, import and graph are killed at points all over their work: whole then, and whole again.

One point of a small load and of an import in every run; with `--thorough` ten of larger ones, and
ten at which the graph is killed.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from graph import embedded, neo4j_server, restoring
from graph.driver import Graph, Step
from graph.errors import HubError
from graph.hashing import content_hash
from graph.loading import UNFINISHED
from graph.migrate import migrate
from graph.wipe import wipe
from hub.ingest.exporting import export
from hub.ingest.importing import restore
from tests.fixtures.engine import CACHE, Server, open_server
from tests.hub.ingest.given import jsonl, line, returns
from tests.hub.ingest.own.given import own, records
from tests.hub.ingest.test_spend import BOTH, spend
from tests.hub.ingest.test_tables import HEADINGS, LAMPS, options, table
from tests.hub.ingest.worlds import edges, loaded, notices, stored
from tests.tree import ROOT

pytestmark = pytest.mark.anyio
HELD = ("HAS_LOT", "Lot"), ("HAS_AWARD", "Award"), ("FOR", "Contract"), ("HAS_NOTICE", "Notice")

# Works as the command does, and says on stdout when a transaction begins and when it has ended.
WORKER = """
import asyncio, sys
from pathlib import Path
from graph.driver import open_graph
from hub.ingest.importing import restore
from tests.hub.ingest.own.given import own, records
from tests.hub.ingest.test_spend import BOTH, spend
from tests.hub.ingest.test_tables import options
from tests.hub.ingest.worlds import loaded

async def main(uri, user, password, database, work, *paths):
    graph = await open_graph(uri, user, password, database, timeout=60.0)
    write = graph.write

    async def told(*steps):
        print("begins", flush=True)
        found = await write(*steps)
        print("ended", flush=True)
        return found

    graph.write = told
    paths = [Path(path) for path in paths]
    if work == "import":
        await restore(graph, paths[0], lambda _: None)
    else:
        await loaded(graph, *paths[1:], options=options(paths[0]))

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.fixture
def points(request: pytest.FixtureRequest) -> int:
    """How many points of a work are tried."""
    return 10 if request.config.getoption("--thorough") else 1


def market(folder: Path, size: int) -> list[Path]:
    """Every kind of file; from a size of 167 there are several batches of the large ones."""
    told: list[dict[str, Any]] = []
    for at in range(size):
        told += [
            {**one, "ocid": f"{one['ocid']}-{at}", "id": f"{one['id']}-{at}"} for one in notices()
        ]
    register = [HEADINGS, *([f"R{at}", *LAMPS[1:]] for at in range(2 * size))]
    rows = [line(ID=str(at), CustomerName=f"Invented Council {at % 9}") for at in range(6 * size)]
    return [
        jsonl(folder / "a.jsonl", told),
        table(folder / "b.csv", register),
        returns(folder / "c.csv", rows),
        spend(folder / "d.csv", BOTH),
        own(folder / "e.jsonl", records()),
    ]


def worked(server: Server, words: list[str], until: int | None = None) -> int:
    """How many lines a worker said, or how many until it was killed with SIGKILL."""
    where = [server.uri, server.user, server.password, server.database]
    command, said = [sys.executable, "-c", WORKER, *where, *words], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        for _ in process.stdout:
            said += 1
            if said == until:
                os.kill(process.pid, signal.SIGKILL)
                break
    assert process.returncode == (0 if until is None else -signal.SIGKILL)
    return said


def spread(whole: int, points: int) -> list[int]:
    """Points all over a work of so many steps, the first and the last but one among many."""
    if points == 1:
        return [whole // 2]
    return sorted({1 + at * (whole - 2) // (points - 1) for at in range(points)})


async def held(graph: Graph) -> dict[str, set[tuple[str, str]]]:
    """By process what it has."""
    found = {node["id"]: set[tuple[str, str]]() for node in await stored(graph, "Procurement")}
    for type, label in HELD:
        for start, end, _ in await edges(graph, type, "Procurement", label):
            found[start].add((type, end))
    return found


async def demand_whole(graph: Graph, final: dict[str, set[tuple[str, str]]]) -> None:
    """What is there is whole: no process has less than it will have in the end."""
    for process, parts in (await held(graph)).items():
        assert parts == final[process]


async def test_a_loader_killed_anywhere_leaves_whole_processes_and_the_next_load_the_same_graph(
    graph: Graph, engine_server: Server, tmp_path: Path, points: int
) -> None:
    told, paths = options(tmp_path), market(tmp_path, 17 * points)
    words = ["load", str(tmp_path), *map(str, paths)]
    whole = worked(engine_server, words)
    wanted, final = await content_hash(graph), await held(graph)
    assert len(final) > 60 * points
    for point in spread(whole - 2, points):  # the last write lets the lease go
        await wipe(graph)
        worked(engine_server, words, point)
        if not await graph.rows(UNFINISHED):  # the last write may be through when the kill comes
            assert point < 5 or await content_hash(graph) == wanted
        await demand_whole(graph, final)
        assert (await loaded(graph, *paths, options=told)).exit_code == 0
        assert await content_hash(graph) == wanted


async def test_an_import_killed_anywhere_is_begun_anew_by_the_next(
    graph: Graph, engine_server: Server, tmp_path: Path, points: int
) -> None:
    await loaded(graph, *market(tmp_path, 10 * points), options=options(tmp_path))
    wanted, file = await content_hash(graph), tmp_path / "whole.ndjson"
    await export(graph, file, "1.0")
    await wipe(graph)
    whole = worked(engine_server, ["import", str(file)])
    for point in spread(whole - 2, points):  # the last write lets the lease go
        await wipe(graph)
        worked(engine_server, ["import", str(file)], point)
        if not await graph.rows(restoring.CUT_OFF):  # killed before the first write, or at the last
            if await content_hash(graph) == wanted:
                continue
            assert point < 5
        await restore(graph, file, lambda _: None)
        assert await content_hash(graph) == wanted


@asynccontextmanager
async def served(engine: str, home: Path) -> AsyncGenerator[tuple[Graph, int]]:
    """A graph in a folder of its own, and the process that serves it."""
    if engine == "neo4j":
        server = neo4j_server.start(home, neo4j_server.fetch(CACHE))
        pid = server.child.pid
    else:
        server = embedded.start(home)
        pid = server.pid
    try:
        graph = await open_server(server, 60.0)
        try:
            await migrate(graph)
            yield graph, pid
        finally:
            await graph.close()
    finally:
        server.stop()


async def killed(graph: Graph, pid: int, paths: list[Path], tmp_path: Path, until: int) -> None:
    """Load, and kill the graph while it writes for that time."""
    write, begun = graph.write, 0

    async def cut(*steps: Step) -> Any:
        nonlocal begun
        begun += 1
        writing = asyncio.create_task(write(*steps))
        if begun == until:
            for _ in range(until * 7 % 40):  # another step of the transaction each time
                await asyncio.sleep(0)
            os.kill(pid, signal.SIGKILL)
        return await writing

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(graph, "write", cut)
        with pytest.raises(HubError):
            await loaded(graph, *paths, options=options(tmp_path))


async def test_a_graph_killed_anywhere_comes_up_whole_and_the_next_load_ends_the_same(
    engine_name: str, tmp_path: Path, points: int
) -> None:
    if points == 1:
        pytest.skip("three starts of an engine a point: only with --thorough")
    told, paths, home = options(tmp_path), market(tmp_path, 13 * points), tmp_path / "home"
    async with served(engine_name, home) as (graph, _):
        write, writes = graph.write, 0

        async def counted(*steps: Step) -> Any:
            nonlocal writes
            writes += 1
            return await write(*steps)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(graph, "write", counted)
            await loaded(graph, *paths, options=told)
        wanted, final = await content_hash(graph), await held(graph)
        await wipe(graph)
    for point in spread(writes - 1, points):  # after the last but one only the lease is let go
        async with served(engine_name, home) as (graph, pid):
            await wipe(graph)
            await killed(graph, pid, paths, tmp_path, point)
        async with served(engine_name, home) as (graph, _):
            await demand_whole(graph, final)
            assert (await loaded(graph, *paths, options=told)).exit_code == 0
            assert await content_hash(graph) == wanted

"""A real process that loads is killed in the middle; loading again ends in the same graph."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from graph.loading import UNFINISHED
from graph.wipe import wipe
from tests.fixtures.engine import Server
from tests.hub.ingest.given import COLUMNS, jsonl, line, returns
from tests.hub.ingest.worlds import files, loaded, notices
from tests.tree import ROOT

pytestmark = pytest.mark.anyio

# Loads like `hub load`, and says on stdout whenever a batch is in the graph.
LOADER = """
import asyncio, json, sys
from pathlib import Path
from graph.driver import open_graph
from hub.ingest.load import LoadOptions, load
from hub.ingest.report import Report

async def main(uri, user, password, database, *paths):
    graph = await open_graph(uri, user, password, database, timeout=60.0)
    told = lambda progress: print(json.dumps([progress.stage, progress.done]), flush=True)
    await load(graph, [Path(path) for path in paths], LoadOptions(), Report(), told)

asyncio.run(main(*sys.argv[1:]))
"""


def many(folder: Path) -> list[Path]:
    """Enough lines for several batches, and the notices of the small world."""
    rows = [
        line(
            ID=str(1_000 + n),
            CustomerName=f"Invented Council {n % 40}",
            SupplierName=f"Invented Firm {n % 90} Ltd",
            ProjectNameAndDescription=f"Work {n % 7}",
            ReturnMonth=f"2013-{n % 12 + 1:02}-01",
        )
        for n in range(2_100)
    ]
    assert set(rows[0]) == set(COLUMNS)
    return [returns(folder / "many.csv", rows), jsonl(folder / "c.jsonl", notices())]


def killed_after(batches: int, server: Server, paths: list[Path]) -> list[str]:
    """The stages that a loader told of before it was killed with SIGKILL."""
    told: list[str] = []
    words = [server.uri, server.user, server.password, server.database, *map(str, paths)]
    command = [sys.executable, "-c", LOADER, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        for text in process.stdout:
            told.append(json.loads(text)[0])
            if len(told) == batches:
                os.kill(process.pid, signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL
    return told


async def test_a_killed_load_is_made_good_by_loading_again(
    graph: Graph, engine_server: Server, tmp_path: Path
) -> None:
    paths = many(tmp_path)
    await loaded(graph, *paths)
    wanted = await content_hash(graph)
    for batches in (2, 4):
        await wipe(graph)
        told = killed_after(batches, engine_server, paths)
        assert told[0] == "many.csv"
        assert await graph.rows(UNFINISHED)
        assert (await loaded(graph, *paths)).exit_code == 0
        assert await content_hash(graph) == wanted


async def test_a_load_killed_and_followed_by_other_files_loses_nothing(
    graph: Graph, engine_server: Server, tmp_path: Path
) -> None:
    paths, folder = many(tmp_path), tmp_path / "others"
    folder.mkdir()
    others = files(folder)
    await loaded(graph, *others, *paths)
    wanted = await content_hash(graph)
    await wipe(graph)
    killed_after(2, engine_server, paths)
    await loaded(graph, *others)
    await loaded(graph, *paths)
    assert await content_hash(graph) == wanted

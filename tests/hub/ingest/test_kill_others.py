"""Loads from an API and of reference lists are killed at points all over their work, as others are.

One point each in every run, ten with `--thorough`; what an API gave lies on disk in between.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest import remote
from tests.fixtures.engine import Server
from tests.hub.ingest.fts.notices import START, many, strange
from tests.hub.ingest.fts.server import Fake, served
from tests.hub.ingest.fts.test_remote import DAY, fetched
from tests.hub.ingest.given import jsonl
from tests.hub.ingest.lists import authority, body, table, vocabulary
from tests.hub.ingest.test_kill_points import points, spread, worked
from tests.hub.ingest.test_tables import options
from tests.hub.ingest.worlds import loaded
from tests.tree import ROOT

__all__ = ["points"]  # a fixture
pytestmark = pytest.mark.anyio
BUNDLE = 40  # releases that are loaded together: several loads a call

# Fetches and loads, and says on stdout when a transaction begins and when it has ended.
FETCHER = """
import asyncio, sys
from pathlib import Path
from graph.driver import open_graph
from hub.ingest import remote
from tests.hub.ingest.fts.server import Fake
from tests.hub.ingest.fts.test_remote import fetched

async def main(uri, user, password, database, address, home, bundle):
    graph = await open_graph(uri, user, password, database, timeout=60.0)
    remote.BUNDLE, write = int(bundle), graph.write

    async def told(*steps):
        print("begins", flush=True)
        found = await write(*steps)
        print("ended", flush=True)
        return found

    graph.write = told
    await fetched(graph, Fake([], address=address), Path(home))

asyncio.run(main(*sys.argv[1:]))
"""


def fetching(server: Server, fake: Fake, home: Path, until: int | None = None) -> int:
    """How many lines a fetcher said, or how many until it was killed with SIGKILL."""
    where = [server.uri, server.user, server.password, server.database]
    words = [*where, fake.address, str(home), str(BUNDLE)]
    command, said = [sys.executable, "-c", FETCHER, *words], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        for _ in process.stdout:
            said += 1
            if said == until:
                os.kill(process.pid, signal.SIGKILL)
                break
    assert process.returncode == (0 if until is None else -signal.SIGKILL)
    return said


async def test_a_load_from_an_api_killed_anywhere_is_ended_by_the_same_call(
    graph: Graph,
    engine_server: Server,
    tmp_path: Path,
    points: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(remote, "BUNDLE", BUNDLE)
    notices = [*strange(), *many(120, START, 90, first=10)]
    await loaded(graph, jsonl(tmp_path / "all.jsonl", [one.release for one in notices]))
    wanted = await content_hash(graph)
    await wipe(graph)
    with served(Fake(notices)) as fake:
        whole = fetching(engine_server, fake, tmp_path / "whole")
        assert await content_hash(graph) == wanted
        for point in spread(whole, points):
            await wipe(graph)
            home = tmp_path / f"killed at {point}"
            fetching(engine_server, fake, home, point)
            assert (await fetched(graph, fake, home, DAY)).exit_code == 0
            assert await content_hash(graph) == wanted
            assert not list(home.glob("*.spool"))
            before = len(fake.asked)
            assert not (await fetched(graph, fake, home, DAY)).changed
            assert len(fake.asked) == before


async def test_a_load_of_lists_killed_anywhere_leaves_no_half_of_an_edition(
    graph: Graph, engine_server: Server, tmp_path: Path, points: int
) -> None:
    bodies = [body(number, f"Invented College {number}") for number in range(1_200)]
    paths = [
        table(tmp_path / "a.tsv", bodies, "\t"),
        table(tmp_path / "b.csv", [authority()]),
        vocabulary(tmp_path / "c.json"),
    ]
    (tmp_path / "mine").mkdir()
    words = ["load", str(tmp_path / "mine"), *map(str, paths)]
    whole = worked(engine_server, words)
    wanted = await content_hash(graph)
    assert whole > 12  # several batches, one list after another
    for point in spread(whole, points):
        await wipe(graph)
        worked(engine_server, words, point)
        await loaded(graph, *paths, options=options(tmp_path / "mine"))
        assert await content_hash(graph) == wanted

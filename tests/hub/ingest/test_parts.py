"""`--partition`: loaders side by side, in any order, one of them killed, and one graph."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from graph.driver import Graph
from graph.errors import BadInput, Conflict
from graph.hashing import content_hash
from graph.loading import UNFINISHED
from graph.wipe import wipe
from hub.ingest.parts import Part, part_of
from tests.fixtures.engine import Server
from tests.hub.ingest.test_commands import hub
from tests.hub.ingest.test_kill_points import market
from tests.hub.ingest.test_tables import options
from tests.hub.ingest.worlds import loaded
from tests.tree import ROOT

pytestmark = pytest.mark.anyio

# Loads a part as the command does, and waits for a line on stdin after so many writes.
LOADER = """
import asyncio, sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from graph.dialect import one_writer
from graph.driver import open_graph
from hub.gateway.loading import turn
from hub.ingest.parts import part_of
from tests.hub.ingest.test_tables import options
from tests.hub.ingest.worlds import loaded

async def main(uri, user, password, database, home, part, stop, *paths):
    graph = await open_graph(uri, user, password, database, timeout=60.0)
    if one_writer(graph.engine):
        graph.turn = partial(turn, Path(home))
    write, ended = graph.write, 0

    async def told(*steps):
        nonlocal ended
        found = await write(*steps)
        ended += 1
        if ended == int(stop):
            print("waits", flush=True)
            sys.stdin.readline()
        return found

    graph.write = told
    how = replace(options(Path(home)), part=part_of(part))
    await loaded(graph, *(Path(path) for path in paths), options=how)
    await graph.close()

asyncio.run(main(*sys.argv[1:]))
"""


@contextmanager
def loader(
    server: Server, home: Path, part: str, paths: list[Path], stop: int = 0
) -> Generator[subprocess.Popen[str]]:
    """A loader of a part; with `stop` it waits after so many writes."""
    where = [server.uri, server.user, server.password, server.database]
    words = [*where, str(home), part, str(stop), *map(str, paths)]
    command, pipe = [sys.executable, "-c", LOADER, *words], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, text=True) as process:
        try:
            if stop:
                assert process.stdout is not None
                assert process.stdout.readline() == "waits\n"
            yield process
        finally:
            process.kill()


def ended(process: subprocess.Popen[str]) -> int:
    """Its exit code, once it goes on and ends."""
    process.communicate("on\n", timeout=120)
    return process.returncode


async def at_once(graph: Graph, server: Server, home: Path, paths: list[Path], of: int) -> None:
    """All parts, each a process, at the same time."""
    with ExitStack() as running:
        parts = [f"{number}/{of}" for number in range(1, of + 1)]
        processes = [running.enter_context(loader(server, home, p, paths)) for p in parts]
        found = await asyncio.gather(*(asyncio.to_thread(ended, one) for one in processes))
    assert found == [0] * of


async def test_parts_side_by_side_and_one_after_another_give_the_graph_of_one_loader(
    graph: Graph, engine_server: Server, tmp_path: Path
) -> None:
    paths = market(tmp_path, 40)
    await loaded(graph, *paths, options=options(tmp_path))
    wanted = await content_hash(graph)
    await wipe(graph)
    await at_once(graph, engine_server, tmp_path, paths, 3)
    assert not await graph.rows(UNFINISHED)
    assert await content_hash(graph) == wanted
    await at_once(graph, engine_server, tmp_path, paths, 2)
    assert await content_hash(graph) == wanted
    assert not (await loaded(graph, *paths, options=options(tmp_path))).changed


async def test_whoever_is_last_derives_what_follows_from_all_and_none_before(
    graph: Graph, engine_server: Server, tmp_path: Path
) -> None:
    paths = market(tmp_path, 20)
    await loaded(graph, *paths, options=options(tmp_path))
    wanted, how = await content_hash(graph), options(tmp_path)
    await wipe(graph)
    with loader(engine_server, tmp_path, "1/2", paths, stop=5) as waiting:
        with loader(engine_server, tmp_path, "2/2", paths) as other:
            assert ended(other) == 0
        assert await graph.rows(UNFINISHED)
        for part, why in (
            (None, "1/2 runs"),
            (Part(1, 2), "1/2 runs"),
            (Part(3, 3), "1/2 runs"),
        ):
            with pytest.raises(Conflict, match=why):
                await loaded(graph, *paths, options=replace(how, part=part))
        assert ended(waiting) == 0
    assert not await graph.rows(UNFINISHED)
    assert await content_hash(graph) == wanted


async def test_a_part_that_was_killed_is_loaded_again_and_nothing_is_lost(
    graph: Graph, engine_server: Server, tmp_path: Path
) -> None:
    paths = market(tmp_path, 20)
    await loaded(graph, *paths, options=options(tmp_path))
    wanted = await content_hash(graph)
    await wipe(graph)
    with loader(engine_server, tmp_path, "1/2", paths, stop=5) as waiting:
        with loader(engine_server, tmp_path, "2/2", paths, stop=5) as killed:
            os.kill(killed.pid, signal.SIGKILL)
        assert ended(waiting) == 0
    with loader(engine_server, tmp_path, "2/2", paths) as again:
        assert ended(again) == 0
    assert not await graph.rows(UNFINISHED)
    assert await content_hash(graph) == wanted


async def test_two_commands_share_the_embedded_graph_that_one_of_them_started(
    embedded_only: None, tmp_path: Path
) -> None:
    paths = [str(path) for path in market(tmp_path, 3) if path.name != "b.csv"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("HUB_")}
    env["HUB_HOME"] = str(tmp_path / "home")

    async def load(part: str) -> dict[str, int]:
        done = await hub(env, "load", "--json", "--partition", part, *paths)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    told = await asyncio.gather(load("1/2"), load("2/2"))
    whole = await hub(env, "load", "--json", *paths)
    again = json.loads(whole.stdout)
    assert whole.returncode == 0, whole.stderr
    assert not again["changed"]
    for count in ("rows", "payments", "releases", "records", "spend"):
        there = again["rows"] if count == "rows" else sum(one[count] for one in told)
        assert sum(one[count] for one in told) == there
    assert sum(one["releases"] for one in told) > min(one["releases"] for one in told) > 0


def test_each_key_is_taken_by_one_part_whatever_the_process() -> None:
    keys = [f"ocds-x-{number}" for number in range(300)]
    taken = Counter(p for p in range(1, 5) for key in keys if Part(p, 4).takes(key))
    assert sum(taken.values()) == len(keys)
    assert min(taken.values()) > 40
    # CRC-32 of this key is 3,421,780,262 by its specification: 2 in a division by four.
    assert Part(2, 4).takes("123456789")


@pytest.mark.parametrize("text", ["", "1", "5/4", "1/0", "a/b", "-1/4", "1/4/2", "١/٤"])
def test_what_is_no_part_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="no part"):
        part_of(text)


def test_parts_count_from_one_and_nought_is_the_last() -> None:
    assert (part_of("1/4"), part_of("4/4"), part_of("0/4")) == (Part(1, 4), Part(4, 4), Part(4, 4))

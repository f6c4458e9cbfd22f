"""Leases: one work at a time on a graph that machines share, and none that outlives its process."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from graph.driver import Graph
from graph.errors import Conflict
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.gateway.session import open_hub
from hub.gateway.settings import Settings
from hub.ingest import leases
from hub.ingest.exporting import export
from hub.ingest.importing import restore
from hub.ingest.leases import Holder
from tests.fixtures.engine import Server
from tests.hub.ingest.test_kill_points import WORKER
from tests.hub.ingest.worlds import files, loaded
from tests.tree import ROOT

pytestmark = pytest.mark.anyio
ELSEWHERE = "another-machine/pid:[1] 7 token"


async def given(graph: Graph, *others: Holder) -> None:
    """Others hold the graph."""
    await leases.change(graph, leases.holder("test"), lambda _: others)


async def test_an_import_that_runs_is_waited_for_and_nothing_answers_from_its_half(
    graph: Graph, engine_server: Server, tmp_path: Path
) -> None:
    data, file = tmp_path / "data", tmp_path / "whole.ndjson"
    data.mkdir()
    files(data)
    await loaded(graph, data)
    wanted = await content_hash(graph)
    await export(graph, file, "1.0")
    await wipe(graph)
    server = engine_server
    where = [server.uri, server.user, server.password, server.database]
    command = [sys.executable, "-c", WORKER, *where, "import", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        said = 0
        for _ in process.stdout:
            said += 1
            if said == 20:
                os.kill(process.pid, signal.SIGSTOP)
                break
        half = await content_hash(graph)
        assert half not in (wanted, "0" * 64)
        for work in (restore(graph, file, lambda _: None), export(graph, tmp_path / "b", "1.0")):
            with pytest.raises(Conflict, match=f"hub import runs.*{process.pid}"):
                await work
        with pytest.raises(Conflict, match="hub import runs"):
            await loaded(graph, data)
        with pytest.raises(Conflict, match="wait"):
            await leases.demand_imported(graph)
        assert await content_hash(graph) == half
        os.kill(process.pid, signal.SIGCONT)
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert await content_hash(graph) == wanted
    await leases.demand_imported(graph)


async def test_the_lease_of_a_machine_that_fell_silent_is_taken_over(graph: Graph) -> None:
    await given(graph, Holder("hub load", ELSEWHERE, leases.after(30)))
    with pytest.raises(Conflict, match="hub load runs on this graph"):
        async with leases.alone(graph, "hub import"):
            raise AssertionError("two are in")
    await given(graph, Holder("hub load", ELSEWHERE, leases.after(-1)))
    async with leases.alone(graph, "hub import"):
        assert [one.work for one in await leases.holders(graph)] == ["hub import"]
    assert await leases.holders(graph) == []


async def test_of_many_at_once_one_gets_the_graph(graph: Graph) -> None:
    refused = 0

    async def work() -> bool:
        nonlocal refused
        try:
            async with leases.alone(graph, "hub load"):
                while refused < 7:  # all others come meanwhile
                    await graph.ready()
                return True
        except Conflict:
            refused += 1
            return False

    assert sum(await asyncio.gather(*(work() for _ in range(8)))) == 1


async def test_a_lease_is_renewed_while_the_loop_is_busy_and_its_loss_ends_the_work(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "BEAT", 0.05)

    def stolen(held: Sequence[Holder]) -> Sequence[Holder]:
        return [Holder("hub load", ELSEWHERE, leases.after(30))]

    async def work() -> None:
        async with leases.alone(graph, "hub import"):
            turn = await _turn(graph)
            end = monotonic() + 20
            while monotonic() < end and _read_apart(graph) < turn + 2:
                sum(range(100_000))  # the loop gets no turn here
            assert await _turn(graph) >= turn + 2
            await leases.change(graph, leases.holder("thief"), stolen)
            await asyncio.Event().wait()

    with pytest.raises(Conflict, match="took over"):
        await work()
    assert [one.owner for one in await leases.holders(graph)] == [ELSEWHERE]
    await given(graph)


async def _turn(graph: Graph) -> int:
    return (await leases.state(graph))[0] or 0


def _read_apart(graph: Graph) -> int:
    """The turn, read in a thread, while the caller's loop stands still."""
    found: list[int] = []

    async def read() -> None:
        other = await graph.again()
        found.append(await _turn(other))
        await other.close()

    thread = Thread(target=lambda: asyncio.run(read()))
    thread.start()
    thread.join()
    return found[0]


async def test_a_graph_that_starts_here_is_held_by_nobody_elsewhere(
    embedded_only: None, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path)
    async with open_hub(settings) as graph:
        await given(graph, Holder("hub load", ELSEWHERE, leases.after(50)))
    async with open_hub(settings) as graph:
        assert await leases.holders(graph) == []

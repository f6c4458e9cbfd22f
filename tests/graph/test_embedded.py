"""The embedded engine as a process: where it listens, who may start it, how it ends.

These tests start servers of their own and so say nothing about Neo4j: with `--graph neo4j` they
are left out, and counted as such.
"""

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from neo4j.exceptions import ClientError

from graph.child import free_port, wait_until
from graph.driver import Statement, Step, open_graph
from graph.embedded import Embedded, start
from graph.errors import Internal, Unavailable
from tests.fixtures.engine import Server
from tests.graph.listeners import LOOPBACK, listeners

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("embedded_only")]

NOTE = Statement("note", "CREATE (n:Note {id: $id})")
NOTES = Statement("notes", "MATCH (n:Note) RETURN n.id AS id ORDER BY id")
LOAD = Statement("load csv", "LOAD CSV FROM $url AS line RETURN line AS line")
# Starts or joins the graph of argv[1] and tells which; then waits for its input to end.
STARTER = """
import sys
from pathlib import Path
from graph.embedded import start
with start(Path(sys.argv[1])) as server:
    print("joined" if server.joined else "started", server.pid, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def server(embedded_only: None, tmp_path_factory: pytest.TempPathFactory) -> Generator[Embedded]:
    with start(tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture(scope="module")
def stopped(embedded_only: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose graph was started and stopped once; tests work on copies."""
    home = tmp_path_factory.mktemp("stopped")
    assert start(home).stop() == 143
    return home


async def noted(server: Server, id: str | None = None) -> list[str]:
    """The ids of all notes, after writing one more."""
    graph = await open_graph(server.uri, server.user, server.password)
    try:
        if id is not None:
            await graph.write(Step(NOTE, {"id": id}))
        return [row[0] for row in await graph.rows(NOTES)]
    finally:
        await graph.close()


def starter(home: Path) -> subprocess.Popen[str]:
    """Another process that starts or joins the graph of `home`."""
    command = [sys.executable, "-c", STARTER, str(home)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def home_of(server: Embedded) -> Path:
    assert server.child is not None
    return server.child.log.parents[1]


def first_line(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    return process.stdout.readline().split()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_listens_on_loopback_only(server: Embedded) -> None:
    assert listeners(server.pid) <= LOOPBACK


def test_its_secrets_are_for_the_owner_alone(server: Embedded) -> None:
    root = home_of(server) / "graph"
    assert stat.S_IMODE(root.stat().st_mode) == 0o700
    for name in ("root.pw", "server.json"):
        assert stat.S_IMODE((root / name).stat().st_mode) == 0o600
    assert server.password not in repr(server)
    assert server.password not in Path(f"/proc/{server.pid}/cmdline").read_text()


async def test_it_reads_no_local_file(server: Embedded, tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("secret\n")
    graph = await open_graph(server.uri, server.user, server.password)
    try:
        with pytest.raises(Internal) as caught:
            await graph.write(Step(LOAD, {"url": file.as_uri()}))
        assert isinstance(caught.value.__cause__, ClientError)
        assert "Forbidden" in str(caught.value.__cause__.code)
    finally:
        await graph.close()


async def test_a_second_process_joins_and_leaves_it_running(server: Embedded) -> None:
    other = starter(home_of(server))
    assert first_line(other) == ["joined", str(server.pid)]
    other.communicate()
    assert other.returncode == 0
    assert await noted(server, "still there") == ["still there"]


async def test_after_kill_9_of_the_server_all_that_was_acknowledged_is_there(
    tmp_path: Path,
) -> None:
    server = start(tmp_path)
    assert await noted(server, "kept") == ["kept"]
    os.kill(server.pid, signal.SIGKILL)
    assert server.stop() == -signal.SIGKILL
    with start(tmp_path) as again:
        assert await noted(again) == ["kept"]
    assert again.stop() == 143


@pytest.mark.skipif(sys.platform != "linux", reason="the leash is Linux's")
def test_two_starts_at_once_share_one_server_and_it_ends_with_its_starter(tmp_path: Path) -> None:
    both = [starter(tmp_path), starter(tmp_path)]
    lines = [first_line(process) for process in both]
    assert sorted(line[0] for line in lines) == ["joined", "started"]
    assert lines[0][1] == lines[1][1]
    owner = both[[line[0] for line in lines].index("started")]
    owner.kill()
    process = Path("/proc") / lines[0][1] / "exe"
    wait_until(lambda: not process.exists(), 10.0, "The end of the graph")
    for other in both:
        other.communicate()


def test_an_orphan_is_ended_and_replaced(tmp_path: Path) -> None:
    with start(tmp_path) as orphan:
        note = tmp_path / "graph" / "server.json"
        gone = subprocess.Popen([sys.executable, "-c", ""])
        gone.wait()
        note.write_text(json.dumps({**json.loads(note.read_text()), "starter": gone.pid}))
        with start(tmp_path) as server:
            assert not server.joined
            assert server.pid != orphan.pid
        assert orphan.stop() == 143


def test_a_folder_in_use_by_a_stranger_is_refused_in_one_line(server: Embedded) -> None:
    note = home_of(server) / "graph" / "server.json"
    text = note.read_text()
    note.unlink()
    try:
        with pytest.raises(Unavailable, match="in use by another process"):
            start(home_of(server))
    finally:
        note.write_text(text)


@pytest.mark.parametrize("damage", ["schema*.json", "*.dict"])
def test_a_damaged_folder_is_refused_each_time(tmp_path: Path, stopped: Path, damage: str) -> None:
    home = shutil.copytree(stopped, tmp_path / "home")
    for file in (home / "graph" / "databases" / "hub").glob(damage):
        file.write_text("{ not what it was")
    for _ in range(2):
        with pytest.raises(Unavailable, match="damaged"):
            start(home)


def test_a_taken_port_makes_it_try_another(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        offered = iter([port])
        with start(tmp_path, ports=lambda: next(offered, None) or free_port()) as server:
            assert not server.uri.endswith(f":{port}")


def test_a_full_disk_is_named_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="No room for the graph"):
        start(tmp_path, least_free=2**62)


def test_a_heap_that_cannot_be_had_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="HUB_GRAPH_HEAP"):
        start(tmp_path, "1m")


def test_a_home_that_is_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(Unavailable, match="can't be used"):
        start(tmp_path / "home")


def test_a_lost_password_is_named(tmp_path: Path, stopped: Path) -> None:
    home = shutil.copytree(stopped, tmp_path / "home")
    (home / "graph" / "root.pw").unlink()
    with pytest.raises(Unavailable, match="password file"):
        start(home)


def test_an_engine_without_its_java_is_named(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from graph.embedded import start; from graph.errors import HubError\n"
        "try: start(pathlib.Path(sys.argv[1]))\n"
        "except HubError as error: print(error.message)"
    )
    fake = tmp_path / "path" / "arcadedb_embedded"
    fake.mkdir(parents=True)
    (fake / "__init__.py").touch()
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={"PYTHONPATH": str(fake.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "26.10.2.post1" in done.stdout
    assert done.stdout.count("\n") == 1

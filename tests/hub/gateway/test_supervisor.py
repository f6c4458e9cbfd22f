"""`hub run` as a real process: it becomes ready, is alone, and leaves no child behind."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from graph.child import free_port, wait_until

HUB = (sys.executable, "-m", "hub.gateway.cli")
STOP = 60.0
START = 120.0  # seconds; it takes some 15 on two cores that nobody else uses


@dataclass
class Hub:
    """A hub on the fictional world."""

    home: Path
    port: int
    process: "subprocess.Popen[str]"
    out: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        return self.out.read_text("utf-8")


def environment(home: Path, port: int) -> dict[str, str]:
    """Ours without any HUB_ variable of whoever runs the tests."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("HUB_")}
    return {**plain, "HUB_HOME": str(home), "HUB_PORT": str(port), "PYTHONSAFEPATH": "1"}


@contextmanager
def launched(home: Path, until: str = "The hub is ready.") -> Generator[Hub]:
    """A hub that has said `until`; stopped at the end if the test did not do it."""
    port, out = free_port(), home.with_suffix(".out")
    with out.open("w") as sink:
        process = subprocess.Popen(
            [*HUB, "run", "--size", "tiny"],
            env=environment(home, port),
            stdout=sink,
            stderr=sink,
            text=True,
        )
    hub = Hub(home, port, process, out)
    try:
        wait_until(lambda: until in hub.said() or process.poll() is not None, START, "The start")
        assert process.poll() is None, hub.said()
        yield hub
    finally:
        process.terminate()
        process.wait(STOP)


def refused(home: Path, port: int, *paths: Path) -> tuple[int, str]:
    """Exit code and stderr of a start that can't be."""
    done = subprocess.run(
        [*HUB, "run", *map(str, paths)],
        env=environment(home, port),
        capture_output=True,
        text=True,
        timeout=START,
        check=False,
    )
    return done.returncode, done.stderr


def children(hub: Hub) -> list[int]:
    """The processes that it started: the graph and Valkey."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    pairs = (map(int, line.split()) for line in listed)
    return [pid for pid, parent in pairs if parent == hub.process.pid]


def alive(pids: list[int]) -> bool:
    """Whether one of them still runs."""
    return (
        subprocess.run(["ps", "-p", ",".join(map(str, pids))], stdout=subprocess.DEVNULL).returncode
        == 0
    )


def stopped(hub: Hub, number: signal.Signals) -> bool:
    """Whether it ends with 0 at that signal and takes both children with it."""
    pids = children(hub)
    assert len(pids) == 2
    hub.process.send_signal(number)
    return hub.process.wait(STOP) == 0 and not alive(pids)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for the module: only its first start has to load and to train."""
    return tmp_path_factory.mktemp("hub") / "home"


@pytest.fixture
def hub(home: Path) -> Generator[Hub]:
    """A hub that is ready."""
    with launched(home) as hub:
        yield hub


def test_a_stop_ends_every_child_and_the_next_start_goes_on_from_there(home: Path) -> None:
    with launched(home, until="[4/6]") as early:
        assert stopped(early, signal.SIGTERM)
    with launched(home) as first:
        assert "trained on" in first.said()
        assert stopped(first, signal.SIGINT)
        assert "The hub has stopped." in first.said()
    with launched(home) as second:
        assert "what is there stays" in second.said()
        assert "trained on" not in second.said()


def test_a_running_hub_tells_what_it_is_answers_and_is_the_only_one(hub: Hub) -> None:
    said = hub.said()
    for path in ("/", "/graphql", "/schema.graphql", "/readyz"):
        assert f"{hub.address}{path}\n" in said
    assert "FICTIONAL" in said
    assert re.search(r"Loaded +[1-9]\d* buyers, [1-9]\d* suppliers", said)

    told = httpx.get(f"{hub.address}/readyz").json()
    assert told["status"] == "ready"
    assert told["snapshot"]
    assert told["model"]

    (query,) = re.findall(r"A query to try +(\{.*\})", said)
    answer = httpx.post(f"{hub.address}/graphql", json={"query": query}, timeout=30).json()
    nodes = answer["data"]["matchSuppliers"]["suppliers"]["nodes"]
    assert [node["rank"] for node in nodes] == [1, 2, 3]
    assert all(node["supplier"]["name"] for node in nodes)

    code, error = refused(hub.home, free_port())
    assert code == 1
    assert error.count("\n") == 1
    assert f"process {hub.process.pid}" in error


def test_a_port_in_use_is_refused_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, error = refused(tmp_path / "home", port)
    assert code == 1
    assert error.count("\n") == 1
    assert str(port) in error
    assert not list((tmp_path / "home").glob("*/"))


def test_a_folder_that_can_not_be_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, error = refused(tmp_path / "file" / "home", free_port())
    assert code == 1
    assert error.count("\n") == 1
    assert "HUB_HOME" in error


def test_data_that_is_not_there_is_refused_before_anything_starts(tmp_path: Path) -> None:
    code, error = refused(tmp_path / "home", free_port(), tmp_path / "none")
    assert code == 1
    assert "There is nothing at" in error
    assert error.count("\n") == 1

"""The real Neo4j as a process: where it listens, what it refuses, how `make neo4j` ends."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from graph.driver import Graph, Statement, Step, open_graph
from graph.errors import HubError
from graph.neo4j_server import VERSION
from tests.fixtures.engine import CACHE
from tests.graph.listeners import LOOPBACK, listeners

pytestmark = pytest.mark.anyio

LOAD = Statement("load csv", "LOAD CSV FROM $url AS line RETURN line AS line")
ONE = Statement("one", "RETURN 1 AS one")
MODULE = (sys.executable, "-m", "graph.neo4j_server", "--home")


@pytest.mark.usefixtures("neo4j_only")
async def test_it_reads_no_local_file(graph: Graph, tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("secret\n")
    with pytest.raises(HubError) as caught:
        await graph.write(Step(LOAD, {"url": file.as_uri()}))
    assert isinstance(caught.value.__cause__, Neo4jError)
    assert "secret" not in str(caught.value.__cause__.message).replace("secret.csv", "")


@pytest.mark.usefixtures("neo4j_only")
async def test_in_the_foreground_it_prints_how_to_reach_it_and_ends_with_ctrl_c(
    tmp_path: Path, graph: Graph
) -> None:
    (tmp_path / VERSION).symlink_to(CACHE / VERSION)
    shutil.copy(CACHE / f"{VERSION}.sha256", tmp_path)
    run = subprocess.Popen([*MODULE, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    said = [run.stdout.readline() for _ in range(4)]
    address, user, password = (line.split()[-1] for line in said[1:])
    assert stat.S_IMODE(Path(password).stat().st_mode) == 0o600
    other = await open_graph(address, user, Path(password).read_text())
    assert await other.rows(ONE) == [[1]]
    await other.close()
    [child] = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
    assert listeners(int(child)) <= LOOPBACK
    run.send_signal(signal.SIGINT)
    run.communicate(timeout=120)
    assert run.returncode == 0
    assert not Path(f"/proc/{child}").exists()


def test_without_maven_it_says_so_in_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [*MODULE, str(tmp_path)], env={"PATH": "/nowhere"}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Maven" in done.stderr


@pytest.mark.skipif(shutil.which("mvn") is None, reason="Maven is not installed")
def test_without_the_network_it_says_so_in_one_line(tmp_path: Path) -> None:
    settings = tmp_path / ".m2" / "settings.xml"
    settings.parent.mkdir()
    settings.write_text("<settings><offline>true</offline></settings>")
    done = subprocess.run(
        [*MODULE, str(tmp_path / "cache")],
        env={**os.environ, "MAVEN_OPTS": f"-Duser.home={tmp_path}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "could not be fetched" in done.stderr
    assert "\x1b" not in done.stderr

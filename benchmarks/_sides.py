"""The sides of a comparison: a real Neo4j with the fictional world, our gateway, peers in Node."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE
from typing import Any

import orjson

from benchmarks._load import Figures, cpu
from graph import neo4j_server
from graph.child import Child, free_port, wait_until
from graph.driver import Graph, Statement, open_graph
from graph.neo4j_server import Neo4j
from hub.gateway.settings import default_home
from resolvers.context import Context
from schema.build import schema
from tests import node
from tests.serving import Served, served

HERE = Path(__file__).parent
PEERS = HERE / "peers"
START = 60.0  # seconds
LOAD = 4 * 3600.0  # the large world takes long
SEED = "1"


@contextmanager
def market(size: str) -> Generator[Neo4j]:
    """A real Neo4j that holds the fictional world of that size; its store is kept for next time."""
    home = default_home()
    store, done = home / "bench" / size, home / "bench" / f"{size}.loaded"
    jars = neo4j_server.fetch(home / "neo4j")
    if not done.exists():
        shutil.rmtree(store, ignore_errors=True)
    with neo4j_server.start(store, jars) as server:
        if not done.exists():
            _hub(["demo", "--size", size, "--seed", SEED], server, store)
            done.touch()
        yield server


def _hub(words: Sequence[str], server: Neo4j, home: Path) -> None:
    told = [f"{name}={value}" for name, value in variables(server).items()]
    # env(1) sets what differs: only the settings read the environment
    command = ["env", f"HUB_HOME={home / 'hub'}", *told, sys.executable, "-m", "hub.gateway.cli"]
    subprocess.run([*command, *words], check=True, stdout=subprocess.DEVNULL, timeout=LOAD)


def variables(server: Neo4j) -> dict[str, str]:
    """The settings of a gateway over that graph."""
    return {
        "HUB_GRAPH_URI": server.uri,
        "HUB_GRAPH_USER": server.user,
        "HUB_GRAPH_PASSWORD": server.password,
        "HUB_GRAPH_DATABASE": server.database,
    }


@contextmanager
def ours(server: Neo4j, home: Path) -> Generator[Served]:
    """Our gateway over that graph."""
    with served(home, {**variables(server), "HUB_ANSWER_CACHE": "off"}) as gateway:
        yield Served(gateway.address + "/graphql", gateway.pid)


@contextmanager
def peer(script: str, log: Path, environment: dict[str, str]) -> Generator[Served]:
    """A peer of `benchmarks/peers/` as it runs in production."""
    folder, port = node.prepared(PEERS), free_port()
    given = {"NODE_ENV": "production", "PORT": str(port), **environment}
    child = Child([node.node(), script], folder, log, given)
    try:
        wait_until(lambda: child.exit_code is not None or "ready" in child.said(), START, script)
        assert child.exit_code is None, child.said()
        yield Served(f"http://127.0.0.1:{port}/", child.pid)
    finally:
        child.stop()


def neo4j_graphql(server: Neo4j, log: Path) -> Any:
    """@neo4j/graphql on Apollo Server over that graph."""
    told = {name.removeprefix("HUB_"): value for name, value in variables(server).items()}
    return peer("neo4j.mjs", log, told)


class Recorder:
    """A graph that remembers the statements that are run through it."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.statements: list[tuple[str, dict[str, Any]]] = []

    async def rows(self, statement: Statement, **values: Any) -> list[list[Any]]:
        """As Graph.rows."""
        self.statements.append((statement.text, values))
        return await self.graph.rows(statement, **values)


async def statements(server: Neo4j, bodies: Sequence[Any]) -> list[tuple[str, dict[str, Any]]]:
    """What our gateway asks the graph for each of the bodies."""
    graph = await open_graph(server.uri, server.user, server.password, server.database)
    recorder: Any = Recorder(graph)
    unused: Any = None
    try:
        for body in bodies:
            context = Context("anonymous", recorder, unused, "benchmark")
            found = await schema.execute(body["query"], body["variables"], context_value=context)
            assert not found.errors, found.errors
    finally:
        await graph.close()
    return recorder.statements


@dataclass(frozen=True, slots=True)
class Drivers:
    """Bare drivers with the statements of our gateway: what the graph alone comes to."""

    server: Neo4j
    statements: Sequence[tuple[str, dict[str, Any]]]

    @classmethod
    def of(cls, server: Neo4j, bodies: Sequence[Any]) -> "Drivers":
        """Those that ask what our gateway asks for the bodies."""
        return cls(server, asyncio.run(statements(server, bodies)))

    def figures(self, clients: int, seconds: int) -> Figures:
        """With one client one process, else two that share them."""
        count = 1 if clients == 1 else 2
        asked = orjson.dumps(
            {
                "uri": self.server.uri,
                "user": self.server.user,
                "password": self.server.password,
                "database": self.server.database,
                "statements": self.statements,
                "clients": clients // count,
                "seconds": seconds,
            }
        )
        before = cpu(self.server.child.pid)
        command = [sys.executable, "-m", "benchmarks._driver"]
        running = [subprocess.Popen(command, stdin=PIPE, stdout=PIPE) for _ in range(count)]
        for one in running:
            assert one.stdin
            one.stdin.write(asked + b"\n")
            one.stdin.flush()
        told = [orjson.loads(one.communicate()[0]) for one in running]
        graph = cpu(self.server.child.pid) - before
        requests = sum(one["requests"] for one in told)
        return Figures(
            rate=sum(one["requests"] / one["seconds"] for one in told),
            p50=max(one["p50"] for one in told),
            p95=max(one["p95"] for one in told),
            server_cpu=sum(one["cpu"] for one in told) * 1000 / requests,
            graph_cpu=graph * 1000 / sum(one["all"] for one in told),
            load_cpu=0.0,
        )

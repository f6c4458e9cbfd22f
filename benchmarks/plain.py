"""Some 3,700 plain fields from memory over HTTP, beside mercurius with its JIT in the same run.

Data in memory on both sides, so all that is measured is GraphQL over HTTP: our whole gateway with
everything that a request passes, the generated completion of a prepared operation, and the fastest
of the other servers that were tried. The bar: less CPU a request than it.
"""

import sys
import tempfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import orjson

from benchmarks._load import Figures, wrk
from benchmarks._memory import QUERY, suppliers
from benchmarks._sides import peer
from graph.child import Child, free_port, wait_until
from graph.errors import Internal
from tests.serving import Served, live

CLIENTS = (1, 16)
START = 60.0  # seconds
Row = dict[str, Any]


def run(short: bool) -> list[Row]:
    """A row for each side and number of clients; the best of three rounds, interleaved."""
    rounds, seconds = (1, 2) if short else (3, 5)
    data = {"data": {"suppliers": {"nodes": suppliers()}}}
    with ExitStack() as running, tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        place = Path(folder)
        expected, bodies = place / "data.json", place / "bodies.jsonl"
        expected.write_bytes(orjson.dumps(data))
        bodies.write_bytes(orjson.dumps({"query": QUERY}) + b"\n")
        hub = running.enter_context(memory(place))
        other = running.enter_context(
            peer("plain.mjs", place / "peer.log", {"DATA": str(expected)})
        )
        sides = {"hub": hub, "mercurius + JIT": Served(other.address + "graphql", other.pid)}
        for name, side in sides.items():
            demand(name, side.address, data)
            wrk(side.address, bodies, 16, seconds, side.pid, side.pid)
        found: dict[tuple[int, str], Figures] = {}
        for _ in range(rounds):
            for clients in CLIENTS:
                for name, side in sides.items():
                    now = wrk(side.address, bodies, clients, seconds, side.pid, side.pid)
                    before = found.get((clients, name))
                    found[clients, name] = before.better(now) if before else now
    return [told(clients, name, found) for clients, name in found]


@contextmanager
def memory(folder: Path) -> Generator[Served]:
    """Our gateway over a graph in memory."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "benchmarks._memory", str(port)]
    child = Child(command, Path.cwd(), folder / "hub.log")
    try:
        wait_until(lambda: child.exit_code is not None or live(address), START, "The gateway")
        assert child.exit_code is None, child.said()
        yield Served(f"{address}/graphql", child.pid)
    finally:
        child.stop()


def demand(name: str, address: str, data: Any) -> None:
    """Raises Internal when the answer is not the data."""
    found = httpx.post(address, json={"query": QUERY}, trust_env=False).json()
    if found != data:
        raise Internal(f"{name} answers something else: {str(found)[:500]}")


def told(clients: int, side: str, found: dict[tuple[int, str], Figures]) -> Row:
    """A side's figures; its CPU as a multiple of mercurius's."""
    at = found[clients, side]
    ratio = at.server_cpu / found[clients, "mercurius + JIT"].server_cpu
    row: Row = {"side": side, "clients": clients, "req/s": at.rate, "p50 ms": f"{at.p50:.2f}"}
    row |= {"p95 ms": f"{at.p95:.2f}", "CPU ms": f"{at.server_cpu:.3f}"}
    return {**row, "load CPU ms": f"{at.load_cpu:.2f}", "CPU × mercurius": f"{ratio:.2f}"}

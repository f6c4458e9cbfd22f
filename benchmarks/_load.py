"""Load and its price: wrk against an address, and the CPU seconds of the processes behind it."""

import os
import resource
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from graph.errors import Unavailable

SCRIPT = Path(__file__).parent / "peers" / "load.lua"
TICKS = os.sysconf("SC_CLK_TCK")
STAT_PARENT, STAT_USER, STAT_SYSTEM = 1, 11, 12  # proc(5), counted behind the name in brackets


@dataclass(frozen=True, slots=True)
class Figures:
    """One point: requests a second, latency in ms, CPU ms a request of each side."""

    rate: float
    p50: float
    p95: float
    server_cpu: float
    graph_cpu: float
    load_cpu: float

    def better(self, other: "Figures") -> "Figures":
        """The best of both, figure by figure; the load is that of the better rate."""
        return Figures(
            max(self.rate, other.rate),
            min(self.p50, other.p50),
            min(self.p95, other.p95),
            min(self.server_cpu, other.server_cpu),
            min(self.graph_cpu, other.graph_cpu),
            max((self, other), key=lambda one: one.rate).load_cpu,
        )


def wrk(url: str, bodies: Path, clients: int, seconds: int, server: int, graph: int) -> Figures:
    """Load from so many connections; `server` and `graph` are processes, children counted.

    Raises Unavailable when wrk is not there or any request failed.
    """
    program = shutil.which("wrk")
    if program is None:
        raise Unavailable("The load comes from wrk: install it (Debian: apt-get install wrk).")
    waited = ("--timeout", "30s")  # its own 2 s would count a slow answer as a failure
    command = [program, "-t1", f"-c{clients}", f"-d{seconds}s", *waited, "-s", str(SCRIPT), url]
    before = (cpu(server), cpu(graph), children())
    done = subprocess.run([*command, "--", str(bodies)], capture_output=True, check=True)
    after = (cpu(server), cpu(graph), children())
    told = orjson.loads(done.stdout.splitlines()[-1])
    if told["failed"] or not told["requests"]:
        raise Unavailable(f"{told['failed']} of {told['requests']} requests to {url} failed.")
    return figures(told, [b - a for a, b in zip(before, after, strict=True)])


def figures(told: dict[str, Any], spent: Sequence[float]) -> Figures:
    """What a point comes to; `spent` are CPU seconds of server, graph and load."""
    server, graph, load = (seconds * 1000 / told["requests"] for seconds in spent)
    rate = told["requests"] / told["seconds"]
    return Figures(rate, told["p50"], told["p95"], server, graph, load)


def children() -> float:
    """CPU seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cpu(pid: int) -> float:
    """CPU seconds of a process and all below it, to 10 ms (Linux)."""
    known = dict(_processes())
    below = {pid}
    while more := {one for one, stat in known.items() if int(stat[STAT_PARENT]) in below} - below:
        below |= more
    return sum(int(known[one][STAT_USER]) + int(known[one][STAT_SYSTEM]) for one in below) / TICKS


def _processes() -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            found.append((int(folder.name), _stat(folder)))
        except OSError:  # it has just ended
            continue
    return found


def _stat(folder: Path) -> list[str]:
    return (folder / "stat").read_text().rpartition(")")[2].split()

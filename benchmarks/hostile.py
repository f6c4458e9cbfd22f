"""Hostile requests against a gateway: time to the refusal, growth of memory, statements (none)."""

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import httpx

from benchmarks._hostile import REQUESTS
from benchmarks._served import launched
from graph.restoring import CUT_OFF

HEADERS = {"content-type": "application/json"}
ROUNDS = 20


def run(*, short: bool) -> list[dict[str, Any]]:
    """One row a request: milliseconds of the slowest of several, MB that the gateway grew by."""
    with TemporaryDirectory() as home, launched(Path(home)) as (client, process):
        client.post("/graphql", json={"query": "{ hub { version } }"})
        return [row(client, process, name, 3 if short else ROUNDS) for name in REQUESTS]


def row(
    client: httpx.Client, process: subprocess.Popen[bytes], name: str, rounds: int
) -> dict[str, Any]:
    """What one request does to a gateway; answering it with data ends the benchmark."""
    memory, statements = resident(process), sent(client)
    taken: list[float] = []
    told: dict[str, Any] = {}
    for _ in range(rounds):
        began = perf_counter()
        answer = client.post("/graphql", content=REQUESTS[name], headers=HEADERS)
        taken.append((perf_counter() - began) * 1000)
        if not answer.json().get("errors"):
            raise RuntimeError(f"{name} was answered: {answer.text[:300]}")
        told = answer.json()["errors"][0]["extensions"]
    return {
        "request": name,
        "code": told["code"],
        "limit": told.get("limit", ""),
        "max ms": max(taken),
        "min ms": min(taken),
        "MB": (resident(process) - memory) / 2**20,
        "statements": sent(client) - statements,
    }


def resident(process: subprocess.Popen[bytes]) -> int:
    """Bytes of the process in memory."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024  # type: ignore[index]


def sent(client: httpx.Client) -> int:
    """Statements that the gateway has sent so far, but for its own look at imports every second."""
    lines = re.findall(r"^hub_statement_seconds_count.*$", client.get("/metrics").text, re.M)
    return sum(int(float(line.split()[-1])) for line in lines if CUT_OFF.name not in line)

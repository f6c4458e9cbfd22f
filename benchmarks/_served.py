"""`matchSuppliers` end to end: a real gateway in its own process, asked over HTTP."""

import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

import httpx
import numpy as np

from ranking.need import Need

WARM = 10
DOCUMENT = (
    "query ($need: NeedInput!) { matchSuppliers(need: $need) { modelVersion degraded "
    "suppliers(first: 10) { totalCount nodes { rank score supplier { id name sizeClass } "
    "contributions { feature value } reasons { text positive evidence { id text } } } } } }"
)


def over_http(home: Path, needs: list[Need]) -> list[dict[str, Any]]:
    """Milliseconds per request, p50 and p95, one client, after some to warm up."""
    with served(home) as client:
        for need in needs[:WARM]:
            seconds(client, need)
        taken = [seconds(client, need) * 1000 for need in needs]
    p50, p95 = (float(q) for q in np.quantile(taken, (0.5, 0.95)))
    row = {"step": "matchSuppliers over HTTP, 10 explained", "n": len(taken)}
    return [{**row, "p50 ms": p50, "p95 ms": p95, "max ms": max(taken)}]


def seconds(client: httpx.Client, need: Need) -> float:
    """How long one request takes; an error ends the benchmark."""
    buyer = {"id": need.buyer.id, "sector": need.buyer.sector}
    asked = {"text": need.text, "lot": need.lot, "framework": need.framework, "buyer": buyer}
    began = perf_counter()
    answer = client.post("/graphql", json={"query": DOCUMENT, "variables": {"need": asked}})
    taken = perf_counter() - began
    body = answer.json()
    if answer.status_code != 200 or "errors" in body:
        raise RuntimeError(f"the gateway refused a need: {answer.text[:500]}")
    return taken


@contextmanager
def served(home: Path) -> Generator[httpx.Client]:
    """A client of a gateway over a data folder."""
    with launched(home) as (client, _):
        yield client


@contextmanager
def launched(home: Path) -> Generator[tuple[httpx.Client, subprocess.Popen[bytes]]]:
    """A gateway on a free port over a data folder: a client for it, and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # env(1) sets what differs: only the settings read the environment
    command = ["env", f"HUB_HOME={home}", f"HUB_PORT={port}"]
    command += [sys.executable, "-m", "hub.gateway.cli", "serve"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            wait(client, process)
            yield client, process
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait(client: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    """Until the gateway is ready; at most a minute."""
    end = perf_counter() + 60
    while perf_counter() < end and process.poll() is None:
        try:
            if client.get("/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        sleep(0.1)
    raise RuntimeError("the gateway did not get ready")

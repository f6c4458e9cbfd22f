"""A gateway as a process of its own, for tests and benchmarks that speak HTTP to it."""

import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from graph.child import free_port, wait_until

START = 60.0  # seconds
STOP = 60.0


@dataclass(frozen=True, slots=True)
class Served:
    """Where a gateway answers and which process it is."""

    address: str
    pid: int


@contextmanager
def served(home: Path, variables: Mapping[str, str]) -> Generator[Served]:
    """`hub serve` over a data folder for as long as the block runs.

    `variables` are its `HUB_…`; none of whoever runs this reaches it.
    """
    port, said = free_port(), home / "serve.out"
    address = f"http://127.0.0.1:{port}"
    plain = {k: v for k, v in os.environ.items() if not k.startswith("HUB_")}
    ours = {"HUB_HOME": str(home), "HUB_HOST": "127.0.0.1", "HUB_PORT": str(port)}
    with said.open("w") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "hub.gateway.cli", "serve"],
            env={**plain, "PYTHONSAFEPATH": "1", **ours, **variables},
            stdout=sink,
            stderr=sink,
        )
    try:
        wait_until(lambda: process.poll() is not None or live(address), START, "The gateway")
        assert process.poll() is None, said.read_text("utf-8")
        yield Served(address, process.pid)
    finally:
        process.terminate()
        process.wait(STOP)


def live(address: str) -> bool:
    """Whether a gateway answers there."""
    with suppress(httpx.TransportError):
        return httpx.get(f"{address}/livez", trust_env=False).status_code == 200
    return False

"""Starts what `make federation` is about: subgraphs and routers, each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from graph.child import free_port, wait_until
from tests.fixtures.routers import ROUTER
from tests.tree import ROOT

COUNCIL = ROOT / "examples" / "council-subgraph"
START = 60.0  # seconds
STOP = 20.0


@contextmanager
def running(command: Sequence[str], said: Path, ready: str, folder: Path = ROOT) -> Generator[str]:
    """A process until the block ends; what it had said when it said `ready`."""
    with said.open("w") as sink:
        process = subprocess.Popen(command, cwd=folder, stdout=sink, stderr=sink)
    try:
        wait_until(
            lambda: process.poll() is not None or ready in said.read_text("utf-8"),
            START,
            f"The start of {command[1]}",
        )
        assert process.poll() is None, said.read_text("utf-8")
        yield said.read_text("utf-8")
    finally:
        process.terminate()
        process.wait(STOP)


@contextmanager
def council(said: Path) -> Generator[str]:
    """The council's subgraph; its address."""
    port = free_port()
    command = [sys.executable, str(COUNCIL / "council.py"), "--port", str(port)]
    with running(command, said, "Uvicorn running"):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def router(script: str, supergraph: Path, said: Path) -> Generator[str]:
    """A router of `examples/router` over a supergraph; its address."""
    command = ["node", script, str(supergraph), "0"]
    with running(command, said, "ready http", ROUTER) as text:
        yield text.partition("ready ")[2].split()[0]


def composed(*services: str) -> tuple[str, str]:
    """The supergraph, and hints for whoever composes; each service is `name=address=file`."""
    command = ["node", "compose.mjs", *services]
    done = subprocess.run(command, cwd=ROUTER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def asked(address: str, query: str) -> Any:
    """The data of a query over HTTP that must not fail, as text so that the order counts."""
    answer = httpx.post(address, json={"query": query}, timeout=30, trust_env=False)
    body = answer.json()
    assert answer.status_code == 200, body
    assert "errors" not in body, body["errors"]
    return json.dumps(body["data"])

"""`python -m benchmarks._memory PORT`: our whole gateway over a graph that is one row in memory."""

import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
import uvloop
from starlette.applications import Starlette

from graph.driver import Statement
from hub.gateway.app import create_app
from hub.gateway.logs import to_stderr
from hub.gateway.settings import Settings

SUPPLIERS, CONTRACTS = 100, 5
QUERY = """{ suppliers(first: 100) { nodes { id name kind region sizeClass contracts(first: 5) {
  nodes { id title status lot months hasRenewal } } } } }"""
Json = dict[str, Any]


def suppliers() -> list[Json]:
    """Invented suppliers with their contracts."""
    return [supplier(number) for number in range(SUPPLIERS)]


def supplier(number: int) -> Json:
    """One of them, as it is answered."""
    own = {
        "id": f"sup-{number:08}",
        "name": f"Bramblewick Works {number}",
        "kind": "company",
        "region": "UKC1",
        "sizeClass": "sme",
    }
    return {**own, "contracts": {"nodes": [contract(number, n) for n in range(CONTRACTS)]}}


def contract(supplier: int, number: int) -> Json:
    """One of a supplier's contracts."""
    return {
        "id": f"con-{supplier:08}-{number}",
        "title": f"Upkeep of the tide gauges, part {number}",
        "status": "active",
        "lot": "1a",
        "months": 12 + number,
        "hasRenewal": number % 2 == 0,
    }


def row(found: Json) -> list[Any]:
    """What the graph would say of it: values by position, a page of rows last."""
    *own, page = found.values()
    return [*own, [[list(one.values()) for one in page["nodes"]]]]


class Memory:
    """A graph that answers every statement with the same rows."""

    def __init__(self) -> None:
        self.records = [[[[row(one) for one in suppliers()]]]]

    async def rows(self, statement: Statement, **values: Any) -> list[list[Any]]:
        """As Graph.rows."""
        return self.records


class Whole:
    """What the middleware asks of health: nothing stops, and nothing is being imported."""

    draining = False

    async def half(self) -> None:
        """As Health.half."""


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncGenerator[Json]:
    """Nothing is opened; no ranker is asked."""
    yield {"graph": Memory(), "ranker": None, "health": Whole()}


def main() -> None:
    """Serve until it is stopped."""
    port = int(sys.argv[1])
    app = create_app(Settings(home=Path("unused"), port=port, answer_cache=False))
    app.router.lifespan_context = lifespan
    to_stderr()
    config = uvicorn.Config(app, port=port, log_config=None, access_log=False, server_header=False)
    uvloop.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()

"""What is meant to hurt is refused with a code, and the graph never hears of it."""

from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import orjson
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.routing import Route

from benchmarks._hostile import REQUESTS
from graph.driver import Graph
from graph.errors import HubError
from hub.gateway.errors import on_hub_error
from hub.gateway.graphql import GraphQLEndpoint
from hub.gateway.middleware import BodyLimit
from hub.gateway.settings import Settings
from resolvers.context import Context
from schema.build import schema
from tests.schema.asking import context

pytestmark = pytest.mark.anyio

JSON = {"content-type": "application/json"}
LIMITS = {
    "depth 50": "depth",
    "1,000 aliases": "tokens",
    "100 aliases of a root": "aliases",
    "doubling, 20 levels": "fields",
    "doubling, 90 levels": "fields",
    "100 directives": "directives",
    "490 unknown directives": "directives",
    "first: 1000000000": "first",
    "first: $n of 1000000000": "first",
    "pages of 100, three deep": "cost",
    "25 relations": "hops",
    "30,000 fields": "characters",
    "90,000 open braces": "characters",
    "a string that never ends": "characters",
    "a body of 5 MB": "body",
    "a filter of 5,000 values": "in",
    "101 ids": "ids",
}


@pytest.fixture
async def http(graph: Graph) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of the real schema behind the real limits."""

    async def made(request: HTTPConnection) -> Context:
        return context(graph)

    # the cache of answers asks for generations by itself, four times a second at most
    settings = Settings(home=Path("unused"), answer_cache=False)
    app = Starlette(
        routes=[Route("/graphql", GraphQLEndpoint(schema, made, settings))],
        middleware=[Middleware(BodyLimit, maximum=settings.limit_body)],
        exception_handlers={HubError: on_hub_error},
    )
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield client


@pytest.mark.parametrize("name", REQUESTS)
async def test_it_is_refused_and_no_statement_runs(
    name: str, graph: Graph, http: httpx.AsyncClient
) -> None:
    before = graph.ledger.count
    answer = await http.post("/graphql", content=REQUESTS[name], headers=JSON)
    assert graph.ledger.count == before
    assert answer.status_code < 500
    errors = answer.json()["errors"]
    assert len(errors) <= 5
    assert len(answer.content) < 10_000
    extensions = errors[0]["extensions"]
    limit = LIMITS.get(name)
    if limit:
        assert extensions["code"] == "LIMIT_EXCEEDED"
        assert extensions["limit"] == limit
        assert extensions["value"] > extensions["maximum"]
    else:
        assert extensions["code"] not in ("INTERNAL", "UNAVAILABLE", "TIMEOUT")


async def test_the_counter_sees_a_statement_of_a_request_that_is_answered(
    graph: Graph, http: httpx.AsyncClient
) -> None:
    before = graph.ledger.count
    query = "{ contracts(first: 1) { nodes { id } } }"
    answer = await http.post("/graphql", content=orjson.dumps({"query": query}), headers=JSON)
    assert answer.json() == {"data": {"contracts": {"nodes": []}}}
    assert graph.ledger.count == before + 1


async def test_who_asks_is_told_what_it_cost(graph: Graph, http: httpx.AsyncClient) -> None:
    page = "contracts(first: $n) { nodes { id suppliers { totalCount } } }"
    asked = {
        "query": f"query($n: Int) {{ {page} }}",
        "variables": {"n": 3},
        "extensions": {"cost": True},
    }
    told = (await http.post("/graphql", json=asked)).json()["extensions"]
    # a statement, nodes, and three times: the id, the relation and its count
    assert told["cost"] == {"value": 100 + 1 + 3 * (1 + 1 + 100), "maximum": 250_000, "hops": 1}
    assert told["tookMs"] > 0
    del asked["extensions"]
    assert "extensions" not in (await http.post("/graphql", json=asked)).json()

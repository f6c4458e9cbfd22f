"""Health: what the probes say with everything there, and with each thing away, for real."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from graph import embedded, restoring
from graph.child import free_port
from graph.driver import Graph, Step, open_graph
from hub.gateway import health, valkey
from hub.gateway.app import create_app
from hub.gateway.health import Health
from hub.gateway.settings import Settings
from hub.gateway.stores import open_stores
from ranking.service import Ranker

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def probed(
    graph: Graph, home: Path, sessions: str | None = None
) -> AsyncGenerator[tuple[httpx.AsyncClient, Health]]:
    """The health routes over this graph; without `sessions` on a Valkey of their own."""
    with valkey.start(home) as server:
        async with open_stores(server.cache_url, sessions or server.session_url) as stores:
            watch = Health(graph, stores, home)

            async def app(scope: object, receive: object, send: object) -> None:
                scope["state"] = {"health": watch, "graph": graph}  # type: ignore[index]
                await inner(scope, receive, send)  # type: ignore[arg-type]

            inner = Starlette(routes=health.routes())
            transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
            async with httpx.AsyncClient(transport=transport, base_url="http://hub") as http:
                yield http, watch


async def test_with_everything_there_it_is_ready_and_names_engine_and_schema(
    graph: Graph, tmp_path: Path
) -> None:
    async with probed(graph, tmp_path) as (http, _):
        answer = await http.get("/readyz")
    told = answer.json()
    assert answer.status_code == 200
    assert told["status"] == "ready"
    assert told["graph"]["engine"] == graph.engine.name
    assert told["graph"]["schema"].startswith("V")
    assert (told["model"], told["snapshot"]) == (None, None)


async def test_without_the_session_store_it_is_degraded_and_still_ready(
    graph: Graph, tmp_path: Path
) -> None:
    away = f"redis://127.0.0.1:{free_port()}/1"
    async with probed(graph, tmp_path, away) as (http, _):
        answer = await http.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "degraded"
    assert answer.json()["sessions"] == "away"


async def test_without_the_graph_it_is_alive_and_not_ready(tmp_path: Path) -> None:
    with embedded.start(tmp_path) as server:
        graph = await open_graph(
            server.uri, server.user, server.password, http_uri=server.http_uri, timeout=2.0
        )
        async with probed(graph, tmp_path) as (http, watch):
            outdated = await http.get("/readyz")
            assert outdated.status_code == 503
            assert outdated.json()["graph"]["status"] == "outdated"
            server.stop()
            watch.known = None  # what was found is kept for a second
            away = await http.get("/readyz")
            alive = await http.get("/livez")
        await graph.close()
    assert away.status_code == 503
    assert away.json()["status"] == "unavailable"
    assert away.json()["graph"]["status"] == "away"
    assert alive.status_code == 200


async def test_a_process_that_is_about_to_stop_is_not_ready(graph: Graph, tmp_path: Path) -> None:
    async with probed(graph, tmp_path) as (http, watch):
        watch.drain()
        answer = await http.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "draining"


async def test_probes_in_a_row_ask_the_graph_once_a_second(graph: Graph, tmp_path: Path) -> None:
    async with probed(graph, tmp_path) as (http, _):
        before = graph.ledger.count
        for _ in range(5):
            await http.get("/readyz")
        assert graph.ledger.count == before + 2  # its schema, and whether an import fills it


async def test_nothing_is_answered_from_the_half_of_an_import(graph: Graph, tmp_path: Path) -> None:
    await graph.write(Step(restoring.BEGIN))
    inner = create_app(Settings(home=tmp_path))
    with valkey.start(tmp_path) as server:
        async with open_stores(server.cache_url, server.session_url) as stores:
            watch = Health(graph, stores, tmp_path)
            state = {"health": watch, "graph": graph, "stores": stores, "ranker": Ranker(tmp_path)}

            async def app(scope: Scope, receive: Receive, send: Send) -> None:
                await inner({**scope, "state": {**state}}, receive, send)

            transport = httpx.ASGITransport(app=app)  # pyright: ignore[reportArgumentType]
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as http:
                asked = {"query": "{ hub { version } }"}
                half = await http.post("/graphql", json=asked)
                page = await http.get("/")
                probe, alive = await http.get("/readyz"), await http.get("/livez")
                await graph.write(Step(restoring.END))
                watch.imported = None  # what was found is kept for a second
                whole = await http.post("/graphql", json=asked)
    assert (half.status_code, page.status_code, alive.status_code) == (503, 503, 200)
    [error] = half.json()["errors"]
    assert error["extensions"]["code"] == "UNAVAILABLE"
    assert "hub import" in error["message"]
    assert (probe.status_code, probe.json()["graph"]["status"]) == (503, "importing")
    assert "errors" not in whole.json()

"""Health: alive and ready."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from auth.sessions import StoreAway
from graph.breaker import Breaker
from graph.driver import Graph
from graph.errors import Conflict, HubError, Unavailable
from graph.migrate import DONE, listed
from hub.gateway.stores import Stores
from hub.ingest.leases import demand_imported
from ranking.registry import cut_offs, folder, manifest
from ranking.snapshot import Snapshot

FRESH = 1.0  # seconds an answer is kept, so that probes do not become load
PATIENCE = 2.0  # seconds for the graph to answer a probe


class Health:
    """Whether this gateway can do its work, asked at most once a second."""

    def __init__(
        self, graph: Graph, stores: Stores, home: Path, breakers: Sequence[Breaker] = ()
    ) -> None:
        self.graph = graph
        self.breakers = breakers
        self.stores = stores
        self.home = home
        self.draining = False
        self.known: tuple[float, int, dict[str, Any]] | None = None
        self.imported: tuple[float, Unavailable | None] | None = None
        self.asking = asyncio.Lock()

    def drain(self) -> None:
        """Not ready from now on: the process is about to stop."""
        self.draining = True

    async def half(self) -> Unavailable | None:
        """What to tell while the graph holds the half of an import; asked once a second."""
        async with self.asking:
            if self.imported is None or time.monotonic() - self.imported[0] > FRESH:
                self.imported = (time.monotonic(), await self._half())
        return self.imported[1]

    async def _half(self) -> Unavailable | None:
        with suppress(HubError, TimeoutError):  # without a graph the answer itself says so
            async with asyncio.timeout(PATIENCE):
                try:
                    await demand_imported(self.graph)
                except Conflict as error:
                    return Unavailable(error.message)
        return None

    async def ready(self) -> tuple[int, dict[str, Any]]:
        """Status code and report; 503 only without the graph, with an outdated schema, in an
        import, or draining."""
        async with self.asking:
            if self.known is None or time.monotonic() - self.known[0] > FRESH:
                self.known = (time.monotonic(), *await self._asked())
        _, status, report = self.known
        return (503, {**report, "status": "draining"}) if self.draining else (status, report)

    async def _asked(self) -> tuple[int, dict[str, Any]]:
        graph, sessions, cache = await asyncio.gather(
            self._graph(), _store(self.stores.sessions.ready), _store(self.stores.cache.ready)
        )
        whole = graph["status"] == "ok"
        degraded = sessions != "ok"
        report = {
            "status": ("degraded" if degraded else "ready") if whole else "unavailable",
            "graph": graph,
            "sessions": sessions,
            "cache": cache,
            "open": [breaker.name for breaker in self.breakers if breaker.open],
            # Told, never required: without a model the fallback ranks.
            "model": _model(self.home),
            "snapshot": _snapshot(self.home),
        }
        return (200 if whole else 503), report

    async def _graph(self) -> dict[str, Any]:
        engine = {"engine": self.graph.engine.name, "version": self.graph.engine.version}
        try:
            async with asyncio.timeout(PATIENCE):
                done = {row[0] for row in await self.graph.rows(DONE)}
        except (HubError, TimeoutError):
            return {**engine, "status": "away"}
        if await self._half():
            return {**engine, "status": "importing"}
        wanted = {migration.version for migration in listed()}
        newest = max(done, default=None)
        return {**engine, "status": "ok" if wanted <= done else "outdated", "schema": newest}


async def _store(ping: Callable[[], Any]) -> str:
    try:
        await ping()
    except StoreAway:
        return "away"
    return "ok"


def _snapshot(home: Path) -> str | None:
    try:
        return Snapshot.current(home).version
    except Unavailable:
        return None


def _model(home: Path) -> str | None:
    newest = max(cut_offs(home), default=None)
    return manifest(folder(home, newest)).get("version") if newest else None


async def livez(request: Request) -> Response:
    """The event loop answers; nothing else is asked."""
    return PlainTextResponse("ok\n")


async def readyz(request: Request) -> Response:
    """What `Health.ready` says, as JSON."""
    status, report = await request.state.health.ready()
    return Response(
        orjson.dumps(report),
        status,
        headers={"Cache-Control": "no-store"},
        media_type="application/json",
    )


def routes() -> list[Route]:
    """`/livez` and `/readyz`."""
    return [Route("/livez", livez), Route("/readyz", readyz)]

"""A session with what the hub stands on: configured servers, or embedded ones started or joined."""

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

from graph.driver import Graph, open_graph
from graph.embedded import start
from graph.migrate import migrate
from hub.gateway import valkey
from hub.gateway.settings import Settings
from hub.ingest.leases import demand_imported, forget_elsewhere


@asynccontextmanager
async def open_hub(settings: Settings) -> AsyncGenerator[Graph]:
    """A migrated graph for as long as the block runs.

    Without `HUB_GRAPH_URI` the embedded server of `HUB_HOME` is joined, or started and stopped
    with the block; call it in the main thread then. Raises Unavailable when neither can be had.
    """
    if settings.graph_uri is None:
        with start(settings.home, settings.graph_heap) as server:
            async with _migrated(
                await open_graph(server.uri, server.user, server.password, http_uri=server.http_uri)
            ) as graph:
                if not server.joined:
                    await forget_elsewhere(graph)
                yield graph
    else:
        async with _migrated(
            await open_graph(
                settings.graph_uri,
                settings.graph_user,
                settings.graph_password,
                settings.graph_database,
            )
        ) as graph:
            yield graph


@asynccontextmanager
async def open_whole(settings: Settings) -> AsyncGenerator[Graph]:
    """As `open_hub`, for whoever answers from all of it: Conflict while an import fills it."""
    async with open_hub(settings) as graph:
        await demand_imported(graph)
        yield graph


@asynccontextmanager
async def _migrated(graph: Graph) -> AsyncGenerator[Graph]:
    try:
        await migrate(graph)
        yield graph
    finally:
        await graph.close()


@contextmanager
def open_store_urls(settings: Settings) -> Generator[tuple[str, str]]:
    """The addresses of cache and sessions; the embedded Valkey stands in for what is not set."""
    if settings.cache_url and settings.session_url:
        yield settings.cache_url, settings.session_url
        return
    with valkey.start(settings.home) as server:
        yield settings.cache_url or server.cache_url, settings.session_url or server.session_url

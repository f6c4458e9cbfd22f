"""A session with the hub's graph: the configured server, or the embedded one started or joined."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from graph.embedded import start
from graph.migrate import migrate

from graph.driver import Graph, open_graph
from hub.gateway.settings import Settings


@asynccontextmanager
async def open_hub(settings: Settings) -> AsyncGenerator[Graph]:
    """A migrated graph for as long as the block runs.

    Without `HUB_GRAPH_URI` the embedded server of `HUB_HOME` is joined, or started and stopped
    with the block. Raises Unavailable when neither can be had.
    """
    if settings.graph_uri is None:
        with start(settings.home, settings.graph_heap) as server:
            graph = await open_graph(
                server.uri, server.user, server.password, http_uri=server.http_uri
            )
            async with _migrated(graph) as ready:
                yield ready
    else:
        graph = await open_graph(
            settings.graph_uri,
            settings.graph_user,
            settings.graph_password,
            settings.graph_database,
        )
        async with _migrated(graph) as ready:
            yield ready


@asynccontextmanager
async def _migrated(graph: Graph) -> AsyncGenerator[Graph]:
    try:
        await migrate(graph)
        yield graph
    finally:
        await graph.close()

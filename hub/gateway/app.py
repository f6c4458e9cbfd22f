"""The gateway: routes and middleware put together, nothing more."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from graph.errors import HubError
from hub.gateway import health
from hub.gateway.assets import STATIC
from hub.gateway.compression import compression
from hub.gateway.draining import Goodbyes
from hub.gateway.errors import on_hub_error
from hub.gateway.graphql import GraphQLEndpoint
from hub.gateway.lifespan import lifespan
from hub.gateway.metrics import Metrics, metrics_route
from hub.gateway.middleware import BodyLimit, Faults, OnlyWhole, Requests, SecurityHeaders
from hub.gateway.settings import Settings
from hub.gateway.site import on_http_error, site
from hub.gateway.tracing import Traced
from hub.gateway.version import VERSION
from hub.gateway.watching import Watch
from resolvers.context import Context
from schema.build import schema
from schema.export import sdl

SDL = sdl()  # once: it takes longer than most answers


def create_app(settings: Settings) -> Starlette:
    """The whole gateway for these settings; it opens graph and stores when it starts."""
    watch = Watch.of(settings)
    graphql = GraphQLEndpoint(schema, context_of(settings), settings, watch)
    pages = site(graphql)
    app = Starlette(
        routes=[*routes(graphql, watch.metrics, settings), *pages.routes()],
        middleware=[
            Middleware(Requests, metrics=watch.metrics),
            Middleware(Traced, traces=watch.traces),
            Middleware(SecurityHeaders),
            Middleware(Goodbyes),
            compression(),
            Middleware(Faults),
            Middleware(OnlyWhole),
            Middleware(BodyLimit, maximum=settings.limit_body),
        ],
        exception_handlers={HubError: on_hub_error, HTTPException: on_http_error(pages)},
        lifespan=lifespan(settings, graphql.executor),
    )
    # Starlette's redirect to the path without its slash would name the host that a client claims
    app.router.redirect_slashes = False
    return app


def routes(graphql: GraphQLEndpoint, metrics: Metrics, settings: Settings) -> list[BaseRoute]:
    """Every route of the hub but the pages, each concern giving its own."""
    return [
        Route("/graphql", graphql),
        WebSocketRoute("/graphql", graphql),
        Route("/schema.graphql", schema_text),
        *health.routes(),
        metrics_route(metrics, settings),
        Mount("/static/graphiql", StaticFiles(directory=STATIC / "graphiql", check_dir=False)),
    ]


def context_of(settings: Settings) -> Callable[[HTTPConnection], Awaitable[Context]]:
    """How a request's context is made."""

    async def context(request: HTTPConnection) -> Context:
        """What the resolvers of one request can reach."""
        state = request.state
        most = settings.limit_nodes
        return Context("anonymous", state.graph, state.ranker, VERSION, most_nodes=most)

    return context


async def schema_text(request: Request) -> Response:
    """The SDL; the schema is public."""
    return PlainTextResponse(SDL, headers={"Cache-Control": "public, max-age=300"})

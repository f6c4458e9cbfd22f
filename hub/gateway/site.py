"""The pages inside the gateway: they reach the API in process, on behalf of their own request."""

from collections.abc import Awaitable, Callable

import httpx
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hub.gateway import errors
from hub.gateway.logs import request_id
from hub.gateway.negotiation import wants_page
from hub.web.app import Connect, Site

HTTPHandler = Callable[[Request, Exception], Awaitable[Response]]


def site(graphql: ASGIApp) -> Site:
    """The pages over this GraphQL endpoint."""
    return Site(in_process(graphql), request_id.get)


def in_process(graphql: ASGIApp) -> Connect:
    """A client per request that calls the endpoint without a socket."""

    def connect(request: Request) -> httpx.AsyncClient:
        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            # httpx knows neither lifespan state nor who asks; the page's own request has both.
            own = {name: request.scope.get(name) for name in ("state", "client")}
            await graphql({**scope, **own}, receive, send)

        transport = httpx.ASGITransport(app=app)
        return httpx.AsyncClient(transport=transport, base_url="http://hub", trust_env=False)

    return connect


def on_http_error(pages: Site) -> HTTPHandler:
    """Starlette's own errors: a page for a browser, coded JSON for a program."""

    async def answer(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException) and wants_page(request.headers.get("accept")):
            return pages.error(error.status_code)
        return await errors.on_http_error(request, error)

    return answer

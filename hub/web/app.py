"""The pages as Starlette routes; the gateway says how the API is reached."""

import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from hub.web import errors
from hub.web.files import PREFIX, Files
from hub.web.pages import about, buyers, contracts, home, match, suppliers
from hub.web.render import Answer, Renderer
from hub.web.trouble import Trouble, refusals
from ndx_client import HubClient

Connect = Callable[[Request], httpx.AsyncClient]
Show = Callable[[HubClient, Request], Awaitable[Answer]]
GRAPHQL = "/graphql"
log = logging.getLogger("hub.web")

# path -> the function that answers its question; anyone may read each of them.
PAGES: dict[str, Show] = {
    "/": home.show,
    "/match": match.show,
    "/suppliers/{id}": suppliers.show,
    "/buyers/{id}": buyers.show,
    "/contracts/{id}": contracts.show,
    "/about/licences": about.licences,
    "/accessibility": about.accessibility,
    "/privacy": about.privacy,
    "/cookies": about.cookies,
}


class Site:
    """The pages, their templates and their files; one for the life of the process."""

    def __init__(self, connect: Connect, reference: Callable[[], str] = str) -> None:
        """`connect` gives the HTTP client that reaches the API on behalf of a request.

        Its base address must be the hub's. `reference` is what finds the log lines of the
        request that is being answered.
        """
        self.connect = connect
        self.reference = reference
        self.files = Files()
        self.renderer = Renderer(self.files)

    def routes(self) -> list[BaseRoute]:
        """A route per page, and the one for the files that pages name."""
        made: list[BaseRoute] = [
            Route(path, self._endpoint(show), name=path) for path, show in PAGES.items()
        ]
        return [*made, Route(f"{PREFIX}{{name}}", self.files.serve, name="assets")]

    def error(self, status: int) -> Response:
        """The page for an error that was found outside the pages: 404, 500, 503."""
        return self.renderer.response(errors.of_status(status, self.reference()))

    def _endpoint(self, show: Show) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            try:
                async with self._client(request) as client:
                    return self.renderer.response(await show(client, request))
            except Trouble as trouble:
                log.info("page not shown", extra={"fields": {"why": type(trouble).__name__}})
                return self.error(errors.STATUSES[type(trouble)])
            except Exception:
                log.exception("fault in a page")
                return self.error(500)

        return endpoint

    @asynccontextmanager
    async def _client(self, request: Request) -> AsyncGenerator[HubClient]:
        """The typed client of one request; what goes wrong with it comes out as Trouble."""
        # The generated Protocol allows positional arguments that httpx has as keywords only;
        # the generated code uses keywords.
        async with self.connect(request) as http:
            with refusals():
                yield HubClient(url=GRAPHQL, http_client=cast(Any, http))


def routes(connect: Connect) -> list[BaseRoute]:
    """The routes of all pages."""
    return Site(connect).routes()

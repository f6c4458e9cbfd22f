"""Pages of a hub that is empty, away or at fault: accessible, plain about it, with a way on."""

import socket
import threading
from collections.abc import Generator
from typing import TYPE_CHECKING

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.child import free_port
from hub.web.app import Site
from hub.web.forms import NeedForm
from hub.web.pages import home
from tests.hub.web.sights import Sight
from tests.hub.web.test_render import NOTHING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STATES = {
    "/": (503, "The hub can’t answer right now"),
    "/match?need=x": (503, "load this page again"),
    "/suppliers/sup-1": (503, "The hub can’t answer right now"),
    "/fault": (500, "Reference to quote: abc123"),
    "/empty": (200, "No data is loaded yet"),
}


def troubled() -> Starlette:
    """Real pages whose API is not there, and two states that only they can be asked for."""
    nobody = f"http://127.0.0.1:{free_port()}"
    site = Site(lambda _: httpx.AsyncClient(base_url=nobody, trust_env=False), lambda: "abc123")

    async def fault(_: Request) -> Response:
        return site.error(500)

    async def empty(_: Request) -> Response:
        return site.renderer.response(home.answer(NOTHING, NeedForm()))

    return Starlette(routes=[Route("/fault", fault), Route("/empty", empty), *site.routes()])


@pytest.fixture(scope="module")
def address() -> Generator[str]:
    """Where the pages are; the socket listens before the server runs, so nobody has to wait."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(troubled(), log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def sight(browser: "Browser", address: str) -> Generator[Sight]:
    context = browser.new_context()
    yield Sight(context.new_page(), address)
    context.close()


@pytest.mark.parametrize("state", STATES)
def test_trouble_is_told_plainly_and_accessibly(sight: Sight, state: str) -> None:
    status, words = STATES[state]
    assert sight.open(state) == status
    assert words in sight.page.locator("main").inner_text()
    assert sight.page.get_by_role("link", name="Match a need").count() >= 1
    assert sight.violations() == []
    assert sight.complaints == []
    assert sight.width_needed_at(320) <= 320

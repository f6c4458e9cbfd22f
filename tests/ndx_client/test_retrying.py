"""The transport that asks again: what it asks again, how often, and what it leaves alone."""

import socket

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ndx_client import GraphQLClientHttpError, HubClient
from ndx_client.retrying import Retrying, SyncRetrying, connect, connect_sync, pauses

pytestmark = pytest.mark.anyio


class Moody:
    """A server that first gives the responses that it was told, then the figures of a hub."""

    def __init__(self, *first: Response) -> None:
        self.first = list(first)
        self.bodies: list[bytes] = []
        self.app = Starlette(routes=[Route("/graphql", self.answer, methods=["POST"])])

    async def answer(self, request: Request) -> Response:
        """The next response."""
        self.bodies.append(await request.body())
        done = JSONResponse({"data": {"node": {"__typename": "Buyer", "id": "buy-1"}}})
        return self.first.pop(0) if self.first else done

    def client(self, tries: int = 4, longest: float = 10.0) -> HubClient:
        """A client that asks it again."""
        transport = Retrying(httpx.ASGITransport(app=self.app), tries, longest)
        return connect("http://hub/graphql", transport)


def later(status: int, seconds: str = "0") -> Response:
    """A refusal that says when to come again."""
    return Response(b"{}", status, headers={"Retry-After": seconds})


async def test_what_the_hub_did_not_do_is_asked_again_word_for_word() -> None:
    server = Moody(later(503), later(429), later(503))
    async with server.client() as hub:
        found = (await hub.node("buy-1")).node
    assert found is not None
    assert found.id == "buy-1"
    assert len(server.bodies) == 4
    assert len(set(server.bodies)) == 1


async def test_the_last_try_s_answer_is_told() -> None:
    server = Moody(*(later(503) for _ in range(9)))
    async with server.client(tries=3) as hub:
        with pytest.raises(GraphQLClientHttpError) as raised:
            await hub.node("buy-1")
    assert raised.value.status_code == 503
    assert len(server.bodies) == 3


@pytest.mark.parametrize(
    "refusal",
    [
        Response(b"{}", 503),
        later(503, "11"),
        later(429, "Wed, 21 Oct 2026 07:28:00 GMT"),
        later(500),
        later(504),
        later(400),
    ],
)
async def test_what_may_have_been_done_or_takes_too_long_is_left_to_the_caller(
    refusal: Response,
) -> None:
    server = Moody(refusal)
    async with server.client() as hub:
        with pytest.raises(GraphQLClientHttpError):
            await hub.node("buy-1")
    assert len(server.bodies) == 1


def test_a_refused_connection_is_tried_again_and_then_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    attempts: list[str] = []

    class Counting(httpx.HTTPTransport):
        """The real transport, counted."""

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            attempts.append(request.method)
            return super().handle_request(request)

    transport = SyncRetrying(Counting(), tries=2)
    with connect_sync(f"http://127.0.0.1:{port}/graphql", transport) as hub:
        with pytest.raises(httpx.ConnectError):
            hub.node("buy-1")
    assert attempts == ["POST", "POST"]


def test_waits_double() -> None:
    assert list(pauses(4)) == [0.1, 0.2, 0.4]
    assert list(pauses(1)) == []

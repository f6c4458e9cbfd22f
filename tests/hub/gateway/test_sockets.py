"""graphql-transport-ws by a real client of another library over a real socket."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin, Subprotocol

from hub.gateway import sockets
from hub.gateway.middleware import SecurityHeaders
from tests.hub.gateway.listening import listening
from tests.hub.gateway.test_trusted import sha256
from tests.hub.gateway.toy import endpoint

pytestmark = pytest.mark.anyio

SPOKEN = [Subprotocol(sockets.PROTOCOL)]
QUERY = {"query": "{ thing { name } }"}
DATA = {"data": {"thing": {"name": "thing"}}}
INIT = {"type": "connection_init"}


@asynccontextmanager
async def toy(**settings: Any) -> AsyncGenerator[str]:
    """The address of the toy schema's endpoint."""
    routes = [WebSocketRoute("/graphql", endpoint(**settings))]
    async with listening(Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])) as at:
        yield f"ws://{at}/graphql"


async def say(client: ClientConnection, message: Any) -> None:
    await client.send(message if isinstance(message, (str, bytes)) else json.dumps(message))


async def hear(client: ClientConnection) -> dict[str, Any]:
    """The next message, which must be a text frame."""
    frame = await asyncio.wait_for(client.recv(), 10)
    assert isinstance(frame, str)
    return json.loads(frame)


@asynccontextmanager
async def speaking(**settings: Any) -> AsyncGenerator[ClientConnection]:
    """A connection that is acknowledged."""
    async with toy(**settings) as address, connect(address, subprotocols=SPOKEN) as client:
        await say(client, INIT)
        assert await hear(client) == {"type": "connection_ack"}
        yield client


async def closed(client: ClientConnection) -> int:
    """The code that the other side closes with."""
    await asyncio.wait_for(client.wait_closed(), 10)
    assert client.close_code is not None
    return client.close_code


async def test_a_query_is_answered_and_completed_in_text_frames() -> None:
    async with speaking() as client:
        for id in ("1", "2", "1"):
            await say(client, {"type": "subscribe", "id": id, "payload": QUERY})
            assert await hear(client) == {"type": "next", "id": id, "payload": DATA}
            assert await hear(client) == {"type": "complete", "id": id}


async def test_operations_run_at_once_and_each_has_its_answer() -> None:
    async with speaking() as client:
        await say(client, {"type": "subscribe", "id": "slow", "payload": {"query": "{ never }"}})
        await say(client, {"type": "subscribe", "id": "quick", "payload": QUERY})
        assert (await hear(client))["id"] == "quick"
        assert await hear(client) == {"type": "complete", "id": "quick"}
        await say(client, {"type": "complete", "id": "slow"})
        await say(client, {"type": "ping"})
        assert await hear(client) == {"type": "pong"}


async def test_variables_name_and_hash_are_those_of_a_post() -> None:
    text = "query A { missing } query B($n: Int) { thing(size: $n) { name } }"
    hashed = {"persistedQuery": {"version": 1, "sha256Hash": sha256(text)}}
    more = {"operationName": "B", "variables": {"n": 2}, "extensions": hashed}
    async with speaking() as client:
        for payload in ({"query": text, **more}, more):
            await say(client, {"type": "subscribe", "id": "1", "payload": payload})
            assert (await hear(client))["payload"] == DATA
            assert (await hear(client))["type"] == "complete"


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"query": "{"}, "GRAPHQL_PARSE_FAILED"),
        ({"query": "{ nope }"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": 5}, "BAD_REQUEST"),
        ({}, "BAD_REQUEST"),
        ({"documentId": "0" * 64}, "PERSISTED_QUERY_NOT_FOUND"),
    ],
)
async def test_what_is_refused_is_one_coded_error(payload: dict[str, Any], code: str) -> None:
    async with speaking() as client:
        await say(client, {"type": "subscribe", "id": "1", "payload": payload})
        told = await hear(client)
        assert (told["type"], told["id"]) == ("error", "1")
        assert told["payload"][0]["extensions"]["code"] == code
        await say(client, {"type": "subscribe", "id": "1", "payload": QUERY})
        assert (await hear(client))["type"] == "next"


async def test_an_error_in_a_field_is_a_part_of_the_answer_and_a_fault_is_masked() -> None:
    async with speaking() as client:
        await say(client, {"type": "subscribe", "id": "1", "payload": {"query": "{ fault }"}})
        told = await hear(client)
        assert told["payload"]["data"] == {"fault": None}
        assert told["payload"]["errors"][0]["extensions"]["code"] == "INTERNAL"
        assert "secret" not in json.dumps(told)


async def test_the_deadline_holds_for_each_operation() -> None:
    async with speaking(limit_seconds=0.05) as client:
        await say(client, {"type": "subscribe", "id": "1", "payload": {"query": "{ never }"}})
        told = await hear(client)
    assert told["payload"][0]["extensions"]["code"] == "TIMEOUT"


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (INIT, 4429),
        ("{", 4400),
        ("[]", 4400),
        (b"{}", 4400),
        ({"type": "start"}, 4400),
        ({"type": "subscribe", "id": 1, "payload": QUERY}, 4400),
        ({"type": "subscribe", "id": "1"}, 4400),
        ({"type": "complete"}, 4400),
    ],
)
async def test_a_message_that_breaks_the_protocol_ends_it(message: Any, code: int) -> None:
    async with speaking() as client:
        await say(client, message)
        assert await closed(client) == code


async def test_one_id_is_one_operation_at_a_time() -> None:
    async with speaking() as client:
        for _ in range(2):
            await say(client, {"type": "subscribe", "id": "1", "payload": {"query": "{ never }"}})
        assert await closed(client) == 4409


async def test_more_operations_than_the_most_are_refused_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sockets, "OPERATIONS", 2)
    async with speaking() as client:
        for id in "123":
            await say(client, {"type": "subscribe", "id": id, "payload": {"query": "{ never }"}})
        told = await hear(client)
        assert (told["type"], told["id"]) == ("error", "3")
        extensions = told["payload"][0]["extensions"]
        assert extensions["code"] == "LIMIT_EXCEEDED"
        assert (extensions["limit"], extensions["maximum"]) == ("operations", 2)
        await say(client, {"type": "complete", "id": "1"})
        await say(client, {"type": "subscribe", "id": "3", "payload": QUERY})
        assert (await hear(client))["type"] == "next"


async def test_an_operation_before_the_greeting_ends_it() -> None:
    async with toy() as address, connect(address, subprotocols=SPOKEN) as client:
        await say(client, {"type": "subscribe", "id": "1", "payload": QUERY})
        assert await closed(client) == 4401


async def test_who_does_not_greet_or_falls_silent_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sockets, "INIT_SECONDS", 0.1)
    async with toy() as address, connect(address, subprotocols=SPOKEN) as client:
        await say(client, {"type": "ping"})
        assert await closed(client) == 4408
    monkeypatch.setattr(sockets, "INIT_SECONDS", 10)
    monkeypatch.setattr(sockets, "IDLE_SECONDS", 0.1)
    async with speaking() as client:
        assert await closed(client) == 1001


async def test_another_protocol_is_not_spoken() -> None:
    async with toy() as address:
        async with connect(address, subprotocols=[Subprotocol("graphql-ws")]) as client:
            assert await closed(client) == 4406


@pytest.mark.parametrize(
    ("origin", "cookie"), [("https://elsewhere.example", None), (None, "a=b"), ("null", None)]
)
async def test_a_page_of_another_site_is_refused(origin: str | None, cookie: str | None) -> None:
    headers = {"Cookie": cookie} if cookie else {}
    async with toy() as address:
        with pytest.raises(InvalidStatus) as refused:
            await connect(
                address,
                subprotocols=SPOKEN,
                origin=Origin(origin) if origin else None,
                additional_headers=headers,
            )
    response = refused.value.response
    assert response.status_code == 403
    assert json.loads(response.body or b"")["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert response.headers["x-content-type-options"] == "nosniff"


async def test_the_hubs_own_page_may_connect_with_a_cookie() -> None:
    own = Origin("http://127.0.0.1:8000")
    async with toy() as address:
        async with connect(
            address, subprotocols=SPOKEN, origin=own, additional_headers={"Cookie": "a=b"}
        ) as client:
            await say(client, INIT)
            assert await hear(client) == {"type": "connection_ack"}

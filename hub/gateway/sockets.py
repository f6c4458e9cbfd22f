"""GraphQL over a WebSocket: the protocol graphql-transport-ws, many operations on one connection.

https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md has the messages and close codes.
Everything that a client can pile up is bounded: its operations, what waits to be sent, its time.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, cast

import orjson
from starlette.websockets import WebSocket, WebSocketDisconnect

from graph.errors import LimitExceeded
from hub.gateway import errors
from hub.gateway.executing import Answer, Operation

PROTOCOL = "graphql-transport-ws"
INIT_SECONDS = 10.0  # until the client must have said connection_init
SEND_SECONDS = 10.0  # that a client may take to read one message
CLOSE_SECONDS = 1.0
IDLE_SECONDS = 300.0  # without a message from the client, and nothing running for it
OPERATIONS = 20  # at once on one connection
WAITING = 32  # messages to be sent; more make the operations wait

Run = Callable[[Operation], Awaitable[Answer]]
Read = Callable[[dict[str, Any]], Operation]


log = logging.getLogger("hub.sockets")


class Broken(Exception):
    """The client broke the protocol; the connection is closed with this code and reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Connection:
    """One client. `read` makes an operation of a payload (it may raise HubError), `run` runs it."""

    def __init__(self, socket: WebSocket, read: Read, run: Run) -> None:
        self.socket = socket
        self.read = read
        self.run = run
        self.acknowledged = False
        self.outgoing: asyncio.Queue[str] = asyncio.Queue(WAITING)
        self.running: dict[str, asyncio.Task[None]] = {}

    async def serve(self) -> None:
        """Speak until either side ends it."""
        if PROTOCOL not in self.socket.scope["subprotocols"]:
            await self.socket.accept()
            return await self.socket.close(4406, "Subprotocol not acceptable")
        await self.socket.accept(PROTOCOL)
        sending = asyncio.create_task(self._send_all())
        hearing = asyncio.create_task(self._hear_all())
        try:
            await asyncio.wait((sending, hearing), return_when=asyncio.FIRST_COMPLETED)
        finally:
            tasks = (sending, hearing, *self.running.values())
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        with suppress(TimeoutError):  # who does not read, does not read this either
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._close(ended)

    async def _close(self, ended: Sequence[BaseException | None]) -> None:
        """Says why, unless it was the client that left."""
        for reason in ended:
            if isinstance(reason, Broken):
                return await self.socket.close(reason.code, reason.reason)
            if isinstance(reason, Exception) and not isinstance(reason, WebSocketDisconnect):
                log.error("fault on a connection", exc_info=reason)
                return await self.socket.close(1011, "Internal error")

    async def _hear_all(self) -> None:
        try:
            async with asyncio.timeout(INIT_SECONDS):
                while not self.acknowledged:
                    await self._hear()
        except TimeoutError:
            raise Broken(4408, "Connection initialisation timeout") from None
        while True:
            try:
                async with asyncio.timeout(IDLE_SECONDS):
                    await self._hear()
            except TimeoutError:
                if not self.running:
                    raise Broken(1001, "Idle") from None

    async def _hear(self) -> None:
        message = await self._message()
        match message.get("type"):
            case "connection_init":
                await self._acknowledge()
            case "ping":
                await self._put("pong")
            case "pong":
                pass
            case "subscribe":
                await self._subscribe(message)
            case "complete" if isinstance(message.get("id"), str):
                task = self.running.pop(message["id"], None)
                if task:
                    task.cancel()
            case _:
                raise Broken(4400, "Invalid message")

    async def _message(self) -> dict[str, Any]:
        try:
            found = orjson.loads(await self.socket.receive_text())
        except (orjson.JSONDecodeError, KeyError):  # KeyError: a binary frame
            found = None
        if not isinstance(found, dict):
            raise Broken(4400, "Invalid message")
        return cast(dict[str, Any], found)

    async def _acknowledge(self) -> None:
        if self.acknowledged:
            raise Broken(4429, "Too many initialisation requests")
        self.acknowledged = True
        await self._put("connection_ack")

    async def _subscribe(self, message: dict[str, Any]) -> None:
        if not self.acknowledged:
            raise Broken(4401, "Unauthorized")
        id, payload = message.get("id"), message.get("payload")
        if not isinstance(id, str) or not isinstance(payload, dict):
            raise Broken(4400, "Invalid message")
        if id in self.running:
            raise Broken(4409, f"Subscriber for {id[:64]} already exists")
        if len(self.running) >= OPERATIONS:
            return await self._put("error", id, [errors.told(too_many())])
        self.running[id] = asyncio.create_task(self._answer(id, cast(dict[str, Any], payload)))

    async def _answer(self, id: str, payload: dict[str, Any]) -> None:
        try:
            answer = await self.run(self.read(payload))
        except Exception as error:
            await self._put("error", id, [errors.told(error)])
        else:
            if answer.executed:
                await self._put("next", id, answer.payload)
                await self._put("complete", id)
            else:
                await self._put("error", id, answer.errors)
        self.running.pop(id, None)

    async def _put(self, type: str, id: str | None = None, payload: Any = None) -> None:
        message: dict[str, Any] = {"type": type}
        if id is not None:
            message["id"] = id
        if payload is not None:
            message["payload"] = payload
        # Text, never bytes: a browser's client takes a binary frame for a broken message
        await self.outgoing.put(orjson.dumps(message).decode())

    async def _send_all(self) -> None:
        while True:
            text = await self.outgoing.get()
            try:
                async with asyncio.timeout(SEND_SECONDS):
                    await self.socket.send_text(text)
            except TimeoutError:
                raise Broken(1008, "Too slow") from None


def too_many() -> LimitExceeded:
    """More operations at once than one connection may have."""
    return LimitExceeded(
        f"Too many operations at once: {OPERATIONS} is the most on one connection. "
        "Wait until one of them is complete.",
        limit="operations",
        value=OPERATIONS + 1,
        maximum=OPERATIONS,
    )

"""A stop that no client notices: not ready first, then every answer says so, then the end."""

import asyncio
import signal
from collections.abc import Generator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import cast

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hub.gateway.health import Health


@contextmanager
def draining(health: Health, seconds: float) -> Generator[None]:
    """While the block runs, SIGTERM first makes the process not ready and ends it after `seconds`.

    Load balancers see `/readyz` in that time and send their requests elsewhere. A second SIGTERM
    ends it at once, as does Ctrl-C.
    """
    end = signal.getsignal(signal.SIGTERM)
    if current_thread() is not main_thread() or not callable(end):
        yield
        return
    loop, stop = asyncio.get_running_loop(), end

    def drain(number: int, frame: FrameType | None) -> None:
        if health.draining:
            return stop(number, frame)
        health.drain()
        loop.call_soon_threadsafe(loop.call_later, seconds, stop, number, None)

    signal.signal(signal.SIGTERM, drain)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, end)


class Goodbyes:
    """Says `Connection: close` in each answer of a process that is about to stop.

    A connection that is kept open is closed at the end, perhaps just when its client sends.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Asked when the answer begins: the stop may come while it is made."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        health = cast(Health | None, scope.get("state", {}).get("health"))

        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start" and health and health.draining:
                MutableHeaders(scope=message)["Connection"] = "close"
            await send(message)

        await self.app(scope, receive, wrapped)

"""Asks again when the hub did nothing. Written by hand; the rest of the client is generated.

    async with connect("http://127.0.0.1:8000/graphql") as hub: ...
    with connect_sync("http://127.0.0.1:8000/graphql") as hub: ...

Only what the hub did not do is asked again: a connection that was refused, 429 (too many requests)
and 503 (something that the hub needs is away) with `Retry-After`. A connection that broke in the
middle is not: nobody knows what was done.
"""

import asyncio
import time
from collections.abc import Iterator
from typing import Any, cast

import httpx

from .client import HubClient
from .sync_client import SyncHubClient

TRIES = 4
LONGEST = 10.0  # seconds that one wait may take; a hub that names more is told to the caller
NOT_DONE = (429, 503)
REFUSED = (httpx.ConnectError, httpx.ConnectTimeout)
TIMEOUT = 30.0  # seconds for an answer


class Retrying(httpx.AsyncBaseTransport):
    """A transport that asks at most `tries` times, and waits at most `longest` seconds at once."""

    def __init__(
        self,
        inner: httpx.AsyncBaseTransport | None = None,
        tries: int = TRIES,
        longest: float = LONGEST,
    ) -> None:
        self.inner = inner or httpx.AsyncHTTPTransport()
        self.tries = tries
        self.longest = longest

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The first answer worth having, or the last one. Raises the last `httpx.ConnectError`."""
        for pause in pauses(self.tries):
            try:
                response = await self.inner.handle_async_request(request)
            except REFUSED:
                await asyncio.sleep(pause)
                continue
            wait = told(response)
            if wait is None or wait > self.longest:
                return response
            await response.aclose()
            await asyncio.sleep(wait)
        return await self.inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the inner transport."""
        await self.inner.aclose()


class SyncRetrying(httpx.BaseTransport):
    """`Retrying` for `httpx.Client`."""

    def __init__(
        self,
        inner: httpx.BaseTransport | None = None,
        tries: int = TRIES,
        longest: float = LONGEST,
    ) -> None:
        self.inner = inner or httpx.HTTPTransport()
        self.tries = tries
        self.longest = longest

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The first answer worth having, or the last one. Raises the last `httpx.ConnectError`."""
        for pause in pauses(self.tries):
            try:
                response = self.inner.handle_request(request)
            except REFUSED:
                time.sleep(pause)
                continue
            wait = told(response)
            if wait is None or wait > self.longest:
                return response
            response.close()
            time.sleep(wait)
        return self.inner.handle_request(request)

    def close(self) -> None:
        """Close the inner transport."""
        self.inner.close()


def pauses(tries: int) -> Iterator[float]:
    """How long to wait after each refused connection but the last, in seconds: .1, .2, .4, …"""
    return (0.1 * 2**n for n in range(tries - 1))


def told(response: httpx.Response) -> float | None:
    """After how many seconds the hub says that it is worth asking again; None: it does not say."""
    said = response.headers.get("retry-after", "")
    return float(said) if response.status_code in NOT_DONE and said.isdecimal() else None


def connect(url: str, transport: httpx.AsyncBaseTransport | None = None) -> HubClient:
    """A client that asks again; `transport` is another one than `Retrying()`."""
    http = httpx.AsyncClient(transport=transport or Retrying(), timeout=TIMEOUT)
    # The generated protocol demands positional arguments, and the generated code gives none.
    return HubClient(url, http_client=cast(Any, http))


def connect_sync(url: str, transport: httpx.BaseTransport | None = None) -> SyncHubClient:
    """`connect` without async."""
    http = httpx.Client(transport=transport or SyncRetrying(), timeout=TIMEOUT)
    return SyncHubClient(url, http_client=cast(Any, http))

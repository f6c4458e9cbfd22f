"""What wraps every request: its id and log line, security headers, a body limit, masked faults."""

import logging
import re
import secrets
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hub.gateway.errors import answer, masked
from hub.gateway.limits import exceeded
from hub.gateway.logs import request_id
from hub.gateway.metrics import Metrics

log = logging.getLogger("hub.requests")

_SENT_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")  # anything else could forge a log line
GRAPHLESS = ("/livez", "/readyz", "/metrics", "/static/", "/schema.graphql")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "testserver")

SCRIPT = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='"  # of govuk-frontend's template
POLICY = (
    f"default-src 'none'; script-src 'self' {SCRIPT}; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "object-src 'none'; frame-ancestors 'none'; form-action 'self'"
)
SECURITY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# Of an answer, and of one that refuses a WebSocket.
STARTS = ("http.response.start", "websocket.http.response.start")
TRANSPORT = "max-age=31536000; includeSubDomains"

Pairs = list[tuple[bytes, bytes]]
# As they go out: naming and encoding them for each answer cost as much as all other middleware.
OVER_HTTP: Pairs = [(name.lower().encode(), value.encode()) for name, value in SECURITY.items()]
OVER_HTTPS: Pairs = [*OVER_HTTP, (b"strict-transport-security", TRANSPORT.encode())]


class Requests:
    """Gives each request its id, writes one log line for it, and counts it for /metrics."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`X-Request-ID` is taken if it is short and plain, and always answered."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        sent = Headers(scope=scope).get("x-request-id", "")
        token = request_id.set(sent if _SENT_ID.fullmatch(sent) else secrets.token_hex(8))
        status, began = 500, time.perf_counter()

        async def wrapped(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id.get()
            await send(message)

        try:
            await self.app(scope, receive, wrapped)
        finally:
            self.metrics.request(scope["method"], status)
            self._write(scope, status, time.perf_counter() - began)
            request_id.reset(token)

    def _write(self, scope: Scope, status: int, seconds: float) -> None:
        # The path alone: what stands behind "?" may be what a person typed.
        fields = {
            "method": scope["method"],
            "path": scope["path"],
            "status": status,
            "ms": round(seconds * 1000, 1),
        }
        log.info("request", extra={"fields": fields})


class SecurityHeaders:
    """Adds the headers of web.md section 3 to every answer; a route's own value stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """HSTS only over https and never on loopback, where it would lock a developer out."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        added = OVER_HTTPS if abroad(scope) else OVER_HTTP

        async def wrapped(message: Message) -> None:
            if message["type"] in STARTS:
                own: Pairs = list(message["headers"])
                named = {name.lower() for name, _ in own}
                message["headers"] = own + [pair for pair in added if pair[0] not in named]
            await send(message)

        await self.app(scope, receive, wrapped)


def abroad(scope: Scope) -> bool:
    """Did it come over TLS, and not from this machine to itself?"""
    if scope["scheme"] not in ("https", "wss"):
        return False
    host = Headers(scope=scope).get("host", "localhost")
    return re.sub(r":\d+$", "", host) not in LOOPBACK


class Faults:
    """The last net: an exception that nobody expected becomes one masked answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An answer that has begun can't be taken back: then the connection breaks off."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun = False

        async def wrapped(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, wrapped)
        except Exception as error:
            if begun:
                raise
            await masked(error)(scope, receive, send)


class OnlyWhole:
    """Answers nothing from a graph that an import fills: its half looks like a whole."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """503 with a code; probes, metrics and what stands in no graph go on."""
        asks = scope["type"] in ("http", "websocket") and not scope["path"].startswith(GRAPHLESS)
        if asks and (told := await scope["state"]["health"].half()):
            if scope["type"] == "websocket":
                return await send({"type": "websocket.close", "code": 1013})  # try again later
            return await answer(told)(scope, receive, send)
        await self.app(scope, receive, send)


class BodyLimit:
    """Counts the bytes of a body as they come, chunked or not."""

    def __init__(self, app: ASGIApp, maximum: int) -> None:
        self.app = app
        self.maximum = maximum

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses by `Content-Length` at once, else at the first byte too many."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        stated = Headers(scope=scope).get("content-length", "0")
        if stated.isdigit() and int(stated) > self.maximum:
            refusal = answer(exceeded("body", int(stated), self.maximum))
            return await refusal(scope, receive, send)
        total = 0

        async def counted() -> Message:
            nonlocal total
            message = await receive()
            total += len(message.get("body", b""))
            if total > self.maximum:
                raise exceeded("body", total, self.maximum)
            return message

        await self.app(scope, counted, send)

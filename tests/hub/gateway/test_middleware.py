"""Middleware: request ids, one log line a request, security headers, the body limit, faults."""

import io
import logging
from collections.abc import AsyncIterator, Generator

import httpx
import orjson
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from graph.errors import HubError, NotFound
from hub.gateway.errors import on_hub_error
from hub.gateway.logs import JsonFormatter, request_id
from hub.gateway.metrics import Metrics
from hub.gateway.middleware import BodyLimit, Faults, Requests, SecurityHeaders

pytestmark = pytest.mark.anyio
METRICS = Metrics()


async def echo(request: Request) -> Response:
    return PlainTextResponse(f"{request_id.get()} {len(await request.body())}")


async def missing(request: Request) -> Response:
    raise NotFound("There is no such thing.")


async def fault(request: Request) -> Response:
    raise ValueError("a secret of the inside")


def hub() -> Starlette:
    """A small app under the real middleware."""
    routes = [Route(f"/{f.__name__}", f, methods=["GET", "POST"]) for f in (echo, missing, fault)]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(Requests, metrics=METRICS),
            Middleware(SecurityHeaders),
            Middleware(Faults),
            Middleware(BodyLimit, maximum=1000),
        ],
        exception_handlers={HubError: on_hub_error},
    )


def client(base: str = "http://hub.example") -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=hub())
    return httpx.AsyncClient(transport=transport, base_url=base)


@pytest.fixture
def logged() -> Generator[io.StringIO]:
    """What the request log writes, as it goes to stderr."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    log = logging.getLogger("hub.requests")
    log.addHandler(handler)
    level = log.level
    log.setLevel(logging.INFO)
    yield stream
    log.setLevel(level)
    log.removeHandler(handler)


async def test_a_request_id_comes_back_and_reaches_the_code() -> None:
    async with client() as http:
        response = await http.get("/echo", headers={"X-Request-ID": "order-66"})
    assert response.headers["x-request-id"] == "order-66"
    assert response.text == "order-66 0"


@pytest.mark.parametrize("sent", [None, "", "a b", 'x"}', "é", "x" * 65])
async def test_an_id_that_could_forge_a_log_line_is_replaced(sent: str | None) -> None:
    headers = [] if sent is None else [(b"X-Request-ID", sent.encode("utf-8"))]
    async with client() as http:
        first = await http.get("/echo", headers=headers)
        second = await http.get("/echo", headers=headers)
    ids = [r.headers["x-request-id"] for r in (first, second)]
    assert ids[0] != ids[1]
    assert all(len(id) == 16 for id in ids)


async def test_a_request_is_one_line_of_json_without_what_was_typed(logged: io.StringIO) -> None:
    async with client() as http:
        await http.get("/echo?q=somebody@example.org", headers={"X-Request-ID": "one"})
    (line,) = logged.getvalue().splitlines()
    told = orjson.loads(line)
    assert set(told) == {
        *("time", "level", "logger", "message", "requestId"),
        *("method", "path", "status", "ms"),
    }
    assert (told["requestId"], told["method"], told["path"]) == ("one", "GET", "/echo")
    assert told["status"] == 200
    assert "somebody" not in line


async def test_every_answer_has_the_security_headers_errors_too() -> None:
    async with client() as http:
        for path, status in (("/echo", 200), ("/missing", 404), ("/fault", 500), ("/none", 404)):
            response = await http.get(path)
            assert response.status_code == status
            assert "default-src 'none'" in response.headers["content-security-policy"]
            assert response.headers["x-content-type-options"] == "nosniff"
            assert response.headers["referrer-policy"] == "same-origin"
            assert "strict-transport-security" not in response.headers


@pytest.mark.parametrize(
    ("base", "strict"),
    [("https://hub.example", True), ("https://127.0.0.1:8000", False), ("https://[::1]", False)],
)
async def test_hsts_is_for_https_and_never_on_loopback(base: str, strict: bool) -> None:
    async with client(base) as http:
        response = await http.get("/echo")
    assert ("strict-transport-security" in response.headers) is strict


async def test_a_fault_is_masked_with_its_request_id() -> None:
    async with client() as http:
        response = await http.get("/fault", headers={"X-Request-ID": "f-1"})
    assert "secret" not in response.text
    assert response.json()["errors"][0]["extensions"] == {"code": "INTERNAL", "requestId": "f-1"}


async def test_a_body_over_the_limit_is_refused_stated_or_chunked() -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(11):
            yield b"x" * 100

    async with client() as http:
        assert (await http.post("/echo", content=b"x" * 1000)).text.endswith(" 1000")
        for content in (b"x" * 1001, chunks()):
            refused = await http.post("/echo", content=content)
            assert refused.status_code == 413
            extensions = refused.json()["errors"][0]["extensions"]
            assert extensions["code"] == "LIMIT_EXCEEDED"
            assert (extensions["limit"], extensions["maximum"]) == ("body", 1000)
            assert extensions["value"] > 1000


async def test_requests_are_counted_by_method_and_status() -> None:
    def counted() -> list[float]:
        read = METRICS.registry.get_sample_value
        labels = ({"method": "GET", "status": status} for status in ("200", "404"))
        return [read("hub_requests_total", one) or 0 for one in labels]

    before = counted()
    async with client() as http:
        await http.get("/echo")
        await http.get("/missing")
    assert counted() == [count + 1 for count in before]

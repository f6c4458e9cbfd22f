"""Compression: what a client takes, no tiny bodies, and nothing that is streamed."""

import gzip
from collections.abc import AsyncGenerator

import httpx
import pytest
import zstandard
from starlette.applications import Starlette
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from hub.gateway.compression import SMALLEST, compression
from hub.gateway.negotiation import EVENTS, GRAPHQL
from tests.hub.gateway.toy import endpoint

pytestmark = pytest.mark.anyio

LONG = {"query": "{ long }"}


async def events(request: object) -> Response:
    async def each() -> AsyncGenerator[str]:
        for _ in range(3):
            yield "data: " + "x" * SMALLEST + "\n\n"

    return StreamingResponse(each(), media_type=EVENTS)


@pytest.fixture
async def http() -> AsyncGenerator[httpx.AsyncClient]:
    routes = [Route("/graphql", endpoint()), Route("/events", events)]
    transport = httpx.ASGITransport(app=Starlette(routes=routes, middleware=[compression()]))
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as http:
        yield http


@pytest.mark.parametrize(
    ("accepted", "used"),
    [
        ("gzip", "gzip"),
        ("gzip, br", "br"),
        ("gzip, br, zstd", "zstd"),
        ("zstd;q=0, gzip", "gzip"),
        ("deflate", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("media", [GRAPHQL, "application/json"])
async def test_the_best_that_the_client_takes_is_used(
    http: httpx.AsyncClient, media: str, accepted: str, used: str | None
) -> None:
    headers = {"accept": media, "accept-encoding": accepted}
    async with http.stream("POST", "/graphql", json=LONG, headers=headers) as answer:
        raw = b"".join([part async for part in answer.aiter_raw()])
    assert answer.headers.get("content-encoding") == used
    assert int(answer.headers["content-length"]) == len(raw)
    vary = {name.strip() for name in answer.headers["vary"].split(",")}
    assert vary == {"Accept", "Accept-Encoding"}
    plain = {"gzip": gzip.decompress, "zstd": zstandard.ZstdDecompressor().decompress}
    if used in plain:
        assert plain[used](raw).startswith(b'{"data":{"long":"xxx')
    assert (len(raw) < 10_000) == (used is not None)


async def test_a_tiny_answer_goes_out_as_it_is(http: httpx.AsyncClient) -> None:
    answer = await http.post("/graphql", json={"query": "{ thing { name } }"})
    assert "content-encoding" not in answer.headers
    assert answer.json() == {"data": {"thing": {"name": "thing"}}}


async def test_events_go_out_as_they_come(http: httpx.AsyncClient) -> None:
    answer = await http.get("/events", headers={"accept-encoding": "gzip, zstd"})
    assert "content-encoding" not in answer.headers

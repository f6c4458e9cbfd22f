"""Traces: one span per request, operation and statement, joined to the caller's trace."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from starlette.requests import HTTPConnection

from graph.errors import Unavailable
from graph.statements import Ledger
from hub.gateway.graphql import GraphQLEndpoint
from hub.gateway.settings import Settings
from hub.gateway.tracing import Traced, Tracing, tracing
from hub.gateway.watching import Watch
from tests.hub.gateway.toy import TOY, nothing

pytestmark = pytest.mark.anyio

SETTINGS = Settings(home=Path("unused"))
CALLER = "0af7651916cd43dd8448eb211c80319c"


async def traced(query: str, spans: InMemorySpanExporter) -> dict[str, ReadableSpan]:
    """What one request leaves behind, by name."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    watch = Watch(traces=Tracing(provider))
    ledger = Ledger()
    watch.statements(ledger, slow_ms=1000)

    async def context(request: HTTPConnection) -> Any:
        with ledger.timing("contracts"):
            return await nothing(request)

    app = Traced(GraphQLEndpoint(TOY, context, SETTINGS, watch), watch.traces)  # type: ignore[arg-type]
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as http:
        parent = {"traceparent": f"00-{CALLER}-b7ad6b7169203331-01"}
        answer = await http.post("/graphql", json={"query": query}, headers=parent)
        assert answer.status_code == 200
    return {span.name: span for span in spans.get_finished_spans()}


async def test_a_request_has_its_operation_and_statements_in_the_callers_trace() -> None:
    many = "query Secret { thing { name " + "inner { name " * 10 + "} " * 10 + "} }"
    found = await traced(many, InMemorySpanExporter())
    assert found.keys() == {"POST", "query other", "contracts"}  # none for the twenty fields
    ids = {span.context.trace_id for span in found.values() if span.context}
    assert [format(id, "032x") for id in ids] == [CALLER]
    request = found["POST"]
    assert request.context is not None
    for name in ("query other", "contracts"):
        parent = found[name].parent
        assert parent is not None
        assert parent.span_id == request.context.span_id
    assert (request.attributes or {})["http.response.status_code"] == 200
    assert "Secret" not in str([span.to_json() for span in found.values()])


async def test_a_statement_that_fails_is_marked() -> None:
    spans = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    ledger = Ledger()
    Watch(traces=Tracing(provider)).statements(ledger, slow_ms=1000)
    with pytest.raises(Unavailable), ledger.timing("contracts"):
        raise Unavailable("away")
    [span] = spans.get_finished_spans()
    assert span.status.status_code == StatusCode.ERROR
    assert (span.end_time or 0) >= (span.start_time or 1)


def test_without_an_address_nothing_is_made() -> None:
    assert tracing(None).tracer is None


def test_with_an_address_spans_are_sent_there() -> None:
    made = tracing("http://127.0.0.1:9")
    assert made.tracer is not None
    made.close()

"""Traces by OpenTelemetry (the extra `otel`): a span a request, operation and statement."""

from collections.abc import Generator
from contextlib import contextmanager
from time import time_ns
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import BadInput
from hub.gateway.version import VERSION

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

NAME = "ndx-hub"
PATIENCE = 2.0  # seconds for the collector, so that a stop does not wait for one that is away


class Tracing:
    """Makes spans; one without a provider makes none."""

    def __init__(self, provider: "TracerProvider | None" = None) -> None:
        self.provider = provider
        self.tracer = provider.get_tracer(NAME, VERSION) if provider else None

    @contextmanager
    def operation(self, kind: str, name: str) -> Generator[None]:
        """A span around an operation."""
        if self.tracer is None:
            yield
            return
        attributes = {"graphql.operation.type": kind, "graphql.operation.name": name}
        with self.tracer.start_as_current_span(f"{kind} {name}", attributes=attributes):
            yield

    def statement(self, name: str, seconds: float, *, failed: bool) -> None:
        """A span for a statement that has ended; neither its text nor its values."""
        if self.tracer is None:
            return
        from opentelemetry.trace import SpanKind, StatusCode

        end = time_ns()
        span = self.tracer.start_span(
            name,
            kind=SpanKind.CLIENT,
            attributes={"db.system.name": "neo4j", "db.query.summary": name},
            start_time=end - int(seconds * 1e9),
        )
        if failed:
            span.set_status(StatusCode.ERROR)
        span.end(end)

    def close(self) -> None:
        """Sends what is left."""
        if self.provider:
            self.provider.shutdown()


def tracing(url: str | None) -> Tracing:
    """Traces to the collector at an OTLP/HTTP address. Raises BadInput without the extra."""
    if url is None:
        return Tracing()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise BadInput("HUB_TRACES_URL needs the extra: pip install 'ndx-hub[otel]'.") from error
    provider = TracerProvider(resource=Resource({"service.name": NAME, "service.version": VERSION}))
    provider.add_span_processor(
        BatchSpanProcessor(OTLPSpanExporter(f"{url}/v1/traces", timeout=PATIENCE))
    )
    return Tracing(provider)


class Traced:
    """Middleware: a span a request, as part of the trace that the caller names."""

    def __init__(self, app: ASGIApp, traces: Tracing) -> None:
        self.app = app
        self.tracer = traces.tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Only HTTP; a socket's operations have spans of their own."""
        if scope["type"] != "http" or self.tracer is None:
            return await self.app(scope, receive, send)
        from opentelemetry.propagate import extract
        from opentelemetry.trace import SpanKind

        attributes = {"http.request.method": scope["method"], "url.path": scope["path"]}
        with self.tracer.start_as_current_span(
            scope["method"],
            context=extract(Headers(scope=scope)),
            kind=SpanKind.SERVER,
            attributes=attributes,
        ) as span:

            async def wrapped(message: Message) -> None:
                if message["type"] == "http.response.start":
                    span.set_attribute("http.response.status_code", message["status"])
                await send(message)

            await self.app(scope, receive, wrapped)

"""What Prometheus reads: operations, statements, refusals, queue, breakers; labels are bounded.

A label is never a word of a client's: an operation is named when its document is a trusted one,
a method when HTTP defines it; anything else is `other`.
"""

from collections.abc import Callable, Iterable, Mapping
from ipaddress import ip_address
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.gc_collector import GCCollector
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hub.gateway.settings import Networks, Settings

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
COSTS = (10, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 250_000)
METHODS = frozenset("GET HEAD POST PUT PATCH DELETE OPTIONS".split())
OTHER = "other"

Family = GaugeMetricFamily | CounterMetricFamily
Read = Callable[[], Iterable[Family]]
Samples = Mapping[tuple[str, ...], float]


class Metrics:
    """The metrics of one process, in registries of their own: what it counts, what it shows.

    `shared` is the folder where several processes count together (hub/gateway/settings.py).
    """

    def __init__(self, shared: Path | None = None) -> None:
        self.shared = shared
        self.shown = CollectorRegistry()  # of this process alone: what runs, waits, is open
        ProcessCollector(registry=self.shown)
        GCCollector(registry=self.shown)
        self.registry = registry = CollectorRegistry()
        self.requests = Counter(
            "hub_requests", "Answered HTTP requests.", ("method", "status"), registry=registry
        )
        self.operations = Histogram(
            "hub_operation_seconds",
            "GraphQL operations that were run, by the name of a trusted document.",
            ("operation", "outcome"),
            buckets=SECONDS,
            registry=registry,
        )
        self.cost = Histogram(
            "hub_operation_cost",
            "Cost of the operations that were asked for.",
            buckets=COSTS,
            registry=registry,
        )
        self.statements = Histogram(
            "hub_statement_seconds",
            "Statements sent to the graph, by name.",
            ("statement", "outcome"),
            buckets=SECONDS,
            registry=registry,
        )
        self.limited = Counter(
            "hub_limit_refusals", "Operations over a limit.", ("limit",), registry=registry
        )
        self.rated = Counter(
            "hub_rate_refusals", "Operations of clients over their rate.", registry=registry
        )

    def request(self, method: str, status: int) -> None:
        """One HTTP answer."""
        self.requests.labels(method if method in METHODS else OTHER, status).inc()

    def operation(self, name: str, outcome: str, seconds: float) -> None:
        """One operation that was run; `outcome` is ok, partial or failed."""
        self.operations.labels(name, outcome).observe(seconds)

    def statement(self, name: str, seconds: float, *, failed: bool) -> None:
        """One statement (graph/statements.py Observer)."""
        self.statements.labels(name, "failed" if failed else "ok").observe(seconds)

    def reading(self, read: Read) -> None:
        """Adds what is read from somewhere at each scrape."""
        self.shown.register(Reading(read))

    @property
    def text(self) -> bytes:
        """The exposition: what all processes counted, and what this one shows."""
        counted = self.registry
        if self.shared:
            counted = CollectorRegistry()
            MultiProcessCollector(counted, str(self.shared))
        return generate_latest(counted) + generate_latest(self.shown)


class Reading(Collector):
    """Families that are made when they are asked for."""

    def __init__(self, read: Read) -> None:
        self.read = read

    def collect(self) -> Iterable[Family]:
        """See `Collector`."""
        return self.read()


def gauge(name: str, text: str, samples: Samples, *labels: str) -> Family:
    """A family of what goes up and down: a value for each tuple of label values."""
    return filled(GaugeMetricFamily(name, text, labels=labels), samples)


def counter(name: str, text: str, samples: Samples, *labels: str) -> Family:
    """A family of what only goes up."""
    return filled(CounterMetricFamily(name, text, labels=labels), samples)


def filled(family: Family, samples: Samples) -> Family:
    """The family with its samples."""
    for labels, value in samples.items():
        family.add_metric(labels, value)
    return family


def metrics_route(metrics: Metrics, settings: Settings) -> Route:
    """`/metrics` for those who may read it; to anybody else there is no such page."""
    proxied = bool(settings.trusted_proxies)

    async def answer(request: Request) -> Response:
        if not may_read(request, settings.metrics_from, proxied=proxied):
            raise HTTPException(404)
        return Response(metrics.text, headers={"Content-Type": CONTENT_TYPE_LATEST})

    return Route("/metrics", answer)


def may_read(request: Request, readers: Networks, *, proxied: bool) -> bool:
    """Does the request come from one of these networks, and from nobody behind it?"""
    if not proxied and "x-forwarded-for" in request.headers:
        return False  # a proxy that we were not told of: who asks is not who connects
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    return any(address in network for network in readers)

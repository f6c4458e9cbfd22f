"""All that watches one gateway: metrics, traces, the log of slow statements."""

from collections.abc import Container, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from graphql import OperationDefinitionNode
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

from graph.breaker import Breaker
from graph.statements import Ledger
from hub.gateway.admission import Admission
from hub.gateway.metrics import OTHER, Family, Metrics
from hub.gateway.settings import Settings, shared_metrics
from hub.gateway.slow import SlowStatements
from hub.gateway.tracing import Tracing, tracing


@dataclass(slots=True)
class Ending:
    """How an operation ended; failed, until it is told otherwise."""

    word: str = "failed"
    errors: Sequence[Mapping[str, Any]] = ()

    def tell(self, data: object, errors: Sequence[Mapping[str, Any]]) -> None:
        """What was answered."""
        self.errors = errors
        self.word = "ok" if not errors else "partial" if data is not None else "failed"


@dataclass(slots=True)
class Watch:
    """One per application."""

    metrics: Metrics = field(default_factory=Metrics)
    traces: Tracing = field(default_factory=Tracing)
    trusted: Container[str | None] = (
        frozenset()
    )  # documents whose operations are called by their names

    @classmethod
    def of(cls, settings: Settings) -> "Watch":
        """As it is set. Raises BadInput when traces are wanted and their extra is missing."""
        return cls(Metrics(shared_metrics()), tracing(settings.traces_url))

    @contextmanager
    def operation(self, text: str | None, node: OperationDefinitionNode) -> Generator[Ending]:
        """Times an operation that runs in the block, which tells how it ended."""
        name = node.name.value if node.name and text in self.trusted else OTHER
        ending, began = Ending(), perf_counter()
        try:
            with self.traces.operation(node.operation.value, name):
                yield ending
        finally:
            self.metrics.operation(name, ending.word, perf_counter() - began)
            self.limited(ending.errors)

    def limited(self, errors: Sequence[Mapping[str, Any]]) -> None:
        """Counts what is over a limit among coded errors."""
        for error in errors:
            if error["extensions"]["code"] == "LIMIT_EXCEEDED":
                self.metrics.limited.labels(error["extensions"]["limit"]).inc()

    def running(self, admission: Admission, ways: Mapping[str, int]) -> None:
        """Shows who runs, who waits, who was refused; how many were prepared, or why not."""

        def read() -> Iterator[Family]:
            running = GaugeMetricFamily("hub_operations_running", "Operations under way.")
            running.add_metric((), admission.running)
            waiting = GaugeMetricFamily("hub_operations_waiting", "Operations in the queue.")
            waiting.add_metric((), len(admission.waiting))
            refused = CounterMetricFamily("hub_admission_refusals", "Operations not let in.")
            refused.add_metric((), admission.refused)
            taken = CounterMetricFamily(
                "hub_operation_ways", "Operations prepared, or why not.", labels=("way",)
            )
            for way, count in list(ways.items()):
                taken.add_metric((way,), count)
            yield from (running, waiting, refused, taken)

        self.metrics.reading(read)

    def statements(self, ledger: Ledger, slow_ms: int) -> None:
        """Observes each statement from now on."""
        ledger.observers += [
            self.metrics.statement,
            self.traces.statement,
            SlowStatements(slow_ms),
        ]

        def read() -> Iterator[Family]:
            running = GaugeMetricFamily("hub_statements_running", "Statements under way.")
            running.add_metric((), ledger.running)
            yield running

        self.metrics.reading(read)

    def breakers(self, breakers: Sequence[Breaker]) -> None:
        """Shows the breakers."""

        def read() -> Iterator[Family]:
            state = GaugeMetricFamily(
                "hub_breaker_open", "1 while nobody waits for it.", labels=("dependency",)
            )
            opened = CounterMetricFamily(
                "hub_breaker_openings", "How often it opened.", labels=("dependency",)
            )
            for breaker in breakers:
                state.add_metric((breaker.name,), int(breaker.open))
                opened.add_metric((breaker.name,), breaker.opened)
            yield from (state, opened)

        self.metrics.reading(read)

"""All that watches one gateway: metrics, traces, the log of slow statements."""

from collections.abc import Container, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from graphql import OperationDefinitionNode

from graph.breaker import Breaker
from graph.statements import Ledger
from hub.gateway.admission import Admission
from hub.gateway.answers import Answers
from hub.gateway.metrics import OTHER, Family, Metrics, counter, gauge
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
    # Documents whose operations are called by their names
    trusted: Container[str | None] = ()

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
            yield gauge("hub_operations_running", "Under way.", {(): admission.running})
            yield gauge("hub_operations_waiting", "In the queue.", {(): len(admission.waiting)})
            yield counter("hub_admission_refusals", "Not let in.", {(): admission.refused})
            taken = {(way,): count for way, count in ways.items()}
            yield counter("hub_operation_ways", "Prepared, or why not.", taken, "way")

        self.metrics.reading(read)

    def answers(self, answers: Answers) -> None:
        """Shows how many answers were at hand, made, or none to keep, and their bytes."""

        def read() -> Iterator[Family]:
            told = {
                ("hit",): answers.counts.hits,
                ("miss",): answers.counts.misses,
                ("passed",): answers.counts.passed,
            }
            yield counter("hub_answers", "Answers by what the cache did.", told, "cache")
            yield gauge("hub_answers_kept_bytes", "Of all answers kept.", {(): answers.size})

        self.metrics.reading(read)

    def statements(self, ledger: Ledger, slow_ms: int) -> None:
        """Observes each statement from now on."""
        ledger.observers += [
            self.metrics.statement,
            self.traces.statement,
            SlowStatements(slow_ms),
        ]

        def read() -> Iterator[Family]:
            yield gauge("hub_statements_running", "Under way.", {(): ledger.running})

        self.metrics.reading(read)

    def breakers(self, breakers: Sequence[Breaker]) -> None:
        """Shows the breakers."""

        def read() -> Iterator[Family]:
            state = {(b.name,): int(b.open) for b in breakers}
            opened = {(b.name,): b.opened for b in breakers}
            yield gauge("hub_breaker_open", "1: nobody waits for it.", state, "dependency")
            yield counter("hub_breaker_openings", "How often it opened.", opened, "dependency")

        self.metrics.reading(read)

"""Answers kept for everybody: one run of a query serves all who ask the same, until data changes.

An answer is kept with the generations (graph/generations.py) of every label that its statements
named, as they were before the first of them; it is given again only while these stand. So it can
never be older than what a finished write has told, whatever process wrote. Without the graph, or
while a load is under way, each query is run.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from time import monotonic

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationType,
    SelectionSetNode,
)

from graph import generations
from graph.driver import Graph
from graph.errors import HubError
from hub.gateway.operations import Answer, Operation
from resolvers.context import Context
from schema.prepared import Asked

SECONDS = 300.0  # that an answer is kept at most
BYTES = 64 * 2**20  # of all answers
LARGEST = 2**20  # bytes of one that is kept

# Roots whose answers follow from the graph alone; what is not here is run each time, as a match
# is: it depends on snapshot and model, too.
KEPT_ROOTS = frozenset(
    "_entities node nodes hub organisation buyers buyer suppliers supplier contracts contract "
    "payments categories frameworks procurements procurement products deals reviews".split()
)
Run = Callable[[], Awaitable[Answer]]
Tokens = Mapping[str, str]
Key = tuple[str, str | None, bytes]


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer with its data as JSON, and what it was made from."""

    answer: Answer
    size: int
    labels: frozenset[str]
    tokens: Tokens
    made: float

    def holds(self, now: Tokens) -> bool:
        """Has nothing changed that it was made from?"""
        return all(self.tokens.get(label) == now.get(label) for label in self.labels)


@dataclass(frozen=True, slots=True)
class Flight:
    """A run that others wait for; None: its answer is for whoever asked alone."""

    tokens: Tokens
    landing: asyncio.Future[Kept | None]


@dataclass(slots=True)
class Counts:
    """How often an answer was at hand, was made, and was not one to keep."""

    hits: int = 0
    misses: int = 0
    passed: int = 0


@dataclass(slots=True)
class Answers:
    """The answers that one process keeps. For one event loop."""

    counts: Counts = field(default_factory=Counts)
    kept: OrderedDict[Key, Kept] = field(default_factory=OrderedDict[Key, Kept])
    size: int = 0
    flights: dict[Key, Flight] = field(default_factory=dict[Key, Flight])
    tokens: Tokens | None = None
    read_at: float = float("-inf")
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def answer(self, sent: Operation, asked: Asked, context: Context, run: Run) -> Answer:
        """A kept answer, or what `run` gives."""
        now = await self._tokens(context.graph) if keepable(asked, context) else None
        if now is None:
            self.counts.passed += 1
            return await run()
        key = key_of(sent)
        found = self._held(key, now) or await self._landed(key, now)
        if found:
            self.counts.hits += 1
            return found.answer
        self.counts.misses += 1
        return await self._made(key, now, run)

    async def _tokens(self, graph: Graph) -> Tokens | None:
        """The generations, at most FRESH seconds old; None when nothing may be kept."""
        async with self.reading:
            if monotonic() - self.read_at > generations.FRESH:
                began = monotonic()
                try:
                    self.tokens = await generations.tokens(graph)
                except HubError:
                    return None
                self.read_at = began
        return self.tokens

    def _held(self, key: Key, now: Tokens) -> Kept | None:
        found = self.kept.get(key)
        if found is None:
            return None
        if not found.holds(now) or monotonic() - found.made > SECONDS:
            self._forget(key)
            return None
        self.kept.move_to_end(key)
        return found

    async def _landed(self, key: Key, now: Tokens) -> Kept | None:
        flight = self.flights.get(key)
        # A run that began under older generations may have read what has changed since
        if flight is None or flight.tokens != now:
            return None
        return await asyncio.shield(flight.landing)

    async def _made(self, key: Key, now: Tokens, run: Run) -> Answer:
        flight = Flight(now, asyncio.get_running_loop().create_future())
        self.flights[key] = flight
        kept: Kept | None = None
        try:
            with generations.noting() as labels:
                answer = await run()
            if answer.executed and not answer.errors:
                data = orjson.dumps(answer.data)
                answer = replace(answer, data=None, encoded=data)
                read = frozenset(labels) | {generations.EVERYTHING}
                kept = Kept(answer, len(data) + len(key[0]), read, now, monotonic())
                self._keep(key, kept)
        finally:
            flight.landing.set_result(kept)
            if self.flights.get(key) is flight:
                del self.flights[key]
        return answer

    def _keep(self, key: Key, kept: Kept) -> None:
        if kept.size > LARGEST:
            return
        self._forget(key)
        self.kept[key] = kept
        self.size += kept.size
        while self.size > BYTES:
            self._forget(next(iter(self.kept)))

    def _forget(self, key: Key) -> None:
        gone = self.kept.pop(key, None)
        if gone:
            self.size -= gone.size


def keepable(asked: Asked, context: Context) -> bool:
    """May the answer be given to others: a query of anybody, about the graph alone?"""
    return (
        asked.operation.operation == OperationType.QUERY
        and KEPT_ROOTS.issuperset(roots(asked.operation.selection_set, asked.document))
        and context.viewer == "anonymous"
    )


def roots(selected: SelectionSetNode, document: DocumentNode) -> Iterator[str]:
    """The names of the root fields that an operation selects; validation forbids cycles."""
    for selection in selected.selections:
        if isinstance(selection, FieldNode):
            yield selection.name.value
        elif isinstance(selection, FragmentSpreadNode):
            yield from roots(fragment(selection, document).selection_set, document)
        elif isinstance(selection, InlineFragmentNode):
            yield from roots(selection.selection_set, document)


def fragment(spread: FragmentSpreadNode, document: DocumentNode) -> FragmentDefinitionNode:
    """The fragment that is spread; validation has seen it."""
    return next(
        node
        for node in document.definitions
        if isinstance(node, FragmentDefinitionNode) and node.name.value == spread.name.value
    )


def key_of(sent: Operation) -> Key:
    """Text, operation and canonical variables; schema, policy and scope are those of the process.

    Media type and encoding are put on later, so one answer serves each of them.
    """
    variables = orjson.dumps(dict(sent.variables), option=orjson.OPT_SORT_KEYS)
    return sent.text or "", sent.name, variables

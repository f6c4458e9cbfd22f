"""One way to run an operation, whatever carried it here: HTTP, a WebSocket, a stream of events."""

import asyncio
import logging
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import Any

from graphql import (
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    execute,
    get_operation_ast,
)
from graphql.execution.values import VariableValues, get_variable_values
from strawberry.schema import Schema

from graph.errors import BadRequest, TimedOut
from hub.gateway import errors
from hub.gateway.admission import Admission
from hub.gateway.answers import Answers
from hub.gateway.documents import Checked, Documents, Refused
from hub.gateway.limits import Limits, exceeded
from hub.gateway.operations import Answer, Operation
from hub.gateway.persisted import Persisted
from hub.gateway.rates import Charge, RateLimited, Rates, free
from hub.gateway.settings import Settings
from hub.gateway.trusted import OWN, Trusted
from hub.gateway.watching import Watch
from schema.denials import folded
from schema.planned import Outcome
from schema.prepared import Asked, Completed, Prepared

__all__ = ["Answer", "Executor", "NotByGet", "Operation"]

log = logging.getLogger("hub.documents")

MOST_ERRORS = 50  # about the variables of one request
REFUSED = 10  # cost of an operation that is refused, so that nobody tries documents for nothing


@dataclass(frozen=True, slots=True)
class Bill:
    """What an operation costs with its variables, of how much, and the relations it follows."""

    cost: int
    most: int
    hops: int

    @property
    def told(self) -> dict[str, int]:
        """For a client that asks."""
        return {"value": self.cost, "maximum": self.most, "hops": self.hops}


class NotByGet(BadRequest):
    """A mutation or subscription came by GET."""


class Executor:
    """Runs operations over one schema. For one event loop."""

    def __init__(self, schema: Schema, settings: Settings, watch: Watch | None = None) -> None:
        self.core = schema._schema  # pyright: ignore[reportPrivateUsage]
        self.executor = schema.execution_context_class
        self.seconds = settings.limit_seconds
        self.hardened = settings.profile == "production"
        self.documents = Documents(self.core, Limits.of(settings), hardened=self.hardened)
        self.prepared = Prepared(self.core)
        self.persisted = Persisted(
            Trusted.read((OWN, *settings.trusted_documents)), only_trusted=settings.trusted_only
        )
        # What is dearer than a minute's worth could never be asked for
        self.most_cost = min(settings.limit_cost, settings.rate_cost or settings.limit_cost)
        self.rates: Rates | None = None  # the stores are opened later
        self.admission = Admission(settings.limit_running, settings.limit_wait_ms / 1000)
        self.watch = watch or Watch()
        self.watch.trusted = self.persisted.trusted.texts
        self.watch.running(self.admission, self.prepared.ways)
        self.answers = Answers() if settings.answer_cache else None
        if self.answers:
            self.watch.answers(self.answers)

    def warm(self) -> None:
        """Checks the trusted documents before anybody asks; one that is wrong is told in the log.

        It is a client's that is older or newer than the schema, so it must not stop the hub.
        """
        for hash, text in self.persisted.trusted.by_hash.items():
            try:
                self.documents.checked(text)
            except Refused as refused:
                fields = {"hash": hash, "error": refused.errors[0].message}
                log.warning("trusted document can't run", extra={"fields": fields})

    async def execute(self, sent: Operation, context: Any, charge: Charge = free) -> Answer:
        """The answer to an operation; `context` is what resolvers can reach, `charge` the payer.

        Raises HubError for what concerns the whole request: BadRequest, PersistedQueryNotFound,
        Forbidden, RateLimited, Overloaded, TimedOut.
        """
        began = perf_counter()
        known = replace(sent, text=await self.persisted.text(sent.text, sent.hash))
        try:
            checked = self.documents.checked(known.text or "")
            asked = self.among(checked, known)
            bill = self.bill(checked, asked, known.variables)
        except Refused as refused:
            found = [errors.coded(error) for error in refused.errors]
            self.watch.limited(found)
            await self.charged(charge, REFUSED)
            return Answer(None, found, executed=False)
        await self.charged(charge, bill.cost)
        self.watch.metrics.cost.observe(bill.cost)
        if sent.text and sent.hash:
            await self.persisted.keep(sent.text, sent.hash)
        with self.watch.operation(known.text, asked.operation) as ending:
            answer = await self.within(known, asked, context)
            ending.tell(answer.data, answer.errors)
        if sent.extensions.get("cost") is not True:
            return answer
        told = {"cost": bill.told, "tookMs": round((perf_counter() - began) * 1000, 3)}
        return replace(answer, extensions={**answer.extensions, **told})

    async def charged(self, charge: Charge, cost: int) -> None:
        """Takes the cost from whoever asks. Raises RateLimited."""
        try:
            await charge(cost)
        except RateLimited:
            self.watch.metrics.rated.inc()
            raise

    async def within(self, sent: Operation, asked: Asked, context: Any) -> Answer:
        """An answer within the deadline. Raises Overloaded, TimedOut."""
        try:
            async with asyncio.timeout(self.seconds):
                return await self.kept_or_run(sent, asked, context)
        except TimeoutError:
            raise TimedOut(f"The answer took longer than {self.seconds} s.") from None

    async def kept_or_run(self, sent: Operation, asked: Asked, context: Any) -> Answer:
        """An answer that is at hand and holds, or a new one."""
        run = partial(self.run, sent, asked, context)
        return await (self.answers.answer(sent, asked, context, run) if self.answers else run())

    def asked(self, sent: Operation) -> Asked:
        """Checks all that can be checked before anything runs. Raises Refused, BadRequest."""
        return self.among(self.documents.checked(sent.text or ""), sent)

    def among(self, checked: Checked, sent: Operation) -> Asked:
        """The operation of a checked document that is meant. Raises Refused, BadRequest."""
        operation = get_operation_ast(checked.document, sent.name)
        if operation is None:
            raise BadRequest("operationName must name one operation of the document.")
        if sent.reading and operation.operation != OperationType.QUERY:
            raise NotByGet("A mutation is sent by POST.")
        return Asked(checked.document, operation, self.coerced(operation, sent.variables))

    def bill(self, checked: Checked, asked: Asked, variables: Mapping[str, Any]) -> Bill:
        """What it costs. Raises Refused when that is over the limit."""
        name = asked.operation.name
        priced = checked.prices[name.value if name else None]
        bill = Bill(priced.cost(variables), self.most_cost, priced.hops)
        if bill.cost > bill.most:
            raise Refused([errors.as_graphql(exceeded("cost", bill.cost, bill.most))])
        return bill

    def coerced(
        self, operation: OperationDefinitionNode, given: Mapping[str, Any]
    ) -> VariableValues:
        """The variables as their types have them, defaults filled in. Raises Refused."""
        definitions = operation.variable_definitions or ()
        found = get_variable_values(
            self.core, definitions, dict(given), MOST_ERRORS, hide_suggestions=self.hardened
        )
        if isinstance(found, VariableValues):
            return found
        raise Refused(found)

    async def run(self, sent: Operation, asked: Asked, context: Any) -> Answer:
        """Runs what was checked when there is room: prepared if it can be, else by graphql-core.

        Raises Overloaded.
        """
        async with self.admission.admitted():
            done = await self.prepared.run(asked, context)
            if isinstance(done, Completed):
                return answer(done.data, done.errors)
            return await self.run_by_core(sent, asked, context, done.outcomes)

    async def run_by_core(
        self, sent: Operation, asked: Asked, context: Any, outcomes: Mapping[str, Outcome]
    ) -> Answer:
        """Runs what was checked field by field; what was read already is not read again."""
        ran = execute(
            self.core,
            asked.document,
            root_value=outcomes,
            context_value=context,
            variable_values=dict(sent.variables),
            operation_name=sent.name,
            executor_class=self.executor,
            hide_suggestions=self.hardened,
            operation_extensions=dict(sent.extensions),
        )
        result = await ran if isinstance(ran, Awaitable) else ran
        return answer(result.data, folded(result.errors or ()))


def answer(data: dict[str, Any] | None, found: Sequence[GraphQLError]) -> Answer:
    """The answer of something that ran."""
    return Answer(data, [errors.coded(error) for error in found])

"""One way to run an operation, whatever carried it here: HTTP, a WebSocket, a stream of events."""

import asyncio
import logging
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
from hub.gateway.documents import Documents, Refused
from hub.gateway.limits import Limits
from hub.gateway.persisted import Persisted
from hub.gateway.settings import Settings
from hub.gateway.trusted import OWN, Trusted
from schema.denials import folded
from schema.planned import Outcome
from schema.prepared import Asked, Completed, Prepared

log = logging.getLogger("hub.documents")

MOST_ERRORS = 50  # about the variables of one request


@dataclass(frozen=True, slots=True)
class Operation:
    """What a client sends. `reading`: only a query may run, since it came by GET.

    `hash`: the SHA-256 of its document, which may be all that is sent of it.
    """

    text: str | None
    hash: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict[str, Any])
    name: str | None = None
    extensions: Mapping[str, Any] = field(default_factory=dict[str, Any])
    reading: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out: errors are coded. Not `executed`: refused before anything ran, no data."""

    data: dict[str, Any] | None
    errors: Sequence[dict[str, Any]] = ()
    executed: bool = True
    extensions: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def payload(self) -> dict[str, Any]:
        """The response map of the specification."""
        body: dict[str, Any] = {"data": self.data} if self.executed else {}
        if self.errors:
            body["errors"] = self.errors
        if self.extensions:
            body["extensions"] = self.extensions
        return body

    @property
    def unavailable(self) -> bool:
        """Is there nothing in it because something that the hub depends on is away?"""
        codes = {error["extensions"]["code"] for error in self.errors}
        empty = all(value is None for value in (self.data or {}).values())
        return empty and codes == {"UNAVAILABLE"}


class NotByGet(BadRequest):
    """A mutation or subscription came by GET."""


class Executor:
    """Runs operations over one schema. For one event loop."""

    def __init__(self, schema: Schema, settings: Settings) -> None:
        self.core = schema._schema  # pyright: ignore[reportPrivateUsage]
        self.executor = schema.execution_context_class
        self.seconds = settings.limit_seconds
        self.hardened = settings.profile == "production"
        self.documents = Documents(self.core, Limits.of(settings), hardened=self.hardened)
        self.prepared = Prepared(self.core)
        self.persisted = Persisted(
            Trusted.read((OWN, *settings.trusted_documents)), only_trusted=settings.trusted_only
        )

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

    async def execute(self, sent: Operation, context: Any) -> Answer:
        """The answer to an operation; `context` is what resolvers can reach.

        Raises HubError for what concerns the whole request: BadRequest, PersistedQueryNotFound,
        Forbidden, TimedOut.
        """
        text = await self.persisted.text(sent.text, sent.hash)
        try:
            asked = self.asked(replace(sent, text=text))
        except Refused as refused:
            return Answer(None, [errors.coded(error) for error in refused.errors], executed=False)
        if sent.text and sent.hash:
            await self.persisted.keep(sent.text, sent.hash)
        try:
            async with asyncio.timeout(self.seconds):
                return await self.run(sent, asked, context)
        except TimeoutError:
            raise TimedOut(f"The answer took longer than {self.seconds} s.") from None

    def asked(self, sent: Operation) -> Asked:
        """Checks all that can be checked before anything runs. Raises Refused, BadRequest."""
        document = self.documents.checked(sent.text or "")
        operation = get_operation_ast(document, sent.name)
        if operation is None:
            raise BadRequest("operationName must name one operation of the document.")
        if sent.reading and operation.operation != OperationType.QUERY:
            raise NotByGet("A mutation is sent by POST.")
        return Asked(document, operation, self.coerced(operation, sent.variables))

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
        """Runs what was checked: prepared if it can be, else by graphql-core."""
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

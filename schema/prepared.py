"""Prepared operations: a query whose roots are planned never enters graphql-core's executor.

What it comes to is kept for each kind of request. Where something is not as it should be,
`Aside` says why, and graphql-core answers instead: with the same rows if they were read.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)
from graphql.execution.values import VariableValues

from auth.policies import ViewerClass
from graph.errors import HubError
from resolvers.context import Context
from schema.complete import Values
from schema.denials import settled
from schema.kinds import kind_of
from schema.planned import Called, Outcome, Planned, find_of, seed_of
from schema.recent import Recent
from schema.selection import Walk, is_name

log = logging.getLogger("hub.prepared")

KEPT = 512  # prepared operations


@dataclass(frozen=True, slots=True)
class Asked:
    """A checked document, which of its operations, and the coerced variables."""

    document: DocumentNode
    operation: OperationDefinitionNode
    variables: VariableValues


@dataclass(frozen=True, slots=True)
class Completed:
    """The whole answer; graphql-core would make the same of the outcomes."""

    data: dict[str, Any]
    errors: list[GraphQLError]
    outcomes: Mapping[str, Outcome]


@dataclass(frozen=True, slots=True)
class Aside:
    """graphql-core answers. The reason is a root that is not planned, or one of these.

    `mutation`, `introspection`; `refused`: an argument or field that can't be answered; `fault`:
    a statement failed; `surprise`: a value that its type does not promise. `outcomes`: what was
    read, by response name.
    """

    reason: str
    outcomes: Mapping[str, Outcome] = field(default_factory=dict[str, Outcome])


@dataclass(frozen=True, slots=True)
class Ready:
    """An operation made ready: by response name its roots; None is `__typename`."""

    roots: Mapping[str, Planned | Called | None]
    denies: bool

    @property
    def fields(self) -> dict[str, Planned | Called]:
        """The roots that are read."""
        return {key: root for key, root in self.roots.items() if root is not None}


class Prepared:
    """The prepared operations of one schema. For one event loop."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self.schema = schema
        self.kept: Recent[Hashable, tuple[OperationDefinitionNode, Ready | Aside]] = Recent(KEPT)
        self.ways: Counter[str] = Counter()  # how many were `prepared`, or stood aside and why

    async def run(self, asked: Asked, ctx: Context) -> Completed | Aside:
        """Reads and completes all roots, one statement each, or says why not."""
        done = await self.answer(asked, ctx)
        self.ways[done.reason if isinstance(done, Aside) else "prepared"] += 1
        return done

    async def answer(self, asked: Asked, ctx: Context) -> Completed | Aside:
        """The same, not counted."""
        try:
            ready = self.ready(asked, ctx.viewer)
            if isinstance(ready, Aside):
                return ready
            values = {
                key: root.values(asked.variables, ctx.most_nodes)
                for key, root in ready.fields.items()
            }
        except (HubError, GraphQLError):
            return Aside("refused")
        return complete(ready, await read_all(ready.fields, asked, ctx, values), values)

    def ready(self, asked: Asked, viewer: ViewerClass) -> Ready | Aside:
        """The operation made ready, once for its kind. Raises HubError, GraphQLError."""
        # By identity, since a node's own hash is that of its content; the entry keeps it alive.
        key = (id(asked.operation), viewer, kind_of(asked.variables))
        found = self.kept.get(key)
        if found is None:
            found = asked.operation, self.prepare(asked, viewer)
            self.kept.put(key, found)
        return found[1]

    def prepare(self, asked: Asked, viewer: ViewerClass) -> Ready | Aside:
        """Plans every root."""
        if asked.operation.operation != OperationType.QUERY:
            return Aside("mutation")
        new = partial(
            Walk, self.schema, fragments(asked.document), asked.operation, asked.variables, viewer
        )
        walks: list[Walk] = []
        roots: dict[str, Planned | Called | None] = {}
        for key, nodes in new().roots().items():
            if is_name(nodes):
                roots[key] = None
                continue
            walks.append(new())
            root = self.root(walks[-1], nodes)
            if isinstance(root, Aside):
                return root
            roots[key] = root
        return Ready(roots, any(walk.denied for walk in walks))

    def root(self, walk: Walk, nodes: list[FieldNode]) -> Planned | Called | Aside:
        """A root made ready, or why not. Raises HubError, GraphQLError."""
        name = nodes[0].name.value
        if name.startswith("__"):
            return Aside("introspection")
        definition = walk.definition("Query", nodes[0])
        if seed := seed_of(definition):
            return Planned.of(walk, nodes, seed)
        if find := find_of(definition):
            return Called.of(walk, nodes, find)
        return Aside(name)


def fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """The fragments of a document by name."""
    found = (node for node in document.definitions if isinstance(node, FragmentDefinitionNode))
    return {node.name.value: node for node in found}


async def read_all(
    roots: Mapping[str, Planned | Called], asked: Asked, ctx: Context, values: Mapping[str, Values]
) -> dict[str, list[Any] | HubError]:
    """The answers of all roots, read side by side, or what kept each from being read."""

    async def one(key: str, root: Planned | Called) -> list[Any] | HubError:
        try:
            return await root.read(ctx, asked.variables, values[key])
        except HubError as error:
            return error

    if len(roots) == 1:
        return {key: await one(key, root) for key, root in roots.items()}
    found = await asyncio.gather(*(one(key, root) for key, root in roots.items()))
    return dict(zip(roots, found, strict=True))


def complete(
    ready: Ready, answers: Mapping[str, list[Any] | HubError], values: Mapping[str, Values]
) -> Completed | Aside:
    """The response's data, if nothing is amiss."""
    outcomes = {
        key: partial(outcome, root, answers[key], values[key]) for key, root in ready.fields.items()
    }
    rows = {key: found for key, found in answers.items() if not isinstance(found, HubError)}
    if len(rows) < len(answers):
        return Aside("fault", outcomes)
    try:
        data = {
            key: "Query" if root is None else root.data(rows[key], values[key])
            for key, root in ready.roots.items()
        }
    except HubError:
        return Aside("refused", outcomes)
    except Exception as surprise:
        log.warning("a row is not what its type promises: %r", surprise)
        return Aside("surprise", outcomes)
    return Completed(data, settled(data) if ready.denies else [], outcomes)


def outcome(root: Planned | Called, answers: list[Any] | HubError, values: Values) -> Any:
    """The records of a root that was read, or what kept it from being read."""
    if isinstance(answers, HubError):
        raise answers
    return root.records(answers, values)

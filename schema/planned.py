"""Roots made ready once for each kind of request: planned, with one statement each, or called.

A planned root's seed says where its nodes come from: a page of a noun, or keys. The rest is shared.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

import strawberry
from graphql import FieldNode, GraphQLField
from graphql.execution.values import VariableValues
from strawberry.types.field import StrawberryField

from auth.policies import ViewerClass, may_call, scope
from graph.clock import end_of
from graph.driver import Statement
from graph.errors import Forbidden, HubError
from graph.read import reading, run
from graph.registry import SHAPES
from graph.selection import Root
from resolvers.context import Context
from schema.complete import Body, Complete, Row, Shown, Values, completion
from schema.record import Builder, Layout, Record
from schema.selection import Walk
from schema.slots import Arguments

Outcome = Callable[[], Any]  # a root's record, or raises the HubError that kept it from being read
Info = strawberry.Info[Context, Mapping[str, Outcome] | None]
Make = Callable[[Row, Values], Any]  # a row's record or the response's own data
Find = Callable[[Context], Awaitable[Any]]  # finds the value of a root that is not planned
SEED = "seed"
FIND = "find"


@dataclass(frozen=True, slots=True)
class Sown:
    """What a seed makes of a selected root field.

    `assemble` makes the field's value of the answers, with a function per root for its rows.
    """

    roots: tuple[Root, ...]
    layouts: tuple[Layout, ...]
    assemble: Callable[[Sequence[Make], Sequence[Any], Values], Any]


Seed = Callable[[Walk, list[FieldNode]], Sown]


@dataclass(slots=True)
class Planned:
    """A root field made ready: its statement, the values it takes, what becomes of its rows."""

    sown: Sown
    statement: Statement | None  # None: there is nothing to read
    arguments: Arguments
    then: bool  # is `asOf` given?
    walk: Walk
    completions: tuple[Complete, ...] = field(default=())

    @classmethod
    def of(cls, walk: Walk, nodes: list[FieldNode], seed: Seed) -> "Planned":
        """From a selected root field. Raises HubError."""
        name = nodes[0].name.value
        permit(walk.viewer, name)
        sown = seed(walk, nodes)
        arguments = walk.arguments("Query", nodes[0])
        then = arguments.of(walk.variables).get("asOf") is not None
        tense = "then" if then else "now"
        seen = scope(walk.viewer)
        statement = reading(name, sown.roots, seen, tense) if sown.roots else None
        return cls(sown, statement, arguments, then, walk)

    def values(self, variables: VariableValues, most: int) -> Values:
        """The values of a request's slots. Raises BadInput, LimitExceeded."""
        return self.walk.slots.fill(variables, most)

    async def read(self, ctx: Context, variables: VariableValues, values: Values) -> list[Any]:
        """The answers, one per root. Raises HubError."""
        if self.statement is None:
            return []
        as_of = moment(self.arguments.of(variables)["asOf"]) if self.then else None
        return await run(ctx.graph, self.statement, as_of, self.walk.slots.sent(values))

    def data(self, answers: Sequence[Any], values: Values) -> Any:
        """The response's own data. Raises whatever a surprise comes to, and an error in a list."""
        if not self.completions:
            self.completions = tuple(completion(layout) for layout in self.sown.layouts)
        made = self.sown.assemble(self.completions, answers, values)
        if isinstance(made, list):
            for one in cast(list[Any], made):
                if isinstance(one, HubError):
                    raise one
        return made

    def records(self, answers: Sequence[Any], values: Values) -> Any:
        """The same as records, for graphql-core. Raises Conflict."""
        makers = [layout.record for layout in self.sown.layouts]
        return self.sown.assemble(makers, answers, values)


@dataclass(slots=True)
class Called:
    """A root field whose value a plain function finds; it is shown by its attributes."""

    find: Find
    shown: Shown
    walk: Walk
    complete: Complete | None = None

    @classmethod
    def of(cls, walk: Walk, nodes: list[FieldNode], find: Find) -> "Called":
        """From a selected root field. Raises Forbidden."""
        permit(walk.viewer, nodes[0].name.value)
        return cls(find, walk.shown(walk.definition("Query", nodes[0]), nodes), walk)

    def values(self, variables: VariableValues, most: int) -> Values:
        """It has no slots."""
        return []

    async def read(self, ctx: Context, variables: VariableValues, values: Values) -> list[Any]:
        """The value. Raises HubError."""
        return [await self.find(ctx)]

    def data(self, answers: Sequence[Any], values: Values) -> Any:
        """The response's own data. Raises whatever a surprise comes to."""
        if self.complete is None:
            self.complete = completion(self)
        return self.complete(list(answers), values)

    def write(self, body: Body, row: str) -> str:
        """The value, which is all of its row."""
        return body.value(body.made(f"{row}[0]"), self.shown, "Query")

    def records(self, answers: Sequence[Any], values: Values) -> Any:
        """The value, for graphql-core."""
        return answers[0]


def permit(viewer: ViewerClass, root: str) -> None:
    """Raises Forbidden when the policy of a root field denies the caller, or none is stated."""
    if not may_call(viewer, root):
        raise Forbidden(f"{root} is not open to {viewer} callers.")


def moment(as_of: date | None) -> str | None:
    """`asOf` as the last visible instant: the end of that day in London."""
    return None if as_of is None else end_of(as_of)


def seeded(resolver: Callable[..., Any], seed: Seed, description: str) -> StrawberryField:
    """A planned root field; the resolver states its arguments and awaits `answered`."""
    return strawberry.field(resolver=resolver, description=description, metadata={SEED: seed})


def declared(definition: GraphQLField, what: str) -> Any:
    """What a root field declares under that name; None when it does not."""
    field = cast(StrawberryField | None, definition.extensions.get("strawberry-definition"))
    return None if field is None else field.metadata.get(what)


def seed_of(definition: GraphQLField) -> Seed | None:
    """The seed of a root field; None for one that is not planned."""
    return declared(definition, SEED)


def find_of(definition: GraphQLField) -> Find | None:
    """The function that finds a root's value; None where there is no such function."""
    return declared(definition, FIND)


async def answered(info: Info) -> Any:
    """A root's value for graphql-core, read already or to be read now."""
    raw = info._raw_info  # pyright: ignore[reportPrivateUsage]
    known = (info.root_value or {}).get(str(raw.path.key))
    if known is not None:
        return known()
    walker, ctx = walk(info), info.context
    definition = raw.parent_type.fields[raw.field_name]
    if find := find_of(definition):
        return await find(ctx)
    seed = seed_of(definition)
    assert seed is not None
    planned = Planned.of(walker, raw.field_nodes, seed)
    values = planned.values(walker.variables, ctx.most_nodes)
    answers = await planned.read(ctx, walker.variables, values)
    return planned.records(answers, values)


def walk(info: Info) -> Walk:
    """A walk over what a root field selects. Raises Forbidden (see `permit`)."""
    permit(info.context.viewer, info.field_name)
    raw = info._raw_info  # pyright: ignore[reportPrivateUsage]
    variables = VariableValues({}, cast(dict[str, Any], raw.variable_values))
    viewer = info.context.viewer
    return Walk(raw.schema, raw.fragments, raw.operation, variables, viewer)


def root_nodes(info: Info) -> list[FieldNode]:
    """The field nodes of the root."""
    return info._raw_info.field_nodes  # pyright: ignore[reportPrivateUsage]


@dataclass(frozen=True, slots=True)
class Found:
    """A root by keys with the layout of its nodes: `[[key, row], …]` in no order."""

    root: Root
    layout: Layout

    @classmethod
    def of(cls, walker: Walk, type: str, nodes: Sequence[FieldNode], by: str, slot: int) -> "Found":
        """What is wanted of the nodes of a type behind the keys in a slot."""
        builder = Builder(SHAPES[type])
        with walker.slots.times(slot):
            layout = walker.layout(type, nodes, builder)
        return cls(Root(builder.frozen(), by=by, slot=slot), layout)

    def records(self, rows: list[list[Any]], values: Values) -> list[tuple[str, Record]]:
        """Key and record of each row."""
        return [(key, self.layout.record(row, values)) for key, row in rows]

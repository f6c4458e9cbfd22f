"""From a field's selection to a `Selection`: names and slots go down, readers stay here.

Fields are collected by graphql-core itself, so merging, fragments, `@skip` and `@include` are
exactly its own. No GraphQL type leaves `schema/`.
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    get_named_type,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_subfields
from graphql.execution.values import VariableValues, get_argument_values

from auth.policies import ViewerClass, gate
from graph.errors import Forbidden, LimitExceeded
from graph.registry import SHAPES
from graph.selection import HopSelection, Page
from graph.shape import Shape
from schema.declare import PAGE, READS, Reads
from schema.filtering import Reading
from schema.pages import ConnectionLayout
from schema.paging import page_size, read_cursor
from schema.record import Builder, Layout, Reader, Row
from schema.scalars import Money

Grouped = dict[str, list[FieldNode]]


@dataclass(slots=True)
class Walk:
    """Walks what one request selects; gathers the values of its slots on the way."""

    info: GraphQLResolveInfo[Any]
    viewer: ViewerClass
    most: int
    values: list[Any] = field(default_factory=list[Any])
    nodes: int = 0
    weight: int = 1  # how many nodes stand where the walk is, at most

    @property
    def schema(self) -> GraphQLSchema:
        """The schema that is walked."""
        return self.info.schema

    @property
    def variables(self) -> VariableValues:
        """The operation's variables, defaults filled in."""
        return VariableValues({}, cast(dict[str, Any], self.info.variable_values))

    def slot(self, value: Any) -> int:
        """A new slot for a value."""
        self.values.append(value)
        return len(self.values) - 1

    def counted(self, each: int) -> None:
        """So many more nodes at each node where the walk is. Raises LimitExceeded."""
        self.nodes += self.weight * each
        if self.nodes > self.most:
            raise LimitExceeded(
                f"This asks for {self.nodes:,} nodes or more, and {self.most:,} is the most. "
                "Ask for smaller pages (first), or less deep.",
                limit="nodes",
                value=self.nodes,
                maximum=self.most,
            )

    @contextmanager
    def times(self, each: int) -> Generator[None]:
        """Walks what hangs on so many nodes at each node where the walk is."""
        self.counted(each)
        before, self.weight = self.weight, self.weight * each
        yield
        self.weight = before

    def fields(self, type: str, nodes: Sequence[FieldNode]) -> Grouped:
        """The fields that are selected of a type, by response name, in response order."""
        collected = collect_subfields(
            self.schema,
            {name: FragmentDetails(f) for name, f in self.info.fragments.items()},
            self.variables,
            self.info.operation,
            self.object_type(type),
            [FieldDetails(node, None) for node in nodes],
        )
        return {
            key: [detail.node for detail in details]
            for key, details in collected.grouped_field_set.items()
            if not details[0].node.name.value.startswith("__")
        }

    def object_type(self, name: str) -> GraphQLObjectType:
        """The object type of that name."""
        return cast(GraphQLObjectType, self.schema.type_map[name])

    def definition(self, type: str, node: FieldNode) -> GraphQLField:
        """The definition of a selected field."""
        return self.object_type(type).fields[node.name.value]

    def arguments(self, type: str, node: FieldNode) -> dict[str, Any]:
        """The arguments of a selected field, defaults filled in."""
        return get_argument_values(self.definition(type, node), node, self.variables)

    def layout(self, type: str, nodes: Sequence[FieldNode], builder: Builder) -> Layout:
        """How to read records of a type; what they need is added to the builder."""
        layout = Layout(type)
        for key, same in self.fields(type, nodes).items():
            layout.readers[key] = self.reader(type, same, builder)
        return layout

    def reader(self, type: str, nodes: list[FieldNode], builder: Builder) -> Reader:
        """The reader of one selected field. Raises Forbidden when the gate denies it."""
        name = nodes[0].name.value
        if not gate(self.viewer, type, name):
            raise Forbidden(f"{type}.{name} is not open to {self.viewer} readers.")
        reads = reads_of(self.definition(type, nodes[0]))
        if reads.kind == "column":
            return column_reader(builder.column(reads.names[0] if reads.names else name), reads)
        if reads.kind == "money":
            amount, currency = (builder.column(n) for n in reads.names)
            return lambda row: Money.of(row[amount], row[currency])
        if reads.kind == "sums":
            return sums_reader(builder, builder.total(name))
        target = SHAPES[builder.shape.hop(name).to]
        return (self.one if reads.kind == "one" else self.many)(type, name, nodes, builder, target)

    def one(
        self, type: str, name: str, nodes: list[FieldNode], builder: Builder, target: Shape
    ) -> Reader:
        """A to-one hop: a record or null."""
        behind = Builder(target)
        with self.times(1):
            layout = self.layout(target.name, nodes, behind)
        at = builder.hop(HopSelection(name, behind.frozen()))

        def read(row: Row) -> Any:
            rows = hops_of(row, builder)[at]
            return layout.record(rows[0]) if rows else None

        return read

    def many(
        self, type: str, name: str, nodes: list[FieldNode], builder: Builder, target: Shape
    ) -> Reader:
        """A to-many hop: a connection."""
        order = builder.shape.hop(name).order
        connection = self.connection(type, nodes, target, order)
        hop = HopSelection(name, connection.builder.frozen(), connection.page)
        at = builder.hop(hop)
        return lambda row: connection.record(hops_of(row, builder)[at])

    def connection(
        self, type: str, nodes: list[FieldNode], target: Shape, order: str
    ) -> ConnectionLayout:
        """A selected connection: its page, what its nodes need, and how to read it."""
        given = self.arguments(type, nodes[0])
        order = order_name(given.get("orderBy", given.get("order_by")), order)
        size, backward = page_size(given.get("first"), given.get("last"), PAGE)
        where = Reading(self.viewer, self.slot).where(target, given.get("where"))
        page = Page(
            order,
            # one row more than is asked for tells whether there is another page
            self.slot(size + 1),
            self.cursor_slots("after", order, given.get("after")),
            before=self.cursor_slots("before", order, given.get("before")),
            backward=backward,
            where=where,
        )
        kind = get_named_type(self.definition(type, nodes[0]).type).name
        layout = ConnectionLayout(kind, Builder(target), page, size)
        fields = self.fields(kind, nodes)
        counts_only = all(same[0].name.value == "totalCount" for same in fields.values())
        with self.times(1 if counts_only else size):
            for key, same in fields.items():
                self.connection_field(layout, key, same)
        return layout

    def cursor_slots(self, name: str, order: str, cursor: Any) -> tuple[int, int] | None:
        """The slots of a cursor's key and id. Raises BadInput for one that is not this list's."""
        if cursor is None:
            return None
        key, id = read_cursor(name, order, str(cursor))
        return self.slot(key), self.slot(id)

    def connection_field(self, layout: ConnectionLayout, key: str, nodes: list[FieldNode]) -> None:
        """Adds one selected field of a connection to its layout."""
        name, shape = nodes[0].name.value, layout.builder.shape
        if name == "totalCount":
            layout.counts(key)
        elif name == "nodes":
            layout.nodes(key, self.layout(shape.name, nodes, layout.builder))
        elif name == "pageInfo":
            layout.page_info(key)
        else:
            kind = get_named_type(self.definition(layout.type, nodes[0]).type).name
            edge = Layout(kind)
            for inner, same in self.fields(kind, nodes).items():
                edge.readers[inner] = self.edge_reader(layout, same)
            layout.edges(key, edge)

    def edge_reader(self, layout: ConnectionLayout, nodes: list[FieldNode]) -> Reader:
        """The reader of an edge's field from `[key, id, row]`."""
        if nodes[0].name.value == "cursor":
            return layout.cursor
        inner = self.layout(layout.builder.shape.name, nodes, layout.builder)
        return lambda keyed: inner.record(keyed[2])


def reads_of(definition: GraphQLField) -> Reads:
    """What a field reads, as its type declared it (schema/declare.py)."""
    return definition.extensions["strawberry-definition"].metadata[READS]


def hops_of(row: Row, builder: Builder) -> Row:
    """The part of a row that holds its hops."""
    return row[len(builder.columns) + len(builder.totals) :]


def column_reader(at: int, reads: Reads) -> Reader:
    """Reads a column, converted unless it is null."""
    convert = reads.convert
    if convert is None:
        return lambda row: row[at]
    return lambda row: None if row[at] is None else convert(row[at])


def sums_reader(builder: Builder, at: int) -> Reader:
    """Reads a total as amounts of money."""
    return lambda row: [
        Money.of(units, currency) for currency, units in row[len(builder.columns) + at]
    ]


def order_name(given: Any, usual: str) -> str:
    """The name of an order from an enum's member or value; the usual one when none is given."""
    if given is None:
        return usual
    return str(getattr(given, "value", given))

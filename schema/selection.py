"""From a field's selection to a `Selection`: names and slots go down, layouts stay here.

Fields are collected by graphql-core itself, so merging, fragments, `@skip` and `@include` are
exactly its own. No GraphQL type leaves `schema/`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
)
from graphql.execution.collect_fields import (
    FieldDetails,
    FragmentDetails,
    collect_fields,
    collect_subfields,
)
from graphql.execution.values import VariableValues

from auth.policies import ViewerClass, gate
from graph.errors import Internal
from graph.registry import SHAPES
from graph.selection import HopSelection, Page
from graph.shape import Shape
from schema.complete import Shown, Values
from schema.declare import PAGE, READS, Reads
from schema.filtering import Reading
from schema.pages import (
    Aggregated,
    Computed,
    ConnectionLayout,
    Count,
    Cursor,
    Edges,
    Info,
    Many,
    Node,
    Nodes,
)
from schema.paging import page_size, read_cursor
from schema.record import (
    Amount,
    Builder,
    Column,
    Denied,
    Field,
    Layout,
    Name,
    One,
    Sums,
)
from schema.slots import Arguments, Given, Slots

Grouped = dict[str, list[FieldNode]]
# Of a connection: no row is needed for them.
OF_ALL = frozenset({"totalCount", "aggregate", "__typename"})


@dataclass(slots=True)
class Walk:
    """Walks what one kind of request selects; its slots hold the values met on the way."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    operation: OperationDefinitionNode
    variables: VariableValues
    viewer: ViewerClass
    slots: Slots = field(default_factory=Slots)
    denied: list[Denied] = field(default_factory=list[Denied])

    def roots(self) -> Grouped:
        """The root fields by response name, in response order."""
        query = cast(GraphQLObjectType, self.schema.query_type)
        found = collect_fields(
            self.schema, self.details(), self.variables, query, self.operation
        ).grouped_field_set
        return {key: [detail.node for detail in details] for key, details in found.items()}

    def details(self) -> dict[str, FragmentDetails]:
        """The fragments as graphql-core collects them."""
        return {name: FragmentDetails(node) for name, node in self.fragments.items()}

    def selected(self, type: str, nodes: Sequence[FieldNode]) -> Grouped:
        """What is selected of a type, by response name, in response order."""
        collected = collect_subfields(
            self.schema,
            self.details(),
            self.variables,
            self.operation,
            self.object_type(type),
            [FieldDetails(node, None) for node in nodes],
        )
        found = collected.grouped_field_set
        return {key: [detail.node for detail in details] for key, details in found.items()}

    def fields(self, type: str, nodes: Sequence[FieldNode]) -> Grouped:
        """The same without `__typename`."""
        found = self.selected(type, nodes)
        return {key: same for key, same in found.items() if not is_name(same)}

    def object_type(self, name: str) -> GraphQLObjectType:
        """The object type of that name."""
        return cast(GraphQLObjectType, self.schema.type_map[name])

    def definition(self, type: str, node: FieldNode) -> GraphQLField:
        """The definition of a selected field."""
        return self.object_type(type).fields[node.name.value]

    def arguments(self, type: str, node: FieldNode) -> Arguments:
        """The arguments of a selected field."""
        return Arguments(self.definition(type, node), node)

    def given(self, type: str, node: FieldNode) -> Given:
        """The same as the request that is walked gives them."""
        return self.arguments(type, node).of(self.variables)

    def layout(self, type: str, nodes: Sequence[FieldNode], builder: Builder) -> Layout:
        """What is selected of a type; what it needs is added to the builder."""
        layout = Layout(type, builder)
        for key, same in self.selected(type, nodes).items():
            layout.fields[key] = Name(type) if is_name(same) else self.field(type, same, builder)
        return layout

    def field(self, type: str, nodes: list[FieldNode], builder: Builder) -> Field:
        """One selected field of a noun."""
        name = nodes[0].name.value
        if not gate(self.viewer, type, name):
            text = f"{type}.{name} is not open to {self.viewer} readers."
            self.denied.append(Denied(text, tuple(nodes)))
            return self.denied[-1]
        definition = self.definition(type, nodes[0])
        reads = reads_of(definition)
        if reads.kind in ("one", "many"):
            target = SHAPES[builder.shape.hop(name).to]
            return (self.one if reads.kind == "one" else self.many)(type, nodes, builder, target)
        shown = self.shown(definition, nodes)
        if reads.kind == "column":
            at = builder.column(reads.names[0] if reads.names else name)
            return Column(at, reads.convert, shown)
        if reads.kind == "money":
            units, currency = (builder.column(name) for name in reads.names)
            return Amount(units, currency, shown)
        return Sums(builder.total(name), builder, shown)

    def shown(self, definition: GraphQLField, nodes: list[FieldNode]) -> Shown:
        """What is shown of a value that has no hops: a leaf, or an object's attributes."""
        kind = get_named_type(definition.type)
        parts: dict[str, tuple[str, Shown]] = {}
        if isinstance(kind, GraphQLObjectType):
            for key, same in self.selected(kind.name, nodes).items():
                if is_name(same):
                    parts[key] = ("", Shown(kind))
                    continue
                inner = self.definition(kind.name, same[0])
                attribute = inner.extensions["strawberry-definition"].python_name
                parts[key] = (attribute, self.shown(inner, same))
        return Shown(definition.type, parts)

    def one(self, type: str, nodes: list[FieldNode], builder: Builder, target: Shape) -> Field:
        """A to-one hop."""
        behind = Builder(target)
        with self.slots.times(None):
            layout = self.layout(target.name, nodes, behind)
        at = builder.hop(HopSelection(nodes[0].name.value, behind.frozen()))
        return One(at, builder, layout)

    def many(self, type: str, nodes: list[FieldNode], builder: Builder, target: Shape) -> Field:
        """A to-many hop."""
        name = nodes[0].name.value
        connection = self.connection(type, nodes, target, builder.shape.hop(name).order)
        hop = HopSelection(name, connection.builder.frozen(), connection.page)
        return Many(builder.hop(hop), builder, connection)

    def connection(
        self, type: str, nodes: list[FieldNode], target: Shape, order: str
    ) -> ConnectionLayout:
        """A selected connection: its page, and what is selected of it."""
        kind = get_named_type(self.definition(type, nodes[0]).type).name
        page = self.page(self.arguments(type, nodes[0]), target, order)
        layout = ConnectionLayout(kind, Builder(target), asked=page)
        selected = self.selected(kind, nodes)
        counts_only = all(same[0].name.value in OF_ALL for same in selected.values())
        with self.slots.times(None if counts_only else page.size):
            for key, same in selected.items():
                layout.fields[key] = self.connection_field(layout, same)
        return layout

    def page(self, arguments: Arguments, target: Shape, order: str) -> Page:
        """The page that is asked for; each request puts its own values into the slots."""
        start = self.slots.next
        asked, _ = asked_page(self.viewer, target, order, start, arguments.of(self.variables))

        def read(given: Given) -> Values:
            page, values = asked_page(self.viewer, target, order, start, given)
            if page != asked:
                raise Internal("Two requests of one kind ask for different pages.")
            return values

        self.slots.read(arguments, self.variables, read)
        return asked

    def connection_field(self, layout: ConnectionLayout, nodes: list[FieldNode]) -> Field:
        """One selected field of a connection."""
        name = nodes[0].name.value
        if name == "__typename":
            return Name(layout.type)
        if name == "totalCount":
            layout.wants_total = True
            return Count(layout)
        if name == "aggregate":
            return self.aggregated(layout, nodes)
        layout.wants_rows = True
        if name == "nodes":
            return Nodes(layout, self.layout(layout.builder.shape.name, nodes, layout.builder))
        layout.wants_cursors = True
        definition = self.definition(layout.type, nodes[0])
        if name == "pageInfo":
            return Info(layout, self.shown(definition, nodes))
        kind = get_named_type(definition.type).name
        edge = Layout(kind, layout.builder)
        for key, same in self.selected(kind, nodes).items():
            edge.fields[key] = self.edge_field(layout, kind, same)
        return Edges(layout, edge)

    def aggregated(self, layout: ConnectionLayout, nodes: list[FieldNode]) -> Field:
        """What is told of all nodes of a connection. Raises Forbidden."""
        kind = get_named_type(self.definition(layout.type, nodes[0]).type).name
        told = Layout(kind, layout.builder)
        for key, same in self.selected(kind, nodes).items():
            if is_name(same):
                told.fields[key] = Name(kind)
                continue
            tell = layout.told.reader(self.viewer, same[0].name.value)
            told.fields[key] = Computed(tell, self.shown(self.definition(kind, same[0]), same))
        layout.told.wanted = True
        return Aggregated(told)

    def edge_field(self, layout: ConnectionLayout, kind: str, nodes: list[FieldNode]) -> Field:
        """One selected field of an edge."""
        if is_name(nodes):
            return Name(kind)
        if nodes[0].name.value == "cursor":
            return Cursor(layout)
        return Node(self.layout(layout.builder.shape.name, nodes, layout.builder))


def is_name(nodes: list[FieldNode]) -> bool:
    """Is it `__typename`?"""
    return nodes[0].name.value == "__typename"


def reads_of(definition: GraphQLField) -> Reads:
    """What a field reads, as its type declared it (schema/declare.py)."""
    return definition.extensions["strawberry-definition"].metadata[READS]


def asked_page(
    viewer: ViewerClass, target: Shape, usual: str, start: int, given: Given
) -> tuple[Page, Values]:
    """The page that arguments ask for, and its values for the slots from `start` on.

    One row more than is asked for tells whether there is another page. Raises BadInput,
    LimitExceeded, Forbidden.
    """
    values: Values = []

    def slot(value: Any) -> int:
        values.append(value)
        return start + len(values) - 1

    def cursor(name: str) -> tuple[int, int] | None:
        if given.get(name) is None:
            return None
        key, id = read_cursor(name, order, str(given[name]))
        return slot(key), slot(id)

    order = order_name(given.get("orderBy"), usual)
    size, backward = page_size(given.get("first"), given.get("last"), PAGE)
    page = Page(
        order,
        slot(size + 1),
        cursor("after"),
        before=cursor("before"),
        backward=backward,
        where=Reading(viewer, slot).where(target, given.get("where")),
    )
    return page, values


def order_name(given: Any, usual: str) -> str:
    """The name of an order from an enum's member or value; the usual one when none is given."""
    if given is None:
        return usual
    return str(getattr(given, "value", given))

"""What a checked document costs and how many relations it follows, before any statement runs.

Cost is the most values that the answer may hold, each weighed by `@cost`, lists as long as
`@listSize` says (schema/cost.py). Each fragment is priced once; what depends on a variable stays a
formula, so a request only fills in numbers. What `@skip` leaves out is charged all the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    value_from_ast_untyped,
)
from strawberry.federation.schema_directives import Cost, ListSize

from schema.cost import ASSUMED
from schema.declare import READS
from schema.paging import LARGEST

Variables = Mapping[str, Any]
KEYED = ("ids", "representations")  # a list answered one by one: as long as what is given


@dataclass(frozen=True, slots=True)
class Slot:
    """A value that a variable gives, at a path inside it."""

    variable: str
    path: tuple[str, ...] = ()

    def read(self, variables: Variables) -> Any:
        """The value; None when it is not there."""
        value: Any = variables.get(self.variable)
        for name in self.path:
            value = cast(Variables, value).get(name) if isinstance(value, Mapping) else None
        return value


@dataclass(frozen=True, slots=True)
class Size:
    """The length of a list: the longest of what is given, or what is assumed."""

    given: tuple[Any, ...]  # numbers, lists and slots
    assumed: int

    def length(self, variables: Variables) -> int:
        """From 1 to the largest page; what is no number counts as that, as it will be refused."""
        values = [v.read(variables) if isinstance(v, Slot) else v for v in self.given]
        return max((clamped(v) for v in values if v is not None), default=self.assumed)


UNTOLD = Size((), ASSUMED)


def clamped(value: Any) -> int:
    """A page size, or the length of a list of keys, within what can be answered."""
    if isinstance(value, list):
        value = len(cast(list[Any], value))
    if not isinstance(value, int):
        return LARGEST
    return min(max(value, 1), LARGEST)


@dataclass(frozen=True, slots=True)
class Price:
    """A sum: a number, and prices times lengths that are known with the variables."""

    base: int = 0
    terms: "tuple[tuple[Size, Price], ...]" = ()

    def at(self, variables: Variables) -> int:
        """The cost with these variables."""
        return self.base + sum(s.length(variables) * p.at(variables) for s, p in self.terms)

    def times(self, size: Size) -> "Price":
        """So many of it."""
        if self.terms or any(isinstance(value, Slot) for value in size.given):
            return Price(0, ((size, self),))
        return Price(self.base * size.length({}))


def total(prices: Sequence[Price]) -> Price:
    """The sum."""
    return Price(sum(p.base for p in prices), tuple(t for p in prices for t in p.terms))


@dataclass(slots=True)
class Part:
    """Selections: their prices, the prices of what a page size is about, and their relations."""

    own: list[Price] = field(default_factory=list[Price])
    items: list[Price] = field(default_factory=list[Price])
    hops: int = 0

    def add(self, other: "Part") -> None:
        """Counts the other in."""
        self.own += other.own
        self.items += other.items
        self.hops += other.hops

    def summed(self) -> "Part":
        """The same in one price each."""
        return Part([total(self.own)], [total(self.items)], self.hops)


@dataclass(frozen=True, slots=True)
class Priced:
    """One operation's cost as a formula, and the relations that it follows, each alias one."""

    price: Price
    hops: int
    defaults: Variables

    def cost(self, variables: Variables | None) -> int:
        """The cost of a request with these variables, as they were sent."""
        return self.price.at({**self.defaults, **(variables or {})})


class Pricing:
    """Prices the operations of one document, which is valid for the schema."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self.schema = schema
        self.done: dict[str, Part] = {}
        self.fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }

    def operation(self, node: OperationDefinitionNode) -> Priced:
        """What it costs and follows."""
        root = self.schema.get_root_type(node.operation)
        assert root is not None  # validation saw to it
        part = self.selected(node.selection_set, root)
        defaults = {
            d.variable.name.value: value_from_ast_untyped(d.default_value)
            for d in node.variable_definitions or ()
            if d.default_value
        }
        return Priced(total([*part.own, *part.items]), part.hops, defaults)

    def selected(self, selections: SelectionSetNode, type: GraphQLNamedType) -> Part:
        """What is selected of a type; a stack, as inline fragments may nest deep."""
        part = Part()
        waiting = [(node, type) for node in selections.selections]
        while waiting:
            node, type = waiting.pop()
            if isinstance(node, FieldNode):
                self.add(part, node, type)
            elif isinstance(node, FragmentSpreadNode):
                part.add(self.fragment(node.name.value))
            elif isinstance(node, InlineFragmentNode):
                if node.type_condition:
                    type = self.schema.type_map[node.type_condition.name.value]
                waiting += [(inner, type) for inner in node.selection_set.selections]
        return part

    def fragment(self, name: str) -> Part:
        """What a fragment comes to, made once."""
        if name not in self.done:
            node = self.fragments[name]
            type = self.schema.type_map[node.type_condition.name.value]
            self.done[name] = self.selected(node.selection_set, type).summed()
        return self.done[name]

    def add(self, part: Part, node: FieldNode, type: GraphQLNamedType) -> None:
        """Counts one field in, with all below it."""
        definition = self.schema.get_field(cast(Any, type), node.name.value)
        assert definition is not None  # validation saw to it
        part.own.append(Price(weight(definition) + given_weight(definition, node)))
        part.hops += is_hop(definition)
        if node.selection_set is None:
            return
        inner = self.selected(node.selection_set, get_named_type(definition.type))
        part.hops += inner.hops
        size, listed = size_of(definition, node), is_list(definition)
        below = total(inner.items).times(UNTOLD if listed or size is None else size)
        below = total([*inner.own, below])
        if listed and size is None:
            part.items.append(below)  # the field that holds it says how long it is
        else:
            part.own.append(below.times(size) if listed and size else below)


def size_of(definition: GraphQLField, node: FieldNode) -> Size | None:
    """The length that a field says of its list, or of the lists on the type that it answers."""
    given = {argument.name.value: argument for argument in node.arguments or ()}
    keyed = [reading(given[name].value, ()) for name in KEYED if name in given]
    if keyed:
        return Size(tuple(keyed), LARGEST)
    told = next((d for d in directives(definition) if isinstance(d, ListSize)), None)
    if told is None:
        return None
    read = partial(argument_at, given)
    return Size(tuple(map(read, told.slicing_arguments or ())), told.assumed_size or ASSUMED)


def argument_at(given: Mapping[str, ArgumentNode], place: str) -> Any:
    """A page size among the arguments; `page.first` is one inside an input."""
    name, *path = place.split(".")
    return reading(given[name].value, tuple(path)) if name in given else None


def reading(node: ValueNode, path: tuple[str, ...]) -> Any:
    """The value at a path inside a literal: a number, a list, a slot; None when it is not there."""
    if isinstance(node, VariableNode):
        return Slot(node.name.value, path)
    if path:
        inner = node.fields if isinstance(node, ObjectValueNode) else ()
        found = next((f.value for f in inner if f.name.value == path[0]), None)
        return None if found is None else reading(found, path[1:])
    if isinstance(node, NullValueNode):
        return None
    if isinstance(node, ListValueNode):
        return list(node.values)
    return number(node.value) if isinstance(node, IntValueNode) else LARGEST


def number(digits: str) -> int:
    """A literal; one beyond 32 bits counts as the largest page, as it will be refused."""
    return int(digits) if len(digits) < 11 else LARGEST


def weight(definition: GraphQLField) -> int:
    """What one value of a field costs."""
    return next((d.weight for d in directives(definition) if isinstance(d, Cost)), 1)


def given_weight(definition: GraphQLField, node: FieldNode) -> int:
    """What the arguments that are given cost."""
    told = [definition.args[argument.name.value] for argument in node.arguments or ()]
    return sum(d.weight for a in told for d in directives(a) if isinstance(d, Cost))


def directives(part: Any) -> Sequence[object]:
    """The schema directives of a field or an argument; none on what is not of our making."""
    definition = part.extensions.get("strawberry-definition")
    return definition.directives if definition else ()


def is_hop(definition: GraphQLField) -> bool:
    """Whether a field is a relation of its noun, which the planner makes a subquery of."""
    declared = definition.extensions.get("strawberry-definition")
    reads = declared.metadata.get(READS) if declared else None
    return reads is not None and reads.kind in ("one", "many")


def is_list(definition: GraphQLField) -> bool:
    """Whether a field answers a list."""
    return "[" in str(definition.type)

"""The numbered values of a plan: which of them each request fills anew, and how."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from graphql import FieldNode, GraphQLField, ValueNode, VariableNode
from graphql.execution.values import VariableValues, get_argument_values
from graphql.language import ListValueNode, ObjectValueNode

from graph.errors import LimitExceeded
from schema.complete import Values

Given = dict[str, Any]
Read = Callable[[Given], Values]


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a selected field, defaults filled in."""

    definition: GraphQLField
    node: FieldNode

    @property
    def vary(self) -> bool:
        """Do they hold variables?"""
        return any(has_variable(argument.value) for argument in self.node.arguments or ())

    def of(self, variables: VariableValues) -> Given:
        """As one request gives them."""
        return get_argument_values(self.definition, self.node, variables)


def has_variable(node: ValueNode) -> bool:
    """Is a literal made with variables?"""
    match node:
        case VariableNode():
            return True
        case ListValueNode():
            return any(has_variable(value) for value in node.values)
        case ObjectValueNode():
            return any(has_variable(part.value) for part in node.fields)
        case _:
            return False


@dataclass(slots=True)
class Slots:
    """The values of the request that a plan was made for, and how another's take their places.

    `local`: slots that no statement has, since their values serve the answer only. `sizes` counts
    nodes: each entry is the index of the entry that it hangs on (-1: the root) and
    the slot that says how many of it there are at each (None: one).
    """

    values: Values = field(default_factory=list[Any])
    fillers: list[tuple[int, Arguments, Read]] = field(
        default_factory=list[tuple[int, Arguments, Read]]
    )
    local: set[int] = field(default_factory=set[int])
    sizes: list[tuple[int, int | None]] = field(default_factory=list[tuple[int, int | None]])
    at: int = -1

    @property
    def next(self) -> int:
        """The number of the next new slot."""
        return len(self.values)

    def add(self, value: Any) -> int:
        """A slot with a value that stands fast."""
        self.values.append(value)
        return len(self.values) - 1

    def keep(self, arguments: Arguments, variables: VariableValues, read: Read) -> int:
        """A slot that is not sent; see `read`."""
        slot = self.read(arguments, variables, read)
        self.local.add(slot)
        return slot

    def sent(self, values: Values) -> dict[str, Any]:
        """What a statement takes of the values, by the names of the parameters."""
        return {f"v{n}": value for n, value in enumerate(values) if n not in self.local}

    def read(self, arguments: Arguments, variables: VariableValues, read: Read) -> int:
        """Slots for what `read` makes of the arguments of each request; the first one's number."""
        start = self.next
        self.values += read(arguments.of(variables))
        if arguments.vary:
            self.fillers.append((start, arguments, read))
        return start

    @contextmanager
    def times(self, size: int | None) -> Generator[None]:
        """What hangs on as many nodes as a slot says, at each node where the walk is."""
        before = self.at
        self.sizes.append((before, size))
        self.at = len(self.sizes) - 1
        yield
        self.at = before

    def fill(self, variables: VariableValues, most: int) -> Values:
        """The values of a request. Raises BadInput, and LimitExceeded for too many nodes."""
        values = self.values.copy()
        for start, arguments, read in self.fillers:
            made = read(arguments.of(variables))
            values[start : start + len(made)] = made
        self.demand_few(values, most)
        return values

    def demand_few(self, values: Values, most: int) -> None:
        """Raises LimitExceeded when page sizes multiply to more nodes than may be asked for."""
        weights: list[int] = []
        for parent, slot in self.sizes:
            each = 1 if slot is None else number_of(values[slot])
            weights.append(each if parent < 0 else weights[parent] * each)
        nodes = sum(weights)
        if nodes > most:
            raise LimitExceeded(
                f"This asks for up to {nodes:,} nodes, and {most:,} is the most. "
                "Ask for smaller pages (first), or less deep.",
                limit="nodes",
                value=nodes,
                maximum=most,
            )


def number_of(value: Any) -> int:
    """How many nodes a slot speaks of: a list of keys, or a page's rows and one to look ahead."""
    return len(value) if isinstance(value, list) else value - 1

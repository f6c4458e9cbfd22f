"""Generated completion: one Python function per plan, from rows to the response's own data.

The source is written from a layout (schema/record.py, schema/pages.py) and compiled once. Every
value's type is checked inline, and any surprise raises: graphql-core then completes the same rows
as records, so that errors, their paths and what a null does around it are exactly its own.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from itertools import count
from math import inf
from typing import Any, Protocol, cast

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    get_named_type,
)

from graph.money import text_e5
from schema.declare import day, instant
from schema.paging import write_cursor

Row = list[Any]
Values = list[Any]
Complete = Callable[[Row, Values], Any]


class Bail(Exception):
    """A value is not what its type promises; names the field."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf over `{v}`: what the value must be, and the expression of what the response has."""

    check: str
    write: str = "{v}"


# By `type(…) is`, never `isinstance`: a bool is an int.
LEAVES = {
    "String": Leaf("type({v}) is str"),
    "ID": Leaf("type({v}) is str"),
    "Boolean": Leaf("type({v}) is bool"),
    "Int": Leaf("type({v}) is int and -2147483648 <= {v} <= 2147483647"),
    # graph engines give whole numbers as ints
    "Float": Leaf("type({v}) is int or type({v}) is float and -inf < {v} < inf", "float({v})"),
    "Decimal": Leaf("type({v}) is Decimal", "str({v})"),
    "Date": Leaf("type({v}) is date", "{v}.isoformat()"),
    "DateTime": Leaf("type({v}) is datetime", "{v}.isoformat()"),
}


@lru_cache(16_384)  # ten times as fast as making it, and what is asked for recurs
def day_text(stored: str) -> str:
    """A day as the response has it. Raises ValueError."""
    return day(stored).isoformat()


@lru_cache(16_384)
def instant_text(stored: str) -> str:
    """An instant as the response has it. Raises ValueError."""
    return instant(stored).isoformat()


# What columns are converted by, where the response can be had without the value between.
STORED: dict[Any, Leaf] = {
    day: Leaf("type({v}) is str", "day_text({v})"),
    instant: Leaf("type({v}) is str", "instant_text({v})"),
}
UNITS = Leaf("type({v}) is int", "text_e5({v})")
NAMES: dict[str, Any] = {
    "Bail": Bail,
    "Decimal": Decimal,
    "cursor": write_cursor,
    "date": date,
    "datetime": datetime,
    "day_text": day_text,
    "inf": inf,
    "instant_text": instant_text,
    "text_e5": text_e5,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a value: its GraphQL type, and of an object its attributes.

    `parts`: by response name the attribute and what is shown of it; no attribute: `__typename`.
    """

    type: GraphQLOutputType
    parts: Mapping[str, "tuple[str, Shown]"] = field(default_factory=dict[str, Any])


class Laid(Protocol):
    """A layout."""

    def write(self, body: "Body", row: str) -> str:
        """The expression of what the response has for a row, after the lines that it needs."""
        ...


def completion(layout: Laid) -> Complete:
    """The function of a layout. Raises KeyError for a leaf type that is not known here."""
    module = Module.of(layout)
    exec(compile(module.source, "<completion>", "exec"), module.names)
    return module.names["complete"]


@dataclass(slots=True)
class Module:
    """The functions of one plan; `names` is what they can reach."""

    names: dict[str, Any] = field(default_factory=lambda: dict(NAMES))
    functions: list[str] = field(default_factory=list[str])

    @classmethod
    def of(cls, layout: Laid) -> "Module":
        """With the function `complete`, from a row and the slots' values to a response's value."""
        module = cls()
        body = Body(module)
        answer = layout.write(body, "row")
        module.add("complete", "row, values", [*body.top, *body.lines, f"return {answer}"])
        return module

    @property
    def source(self) -> str:
        """The text of all functions."""
        return "\n\n".join(self.functions)

    def name(self, stem: str, value: Any = None) -> str:
        """A fresh name, for a value or for a function to come."""
        name = f"{stem}_{len(self.names) - len(NAMES)}"
        self.names[name] = value
        return name

    def add(self, name: str, argument: str, lines: Iterable[str]) -> None:
        """Adds a function."""
        self.functions.append("\n    ".join([f"def {name}({argument}):", *lines]))


@dataclass(slots=True)
class Body:
    """The body of one function while it is written; `top` comes before all other lines.

    Rows are completed where they stand, loop in loop: a call for each would cost a fifth more.
    """

    module: Module
    lines: list[str] = field(default_factory=list[str])
    top: list[str] = field(default_factory=list[str])
    depth: int = 0
    numbers: Iterator[int] = field(default_factory=count)

    def line(self, text: str) -> None:
        """A line inside the blocks that are open."""
        self.lines.append("    " * self.depth + text)

    @contextmanager
    def block(self, head: str) -> Generator[None]:
        """What is written in the block stands below the head."""
        self.line(head)
        self.depth += 1
        yield
        self.depth -= 1

    def name(self, stem: str) -> str:
        """A fresh variable."""
        return f"{stem}{next(self.numbers)}"

    def function(self, stem: str, argument: str, answer: str) -> str:
        """The whole as a function; its name."""
        name = self.module.name(stem)
        self.module.add(name, argument, [*self.lines, f"return {answer}"])
        return name

    def demand(self, check: str, where: str) -> None:
        """A line that raises unless the check holds."""
        line = "    " * self.depth + f"if not ({check}): raise Bail({where!r})"
        if line not in self.lines:
            self.lines.append(line)

    def made(self, expression: str) -> str:
        """A variable that holds what an expression comes to."""
        name = self.name("v")
        self.line(f"{name} = {expression}")
        return name

    def value(self, v: str, shown: Shown, where: str, leaf: Leaf | None = None) -> str:
        """The expression of the value in variable `v`, checked first, by `leaf` if one is given."""
        if isinstance(shown.type, GraphQLNonNull):
            return self.known(v, Shown(shown.type.of_type, shown.parts), where, "", leaf)
        known = self.known(v, shown, where, f"{v} is None", leaf)
        return v if known == v else f"None if {v} is None else {known}"

    def known(self, v: str, shown: Shown, where: str, unless: str, leaf: Leaf | None) -> str:
        """The same of one that is not null, or of which `unless` holds."""
        if leaf is not None:
            return self.leaf(v, leaf, where, unless)
        match shown.type:
            case GraphQLScalarType(name=name):
                return self.leaf(v, LEAVES[name], where, unless)
            case GraphQLEnumType():
                return f"{self.module.name('names', enum_names(shown.type))}[{v}]"
            case GraphQLList():
                inner = cast(GraphQLOutputType, shown.type.of_type)
                return f"{self.list(Shown(inner, shown.parts), where)}({v})"
            case GraphQLObjectType():
                return f"{self.attributes(shown, shown.type)}({v})"
            case _:
                raise KeyError(shown.type)

    def leaf(self, v: str, leaf: Leaf, where: str, unless: str = "") -> str:
        """The expression of a leaf."""
        check = leaf.check.format(v=v)
        self.demand(f"{check} or {unless}" if unless else check, where)
        return leaf.write.format(v=v)

    def list(self, item: Shown, where: str) -> str:
        """The function of a list of values."""
        one = Body(self.module)
        each = one.function("item", "item", one.value("item", item, where))
        whole = Body(self.module)
        whole.demand("type(items) is list", where)
        return whole.function("list", "items", f"[{each}(item) for item in items]")

    def attributes(self, shown: Shown, type: GraphQLObjectType) -> str:
        """The function of an object that is shown by its attributes."""
        origin = self.module.name("Origin", type.extensions["strawberry-definition"].origin)
        body = Body(self.module)
        body.demand(f"type(value) is {origin}", type.name)
        fields: dict[str, str] = {}
        for key, (attribute, inner) in shown.parts.items():
            if not attribute:
                fields[key] = repr(type.name)
                continue
            v = body.made(f"value.{attribute}")
            fields[key] = body.value(v, inner, f"{type.name}.{key}")
        return body.function("value", "value", written(fields))


def written(fields: Mapping[str, str]) -> str:
    """The expression of an object; a response name is a name of GraphQL's grammar."""
    return "{" + ", ".join(f"{key!r}: {text}" for key, text in fields.items()) + "}"


def enum_names(type: GraphQLEnumType) -> Mapping[Any, str]:
    """The names of an enum's values in a response, by what a field can hold: a member."""
    members = type.extensions["strawberry-definition"].wrapped_cls
    return {member: str(type.coerce_output_value(member)) for member in members}


def stored_enum(module: Module, shown: Shown) -> Leaf:
    """A column that holds the value of an enum's member."""
    members = enum_names(cast(GraphQLEnumType, get_named_type(shown.type)))
    names = module.name("names", {member.value: name for member, name in members.items()})
    return Leaf(f"{{v}} in {names}", f"{names}[{{v}}]")

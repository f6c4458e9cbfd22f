"""What is selected at one place: a layout with a field per response name, each read in two ways.

`read` gives a record's value, which graphql-core completes; `write` the Python expression of what
the response has in its place (schema/complete.py).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import EnumType
from typing import Any, Protocol

from graphql import GraphQLNonNull

from graph.errors import Forbidden
from graph.selection import HopSelection, Selection
from graph.shape import Shape
from schema.complete import (
    LEAVES,
    STORED,
    UNITS,
    Body,
    Row,
    Shown,
    Values,
    stored_enum,
    written,
)
from schema.scalars import Money


@dataclass(frozen=True, slots=True)
class Record:
    """One object of an answer: its type's name, and its values by response name."""

    type: str
    values: dict[str, Any]


@dataclass(slots=True)
class Builder:
    """Gathers what is wanted of one shape at one place; each column once, hops as they come.

    A row is `[columns, totals, hops]` by position.
    """

    shape: Shape
    columns: list[str] = field(default_factory=list[str])
    totals: list[str] = field(default_factory=list[str])
    hops: list[HopSelection] = field(default_factory=list[HopSelection])

    def column(self, name: str) -> int:
        """The position of a column among the columns."""
        return place(self.columns, name)

    def total(self, name: str) -> int:
        """The position of a total among the totals."""
        return place(self.totals, name)

    def hop(self, hop: HopSelection) -> int:
        """The position of a hop among the hops; two aliases are two hops."""
        self.hops.append(hop)
        return len(self.hops) - 1

    def total_in(self, row: Row, at: int) -> Any:
        """A total of a row."""
        return row[len(self.columns) + at]

    def hop_in(self, row: Row, at: int) -> Any:
        """What a row has behind a hop."""
        return row[len(self.columns) + len(self.totals) + at]

    def pattern(self, n: str) -> str:
        """What a row is unpacked into: c1_0, c1_1, … t1_0, … h1_0, … for place `1`."""
        kinds = {"c": self.columns, "t": self.totals, "h": self.hops}
        names = [f"{kind}{n}_{at}" for kind, parts in kinds.items() for at in range(len(parts))]
        return f"[{', '.join(names)}]"

    def frozen(self) -> Selection:
        """What has been gathered."""
        names = (tuple(self.columns), tuple(self.totals), tuple(self.hops))
        return Selection(self.shape.name, *names)


def place(names: list[str], name: str) -> int:
    """The index of a name, which is added when it is new."""
    if name not in names:
        names.append(name)
    return names.index(name)


class Field(Protocol):
    """One selected field of a layout."""

    def read(self, row: Row, values: Values) -> Any:
        """Its value in a record; an exception stands for an error at its place."""
        ...

    def write(self, body: Body, n: str, where: str) -> str:
        """The expression of what the response has; `n` tells the variables of its place apart,
        `where` names the field."""
        ...


@dataclass(slots=True)
class Layout:
    """What is selected of one object: its type, and by response name its fields."""

    type: str
    builder: Builder
    fields: dict[str, Field] = field(default_factory=dict[str, Field])

    def record(self, row: Row, values: Values) -> Record:
        """The record of a row."""
        return Record(self.type, {key: f.read(row, values) for key, f in self.fields.items()})

    def write(self, body: Body, row: str) -> str:
        """The response's object for a row."""
        n = body.name("")
        body.line(f"{self.builder.pattern(n)} = {row}")
        return self.object(body, n)

    def object(self, body: Body, n: str) -> str:
        """The same once the row is unpacked for place `n`."""
        fields = self.fields.items()
        return written({key: f.write(body, n, f"{self.type}.{key}") for key, f in fields})


@dataclass(frozen=True, slots=True)
class Name:
    """`__typename`."""

    type: str

    def read(self, row: Row, values: Values) -> str:
        """The name; graphql-core never asks."""
        return self.type

    def write(self, body: Body, n: str, where: str) -> str:
        """The name."""
        return repr(self.type)


class Denial(Forbidden):
    """The error of a denied field at one place of an answer."""

    def __init__(self, denied: "Denied") -> None:
        super().__init__(denied.message)
        self.denied = denied


@dataclass(frozen=True, slots=True, eq=False)
class Denied:
    """A field that the viewer may not read: always null (schema/denials.py makes the errors)."""

    message: str
    nodes: tuple[Any, ...]

    def read(self, row: Row, values: Values) -> Denial:
        """The error."""
        return Denial(self)

    def write(self, body: Body, n: str, where: str) -> str:
        """Itself, to be found in the response."""
        return body.module.name("denied", self)


@dataclass(frozen=True, slots=True)
class Column:
    """A column, converted unless it is null."""

    at: int
    convert: Callable[[Any], Any] | None
    shown: Shown

    def read(self, row: Row, values: Values) -> Any:
        """The GraphQL value, or what kept it from being made."""
        value = row[self.at]
        return value if value is None or self.convert is None else tried(self.convert, value)

    def write(self, body: Body, n: str, where: str) -> str:
        """The column where it stands; one that is converted passes through a variable."""
        v, convert = f"c{n}_{self.at}", self.convert
        if convert is None or convert in STORED:
            return body.value(v, self.shown, where, STORED.get(convert))
        if isinstance(convert, EnumType):
            return body.value(v, self.shown, where, stored_enum(body.module, self.shown))
        v = body.made(f"None if {v} is None else {body.module.name('convert', convert)}({v})")
        return body.value(v, self.shown, where)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money: the columns of its units and of its currency."""

    units: int
    currency: int
    shown: Shown

    def read(self, row: Row, values: Values) -> Money | None:
        """The amount; null when it or its currency is not known."""
        return Money.of(row[self.units], row[self.currency])

    def write(self, body: Body, n: str, where: str) -> str:
        """Its parts, straight from the columns."""
        units, currency = f"c{n}_{self.units}", f"c{n}_{self.currency}"
        unknown = f"{units} is None or {currency} is None"
        said = {
            "": repr("Money"),
            "amount": body.leaf(units, UNITS, where, unknown),
            "currency": body.leaf(currency, LEAVES["String"], where, unknown),
        }
        if isinstance(self.shown.type, GraphQLNonNull):
            body.demand(f"not ({unknown})", where)
        parts = {key: said[attribute] for key, (attribute, _) in self.shown.parts.items()}
        return f"None if {unknown} else {written(parts)}"


@dataclass(frozen=True, slots=True)
class Sums:
    """A total: an amount of money for each currency."""

    at: int
    builder: Builder
    shown: Shown

    def read(self, row: Row, values: Values) -> Any:
        """The amounts, or what kept them from being made."""
        return tried(amounts, self.builder.total_in(row, self.at))

    def write(self, body: Body, n: str, where: str) -> str:
        """The amounts, completed by their type."""
        v = body.made(f"{body.module.name('amounts', amounts)}(t{n}_{self.at})")
        return body.value(v, self.shown, where)


def amounts(total: list[list[Any]]) -> list[Money | None]:
    """A total's groups as amounts of money."""
    return [Money.of(units, currency) for currency, units in total]


@dataclass(frozen=True, slots=True)
class One:
    """A to-one hop: null or an object."""

    at: int
    builder: Builder
    behind: Layout

    def read(self, row: Row, values: Values) -> Record | None:
        """The record behind it."""
        rows = self.builder.hop_in(row, self.at)
        return self.behind.record(rows[0], values) if rows else None

    def write(self, body: Body, n: str, where: str) -> str:
        """The object behind it."""
        one, rows = body.name("one"), f"h{n}_{self.at}"
        body.line(f"{one} = None")
        with body.block(f"if {rows}:"):
            body.line(f"{one} = {self.behind.write(body, f'{rows}[0]')}")
        return one


def tried(make: Callable[[Any], Any], value: Any) -> Any:
    """What is made of a value, or the error that kept it from being made."""
    try:
        return make(value)
    except (ValueError, TypeError) as error:
        return error

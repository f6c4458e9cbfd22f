"""Rows by position become records by response name, which graphql-core then completes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graph.selection import HopSelection, Selection
from graph.shape import Shape

Row = list[Any]
Reader = Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Record:
    """One object of an answer: its type's name, and its values by response name."""

    type: str
    values: dict[str, Any]


@dataclass(slots=True)
class Builder:
    """Gathers what is wanted of one shape at one place; each column once, hops as they come."""

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

    def frozen(self) -> Selection:
        """What has been gathered."""
        names = (tuple(self.columns), tuple(self.totals), tuple(self.hops))
        return Selection(self.shape.name, *names)


def place(names: list[str], name: str) -> int:
    """The index of a name, which is added when it is new."""
    if name not in names:
        names.append(name)
    return names.index(name)


@dataclass(slots=True)
class Layout:
    """How to make a record of one type from a row: a reader per response name."""

    type: str
    readers: dict[str, Reader] = field(default_factory=dict[str, Reader])

    def record(self, row: Row) -> Record:
        """The record of a row."""
        return Record(self.type, {key: read(row) for key, read in self.readers.items()})

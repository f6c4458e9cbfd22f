"""Shapes: what a noun stores, what may be read of it, and how it hangs together with others.

A pattern or predicate is a constant with three holes: `{p}` the parent, `{r}` the edge, `{x}` the
node itself. `graph/plan.py` alone fills them, with variable names of its own making.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import LiteralString

Stored = type[str] | type[int] | type[bool] | type[list[str]]

OPEN: LiteralString = "{x}.publicTo IS NULL"
COVERS: LiteralString = "{x}.publicFrom <= $t AND ({x}.publicTo IS NULL OR {x}.publicTo > $t)"
PUBLIC: LiteralString = "{x}.withheld IS NULL"


@dataclass(frozen=True, slots=True)
class Column:
    """One readable property.

    `expr` makes it computed instead of stored. `versioned`: later facts can change it, so
    superseded values live in state nodes. `required`: never null. `bookkeeping`: left out of
    `hub hash` and never readable.
    """

    name: LiteralString
    type: Stored
    doc: str
    expr: LiteralString | None = None
    versioned: bool = False
    required: bool = False
    bookkeeping: bool = False


@dataclass(frozen=True, slots=True)
class Hop:
    """A relation: `pattern` from `{p}` over `{r}` to `{x}`; a to-one hop has `many=False`.

    `distinct`: one pair can have several edges (one per mention), the target is given once.
    """

    name: str
    pattern: LiteralString
    to: str
    doc: str
    many: bool = True
    distinct: bool = False
    order: str = "id"


@dataclass(frozen=True, slots=True)
class Total:
    """Exact sums of a column of a hop's nodes, one per currency: `[[currency, units], …]`."""

    name: str
    hop: str
    column: LiteralString
    doc: str


@dataclass(frozen=True, slots=True)
class Order:
    """A stable order: a column that is never null, then the id. `descending` turns the first.

    `backward`: the same order from its end, for the last of a list.
    """

    column: LiteralString
    descending: bool = False
    backward: bool = False

    @property
    def turned(self) -> "Order":
        """The same order from its other end."""
        return replace(self, backward=not self.backward)

    @property
    def falls(self) -> bool:
        """Do the column's values fall, read this way?"""
        return self.descending != self.backward


@dataclass(frozen=True, slots=True)
class Shape:
    """What may be read of one GraphQL type.

    `now` and `then` say when a node is public, without `asOf` and with it. `keys` names the ways
    to reach it from one value `{k}`; `id` is one of them. `scopes` names who may see which rows;
    a read without a scope can't be written.
    """

    name: str
    label: LiteralString
    columns: tuple[Column, ...]
    hops: tuple[Hop, ...] = ()
    totals: tuple[Total, ...] = ()
    orders: Mapping[str, Order] = field(default_factory=lambda: {"id": Order("id")})
    keys: Mapping[str, LiteralString] = field(default_factory=dict[str, LiteralString])
    now: LiteralString = OPEN
    then: LiteralString = COVERS
    scopes: Mapping[str, LiteralString] = field(default_factory=lambda: {"PUBLIC": PUBLIC})

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        return next(c for c in self.columns if c.name == name)

    def hop(self, name: str) -> Hop:
        """The hop of that name."""
        return next(h for h in self.hops if h.name == name)

    def total(self, name: str) -> Total:
        """The total of that name."""
        return next(t for t in self.totals if t.name == name)


@dataclass(frozen=True, slots=True)
class Node:
    """What is stored under a label: the readable columns and the rest. `states`: has WAS states.

    `void`: while that column has a value the node is a record only, which `hub hash` leaves out.
    """

    label: LiteralString
    columns: tuple[Column, ...]
    doc: str
    states: bool = False
    void: LiteralString | None = None

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns that are properties."""
        return tuple(c for c in self.columns if c.expr is None)

    @property
    def versioned(self) -> tuple[Column, ...]:
        """The columns that a later fact can change."""
        return tuple(c for c in self.columns if c.versioned)


@dataclass(frozen=True, slots=True)
class Edge:
    """What is stored on an edge of one type between two labels."""

    type: LiteralString
    source: LiteralString
    target: LiteralString
    columns: tuple[Column, ...]
    doc: str


ID = Column("id", str, "Opaque, stable across engines and reloads.", required=True)
FROM = Column("publicFrom", str, "Since when it is public: an instant, UTC.", required=True)
DATED = (
    FROM,
    Column("publicTo", str, "Until when it was public; null while it is."),
    Column(
        "basis", str, "How the public time is known: stated, assumed or fetched.", required=True
    ),
    Column("source", str, "The data set it comes from (id of a Source).", required=True),
    Column("withheld", str, "Why it is hidden from the public; null: it is not."),
)
# What a reader learns of a fact's public time. Never publicTo: of what is visible it is null now,
# and with asOf it would tell what became public later.
KNOWN = tuple(column for column in DATED if column.name in ("publicFrom", "basis", "source"))
BY_PUBLIC_TIME: Mapping[str, Order] = {
    "newest": Order("publicFrom", descending=True),
    "oldest": Order("publicFrom"),
}
EDGE_DATED = (
    FROM,
    Column("publicTo", str, "Until when it held; null while it does."),
    Column("source", str, "The data set it comes from.", required=True),
)


def readable(node: Node) -> tuple[Column, ...]:
    """The columns of a dated node that a reader may see."""
    hidden = (*DATED, *(column for column in node.columns if column.bookkeeping))
    return (*(column for column in node.columns if column not in hidden), *KNOWN)


def behind(name: str, pattern: LiteralString, to: str, doc: str) -> Hop:
    """A to-many hop to what belongs to a noun, newest first."""
    return Hop(name, pattern, to, doc, order="newest")

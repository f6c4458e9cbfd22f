"""What a reader wants of a root: names of columns and hops, arguments as numbered slots.

Frozen and free of values and of GraphQL: two requests that want the same have the same selection,
and so the same plan. A slot is the number of a parameter (`$v0`, `$v1`, …).
"""

from dataclasses import dataclass
from typing import Literal

Slot = int
Operator = Literal["eq", "in", "gt", "gte", "lt", "lte", "startsWith", "contains", "has", "isNull"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A column of the shape compared with a slot; an unknown value meets no comparison.

    `startsWith` and `contains` want the slot in lower case, `has` a list's column, `isNull` a
    slot that is true or false.
    """

    column: str
    operator: Operator
    slot: Slot


@dataclass(frozen=True, slots=True)
class Through:
    """There is a node behind the hop that the reader may see and that meets the filter."""

    hop: str
    filter: "Filter"


@dataclass(frozen=True, slots=True)
class Every:
    """All of them hold; none at all: true."""

    of: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of them holds at least; none at all: false."""

    of: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    """Exactly the nodes that do not meet it."""

    of: "Filter"


Filter = Comparison | Through | Every | Either | Opposite


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What is told of all nodes of a list: their number, and of columns sums and extremes.

    Numbers, or texts that sort by what they mean (days, instants). `by`: the column that amounts
    are told apart by.
    """

    columns: tuple[str, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a to-many hop or root. `after`, `before`: the slots of a cursor's key and id.

    `size`: how many rows at most; `backward`: the last of them, in turned order. `rows`: nodes are
    wanted (else only the total); `cursors`: each row is preceded by its key. `where`, `total` and
    `aggregate` are about the whole list, whatever the page.
    """

    order: str
    size: Slot
    after: tuple[Slot, Slot] | None = None
    total: bool = False
    rows: bool = True
    cursors: bool = False
    before: tuple[Slot, Slot] | None = None
    backward: bool = False
    where: Filter | None = None
    aggregate: Aggregate | None = None


@dataclass(frozen=True, slots=True)
class HopSelection:
    """A hop with what is wanted behind it; `page` is None for a to-one hop."""

    hop: str
    selection: "Selection"
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Columns, totals and hops of one shape, in the order of a row's positions."""

    shape: str
    columns: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    hops: tuple[HopSelection, ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """A seed with what is wanted of its nodes.

    By keys: `slot` holds a list of values of the shape's key `by`; the row is `[key, row]`.
    A page: `page` is set.
    """

    selection: Selection
    page: Page | None = None
    by: str = "id"
    slot: Slot = 0


@dataclass(frozen=True, slots=True)
class Scope:
    """Which row predicate holds for each noun: made by `auth/policies.py` alone."""

    viewer: str
    rows: tuple[tuple[str, str], ...]

    def of(self, shape: str) -> str:
        """The predicate's name; KeyError when none was stated: there is no default."""
        return dict(self.rows)[shape]


Tense = Literal["now", "then"]

"""What a reader wants of a root: names of columns and hops, arguments as numbered slots.

Frozen and free of values and of GraphQL: two requests that want the same have the same selection,
and so the same plan. A slot is the number of a parameter (`$v0`, `$v1`, …).
"""

from dataclasses import dataclass
from typing import Literal

Slot = int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a to-many hop or root. `after`: the slots of the cursor's key and id.

    `rows`: nodes are wanted (else only the total); `cursors`: each row is preceded by its key.
    """

    order: str
    first: Slot
    after: tuple[Slot, Slot] | None = None
    total: bool = False
    rows: bool = True
    cursors: bool = False


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

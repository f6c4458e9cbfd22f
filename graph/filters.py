"""Filters: the predicate of a tree of tests; beside the planner, joining constants as it does.

Two-valued: an unknown value meets no comparison, and the opposite of a filter is all the rest.
"""

from dataclasses import dataclass, replace
from typing import LiteralString, Protocol

from graph.found import Found, Names
from graph.literals import slot
from graph.selection import Comparison, Either, Every, Filter, Operator, Opposite, Tense, Through
from graph.shape import Column, Hop, Shape

COMPARED: dict[Operator, LiteralString] = {
    "eq": "{c} = {v}",
    "in": "{c} IN {v}",
    "gt": "{c} > {v}",
    "gte": "{c} >= {v}",
    "lt": "{c} < {v}",
    "lte": "{c} <= {v}",
    "startsWith": "toLower({c}) STARTS WITH {v}",
    "contains": "toLower({c}) CONTAINS {v}",
    "has": "{v} IN {c}",
    "isNull": "({c} IS NULL) = {v}",
}
STATE: LiteralString = (
    " OPTIONAL MATCH ({x})-[:WAS]->({s}:{label}State)"
    " WHERE {s}.publicFrom <= $t AND {s}.publicTo > $t WITH {x}, {s} WHERE "
)


class Writing(Protocol):
    """What a filter needs of the planner: names, the tense, and what lies behind a hop."""

    @property
    def tense(self) -> Tense:
        """With `asOf` or without."""
        ...

    @property
    def names(self) -> Names:
        """The names of the text."""
        ...

    def behind(self, hop: Hop, parent: LiteralString) -> Found:
        """The nodes behind a hop that the reader may see."""
        ...


def kept(writer: Writing, found: Found, wanted: Filter, *, under_not: bool = False) -> Found:
    """The nodes that meet a filter. Raises KeyError for a column or hop that is none.

    With `asOf` the state that covers the day is fetched once for all comparisons of a node: Neo4j
    plans each subquery of a text, and one for each comparison took it seconds.
    """
    shape, x = found.shape, found.x
    if writer.tense == "now" or not superseded(wanted, shape):
        met = Filters(writer, shape, x, None, under_not).met(wanted)
        return replace(found, match=found.match + " AND " + met)
    s: LiteralString = "s" + writer.names.fresh()
    state = STATE.replace("{x}", x).replace("{s}", s).replace("{label}", shape.label)
    met = Filters(writer, shape, x, s, under_not).met(wanted)
    return replace(found, match=found.match + state + met, staged=True)


def superseded(wanted: Filter, shape: Shape) -> bool:
    """Does a filter compare a column of the node itself that later facts can change?"""
    match wanted:
        case Comparison():
            return shape.column(wanted.column).versioned
        case Through():
            return False
        case Every(of) | Either(of):
            return any(superseded(one, shape) for one in of)
        case Opposite(of):
            return superseded(of, shape)


@dataclass(frozen=True, slots=True)
class Filters:
    """Writes predicates about one node of a text, and its state if it has one there.

    `under_not`: a NOT stands above.
    """

    writer: Writing
    shape: Shape
    x: LiteralString
    state: LiteralString | None
    under_not: bool

    def met(self, wanted: Filter) -> LiteralString:
        """The predicate of a filter."""
        match wanted:
            case Comparison():
                return self.compared(wanted)
            case Through():
                return self.through(wanted)
            case Every(of):
                return self.joined(of, " AND ", "true")
            case Either(of):
                return self.joined(of, " OR ", "false")
            case Opposite(of):
                return "NOT (" + replace(self, under_not=True).met(of) + ")"

    def joined(
        self, of: tuple[Filter, ...], word: LiteralString, none: LiteralString
    ) -> LiteralString:
        """Several predicates; what holds when there are none."""
        parts: tuple[LiteralString, ...] = tuple(self.met(one) for one in of)
        return "(" + word.join(parts) + ")" if parts else none

    def through(self, wanted: Through) -> LiteralString:
        """With the scope and the interval of that noun: no filter tells what is hidden."""
        found = self.writer.behind(self.shape.hop(wanted.hop), self.x)
        inner = kept(self.writer, found, wanted.filter, under_not=self.under_not)
        return "EXISTS { " + inner.whole() + " }"

    def compared(self, wanted: Comparison) -> LiteralString:
        """A comparison; false instead of unknown where a NOT would keep it unknown."""
        column = self.shape.column(wanted.column)
        value = stored(column, self.x)
        if self.state is not None and column.versioned:
            old = self.state + "." + column.name
            value = "CASE WHEN " + self.state + " IS NULL THEN " + value + " ELSE " + old + " END"
            value = "(" + value + ")"
        text = COMPARED[wanted.operator].replace("{c}", value).replace("{v}", slot(wanted.slot))
        return "coalesce(" + text + ", false)" if self.under_not else text


def stored(column: Column, x: LiteralString) -> LiteralString:
    """The expression of a column; an id is compared as it is stored, in whatever role."""
    if column.expr is None or column.name == "id":
        return x + "." + column.name
    return column.expr.replace("{x}", x)

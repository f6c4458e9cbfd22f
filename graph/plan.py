"""Plans: one Cypher text for a whole selection. The only place that joins Cypher.

Only constants of `graph/` are joined, over the holes `{p}` `{r}` `{x}` `{k}`; variables and
parameters are named by digits, so every text is a `LiteralString` and no name from a client ever
enters one. Limit first, then deeper (architecture.md 5.6).
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import LiteralString

from graph.aggregates import folded, grouped
from graph.filters import kept
from graph.found import Found, Names
from graph.literals import number, slot
from graph.registry import SHAPES
from graph.selection import Aggregate, HopSelection, Page, Root, Scope, Selection, Tense
from graph.shape import Column, Hop, Order, Shape, Total

EDGE_NOW: LiteralString = "{r}.publicTo IS NULL"
EDGE_THEN: LiteralString = "{r}.publicFrom <= $t AND ({r}.publicTo IS NULL OR {r}.publicTo > $t)"
STATE: LiteralString = (
    " OPTIONAL MATCH ({x})-[:WAS]->({s}:{label}State)"
    " WHERE {s}.publicFrom <= $t AND {s}.publicTo > $t"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands in a text: its shape, its variable and that of its state."""

    shape: Shape
    x: LiteralString
    state: LiteralString | None

    def read(self, column: Column) -> LiteralString:
        """The expression of a column, of the state that covers the day if there is one."""
        if column.expr is not None:
            return column.expr.replace("{x}", self.x)
        plain = self.x + "." + column.name
        if self.state is None or not column.versioned:
            return plain
        state = self.state
        superseded = state + "." + column.name
        return "CASE WHEN " + state + " IS NULL THEN " + plain + " ELSE " + superseded + " END"


@dataclass(frozen=True, slots=True)
class Writer:
    """Joins one text: who sees which rows, as of when.

    `before`: what is read ahead of the rows, since no row may hold an aggregate beside anything.
    """

    scope: Scope
    tense: Tense
    names: Names
    before: list[LiteralString] = field(default_factory=list["LiteralString"])

    def allowed(self, shape: Shape, x: LiteralString) -> LiteralString:
        """Scope and interval of a node; KeyError when the scope is silent on it."""
        public = shape.now if self.tense == "now" else shape.then
        text: LiteralString = shape.scopes[self.scope.of(shape.name)] + " AND " + public
        return text.replace("{x}", x)

    def behind(self, hop: Hop, parent: LiteralString) -> Found:
        """The nodes behind a hop that the reader may see."""
        shape, n = SHAPES[hop.to], self.names.fresh()
        x, r = "x" + n, "r" + n
        where = self.allowed(shape, x)
        if "{r}" in hop.pattern:
            edge = EDGE_NOW if self.tense == "now" else EDGE_THEN
            where = edge.replace("{r}", r) + " AND " + where
        pattern = hop.pattern.replace("{p}", parent).replace("{r}", r).replace("{x}", x)
        return Found(shape, x, "MATCH " + pattern + " WHERE " + where, hop.distinct)

    def with_state(self, selection: Selection, found: Found) -> tuple[Place, LiteralString]:
        """The place of a node and the clause that fetches its state, where one is needed."""
        shape, x = found.shape, found.x
        wanted = any(shape.column(name).versioned for name in selection.columns)
        if self.tense == "now" or not wanted:
            return Place(shape, x, None), ""
        s: LiteralString = "s" + self.names.fresh()
        clause = STATE.replace("{x}", x).replace("{s}", s).replace("{label}", shape.label)
        return Place(shape, x, s), clause

    def row(self, selection: Selection, place: Place) -> LiteralString:
        """`[columns, totals, hops]` by position."""
        shape, x = place.shape, place.x
        columns: tuple[LiteralString, ...] = tuple(
            place.read(shape.column(name)) for name in selection.columns
        )
        totals: tuple[LiteralString, ...] = tuple(
            self.total(shape.total(name), shape, x) for name in selection.totals
        )
        hops: tuple[LiteralString, ...] = tuple(self.hop(hop, shape, x) for hop in selection.hops)
        return "[" + ", ".join((*columns, *totals, *hops)) + "]"

    def total(self, total: Total, shape: Shape, parent: LiteralString) -> LiteralString:
        """Exact sums per currency of what the reader may see.

        By `reduce`: Neo4j refuses a row that holds an aggregate beside anything else, at any depth.
        """
        hop, n = shape.hop(total.hop), self.names.fresh()
        each, found = self.behind(hop, parent), self.behind(hop, parent)
        c, s, a = "c" + n, "s" + n, "a" + n
        units = found.match + " AND " + found.x + ".currency = " + c
        units = "COLLECT { " + units + " RETURN " + found.x + "." + total.column + " }"
        sums = "reduce(" + s + " = 0, " + a + " IN " + units + " | " + s + " + " + a + ")"
        # ArcadeDB forgets the parent behind a WITH that does not name it, and sums everything.
        currencies = " WITH DISTINCT " + parent + ", " + each.x + ".currency AS " + c
        currencies = currencies + " ORDER BY " + c
        return "COLLECT { " + each.match + currencies + " RETURN [" + c + ", " + sums + "] }"

    def hop(self, wanted: HopSelection, shape: Shape, parent: LiteralString) -> LiteralString:
        """A to-one hop as a list of at most one row; a to-many one as a page."""
        found = self.behind(shape.hop(wanted.hop), parent)
        if wanted.page is not None:
            return self.page(wanted.page, wanted.selection, found)
        return "COLLECT { " + self.limited(wanted.selection, found, Order("id"), "1", False) + " }"

    def page(
        self, page: Page, selection: Selection, found: Found, *, root: bool = False
    ) -> LiteralString:
        """`[rows, total, groups]`, each if wanted; rows in the page's order from its cursor on."""
        parts: tuple[LiteralString, ...] = ()
        if page.where is not None:
            found = kept(self, found, page.where)
        if page.rows:
            order, rest = found.shape.orders[page.order], found
            for cursor, side in ((page.after, order), (page.before, order.turned)):
                if cursor is not None:
                    past = beyond(found.x, side, slot(cursor[0]), slot(cursor[1]))
                    rest = replace(rest, match=rest.match + " AND " + past)
            way = order.turned if page.backward else order
            rows = self.limited(selection, rest, way, slot(page.size), page.cursors)
            parts = ("COLLECT { " + rows + " }",)
        if page.total:
            parts = (*parts, found.count())
        if page.aggregate is not None:
            parts = (*parts, self.groups(page.aggregate, found, root=root))
        return "[" + ", ".join(parts) + "]"

    def groups(self, wanted: Aggregate, found: Found, *, root: bool) -> LiteralString:
        """What is told of the whole list (graph/aggregates.py)."""
        if not root:
            return folded(self, found, wanted)
        name: LiteralString = "q" + self.names.fresh()
        self.before.append(grouped(self, found, wanted) + " AS " + name)
        return name

    def limited(
        self,
        selection: Selection,
        found: Found,
        order: Order,
        limit: LiteralString,
        cursors: bool,
    ) -> LiteralString:
        """Match, order, limit, and only then state and deeper hops."""
        x, by = found.x, ordered(found.x, order)
        taken: LiteralString = " WITH DISTINCT " if found.distinct else " WITH "
        text = found.match + taken + x + " ORDER BY " + by + " LIMIT " + limit
        place, state = self.with_state(selection, found)
        if place.state is not None:
            # an OPTIONAL MATCH promises no order, so it is stated again
            text = text + state + " WITH " + x + ", " + place.state + " ORDER BY " + by
        row = self.row(selection, place)
        if cursors:
            row = "[" + x + "." + order.column + ", " + x + ".id, " + row + "]"
        return text + " RETURN " + row

    def root(self, root: Root) -> LiteralString:
        """One seed: a page of a label, or the nodes behind keys."""
        shape = SHAPES[root.selection.shape]
        x: LiteralString = "x" + self.names.fresh()
        if root.page is not None:
            # never null, but said: Neo4j reads an index in order only for a stated predicate
            known = x + "." + shape.orders[root.page.order].column + " IS NOT NULL AND "
            match = "MATCH (" + x + ":" + shape.label + ") WHERE " + known + self.allowed(shape, x)
            return self.page(root.page, root.selection, Found(shape, x, match), root=True)
        k: LiteralString = "k" + self.names.fresh()
        pattern = shape.keys[root.by].replace("{k}", k).replace("{x}", x)
        match = "UNWIND " + slot(root.slot) + " AS " + k + " MATCH " + pattern
        place, state = self.with_state(root.selection, Found(shape, x, match))
        where = " WHERE " + self.allowed(shape, x) + " WITH DISTINCT " + k + ", " + x
        row = "[" + k + ", " + self.row(root.selection, place) + "]"
        return "COLLECT { " + match + where + state + " RETURN " + row + " }"


def ordered(x: LiteralString, order: Order) -> LiteralString:
    """The ORDER BY of an order; the id breaks ties, upwards unless the order is turned."""
    id = x + ".id" + (" DESC" if order.backward else "")
    if order.column == "id":
        return id
    return x + "." + order.column + (" DESC" if order.falls else "") + ", " + id


def beyond(x: LiteralString, order: Order, key: LiteralString, id: LiteralString) -> LiteralString:
    """What comes after a cursor, in the form that uses an index (graph.md 6.2)."""
    last = x + ".id " + ("<" if order.backward else ">") + " " + id
    if order.column == "id":
        return last
    column = x + "." + order.column
    sign: LiteralString = "<" if order.falls else ">"
    first = column + " " + sign + "= " + key
    return first + " AND (" + column + " " + sign + " " + key + " OR " + last + ")"


@lru_cache(maxsize=2048)
def plan(roots: tuple[Root, ...], scope: Scope, tense: Tense) -> LiteralString:
    """One text that answers all roots in one record, each as a column `r0`, `r1`, …

    Values go in as `$v0`, `$v1`, … by slot, and `$t` (UTC text) when the tense is `then`.
    Raises KeyError when the scope does not state who may read a noun that is selected.
    """
    writer = Writer(scope, tense, Names())
    columns: tuple[LiteralString, ...] = tuple(
        writer.root(root) + " AS r" + number(n) for n, root in enumerate(roots)
    )
    before: LiteralString = "WITH " + ", ".join(writer.before) + " " if writer.before else ""
    return before + "RETURN " + ", ".join(columns)

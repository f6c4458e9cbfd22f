"""Aggregates: counts, sums and extremes over all nodes of a list that meet its filter.

Beside the planner, joining constants as it does. Told in groups by currency, so that no two are
ever added: `[currency, nodes, column, …]`, where `''` stands for no currency. A column of numbers
is `[known, high, low, least, most]` and its sum `high` · 10⁹ + `low`: past 64 bits a plain sum
turns into a float without a word. One of texts is `[known, least, most]`.
"""

from typing import LiteralString, Protocol

from graph.found import Found, Names
from graph.literals import number
from graph.selection import Aggregate, Selection
from graph.shape import Column, Shape, Stored

CHUNK = 1_000_000_000
# {v}: a value of a node, {a}: what is known so far of those before it
TOLD: dict[Stored, LiteralString] = {
    int: "[count({v}), sum({v} / 1000000000), sum({v} % 1000000000), min({v}), max({v})]",
    str: "[count({v}), min({v}), max({v})]",
}
NONE_YET: dict[Stored, LiteralString] = {int: "[0, 0, 0, null, null]", str: "[0, null, null]"}
ONE_MORE: dict[Stored, LiteralString] = {
    int: "[{a}[0] + 1, {a}[1] + {v} / 1000000000, {a}[2] + {v} % 1000000000,"
    " CASE WHEN {a}[3] <= {v} THEN {a}[3] ELSE {v} END,"
    " CASE WHEN {a}[4] >= {v} THEN {a}[4] ELSE {v} END]",
    str: "[{a}[0] + 1, CASE WHEN {a}[1] <= {v} THEN {a}[1] ELSE {v} END,"
    " CASE WHEN {a}[2] >= {v} THEN {a}[2] ELSE {v} END]",
}
FOLDED: LiteralString = (
    "reduce({a} = {none}, {e} IN {l} |"
    " CASE WHEN {e}[0] <> {g} OR {v} IS NULL THEN {a} ELSE {more} END)"
)
GROUPS: LiteralString = (
    "reduce({d} = [], {e} IN {l} | CASE WHEN {e}[0] IN {d} THEN {d} ELSE {d} + [{e}[0]] END)"
)
SIZE: LiteralString = "size([{e} IN {l} WHERE {e}[0] = {g}])"


class Read(Protocol):
    """Where a node stands."""

    def read(self, column: Column) -> LiteralString:
        """The expression of a column there."""
        ...


class Writing(Protocol):
    """What an aggregate needs of the planner."""

    @property
    def names(self) -> Names:
        """The names of the text."""
        ...

    def with_state(self, selection: Selection, found: Found) -> tuple[Read, LiteralString]:
        """The place of a node and the clause that fetches its state, where one is needed."""
        ...


def gathered(
    writer: Writing, found: Found, wanted: Aggregate
) -> tuple[LiteralString, LiteralString]:
    """The clause that finds the nodes, each once, and `[currency, value, …]` of one of them."""
    shape, x = found.shape, found.x
    by = (wanted.by,) if wanted.by else ()
    place, state = writer.with_state(Selection(shape.name, (*by, *wanted.columns)), found)
    once = " WITH DISTINCT " + x if found.distinct else ""
    currency: LiteralString = "''"
    if wanted.by:
        currency = "coalesce(" + place.read(shape.column(wanted.by)) + ", '')"
    values: tuple[LiteralString, ...] = tuple(
        place.read(shape.column(name)) for name in wanted.columns
    )
    return found.match + once + state, "[" + ", ".join((currency, *values)) + "]"


def grouped(writer: Writing, found: Found, wanted: Aggregate) -> LiteralString:
    """The groups by the engine's own aggregates: only where no row holds anything beside them."""
    match, values = gathered(writer, found, wanted)
    n = writer.names.fresh()
    told = of_each(found.shape, wanted, TOLD)
    names: tuple[LiteralString, ...] = tuple("a{n}x" + number(at) for at in range(len(told)))
    columns: tuple[LiteralString, ...] = tuple(
        text + " AS " + name for text, name in zip(told, names, strict=True)
    )
    first: tuple[LiteralString, ...] = ("{e}[0] AS {g}", "count({e}) AS c{n}")
    row: tuple[LiteralString, ...] = ("{g}", "c{n}", *names)
    text = (
        "COLLECT { " + match + " WITH " + values + " AS {e} WITH " + ", ".join((*first, *columns))
    )
    return named(text + " RETURN [" + ", ".join(row) + "] }", n)


def folded(writer: Writing, found: Found, wanted: Aggregate) -> LiteralString:
    """The groups by `reduce`, from one match of the nodes.

    Neo4j refuses a row that holds an aggregate beside anything else, at any depth.
    """
    match, values = gathered(writer, found, wanted)
    rows = "COLLECT { " + match + " RETURN " + values + " }"
    folds: dict[Stored, LiteralString] = {
        type: FOLDED.replace("{none}", none).replace("{more}", ONE_MORE[type])
        for type, none in NONE_YET.items()
    }
    row = ", ".join(("{g}", SIZE, *of_each(found.shape, wanted, folds)))
    text = "head([{l} IN [" + rows + "] | [{g} IN " + GROUPS + " | [" + row + "]]])"
    return named(text, writer.names.fresh())


def of_each(
    shape: Shape, wanted: Aggregate, texts: dict[Stored, LiteralString]
) -> tuple[LiteralString, ...]:
    """The text for the type of each column; its value stands behind the currency in `{e}`."""
    types = (shape.column(name).type for name in wanted.columns)
    return tuple(
        texts[type].replace("{v}", "{e}[" + number(at) + "]") for at, type in enumerate(types, 1)
    )


def named(text: LiteralString, n: LiteralString) -> LiteralString:
    """The text with its own names in the holes that are left."""
    text = text.replace("{a}", "a" + n).replace("{d}", "d" + n).replace("{e}", "e" + n)
    return text.replace("{g}", "g" + n).replace("{l}", "l" + n).replace("{n}", n)

"""Reads: one statement answers all roots of a request's field; a scope is demanded."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.driver import Graph, Statement
from graph.plan import plan
from graph.selection import Root, Scope, Tense

Row = list[Any]


def reading(name: str, roots: Sequence[Root], scope: Scope, tense: Tense) -> Statement:
    """The statement that answers the roots; `name` counts it in the ledger.

    Raises KeyError when the scope does not state who may read a noun that is selected.
    """
    return Statement(name, plan(tuple(roots), scope, tense))


async def run(
    graph: Graph, statement: Statement, as_of: str | None, values: Mapping[str, Any]
) -> Row:
    """The answers in the order of the roots, rows as lists by position (graph/selection.py).

    `values` go by the names of their slots: `v0`, `v1`, …; `as_of` is the last visible instant as
    UTC text, given if the statement's tense is `then`. Raises HubError (TimedOut, Unavailable,
    Internal).
    """
    given = values if as_of is None else {**values, "t": as_of}
    records = await graph.rows(statement, **given)
    return records[0]


async def read(
    graph: Graph,
    name: str,
    roots: Sequence[Root],
    scope: Scope,
    as_of: str | None,
    values: Sequence[Any],
) -> Row:
    """Both at once; `values` in the order of the slots."""
    statement = reading(name, roots, scope, "now" if as_of is None else "then")
    return await run(graph, statement, as_of, {f"v{n}": v for n, v in enumerate(values)})

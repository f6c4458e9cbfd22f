"""Reads: one statement answers all roots of a request's field; a scope is demanded."""

from collections.abc import Sequence
from typing import Any

from graph.driver import Graph, Statement
from graph.plan import plan
from graph.selection import Root, Scope

Row = list[Any]


async def read(
    graph: Graph,
    name: str,
    roots: Sequence[Root],
    scope: Scope,
    as_of: str | None,
    values: Sequence[Any],
) -> Row:
    """The answers in the order of the roots, rows as lists by position (graph/selection.py).

    `name` counts the statement in the ledger; `as_of` is the last visible instant as UTC text.
    Raises HubError (TimedOut, Unavailable, Internal).
    """
    text = plan(tuple(roots), scope, "now" if as_of is None else "then")
    given: dict[str, Any] = {f"v{n}": value for n, value in enumerate(values)}
    if as_of is not None:
        given["t"] = as_of
    records = await graph.rows(Statement(name, text), **given)
    return records[0]

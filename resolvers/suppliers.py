"""Suppliers: their names, for answers outside GraphQL."""

from collections.abc import Sequence

from graph.read import read
from graph.selection import Root, Selection
from resolvers.context import Context

NAMES = Root(Selection("Supplier", ("name",)))


async def names(ctx: Context, ids: Sequence[str]) -> dict[str, str]:
    """Newest name by org- id; one statement. A supplier that may not be seen is left out."""
    answer = await read(ctx.graph, "supplier names", [NAMES], ctx.scope, None, [list(ids)])
    return {key: row[0] for key, row in answer[0]}

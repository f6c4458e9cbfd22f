"""Roots that are planned: a page, nodes by key. Each is one statement."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import strawberry
from graphql import FieldNode

from auth.policies import may_call
from graph.clock import end_of
from graph.errors import Forbidden
from graph.read import read
from graph.registry import SHAPES
from graph.selection import Root
from resolvers.context import Context
from schema.record import Builder, Layout, Record
from schema.selection import Walk

Info = strawberry.Info[Context, None]


def permit(info: Info) -> None:
    """Raises Forbidden when the policy of a root field denies the caller, or none is stated."""
    viewer = info.context.viewer
    if not may_call(viewer, info.field_name):
        raise Forbidden(f"{info.field_name} is not open to {viewer} callers.")


def walk(info: Info) -> Walk:
    """A walk over what a root field selects. Raises Forbidden (see `permit`)."""
    permit(info)
    ctx = info.context
    return Walk(info._raw_info, ctx.viewer, ctx.most_nodes)  # pyright: ignore[reportPrivateUsage]


def moment(as_of: date | None) -> str | None:
    """`asOf` as the last visible instant: the end of that day in London."""
    return None if as_of is None else end_of(as_of)


def root_nodes(info: Info) -> list[FieldNode]:
    """The field nodes of the root."""
    return info._raw_info.field_nodes  # pyright: ignore[reportPrivateUsage]


async def page(info: Info, type: str, order: str, as_of: date | None) -> Any:
    """A page of a noun, as its connection's record."""
    walker = walk(info)
    nodes = root_nodes(info)
    connection = walker.connection("Query", nodes, SHAPES[type], order)
    root = Root(connection.builder.frozen(), connection.page)
    rows = await run(info, walker, [root], as_of)
    return connection.record(rows[0])


async def by_key(
    info: Info, type: str, by: str, keys: Sequence[str], as_of: date | None
) -> list[tuple[str, Record]]:
    """The nodes of a type behind keys, each with its key, in no order."""
    walker = walk(info)
    found = Found.of(walker, type, root_nodes(info), by, keys)
    rows = await run(info, walker, [found.root], as_of)
    return found.records(rows[0])


class Found:
    """A root by keys with the layout of its records."""

    def __init__(self, root: Root, layout: Layout) -> None:
        self.root = root
        self.layout = layout

    @classmethod
    def of(
        cls, walker: Walk, type: str, nodes: Sequence[FieldNode], by: str, keys: Sequence[str]
    ) -> "Found":
        """What is wanted of the nodes of a type behind some keys."""
        builder = Builder(SHAPES[type])
        with walker.times(len(keys)):
            layout = walker.layout(type, nodes, builder)
        return cls(Root(builder.frozen(), by=by, slot=walker.slot(list(keys))), layout)

    def records(self, rows: list[list[Any]]) -> list[tuple[str, Record]]:
        """Key and record of each row."""
        return [(key, self.layout.record(row)) for key, row in rows]


async def run(info: Info, walker: Walk, roots: Sequence[Root], as_of: date | None) -> list[Any]:
    """Runs the one statement of a root field."""
    ctx = info.context
    return await read(ctx.graph, info.field_name, roots, ctx.scope, moment(as_of), walker.values)

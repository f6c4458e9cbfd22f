"""What the planner writes reads by index on both engines: every hop, key, order and filter."""

from collections.abc import AsyncGenerator, Iterator
from typing import Any, LiteralString, cast

import pytest
from neo4j import AsyncGraphDatabase, AsyncSession

from auth.policies import scope
from graph.driver import Graph
from graph.plan import plan
from graph.registry import SHAPES
from graph.selection import (
    Aggregate,
    Comparison,
    HopSelection,
    Opposite,
    Page,
    Root,
    Selection,
    Tense,
)
from graph.shape import Hop, Shape
from schema.build import schema
from tests.fixtures.engine import Server
from tests.graph.comparisons import VALUES, filters

pytestmark = pytest.mark.anyio
SCANS = {"AllNodesScan", "NodeByLabelScan", "CartesianProduct", "Eager"}
TENSES: tuple[Tense, ...] = ("now", "then")
KEYS, AFTER = 10, (11, 12)
GIVEN = {f"v{slot}": value for slot, value in {**VALUES, 0: 5, 10: ["a"], 11: "b", 12: "c"}.items()}
QUERY = schema._schema.query_type  # pyright: ignore[reportPrivateUsage]


@pytest.fixture
async def session(engine_server: Server, migrated_graph: Graph) -> AsyncGenerator[AsyncSession]:
    """A session of the driver's own: EXPLAIN answers in the summary."""
    auth = (engine_server.user, engine_server.password)
    async with AsyncGraphDatabase.driver(engine_server.uri, auth=auth) as driver:
        async with driver.session(database=engine_server.database) as opened:
            yield opened


def listed() -> list[Shape]:
    """The shapes of which the API lists all nodes."""
    assert QUERY is not None
    names = {str(field.type).removesuffix("Connection!") for field in QUERY.fields.values()}
    return [shape for shape in SHAPES.values() if shape.name in names]


def everything(shape: Shape) -> Selection:
    """All columns and totals of a shape."""
    columns = tuple(column.name for column in shape.columns)
    return Selection(shape.name, columns, tuple(total.name for total in shape.totals))


def told(shape: Shape) -> Aggregate:
    """What can be told of a list: a column of each type, since Neo4j plans each for long."""
    kinds = {column.type: column.name for column in shape.columns if column.type in (int, str)}
    known = any(column.name == "currency" for column in shape.columns)
    return Aggregate(tuple(kinds.values()), "currency" if known else None)


def through(hop: Hop) -> HopSelection:
    """A hop with all that can be read behind it."""
    target = SHAPES[hop.to]
    page = Page(hop.order, 0, AFTER, total=True, cursors=True, aggregate=told(target))
    return HopSelection(hop.name, everything(target), page if hop.many else None)


def by_keys() -> Iterator[tuple[str, Root]]:
    """Each shape by each of its keys, and each hop from a key."""
    for shape in SHAPES.values():
        for key in shape.keys:
            yield f"{shape.name} by {key}", Root(everything(shape), by=key, slot=KEYS)
        for hop in shape.hops:
            selection = Selection(shape.name, ("id",), (), (through(hop),))
            yield f"{shape.name}.{hop.name}", Root(selection, slot=KEYS)


def pages() -> Iterator[tuple[str, Root]]:
    """A page of each list in each of its orders, from either end, on either side of a cursor."""
    for shape in listed():
        for order in shape.orders:
            for backward in (False, True):
                for n, (after, before) in enumerate(((None, None), (AFTER, None), (None, AFTER))):
                    page = Page(
                        order, 0, after, before=before, backward=backward, cursors=True, total=True
                    )
                    name = f"{shape.name} {order} {'last' if backward else 'first'} {n}"
                    yield name, Root(everything(shape), page)
            page = Page(order, 0, rows=False, aggregate=told(shape))
            yield f"{shape.name} told in {order}", Root(Selection(shape.name), page)


def filtered() -> Iterator[tuple[str, Root]]:
    """A list with each kind of filter: a comparison of a kind of column once, each relation."""
    seen: set[Any] = set()
    for shape in listed():
        for where in filters(shape):
            bare = where.of if isinstance(where, Opposite) else where
            kind: Any = (shape.name, where)
            if isinstance(bare, Comparison):
                column = shape.column(bare.column)
                kind = (type(where), bare.operator, column.type, column.versioned)
            if kind not in seen:
                seen.add(kind)
                page = Page(next(iter(shape.orders)), 0, total=True, where=where)
                yield f"{shape.name} {where}", Root(Selection(shape.name, ("id",)), page)


async def operators(session: AsyncSession, text: str) -> set[str]:
    """The operators of a text's plan (empty on ArcadeDB, which says nothing of a COLLECT)."""
    found: set[str] = set()
    waiting: list[Any] = [await explained(session, text)]
    while waiting:
        node = waiting.pop()
        found.add(str(node.get("operatorType", "")).removesuffix("@neo4j"))
        waiting += node.get("children", [])
    return found


async def explained(session: AsyncSession, text: str) -> dict[str, Any]:
    """A text's plan."""
    explain = cast(LiteralString, "EXPLAIN " + text)
    values = {**GIVEN, "t": "2020-01-01T00:00:00Z"}
    return (await (await session.run(explain, values)).consume()).plan or {}


@pytest.mark.parametrize("tense", TENSES)
@pytest.mark.parametrize("kind", [by_keys, pages, filtered], ids=lambda kind: kind.__name__)
async def test_nothing_that_is_planned_scans(
    session: AsyncSession, kind: Any, tense: Tense
) -> None:
    scanned = {
        name: bad
        for name, root in kind()
        if (bad := SCANS & await operators(session, plan((root,), scope("anonymous"), tense)))
    }
    assert scanned == {}


async def test_several_roots_are_one_text(session: AsyncSession) -> None:
    roots = tuple(root for name, root in by_keys() if " by " in name)
    text = plan(roots, scope("anonymous"), "now")
    assert text.count("RETURN COLLECT {") == 1
    assert text.endswith(f" AS r{len(roots) - 1}")
    await operators(session, text)

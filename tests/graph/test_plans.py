"""Every hop, total and key of every shape parses on the engine and reads by index."""

from collections.abc import AsyncGenerator, Iterator
from typing import Any, LiteralString, cast

import pytest
from neo4j import AsyncGraphDatabase, AsyncSession

from auth.policies import scope
from graph.driver import Graph
from graph.plan import plan
from graph.registry import SHAPES
from graph.selection import HopSelection, Page, Root, Selection, Tense
from graph.shape import Hop, Shape
from tests.fixtures.engine import Server

pytestmark = pytest.mark.anyio
SCANS = {"AllNodesScan", "NodeByLabelScan", "CartesianProduct"}
TENSES: tuple[Tense, ...] = ("now", "then")


@pytest.fixture
async def session(engine_server: Server, migrated_graph: Graph) -> AsyncGenerator[AsyncSession]:
    """A session of the driver's own: EXPLAIN answers in the summary."""
    auth = (engine_server.user, engine_server.password)
    async with AsyncGraphDatabase.driver(engine_server.uri, auth=auth) as driver:
        async with driver.session(database=engine_server.database) as opened:
            yield opened


def everything(shape: Shape) -> Selection:
    """All columns and totals of a shape."""
    columns = tuple(column.name for column in shape.columns)
    return Selection(shape.name, columns, tuple(total.name for total in shape.totals))


def through(hop: Hop) -> HopSelection:
    """A hop with all that can be read behind it."""
    target = SHAPES[hop.to]
    page = Page(hop.order, 1, (2, 3), total=True, cursors=True) if hop.many else None
    return HopSelection(hop.name, everything(target), page)


def by_keys() -> Iterator[tuple[str, Root]]:
    """Each shape by each of its keys, and each hop from a key."""
    for shape in SHAPES.values():
        for key in shape.keys:
            yield f"{shape.name} by {key}", Root(everything(shape), by=key)
        for hop in shape.hops:
            selection = Selection(shape.name, ("id",), (), (through(hop),))
            yield f"{shape.name}.{hop.name}", Root(selection)


def pages() -> Iterator[tuple[str, Root]]:
    """A page of each shape in each of its orders, after a cursor."""
    for shape in SHAPES.values():
        for order in shape.orders:
            page = Page(order, 1, (2, 3), total=True, cursors=True)
            yield f"{shape.name} in order {order}", Root(everything(shape), page)


async def operators(session: AsyncSession, text: str) -> set[str]:
    """The operators of a text's plan (empty on ArcadeDB, which says nothing of a COLLECT)."""
    explain = cast(LiteralString, "EXPLAIN " + text)
    values = {"v0": ["a"], "v1": 5, "v2": "b", "v3": "c", "t": "2020-01-01T00:00:00Z"}
    summary = await (await session.run(explain, values)).consume()
    found: set[str] = set()
    waiting: list[Any] = [summary.plan]
    while waiting:
        node = waiting.pop()
        found.add(str(node.get("operatorType", "")).removesuffix("@neo4j"))
        waiting += node.get("children", [])
    return found


@pytest.mark.parametrize("tense", TENSES)
async def test_a_hop_or_a_key_never_scans(session: AsyncSession, tense: Tense) -> None:
    scanned = {
        name: bad
        for name, root in by_keys()
        if (bad := SCANS & await operators(session, plan((root,), scope("anonymous"), tense)))
    }
    assert scanned == {}


@pytest.mark.parametrize("tense", TENSES)
async def test_a_page_parses_in_every_order(session: AsyncSession, tense: Tense) -> None:
    for name, root in pages():
        found = await operators(session, plan((root,), scope("anonymous"), tense))
        assert "AllNodesScan" not in found, name


async def test_several_roots_are_one_text(session: AsyncSession) -> None:
    roots = tuple(root for _, root in by_keys())
    text = plan(roots, scope("anonymous"), "now")
    assert text.count("RETURN COLLECT {") == 1
    assert text.endswith(f" AS r{len(roots) - 1}")
    await operators(session, text)

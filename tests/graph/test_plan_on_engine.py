"""Every text that the planner can write is one that the engine accepts."""

from dataclasses import replace

import pytest

from graph.driver import Graph, Statement, Step
from graph.plan import plan
from graph.registry import SHAPES
from graph.selection import (
    Either,
    Every,
    Filter,
    HopSelection,
    Opposite,
    Page,
    Root,
    Scope,
    Selection,
    Tense,
)
from graph.shape import Hop, Shape
from tests.graph.comparisons import VALUES, compared, throughs

pytestmark = pytest.mark.anyio

SCOPE = Scope("anybody", tuple((name, "PUBLIC") for name in SHAPES))
T = "2020-01-01T00:00:00Z"
PAID = Statement(
    "a paid contract",
    "CREATE (c:Contract {id: 'con-1', publicFrom: $t}) "
    "WITH c UNWIND $lines AS line "
    "CREATE (:Payment {id: line[0], currency: line[1], amountE5: line[2], publicFrom: $t})"
    "-[:PAID_UNDER {publicFrom: $t}]->(c)",
)


PAID_BY_ID = Statement(
    "a paid contract by id",
    "CREATE (c:Contract {id: $contract, publicFrom: $t}) "
    "WITH c UNWIND $lines AS line "
    "CREATE (:Payment {id: line[0], currency: line[1], amountE5: line[2], publicFrom: $t})"
    "-[:PAID_UNDER {publicFrom: $t}]->(c)",
)


def behind(shape: str) -> Selection:
    """The columns and totals of a shape, and the first of its hops."""
    of = SHAPES[shape]
    totals = tuple(total.name for total in of.totals)
    deeper = tuple(led(hop, Selection(hop.to, ("id",))) for hop in of.hops[:1])
    return Selection(shape, tuple(column.name for column in of.columns), totals, deeper)


def led(hop: Hop, selection: Selection) -> HopSelection:
    """A hop, paged from a cursor on where it leads to many."""
    page = Page(hop.order, 0, (1, 2), total=True, cursors=True) if hop.many else None
    return HopSelection(hop.name, selection, page)


@pytest.mark.parametrize("shape", sorted(SHAPES))
@pytest.mark.parametrize("tense", ["now", "then"])
async def test_all_of_a_shape_runs(graph: Graph, shape: str, tense: Tense) -> None:
    """A statement a hop: Neo4j plans one with all of them for most of a minute."""
    of, plain = SHAPES[shape], replace(behind(shape), hops=())
    keyed = [Root(plain, by=key, slot=3) for key in of.keys]
    paged = [Root(plain, Page(order, 0)) for order in of.orders]
    hops = [Root(Selection(shape, ("id",), (), (led(h, behind(h.to)),)), slot=3) for h in of.hops]
    values = {"v0": 3, "v1": "2013", "v2": "con-1", "v3": ["x"], "t": T}
    for roots in ([*keyed, *paged], *([hop] for hop in hops)):
        text = plan(tuple(roots), SCOPE, tense)
        found = [[[]] if root.page else [] for root in roots]
        assert await graph.rows(Statement("all of it", text, 60), **values) == [found]


def every_test(shape: Shape) -> Filter:
    """All of them at once, every other one under NOT."""
    of, hops = compared(shape), throughs(shape)
    return Either((*of[::2], *hops, Opposite(Every((*of[1::2], *hops)))))


@pytest.mark.parametrize("shape", sorted(SHAPES))
@pytest.mark.parametrize("tense", ["now", "then"])
async def test_every_filter_of_a_shape_runs(graph: Graph, shape: str, tense: Tense) -> None:
    of = SHAPES[shape]
    page = Page(next(iter(of.orders)), 0, total=True, where=every_test(of))
    text = plan((Root(Selection(shape, ("id",)), page),), SCOPE, tense)
    values = {"v0": 3, "t": T} | {f"v{slot}": value for slot, value in VALUES.items()}
    assert await graph.rows(Statement("all filters", text, 60), **values) == [[[[], 0]]]


async def test_a_total_is_exact_and_told_per_currency(graph: Graph) -> None:
    lines = [["p1", "GBP", 2**53 + 1], ["p2", "GBP", -3], ["p3", "EUR", 5]]
    await graph.write(Step(PAID, {"t": T, "lines": lines}))
    root = Root(Selection("Contract", ("id",), ("paid",)))
    rows = await graph.rows(Statement("paid", plan((root,), SCOPE, "then")), v0=["con-1"], t=T)
    assert rows == [[[["con-1", ["con-1", [["EUR", 5], ["GBP", 2**53 - 2]]]]]]]


async def test_a_total_holds_what_lies_under_its_own_parent_only(graph: Graph) -> None:
    for contract, amount in (("con-1", 5), ("con-2", 7)):
        made = {"t": T, "contract": contract, "lines": [["p" + contract, "GBP", amount]]}
        await graph.write(Step(PAID_BY_ID, made))
    root = Root(Selection("Contract", ("id",), ("paid",)), Page("oldest", 1))
    text = plan((root,), SCOPE, "then")
    rows = await graph.rows(Statement("paid of two", text), v1=9, t=T)
    assert rows == [[[[["con-1", [["GBP", 5]]], ["con-2", [["GBP", 7]]]]]]]

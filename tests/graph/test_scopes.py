"""Each hop, total and root hides what its scope and its interval hide: one predicate, one test."""

from collections.abc import Iterator
from typing import Any

import pytest

from auth.policies import scope
from graph.driver import Graph, Statement, Step
from graph.read import read
from graph.registry import SHAPES
from graph.selection import HopSelection, Page, Root, Selection
from graph.shape import Hop, Shape

pytestmark = pytest.mark.anyio
T = "2020-06-30T22:59:59Z"
BEFORE, LATER = "2020-01-01T00:00:00Z", "2020-07-01T00:00:00Z"
KNOWN = {"publicFrom": BEFORE, "buysFrom": BEFORE, "suppliesFrom": BEFORE, "currency": "GBP"}
NODE = {**KNOWN, "amountE5": 7, "name": "N", "code": "C"}
# Each hides the node, or its edge, from a reader of now (None) or of T.
NODE_CASES: list[tuple[dict[str, Any], str | None]] = [
    ({"withheld": "court order"}, None),
    ({"withheld": "court order"}, T),
    ({"publicTo": BEFORE}, None),
    ({"publicTo": T}, T),
    ({"publicFrom": LATER}, T),
]
ROLE_CASES: list[tuple[dict[str, Any], str | None]] = [
    *NODE_CASES[:2],
    ({"buysFrom": None, "suppliesFrom": None}, None),
    ({"buysFrom": LATER, "suppliesFrom": LATER}, T),
]
EDGE_CASES: list[tuple[dict[str, Any], str | None]] = [*NODE_CASES[2:]]


def hops() -> Iterator[tuple[Shape, Hop]]:
    """All hops but those between the roles of one node, which hide and show as one."""
    for shape in SHAPES.values():
        for hop in shape.hops:
            if "{r}" in hop.pattern:
                yield shape, hop


def made(shape: Shape, hop: Hop) -> Statement:
    """Test data only: a parent, and the hop's own pattern from it."""
    pattern = hop.pattern.replace("{p}", "p").replace("{r}", "r").replace("{x}", "x")
    text = f"CREATE (p:{shape.label} {{id: 'p'}}) SET p += $p WITH p CREATE {pattern}"
    text += " SET x.id = 'x' SET x += $x SET r.publicFrom = $p.publicFrom SET r += $r"
    if shape.label == "Organisation":
        text += " WITH p CREATE (:Mention {id: 'p'})-[:MEANS]->(p)"
    return Statement("given", text)


async def seen(graph: Graph, shape: Shape, hop: Hop, t: str | None) -> list[Any]:
    """What is read through a hop: its rows and count, and the totals over it."""
    page = Page(hop.order, 1, total=True) if hop.many else None
    totals = tuple(total.name for total in shape.totals if total.hop == hop.name)
    wanted = HopSelection(hop.name, Selection(hop.to, ("id",)), page)
    root = Root(Selection(shape.name, (), totals, (wanted,)))
    answer = await read(graph, "seen", [root], scope("anonymous"), t, [["p"], 10])
    return answer[0][0][1]


def empty(shape: Shape, hop: Hop) -> list[Any]:
    """What is read when there is nothing to see."""
    totals: list[Any] = [[] for total in shape.totals if total.hop == hop.name]
    return [*totals, [[], 0] if hop.many else []]


@pytest.mark.parametrize(("shape", "hop"), list(hops()), ids=lambda part: part.name)
async def test_a_hop_hides_what_scope_and_interval_hide(
    graph: Graph, shape: Shape, hop: Hop
) -> None:
    cases = ROLE_CASES if SHAPES[hop.to].label == "Organisation" else NODE_CASES
    for x, r, t in [*((x, {}, t) for x, t in cases), *(({}, r, t) for r, t in EDGE_CASES)]:
        wipe = Statement("wipe", "MATCH (n) WHERE n.id IN ['p', 'x'] DETACH DELETE n")
        await graph.write(Step(wipe))
        await graph.write(Step(made(shape, hop), {"p": NODE, "x": {**NODE, **x}, "r": r}))
        assert await seen(graph, shape, hop, t) == empty(shape, hop), (x, r, t)
        restore = Statement(
            "restore", "MATCH (p {id: 'p'})-[r]-(x {id: 'x'}) SET x += $x SET r += $r"
        )
        cleared = {"withheld": None, "publicTo": None}
        values = {"x": {**NODE, **cleared}, "r": {"publicFrom": BEFORE, "publicTo": None}}
        await graph.write(Step(restore, values))
        assert await seen(graph, shape, hop, t) != empty(shape, hop), (x, r, t)


@pytest.mark.parametrize("shape", list(SHAPES.values()), ids=lambda shape: shape.name)
async def test_a_root_hides_what_scope_and_interval_hide(graph: Graph, shape: Shape) -> None:
    page = Root(Selection(shape.name, ("id",)), Page(next(iter(shape.orders)), 0, total=True))
    keyed = Root(Selection(shape.name, ("id",)), slot=1)
    create = (
        f"CREATE (x:{shape.label} {{id: 'x'}}) SET x += $x WITH x "
        "CREATE (:Mention {id: 'x'})-[:MEANS]->(x)"
    )
    for x, t in ROLE_CASES if shape.label == "Organisation" else NODE_CASES:
        await graph.write(Step(Statement("wipe", "MATCH (n {id: 'x'}) DETACH DELETE n")))
        await graph.write(Step(Statement("given", create), {"x": {**NODE, **x}}))
        roots = [page, keyed]
        answer = await read(graph, "seen", roots, scope("anonymous"), t, [10, ["x"]])
        assert answer == [[[], 0], []], (x, t)
        show = Statement("show", "MATCH (n {id: 'x'}) SET n += $x")
        await graph.write(Step(show, {"x": {**NODE, "withheld": None, "publicTo": None}}))
        answer = await read(graph, "seen", roots, scope("anonymous"), t, [10, ["x"]])
        assert [len(answer[0][0]), answer[0][1], len(answer[1])] == [1, 1, 1], (x, t)

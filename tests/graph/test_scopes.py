"""Each hop, total and root hides what its scope and its interval hide: one predicate, one test.

Each predicate is taken out in turn as well, and what it hid must show: so none can be lost
unnoticed, in no place where a node appears (rows, counts, totals, aggregates, filters).
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Literal, LiteralString

import pytest

from auth.policies import scope
from graph import plan as planning
from graph import registry
from graph.driver import Graph, Statement, Step
from graph.plan import plan
from graph.read import read
from graph.registry import SHAPES
from graph.selection import (
    Aggregate,
    Comparison,
    Every,
    HopSelection,
    Page,
    Root,
    Selection,
    Through,
)
from graph.shape import Hop, Shape

pytestmark = pytest.mark.anyio
T = "2020-06-30T22:59:59Z"
BEFORE, LATER = "2020-01-01T00:00:00Z", "2020-07-01T00:00:00Z"
KNOWN = {"publicFrom": BEFORE, "buysFrom": BEFORE, "suppliesFrom": BEFORE, "currency": "GBP"}
NODE = {**KNOWN, "amountE5": 7, "name": "N", "code": "C"}
GONE: LiteralString = "{x}.id IS NOT NULL"  # in the place of a predicate that was taken out
Row = dict[str, Any]
Guard = Literal["scope", "interval", "edge"]


@dataclass(frozen=True, slots=True)
class Case:
    """What hides a node (`x`) or its edge (`r`) from a reader of T or of now (None), by a guard."""

    guard: Guard
    t: str | None
    x: Row
    r: Row


SCOPED = [Case("scope", t, {"withheld": "court order"}, {}) for t in (None, T)]
HELD: list[tuple[str | None, Row]] = [
    (None, {"publicTo": BEFORE}),
    (T, {"publicTo": T}),
    (T, {"publicFrom": LATER}),
]
NODE_CASES = [*SCOPED, *(Case("interval", t, x, {}) for t, x in HELD)]
ROLE_CASES = [
    *SCOPED,
    Case("interval", None, {"buysFrom": None, "suppliesFrom": None}, {}),
    Case("interval", T, {"buysFrom": LATER, "suppliesFrom": LATER}, {}),
]
EDGE_CASES = [Case("edge", t, {}, r) for t, r in HELD]


def hops() -> Iterator[tuple[Shape, Hop]]:
    """All hops but those between the roles of one node."""
    for shape in SHAPES.values():
        for hop in shape.hops:
            if "{r}" in hop.pattern:
                yield shape, hop


def node_cases(shape: Shape) -> list[Case]:
    """What can hide a node of a shape."""
    return ROLE_CASES if shape.label == "Organisation" else NODE_CASES


@contextmanager
def without(guard: Guard, shape: Shape) -> Generator[None]:
    """The planner with that one predicate taken out: of a shape, or of all edges."""
    changed = {
        "scope": replace(shape, scopes={"PUBLIC": GONE}),
        "interval": replace(shape, now=GONE, then=GONE),
        "edge": shape,
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(registry.SHAPES, shape.name, changed[guard])  # pyright: ignore[reportArgumentType]
        if guard == "edge":
            patch.setattr(planning, "EDGE_NOW", "{r} IS NOT NULL")
            patch.setattr(planning, "EDGE_THEN", "{r} IS NOT NULL")
        plan.cache_clear()
        yield
    plan.cache_clear()


def made(shape: Shape, hop: Hop) -> Statement:
    """Test data only: a parent, and the hop's own pattern from it."""
    pattern = hop.pattern.replace("{p}", "p").replace("{r}", "r").replace("{x}", "x")
    text = f"CREATE (p:{shape.label} {{id: 'p'}}) SET p += $p WITH p CREATE {pattern}"
    text += " SET x.id = 'x' SET x += $x SET r.publicFrom = $p.publicFrom SET r += $r"
    if shape.label == "Organisation":
        text += " WITH p CREATE (:Mention {id: 'p'})-[:MEANS]->(p)"
    return Statement("given", text)


async def seen(graph: Graph, shape: Shape, hop: Hop, t: str | None) -> list[Any]:
    """What is read through a hop in each place: totals, rows, count, groups, filtered parents."""
    page = Page(hop.order, 1, total=True, aggregate=Aggregate()) if hop.many else None
    totals = tuple(total.name for total in shape.totals if total.hop == hop.name)
    wanted = HopSelection(hop.name, Selection(hop.to, ("id",)), page)
    root = Root(Selection(shape.name, (), totals, (wanted,)))
    known = Through(hop.name, Comparison("id", "eq", 2))
    own = Every((Comparison("id", "eq", 3), known))
    parents = Page(next(iter(shape.orders)), 1, total=True, where=own)
    roots = [root, Root(Selection(shape.name, ("id",)), parents)]
    given = [["p"], 10, "x", "p"]
    keyed, (rows, total) = await read(graph, "seen", roots, scope("anonymous"), t, given)
    behind = keyed[0][1]
    places = behind[-1] if hop.many else behind[-1:]
    return [*behind[:-1], *places, rows, total]


@pytest.mark.parametrize(("shape", "hop"), list(hops()), ids=lambda part: part.name)
async def test_a_hop_hides_what_scope_and_interval_hide(
    graph: Graph, shape: Shape, hop: Hop
) -> None:
    target = SHAPES[hop.to]
    for case in (*node_cases(target), *EDGE_CASES):
        wipe = Statement("wipe", "MATCH (n) WHERE n.id IN ['p', 'x'] DETACH DELETE n")
        await graph.write(Step(wipe))
        values = {"p": NODE, "x": {**NODE, **case.x}, "r": case.r}
        await graph.write(Step(made(shape, hop), values))
        assert not any(await seen(graph, shape, hop, case.t)), case
        with without(case.guard, target):
            assert all(await seen(graph, shape, hop, case.t)), case


async def test_the_roles_of_one_body_hide_and_show_by_themselves(graph: Graph) -> None:
    roles = {"Buyer": "buysFrom", "Supplier": "suppliesFrom"}
    among = [(s, h) for s in SHAPES.values() for h in s.hops if "{r}" not in h.pattern]
    assert {(shape.name, hop.to) for shape, hop in among} == {("Organisation", to) for to in roles}
    text = "CREATE (p:Organisation {id: 'p'}) SET p += $p CREATE (:Mention {id: 'p'})-[:MEANS]->(p)"
    for (shape, hop), (t, value) in product(among, ((None, None), (T, LATER))):
        await graph.write(Step(Statement("wipe", "MATCH (n {id: 'p'}) DETACH DELETE n")))
        await graph.write(Step(Statement("given", text), {"p": {**NODE, roles[hop.to]: value}}))
        wanted = HopSelection(hop.name, Selection(hop.to, ("name",)))
        roots = [Root(Selection(shape.name, (), (), (wanted,)))]
        assert await read(graph, "seen", roots, scope("anonymous"), t, [["p"]]) == [[["p", [[]]]]]
        with without("interval", SHAPES[hop.to]):
            shown = await read(graph, "seen", roots, scope("anonymous"), t, [["p"]])
        assert shown == [[["p", [[["N"]]]]]]


@pytest.mark.parametrize("shape", list(SHAPES.values()), ids=lambda shape: shape.name)
async def test_a_root_hides_what_scope_and_interval_hide(graph: Graph, shape: Shape) -> None:
    create = (
        f"CREATE (x:{shape.label} {{id: 'x'}}) SET x += $x WITH x "
        "CREATE (:Mention {id: 'x'})-[:MEANS]->(x)"
    )
    for case in node_cases(shape):
        await graph.write(Step(Statement("wipe", "MATCH (n {id: 'x'}) DETACH DELETE n")))
        await graph.write(Step(Statement("given", create), {"x": {**NODE, **case.x}}))

        assert not any(await places(graph, shape, case.t)), case
        with without(case.guard, shape):
            assert all(await places(graph, shape, case.t)), case


async def places(graph: Graph, shape: Shape, t: str | None) -> list[Any]:
    """What is read of a root in each place: rows, count, groups, and by its key."""
    order = next(iter(shape.orders))
    page = Root(Selection(shape.name, ("id",)), Page(order, 0, total=True, aggregate=Aggregate()))
    keyed = Root(Selection(shape.name, ("id",)), slot=1)
    listed, by_key = await read(graph, "seen", [page, keyed], scope("anonymous"), t, [10, ["x"]])
    return [*listed, by_key]

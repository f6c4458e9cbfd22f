"""How a read costs: one statement a root, and only what was asked for."""

import dataclasses
from collections.abc import Mapping
from typing import Any

import pytest
import strawberry

from auth import policies
from graph import plan as planning
from graph import registry
from graph.driver import Graph
from graph.frameworks import FRAMEWORK
from graph.plan import plan
from graph.selection import Page as Paged
from graph.selection import Root, Selection
from graph.shape import Hop, Shape
from schema.build import build
from schema.buyers import Buyer
from schema.declare import column, many
from schema.node import Node
from schema.orders import OrganisationOrder
from schema.paging import Connection
from schema.planned import SEED, Info, answered
from schema.roots import Page
from tests.factories import Market
from tests.schema import asking
from tests.schema.asking import ask, context, executor

pytestmark = pytest.mark.anyio


def ran(graph: Graph) -> Mapping[str, int]:
    """How often each statement has run."""
    return {name: entry.count for name, entry in graph.ledger.entries.items()}


async def test_one_statement_answers_a_root_field_however_deep(graph: Graph) -> None:
    market = Market()
    con = market.deal(market.body("Ostermoor Council"), market.body("Pellwick Limited"), "Permits")
    await market.write(graph)
    graph.ledger.entries.clear()
    await ask(
        graph,
        "query ($ids: [ID!]!) { buyers(first: 9) { totalCount nodes { name "
        "contracts(first: 9) { totalCount nodes { "
        "paid { amount } suppliers(first: 9) { nodes { name contracts(first: 9) { edges { cursor "
        "node { buyer { name "
        "} } } } } } } } } } nodes(ids: $ids) { id ...on Contract { buyer { name } } } "
        "hub { dataUpTo counts { buyers } } }",
        ids=[con, "org-nothing", "fwk-nothing"],
    )
    assert ran(graph) == {"buyers": 1, "nodes": 1, "hub": 1}


async def test_an_id_that_is_none_of_ours_costs_no_statement(graph: Graph) -> None:
    graph.ledger.entries.clear()
    assert await ask(graph, '{ node(id: "nonsense") { id } }') == {"node": None}
    assert ran(graph) == {}


def test_selecting_one_column_sends_one_column() -> None:
    root = Root(Selection("Contract", ("title",)), Paged("newest", 0))
    text = plan((root,), policies.scope("anonymous"), "now")
    assert "RETURN [x1.title]" in text
    assert "description" not in text
    assert "WAS" not in text


def test_a_state_is_read_only_if_a_versioned_column_is_asked_for() -> None:
    scope = policies.scope("anonymous")
    plain = plan((Root(Selection("Contract", ("id",)), Paged("newest", 0)),), scope, "then")
    versioned = plan((Root(Selection("Contract", ("title",)), Paged("newest", 0)),), scope, "then")
    assert "WAS" not in plain
    assert versioned.index("LIMIT") < versioned.index("WAS")


def test_a_read_of_a_noun_that_the_scope_is_silent_on_cannot_be_written() -> None:
    scope = dataclasses.replace(policies.scope("anonymous"), rows=(("Buyer", "PUBLIC"),))
    with pytest.raises(KeyError):
        plan((Root(Selection("Contract", ("id",)), Paged("newest", 0)),), scope, "now")


# What a newcomer writes for a relation: a hop in the shape, a field on the type.
BUYERS = Hop("buyers", "({p})<-[{r}:UNDER]-(:Contract)<-[:BOUGHT]-({x}:Organisation)", "Buyer", "")


@strawberry.type(description="A framework with a relation that only this test has.")
class Route(Node):
    id: strawberry.ID = column(description="Its id.")
    buyers: Connection[Buyer] = many(OrganisationOrder, description="Who bought through it.")


@strawberry.type(description="Roots of this test.")
class Query:
    @strawberry.field(description="Routes.", metadata={SEED: Page("Route", "code")})
    async def frameworks(self, info: Info) -> Connection[Route]:
        return await answered(info)


async def test_a_hop_added_by_two_lines_answers_three_deep(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    hop = dataclasses.replace(BUYERS, order="name", distinct=True)
    shape: Shape = dataclasses.replace(FRAMEWORK, name="Route", hops=(hop,))
    for module in (registry, planning):
        monkeypatch.setitem(module.SHAPES, "Route", shape)  # pyright: ignore[reportArgumentType]
    rows: dict[str, Any] = {**policies.ROWS["anonymous"], "Route": "PUBLIC"}
    monkeypatch.setitem(policies.ROWS, "anonymous", rows)  # pyright: ignore[reportArgumentType]
    policies.scope.cache_clear()
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Limited")
    market.framework(
        "F1", market.deal(council, firm, "Permits"), market.deal(council, firm, "Bins")
    )
    await market.write(graph)
    by = executor(build(Query, [Route, Buyer]))
    query = (
        "{ frameworks { nodes { buyers(first: 9) { totalCount nodes { name "
        "contracts { nodes { title "
        "suppliers(first: 3) { nodes { name } } } } } } } } }"
    )
    found = await asking.answered(context(graph), query, {}, by)
    policies.scope.cache_clear()
    assert by.prepared.ways == {"prepared": 1}
    assert not found.errors
    assert found.data is not None
    buyers = found.data["frameworks"]["nodes"][0]["buyers"]
    assert buyers["totalCount"] == 1
    contracts = buyers["nodes"][0]["contracts"]["nodes"]
    assert {c["title"] for c in contracts} == {"Permits", "Bins"}
    assert all(c["suppliers"]["nodes"] == [{"name": "Pellwick Limited"}] for c in contracts)

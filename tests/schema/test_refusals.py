"""Bad input gets a coded error that says what to change."""

import pytest

from auth import policies
from graph.driver import Graph
from tests.factories import Market
from tests.schema.asking import ask, refused

pytestmark = pytest.mark.anyio
# How a root is called where it is not a page.
CALLS = {
    "node": '(id: "con-1") { id }',
    "nodes": '(ids: ["con-1"]) { id }',
    "hub": " { version }",
    "organisation": '(id: "org-1") { id }',
    "buyer": '(id: "org-1") { id }',
    "supplier": '(id: "org-1") { id }',
    "contract": '(id: "con-1") { id }',
    "procurement": '(id: "prc-1") { id }',
    "matchSuppliers": '(need: { text: "a" }) { hash }',
}


@pytest.mark.parametrize(
    ("query", "code", "says"),
    [
        ("{ contracts(first: 0) { totalCount } }", "BAD_USER_INPUT", "at least 1"),
        ("{ contracts(first: 101) { totalCount } }", "LIMIT_EXCEEDED", "at most 100"),
        ('{ contracts(after: "x") { totalCount } }', "BAD_USER_INPUT", "not a cursor"),
        ("{ buyer { id } }", "BAD_USER_INPUT", "exactly one"),
        ('{ buyer(id: "buy-1", name: "A") { id } }', "BAD_USER_INPUT", "exactly one"),
        ("{ contract { id } }", "BAD_USER_INPUT", "exactly one"),
    ],
)
async def test_a_bad_argument_says_what_to_change(
    graph: Graph, query: str, code: str, says: str
) -> None:
    given, message = await refused(graph, query)
    assert given == code
    assert says in message


async def test_a_cursor_of_another_order_is_refused(graph: Graph) -> None:
    market = Market()
    market.contract("Permits")
    await market.write(graph)
    page = await ask(graph, "{ contracts { pageInfo { endCursor } } }")
    code, message = await refused(
        graph,
        "query ($after: String) { contracts(after: $after, orderBy: OLDEST) { nodes { id } } }",
        after=page["contracts"]["pageInfo"]["endCursor"],
    )
    assert (code, "order newest" in message) == ("BAD_USER_INPUT", True)


async def test_a_name_that_two_bodies_bear_is_a_conflict(graph: Graph) -> None:
    market = Market()
    for name in ("St Osyth Primary School", "St. Osyth Primary School"):
        market.bought(market.body(name), market.contract(name), "2020-01-01T00:00:00Z")
    await market.write(graph)
    code, message = await refused(graph, '{ buyer(name: "St Osyth Primary School") { id } }')
    assert (code, "by its id" in message) == ("CONFLICT", True)


@pytest.mark.parametrize("root", sorted(set(policies.ROOTS) - {"_service"}))
async def test_a_root_without_a_policy_is_denied(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, root: str
) -> None:
    monkeypatch.delitem(policies.ROOTS, root)  # pyright: ignore[reportArgumentType]
    graph.ledger.entries.clear()
    code, _ = await refused(graph, f"{{ {root}{CALLS.get(root, ' { totalCount }')} }}")
    assert code == "FORBIDDEN"
    assert not graph.ledger.entries


async def test_a_field_that_the_gate_denies_is_refused_before_any_read(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    denied = frozenset({("Contract", "title")})
    monkeypatch.setitem(policies.DENIED, "anonymous", denied)  # pyright: ignore[reportArgumentType]
    graph.ledger.entries.clear()
    code, message = await refused(graph, "{ contracts { nodes { title } } }")
    assert (code, "Contract.title" in message) == ("FORBIDDEN", True)
    assert not graph.ledger.entries


async def test_page_sizes_multiply_and_more_than_the_most_is_refused_before_any_read(
    graph: Graph,
) -> None:
    deep = "contracts(first: 100) { nodes { suppliers(first: 100) { nodes { id } } } }"
    graph.ledger.entries.clear()
    code, message = await refused(graph, f"{{ buyers(first: 100) {{ nodes {{ {deep} }} }} }}")
    assert (code, "25,000" in message) == ("LIMIT_EXCEEDED", True)
    assert not graph.ledger.entries


async def test_a_count_alone_costs_no_page(graph: Graph) -> None:
    counts = "contracts(first: 100) { totalCount }"
    await ask(graph, f"{{ buyers(first: 100) {{ nodes {{ {counts} }} }} }}")

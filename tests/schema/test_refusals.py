"""Bad input gets a coded error that says what to change."""

import pytest

from auth import policies
from graph.driver import Graph
from tests.factories import Market
from tests.schema.asking import answered, ask, context, executor, refused

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
    "_entities": "(representations: []) { __typename }",
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
    query = f"{{ {root}{CALLS.get(root, ' { totalCount }')} }}"
    code, _ = await refused(graph, query, executor())
    assert code == "FORBIDDEN"
    assert not graph.ledger.entries


async def test_a_denied_field_is_null_and_each_selection_of_it_one_error(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    denied = frozenset({("Contract", "title"), ("Contract", "buyer")})
    monkeypatch.setitem(policies.DENIED, "anonymous", denied)  # pyright: ignore[reportArgumentType]
    market = Market()
    for n in range(3):
        market.contract(f"Permits {n}")
    await market.write(graph)
    query = (
        "query ($ids: [ID!]!) { some: contracts(first: 2) { nodes { id title } edges { node { "
        "t: title buyer { name } } } } contracts { nodes { id } } nodes(ids: $ids) { ...on Contract"
        ' { title } ...on Product { title: name } } none: contracts(where: { id: { eq: "con-0" } })'
        " { nodes { title } } }"
    )
    ids = [
        node["id"]
        for node in (await ask(graph, "{ contracts { nodes { id } } }"))["contracts"]["nodes"]
    ]
    by = executor()
    graph.ledger.entries.clear()
    found = await answered(context(graph), query, {"ids": ids}, by)
    assert by.prepared.ways == {"prepared": 1}
    assert sum(entry.count for entry in graph.ledger.entries.values()) == 4
    assert found.data is not None
    assert [node["title"] for node in found.data["some"]["nodes"]] == [None, None]
    assert found.data["nodes"] == [{"title": None}] * 3
    told = [
        (e["path"], e["extensions"]["code"], e["extensions"]["occurrences"]) for e in found.errors
    ]
    assert told == [
        (["some", "nodes", 0, "title"], "FORBIDDEN", 2),
        (["some", "edges", 0, "node", "t"], "FORBIDDEN", 2),
        (["some", "edges", 0, "node", "buyer"], "FORBIDDEN", 2),
        (["nodes", 0, "title"], "FORBIDDEN", 3),
    ]
    assert "Contract.title" in found.errors[0]["message"]
    assert all(error["locations"] for error in found.errors)


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

"""Pages, nodes and links: what a front end asks first."""

import pytest

from graph.driver import Graph
from graph.ids import as_role
from tests.factories import Market
from tests.schema.asking import ask

pytestmark = pytest.mark.anyio


async def test_a_council_lists_what_it_bought_and_from_whom(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    con = market.deal(council, firm, "Parking permits", valueE5=90_000_000, currency="GBP")
    market.payment(con, 1_000_000)
    market.payment(con, -250_050)
    await market.write(graph)
    found = await ask(
        graph,
        "query ($id: ID!) { buyer(id: $id) { name contracts { totalCount nodes { title "
        "value { amount currency } paid { amount currency } suppliers { nodes { id name } } "
        "payments { nodes { amount { amount } } } } } } }",
        id=council,
    )
    assert found["buyer"] == {
        "name": "Ostermoor Council",
        "contracts": {
            "totalCount": 1,
            "nodes": [
                {
                    "title": "Parking permits",
                    "value": {"amount": "900.00", "currency": "GBP"},
                    "paid": [{"amount": "7.4995", "currency": "GBP"}],
                    "suppliers": {
                        "nodes": [{"id": as_role(firm, "sup"), "name": "Pellwick Systems Limited"}]
                    },
                    "payments": {
                        "nodes": [
                            {"amount": {"amount": "-2.5005"}},
                            {"amount": {"amount": "10.00"}},
                        ]
                    },
                }
            ],
        },
    }


async def test_two_aliases_of_one_link_are_two_answers(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    for n in range(4):
        market.deal(council, firm, f"Purchase {n}", public=f"202{n}-01-01T00:00:00Z")
    await market.write(graph)
    found = await ask(
        graph,
        "{ buyers { nodes { last: contracts(first: 1) { nodes { title } } "
        "first: contracts(first: 2, orderBy: OLDEST) { nodes { title } pageInfo { hasNextPage } } "
        "} } }",
    )
    assert found["buyers"]["nodes"] == [
        {
            "last": {"nodes": [{"title": "Purchase 3"}]},
            "first": {
                "nodes": [{"title": "Purchase 0"}, {"title": "Purchase 1"}],
                "pageInfo": {"hasNextPage": True},
            },
        }
    ]


async def test_pages_follow_one_another_without_gap_or_repeat_even_on_ties(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    titles = {f"Purchase {n}" for n in range(23)}
    for n, title in enumerate(sorted(titles)):
        market.deal(council, firm, title, public=f"202{n % 3}-01-01T00:00:00Z")
    await market.write(graph)
    query = (
        "query ($after: String) { contracts(first: 5, after: $after) { totalCount "
        "edges { cursor node { title } } pageInfo { hasNextPage endCursor hasPreviousPage } } }"
    )
    seen: list[str] = []
    after = page = None
    for _ in range(5):
        page = (await ask(graph, query, after=after))["contracts"]
        seen += [edge["node"]["title"] for edge in page["edges"]]
        assert page["totalCount"] == 23
        assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
        assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
        after = page["pageInfo"]["endCursor"]
    assert page is not None
    assert page["pageInfo"]["hasNextPage"] is False
    assert len(seen) == 23
    assert set(seen) == titles


async def test_a_cursor_survives_inserts_before_it(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    for year in (2020, 2021, 2022):
        market.deal(council, firm, f"Of {year}", public=f"{year}-01-01T00:00:00Z")
    await market.write(graph)
    query = (
        "query ($after: String) { contracts(first: 1, after: $after) "
        "{ nodes { title } pageInfo { endCursor } } }"
    )
    first = (await ask(graph, query))["contracts"]
    newer = Market()
    newer.contract("Of 2023", public="2023-01-01T00:00:00Z")
    await newer.write(graph)
    after = first["pageInfo"]["endCursor"]
    second = (await ask(graph, query, after=after))["contracts"]
    assert [first["nodes"], second["nodes"]] == [[{"title": "Of 2022"}], [{"title": "Of 2021"}]]


async def test_node_answers_every_id_with_its_type(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    con = market.deal(council, firm, "Parking permits")
    others = [market.framework("F1", con), market.category("72000000", con)]
    others.append(market.payment(con, 5))
    await market.write(graph)
    ids = [as_role(council, "buy"), as_role(firm, "sup"), firm, con, *others, "con-nothing", "?"]
    ids.append(as_role(firm, "buy"))
    found = await ask(graph, "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", ids=ids)
    types = [node and (node["__typename"], node["id"]) for node in found["nodes"]]
    names = ["Buyer", "Supplier", "Organisation", "Contract", "Framework", "Category", "Payment"]
    assert types == [*zip(names, ids, strict=False), None, None, None]


async def test_inputs_take_all_three_forms_of_a_body_s_id(graph: Graph) -> None:
    market = Market()
    firm = market.body("Pellwick Systems Limited")
    market.deal(market.body("Ostermoor Council"), firm, "Parking permits")
    await market.write(graph)
    query = "query ($id: ID!) { supplier(id: $id) { id } }"
    for role in ("org", "buy", "sup"):
        found = await ask(graph, query, id=as_role(firm, role))
        assert found["supplier"] == {"id": as_role(firm, "sup")}


async def test_a_body_is_found_by_a_name_spelt_alike_and_by_any_of_its_mentions(
    graph: Graph,
) -> None:
    market = Market()
    firm = market.body("Pellwick & Sons Ltd")
    other = market.mention(firm, "Pellwick and Sons (Trading) Ltd")
    market.deal(market.body("Ostermoor Council"), firm, "Parking permits")
    await market.write(graph)
    by_name = await ask(graph, '{ supplier(name: "PELLWICK AND SONS LIMITED") { name } }')
    by_old_id = await ask(graph, "query ($id: ID!) { supplier(id: $id) { name } }", id=other)
    assert by_name == by_old_id == {"supplier": {"name": "Pellwick & Sons Ltd"}}


async def test_a_contract_of_two_mentions_of_one_body_is_listed_and_counted_once(
    graph: Graph,
) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    con = market.deal(council, firm, "Parking permits")
    market.bought(council, con, "2020-02-01T00:00:00Z", mention="org-second")
    await market.write(graph)
    found = await ask(graph, "{ buyers { nodes { contracts { totalCount nodes { title } } } } }")
    contracts = {"totalCount": 1, "nodes": [{"title": "Parking permits"}]}
    assert found["buyers"]["nodes"] == [{"contracts": contracts}]


async def test_what_is_withheld_shows_nowhere_and_counts_nowhere(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    hidden = market.deal(council, firm, "Sealed", withheld="court order")
    shown = market.deal(council, firm, "Open")
    market.payment(shown, 100_000)
    market.payment(shown, 900_000, withheld="court order")
    market.body("Gone Limited", withheld="erased", suppliesFrom="2020-01-01T00:00:00Z")
    await market.write(graph)
    found = await ask(
        graph,
        "query ($id: ID!) { contracts { totalCount nodes { title paid { amount } "
        "payments { totalCount } } } node(id: $id) { id } suppliers { totalCount } "
        "hub { counts { contracts payments suppliers } } }",
        id=hidden,
    )
    contract = {"title": "Open", "paid": [{"amount": "1.00"}], "payments": {"totalCount": 1}}
    assert found == {
        "contracts": {"totalCount": 1, "nodes": [contract]},
        "node": None,
        "suppliers": {"totalCount": 1},
        "hub": {"counts": {"contracts": 1, "payments": 1, "suppliers": 1}},
    }


async def test_fragments_skip_and_include_are_graphql_s_own(graph: Graph) -> None:
    market = Market()
    council = market.body("Ostermoor Council")
    market.deal(council, market.body("Pellwick Systems Limited"), "Parking permits")
    await market.write(graph)
    found = await ask(
        graph,
        "query ($id: ID!, $no: Boolean!) { node(id: $id) { ...on Node { id } ...B "
        "...on Supplier { since } } } fragment B on Buyer { name kind @include(if: $no) "
        "contracts { edges { node { a: title title @skip(if: $no) } } } contracts { totalCount } }",
        id=as_role(council, "buy"),
        no=False,
    )
    node = {"a": "Parking permits", "title": "Parking permits"}
    assert found["node"] == {
        "id": as_role(council, "buy"),
        "name": "Ostermoor Council",
        "contracts": {"edges": [{"node": node}], "totalCount": 1},
    }

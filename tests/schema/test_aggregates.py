"""What is told of a whole list: counts, exact sums, means and extremes, never across currencies."""

import pytest

from auth import policies
from graph.driver import Graph
from tests.factories import Market
from tests.schema.asking import ask, refused

pytestmark = pytest.mark.anyio
OLD, NEW = "2020-01-01T00:00:00Z", "2022-01-01T00:00:00Z"


async def a_council(graph: Graph) -> str:
    """A council with five contracts, of which the reader may see four; gives its id."""
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    pounds, euros = {"currency": "GBP"}, {"currency": "EUR"}
    market.deal(council, firm, "A", valueE5=100_000, months=12, endsOn="2024-03-31", **pounds)
    market.deal(council, firm, "B", valueE5=200_001, months=25, **pounds)
    market.deal(council, firm, "C", NEW, valueE5=-700_000, endsOn="2023-01-01", **euros)
    market.deal(council, firm, "D", NEW, valueE5=5)  # in no currency: not an amount
    market.deal(council, firm, "E", valueE5=9, months=99, withheld="court order", **pounds)
    market.bought(council, next(iter(market.nodes["Contract"])), OLD, mention="org-second")
    await market.write(graph)
    return council


ALL = (
    "aggregate { count value { currency count sum min max avg } months { count sum min max avg } "
    "endsOn { count min max } publicFrom { count min max } }"
)
EURO = {"currency": "EUR", "count": 1, "sum": "-7.00", "min": "-7.00", "max": "-7.00"}
POUND = {"currency": "GBP", "count": 2, "sum": "3.00001", "min": "1.00", "max": "2.00001"}
TOLD = {
    "count": 4,
    "value": [{**EURO, "avg": "-7.00"}, {**POUND, "avg": "1.50"}],
    "months": {"count": 2, "sum": "37", "min": 12, "max": 25, "avg": "18.50"},
    "endsOn": {"count": 2, "min": "2023-01-01", "max": "2024-03-31"},
    "publicFrom": {
        "count": 4,
        "min": "2020-01-01T00:00:00+00:00",
        "max": "2022-01-01T00:00:00+00:00",
    },
}


async def test_a_relation_and_a_list_tell_the_same_beside_their_pages(graph: Graph) -> None:
    council = await a_council(graph)
    found = await ask(
        graph,
        f"query ($id: ID!) {{ buyer(id: $id) {{ contracts(first: 1) {{ {ALL} totalCount "
        f"nodes {{ title }} }} }} contracts(first: 1, orderBy: OLDEST) {{ nodes {{ title }} {ALL} "
        "pageInfo { hasNextPage } } }",
        id=council,
    )
    assert found["buyer"]["contracts"]["aggregate"] == TOLD
    assert found["contracts"]["aggregate"] == TOLD
    assert found["buyer"]["contracts"]["totalCount"] == 4
    assert found["contracts"]["pageInfo"] == {"hasNextPage": True}
    assert [len(found["contracts"]["nodes"])] == [1]


async def test_what_is_told_is_of_the_whole_filtered_list_whatever_the_page(graph: Graph) -> None:
    await a_council(graph)
    query = (
        "query ($after: String) { contracts(first: 1, after: $after, where: {title: {in: "
        '["A", "C"]}}) { aggregate { count value { currency sum } } pageInfo { endCursor } } }'
    )
    page = (await ask(graph, query))["contracts"]
    next_page = (await ask(graph, query, after=page["pageInfo"]["endCursor"]))["contracts"]
    sums = [{"currency": "EUR", "sum": "-7.00"}, {"currency": "GBP", "sum": "1.00"}]
    assert page["aggregate"] == next_page["aggregate"] == {"count": 2, "value": sums}


async def test_as_of_a_day_tells_what_was_known_then(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    con = market.deal(council, firm, "A", OLD, valueE5=300_000, currency="GBP", months=3)
    market.was("Contract", con, OLD, NEW, valueE5=100_000, currency="EUR", months=1)
    market.deal(council, firm, "B", NEW, valueE5=500_000, currency="GBP")
    await market.write(graph)
    told = "aggregate { count value { currency sum } months { sum } }"
    found = await ask(
        graph,
        f'{{ contracts(asOf: "2021-01-01") {{ {told} }} '
        f'buyers(asOf: "2021-01-01") {{ nodes {{ contracts {{ {told} }} }} }} }}',
    )
    then = {"count": 1, "value": [{"currency": "EUR", "sum": "1.00"}], "months": {"sum": "1"}}
    assert found["contracts"]["aggregate"] == then
    assert found["buyers"]["nodes"][0]["contracts"]["aggregate"] == then


async def test_of_nothing_there_is_nothing_to_tell(graph: Graph) -> None:
    found = await ask(graph, f"{{ contracts {{ {ALL} }} }}")
    none = {"count": 0, "min": None, "max": None}
    assert found["contracts"]["aggregate"] == {
        "count": 0,
        "value": [],
        "months": {"count": 0, "sum": None, "min": None, "max": None, "avg": None},
        "endsOn": none,
        "publicFrom": none,
    }


async def test_two_aliases_and_fragments_of_what_is_told_are_one_statement(graph: Graph) -> None:
    await a_council(graph)
    graph.ledger.entries.clear()
    found = await ask(
        graph,
        "{ contracts { one: aggregate { ...F months { sum } } two: aggregate { all: count ...F "
        "months { avg } m: months { min } } } } fragment F on ContractAggregate "
        "{ months { max } value { currency } }",
    )
    currencies = [{"currency": "EUR"}, {"currency": "GBP"}]
    assert found["contracts"] == {
        "one": {"months": {"max": 25, "sum": "37"}, "value": currencies},
        "two": {
            "all": 4,
            "months": {"max": 25, "avg": "18.50"},
            "value": currencies,
            "m": {"min": 12},
        },
    }
    assert [entry.count for entry in graph.ledger.entries.values()] == [1]


async def test_what_may_not_be_read_is_not_told_of_either(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    denied = frozenset({("Contract", "value")})
    monkeypatch.setitem(policies.DENIED, "anonymous", denied)  # pyright: ignore[reportArgumentType]
    told = await refused(graph, "{ contracts { aggregate { value { sum } } } }")
    assert told[0] == "FORBIDDEN"
    assert await ask(graph, "{ contracts { aggregate { count months { sum } } } }")

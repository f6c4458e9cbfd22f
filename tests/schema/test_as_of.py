"""Time travel over single facts; tests/journeys holds the property over all roots."""

import pytest

from graph.driver import Graph
from tests.factories import Market
from tests.schema.asking import ask

pytestmark = pytest.mark.anyio
OLD, NEW = "2021-06-30T23:00:00Z", "2022-01-01T00:00:00Z"  # 1 July in London; winter time


async def test_a_day_shows_the_state_that_it_lies_in_and_null_is_a_value(graph: Graph) -> None:
    market = Market()
    con = market.contract("New title", OLD, valueE5=500_000, currency="GBP")
    market.was("Contract", con, OLD, NEW, title="Old title", valueE5=None, currency=None)
    await market.write(graph)
    query = "query ($day: Date) { contracts(asOf: $day) { nodes { title value { amount } } } }"
    days = {"2021-06-30": [], "2021-07-01": ["Old title"], "2021-12-31": ["Old title"]}
    days |= {"2022-01-01": ["New title"]}
    for day, titles in days.items():
        nodes = (await ask(graph, query, day=day))["contracts"]["nodes"]
        assert [node["title"] for node in nodes] == titles
        assert [node["value"] for node in nodes if node["title"] == "Old title"] == [
            None for title in titles if title == "Old title"
        ]


async def test_a_party_that_left_is_seen_while_it_held(graph: Graph) -> None:
    market = Market()
    council = market.body("Ostermoor Council")
    first, second = market.body("Pellwick Limited"), market.body("Quillhaven Limited")
    con = market.deal(council, first, "Parking permits", OLD)
    for edge in market.edges["SUPPLIED", "Organisation", "Contract"]:
        edge["values"]["publicTo"] = NEW
    market.supplied(second, con, NEW)
    await market.write(graph)
    query = (
        "query ($day: Date) { contracts(asOf: $day) { nodes { suppliers { nodes { name } } } } "
        "suppliers(asOf: $day) { nodes { name contracts { totalCount } } } }"
    )
    before, now = await ask(graph, query, day="2021-12-31"), await ask(graph, query)
    left = {"nodes": [{"suppliers": {"nodes": [{"name": "Pellwick Limited"}]}}]}
    joined = {"nodes": [{"suppliers": {"nodes": [{"name": "Quillhaven Limited"}]}}]}
    assert before["contracts"] == left
    assert now["contracts"] == joined
    assert before["suppliers"]["nodes"] == [
        {"name": "Pellwick Limited", "contracts": {"totalCount": 1}}
    ]
    assert now["suppliers"]["nodes"] == [
        {"name": "Pellwick Limited", "contracts": {"totalCount": 0}},
        {"name": "Quillhaven Limited", "contracts": {"totalCount": 1}},
    ]


async def test_sums_and_counts_are_of_the_day_too(graph: Graph) -> None:
    market = Market()
    con = market.contract("Parking permits", OLD)
    market.payment(con, 100_000, OLD)
    market.payment(con, 250_000, NEW)
    await market.write(graph)
    query = (
        "query ($day: Date) { contracts(asOf: $day) { nodes { paid { amount } "
        "payments { totalCount } } } }"
    )
    for day, amount, count in (("2021-12-31", "1.00", 1), (None, "3.50", 2)):
        found = (await ask(graph, query, day=day))["contracts"]["nodes"]
        assert found == [{"paid": [{"amount": amount}], "payments": {"totalCount": count}}]

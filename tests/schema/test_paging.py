"""Pages from either end, between any two cursors, against slices of the whole list."""

from random import Random
from typing import Any

import pytest

from graph.driver import Graph
from tests.factories import Market
from tests.schema.asking import ask, refused

pytestmark = pytest.mark.anyio
QUERY = (
    "query ($first: Int, $after: String, $last: Int, $before: String, $order: ContractOrder!) { "
    "contracts(first: $first, after: $after, last: $last, before: $before, orderBy: $order) { "
    "totalCount edges { cursor node { title } } "
    "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
)


async def world(graph: Graph) -> None:
    """23 contracts on three days: most have the key of others."""
    market = Market()
    for n in range(23):
        market.contract(f"Purchase {n}", f"202{n % 3}-01-01T00:00:00Z")
    await market.write(graph)


async def page(graph: Graph, order: str, **given: Any) -> Any:
    return (await ask(graph, QUERY, order=order, **given))["contracts"]


@pytest.mark.parametrize("order", ["NEWEST", "OLDEST"])
async def test_any_page_is_a_slice_of_the_whole_list(graph: Graph, order: str) -> None:
    await world(graph)
    whole = (await page(graph, order, first=100))["edges"]
    random = Random(3)
    for _ in range(40):
        low, high = sorted(random.sample(range(-1, 24), 2))  # -1 and 23: no cursor on that side
        size, end = random.randint(1, 9), random.choice(["first", "last"])
        given: dict[str, Any] = {end: size}
        if low >= 0:
            given["after"] = whole[low]["cursor"]
        if high <= 22:
            given["before"] = whole[high]["cursor"]
        between = whole[low + 1 : min(high, 23)]
        expected = between[:size] if end == "first" else between[-size:]
        found = await page(graph, order, **given)
        assert found["edges"] == expected, given
        assert found["totalCount"] == 23
        at = whole.index(expected[0]) if expected else None
        if at is not None:
            assert found["pageInfo"] == {
                "hasPreviousPage": at > 0,
                "hasNextPage": at + len(expected) < 23,
                "startCursor": expected[0]["cursor"],
                "endCursor": expected[-1]["cursor"],
            }


async def test_pages_backwards_meet_each_node_once_whatever_is_inserted(graph: Graph) -> None:
    await world(graph)
    seen: list[str] = []
    before = None
    while True:
        found = await page(graph, "OLDEST", last=5, before=before)
        seen = [edge["node"]["title"] for edge in found["edges"]] + seen
        if not found["pageInfo"]["hasPreviousPage"]:
            break
        before = found["pageInfo"]["startCursor"]
        late = Market()
        late.contract(f"Late {len(seen)}", "2029-01-01T00:00:00Z")
        await late.write(graph)
    assert sorted(seen) == sorted(f"Purchase {n}" for n in range(23))


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ({"first": 1, "last": 1}, "BAD_USER_INPUT", "not both"),
        ({"last": 0}, "BAD_USER_INPUT", "last must be at least 1"),
        ({"last": 101}, "LIMIT_EXCEEDED", "last may be at most 100"),
        ({"before": "x"}, "BAD_USER_INPUT", "before is not a cursor"),
    ],
)
async def test_a_page_that_has_no_end_or_two_is_refused(
    graph: Graph, given: dict[str, Any], code: str, said: str
) -> None:
    told = await refused(graph, QUERY, order="NEWEST", **given)
    assert told[0] == code
    assert said in told[1]


async def test_a_page_of_a_relation_can_be_taken_from_its_end(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Systems Limited")
    for n in range(4):
        market.deal(council, firm, f"Purchase {n}", public=f"202{n}-01-01T00:00:00Z")
    await market.write(graph)
    found = await ask(
        graph,
        '{ buyers { nodes { contracts(last: 2, where: {NOT: {title: {eq: "Purchase 0"}}}) '
        "{ totalCount nodes { title } pageInfo { hasPreviousPage } } } } }",
    )
    assert found["buyers"]["nodes"][0]["contracts"] == {
        "totalCount": 3,
        "nodes": [{"title": "Purchase 2"}, {"title": "Purchase 1"}],
        "pageInfo": {"hasPreviousPage": True},
    }

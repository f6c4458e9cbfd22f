"""What the hub's own files told, as the API shows it: prices, deals, reviews, then and now."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from tests.hub.ingest.own.given import own, records
from tests.hub.ingest.worlds import files, loaded
from tests.schema.asking import ask

pytestmark = pytest.mark.anyio

PRODUCT = """query ($asOf: Date) {
products(asOf: $asOf, where: {name: {eq: "Case Files"}}) { nodes {
  name api cloudDeploymentModel cpv publicFrom
  supplier { name products { totalCount } }
  offers { nodes { priceMin { amount currency } unit interval validTo framework { code }
    tiers { from to price } } }
  deals { nodes { name buyerTypes validTo } }
  reviews { nodes { rating support text by { name } contract { title } } }
  contracts { nodes { ocid } }
} } }"""


async def product(graph: Graph, day: date | None = None) -> dict[str, Any]:
    """The one product of that name, of a day."""
    [found] = (await ask(graph, PRODUCT, asOf=day and day.isoformat()))["products"]["nodes"]
    return found


async def test_a_product_is_shown_as_it_is_and_as_it_was(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, own(tmp_path / "x.jsonl", records()), *files(tmp_path))
    now = await product(graph)
    assert now["cloudDeploymentModel"] == ["private"]
    assert now["supplier"]["products"] == {"totalCount": 2}
    [offer] = now["offers"]["nodes"]
    assert offer["priceMin"] == {"amount": "11.99999", "currency": "GBP"}
    assert (offer["tiers"], offer["framework"]) == (None, {"code": "Invented-Cloud"})
    [review] = now["reviews"]["nodes"]
    assert (review["rating"], review["support"], review["text"]) == (3, None, None)
    assert review["by"] == {"name": "Ostermoor Borough Council"}
    assert [one["ocid"] for one in now["contracts"]["nodes"]] == ["ocds-zzzzzz-1"]
    assert [one["name"] for one in now["deals"]["nodes"]] == ["For all"]
    then = await product(graph, date(2026, 1, 20))
    assert then["cloudDeploymentModel"] == ["hybrid", "public"]
    assert then["cpv"] is None
    [offer] = then["offers"]["nodes"]
    assert offer["priceMin"]["amount"] == "12.50"
    assert offer["tiers"] == [
        {"from": 1, "to": 99, "price": "12.50"},
        {"from": 100, "to": None, "price": "8.00001"},
    ]
    assert [then[name]["nodes"] for name in ("deals", "reviews", "contracts")] == [[], [], []]


async def test_roots_list_deals_and_reviews_and_filter_them(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, own(tmp_path / "x.jsonl", records()), *files(tmp_path))
    found = await ask(
        graph,
        """{ deals { nodes { id name product { name } priceMin { amount } } }
        good: reviews(where: {rating: {gte: 3}}) { totalCount nodes { id } }
        better: reviews(where: {rating: {gte: 4}}) { totalCount }
        frameworks { nodes { code name endsOn lots { nodes { code name maxMonths } }
          deals { totalCount } } } }""",
    )
    [deal] = found["deals"]["nodes"]
    assert deal["priceMin"] == {"amount": "9.00"}
    assert (found["good"]["totalCount"], found["better"]["totalCount"]) == (1, 0)
    [framework] = found["frameworks"]["nodes"]
    assert framework["lots"]["nodes"] == [
        {"code": "3", "name": "Software and more", "maxMonths": None}
    ]
    ids = [deal["id"], found["good"]["nodes"][0]["id"]]
    nodes = await ask(graph, "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", ids=ids)
    assert [one["__typename"] for one in nodes["nodes"]] == ["Deal", "Review"]


async def test_no_field_of_a_review_tells_who_wrote_it(graph: Graph) -> None:
    told = await ask(graph, '{ __type(name: "Review") { fields { name } } }')
    names = {one["name"].lower() for one in told["__type"]["fields"]}
    assert not [name for name in names if "mail" in name or "author" in name or "person" in name]

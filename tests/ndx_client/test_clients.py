"""Both clients against a hub over HTTP: every list, one of each, all pages."""

from collections.abc import Generator
from datetime import date
from typing import Any

import pytest

from ndx_client import (
    ContractWhere,
    FrameworkLotsNodeFramework,
    GraphQLClientGraphQLMultiError,
    HubClient,
    NeedInput,
    TextFilter,
)
from ndx_client.paging import each, each_sync
from ndx_client.sync_client import SyncHubClient

pytestmark = pytest.mark.anyio
# By the list: what answers with one of it.
LISTS = {
    "buyers": "buyer",
    "suppliers": "supplier",
    "contracts": "contract",
    "payments": "payment",
    "categories": "category",
    "frameworks": "framework",
    "procurements": "procurement",
    "products": "product",
    "deals": "deal",
    "reviews": "review",
}
# By what belongs to one of a list: the list, and what answers with one of it.
PARTS = {
    "procurement_awards": ("procurements", "award"),
    "procurement_notices": ("procurements", "notice"),
    "procurement_kpis": ("procurements", "kpi"),
    "procurement_assessments": ("procurements", "assessment"),
    "contract_kpis": ("contracts", "kpi"),
    "framework_lots": ("frameworks", "framework_lot"),
    "product_offers": ("products", "offer"),
}


@pytest.fixture
def hub(demo_hub: str) -> Generator[SyncHubClient]:
    """The client without async."""
    with SyncHubClient(f"{demo_hub}/graphql") as client:
        yield client


def connection(answer: Any) -> Any:
    """The list in an answer: under the root, or one deeper."""
    inner = answer
    while not hasattr(inner, "nodes"):
        inner = next(v for k, v in inner if k != "typename__")
    return inner


def only(answer: Any) -> Any:
    """The one thing in an answer."""
    return next(iter(answer))[1]


@pytest.mark.parametrize("name", LISTS)
async def test_a_list_and_one_of_it_are_the_same_through_both_clients(
    hub: SyncHubClient, demo_hub: str, name: str
) -> None:
    listed = connection(getattr(hub, name)(first=2))
    assert listed.total_count >= len(listed.nodes) > 0
    one = only(getattr(hub, LISTS[name])(id=listed.nodes[0].id))
    details = {k: v for k, v in one.model_dump().items() if k != "typename__"}
    assert details == listed.nodes[0].model_dump()
    async with HubClient(f"{demo_hub}/graphql") as client:
        again = connection(await getattr(client, name)(first=2))
    assert again.model_dump() == listed.model_dump()


@pytest.mark.parametrize("name", PARTS)
def test_what_belongs_to_one_of_a_list_is_found_by_its_id(hub: SyncHubClient, name: str) -> None:
    parents, single = PARTS[name]
    lists = (
        connection(getattr(hub, name)(id=parent.id, first=5))
        for parent in connection(getattr(hub, parents)(first=100)).nodes
    )
    listed = next(found for found in lists if found.nodes)
    one = only(getattr(hub, single)(id=listed.nodes[0].id))
    details = {k: v for k, v in one.model_dump().items() if k != "typename__"}
    assert details == listed.nodes[0].model_dump()


async def test_all_pages_of_a_list_give_each_node_once(hub: SyncHubClient, demo_hub: str) -> None:
    where = ContractWhere(title=TextFilter(contains="a"))
    total = hub.contracts(first=1, where=where).contracts.total_count
    ids = [
        contract.id
        for contract in each_sync(
            lambda after: hub.contracts(first=20, after=after, where=where),
            lambda answer: answer.contracts,
        )
    ]
    assert len(ids) == len(set(ids)) == total > 20
    async with HubClient(f"{demo_hub}/graphql") as client:
        contracts = each(
            lambda after: client.contracts(first=90, after=after, where=where),
            lambda answer: answer.contracts,
        )
        assert [contract.id async for contract in contracts] == ids


def test_a_list_that_is_not_there_has_no_pages(hub: SyncHubClient) -> None:
    found = each_sync(
        lambda after: hub.framework_lots("fwk-nothing", after=after),
        lambda a: a.node.lots if isinstance(a.node, FrameworkLotsNodeFramework) else None,
    )
    assert list(found) == []


def test_the_other_roots_answer(hub: SyncHubClient) -> None:
    figures = hub.hub().hub
    assert figures.counts.contracts > 0
    assert all(source.fictional for source in figures.sources)
    match = hub.match_suppliers(NeedInput(text="redact personal data"), first=3).match_suppliers
    assert len(match.suppliers.nodes) == 3
    ids = [match.suppliers.nodes[0].supplier.id, "con-nothing"]
    known, unknown = hub.nodes(ids).nodes
    assert known is not None
    assert (known.typename__, known.id) == ("Supplier", ids[0])
    assert unknown is hub.node("con-nothing").node is None
    name = match.suppliers.nodes[0].supplier.name
    organisation = hub.organisation(name=name).organisation
    assert organisation is not None
    assert organisation.supplier is not None
    assert organisation.supplier.id == ids[0]


def test_as_of_a_day_before_all_there_is_nothing(hub: SyncHubClient) -> None:
    assert hub.contracts(as_of=date(1990, 1, 1)).contracts.total_count == 0


def test_a_refusal_tells_its_code(hub: SyncHubClient) -> None:
    with pytest.raises(GraphQLClientGraphQLMultiError) as raised:
        hub.contracts(first=101)
    extensions = raised.value.errors[0].extensions
    assert extensions is not None
    assert extensions["code"] == "LIMIT_EXCEEDED"

"""What a procurement shows: all that its notices told, from either end, and as of a day."""

from pathlib import Path

import pytest

from graph.driver import Graph
from tests.hub.ingest.given import award, buyer, jsonl, release, supplier
from tests.hub.ingest.worlds import loaded
from tests.schema.asking import ask

pytestmark = pytest.mark.anyio
FIRM = supplier("Fennel Ltd", "s-1")
TENDER = {
    "id": "t-1",
    "title": "Lamp posts",
    "lots": [{"id": "l-1", "title": "North", "value": {"amount": 5, "currency": "GBP"}}],
    "documents": [{"id": "n-1", "noticeType": "UK4", "datePublished": "2026-01-10T09:00:00Z"}],
    "legalBasis": {"scheme": "UKPGA", "id": "2023/54"},
}
CONTRACT = {
    "id": "c-1",
    "awardID": "1",
    "title": "Lamp posts",
    "period": {"startDate": "2026-03-01", "endDate": "2027-02-28", "maxExtentDate": "2029-02-28"},
    "hasRenewal": True,
    "renewal": {"description": "twice a year"},
    "amendments": [{"id": "m-1", "date": "2026-04-01T00:00:00Z", "description": "more lamps"}],
}


async def test_a_procurement_tells_what_its_notices_told(graph: Graph, tmp_path: Path) -> None:
    parties = {"parties": [buyer(), FIRM]}
    given = [
        release("r-1", "2026-01-10T09:00:00Z", tender=TENDER, tag=["tender"]),
        release("r-2", "2026-03-10T09:00:00Z", awards=[award("1", FIRM)], **parties),
        release("r-3", "2026-04-10T09:00:00Z", contracts=[CONTRACT], **parties),
    ]
    await loaded(graph, jsonl(tmp_path / "a.jsonl", given))
    query = """query ($day: Date) { procurements(asOf: $day) { totalCount nodes {
        title legalScheme legalId
        lots { nodes { title value { amount } procurement { title } } }
        awards { nodes { reference status procurement { ocid } } }
        notices { nodes { type section } }
        amendments { nodes { description contract { reference } } }
        contracts { nodes { extendsTo hasRenewal renewal procurement { title } } } } } }"""
    (found,) = (await ask(graph, query))["procurements"]["nodes"]
    assert (found["title"], found["legalScheme"]) == ("Lamp posts", "UKPGA")
    lot = {"title": "North", "value": {"amount": "5.00"}, "procurement": {"title": "Lamp posts"}}
    assert found["lots"]["nodes"] == [lot]
    named = {"reference": "1", "status": "active", "procurement": {"ocid": given[0]["ocid"]}}
    assert found["awards"]["nodes"] == [named]
    assert found["notices"]["nodes"] == [{"type": "UK4", "section": "tender"}]
    assert found["amendments"]["nodes"] == [
        {"description": "more lamps", "contract": {"reference": "c-1"}}
    ]
    assert found["contracts"]["nodes"] == [
        {
            "extendsTo": "2029-02-28",
            "hasRenewal": True,
            "renewal": "twice a year",
            "procurement": {"title": "Lamp posts"},
        }
    ]
    (before,) = (await ask(graph, query, day="2026-02-01"))["procurements"]["nodes"]
    assert before["lots"]["nodes"] == [lot]
    assert [before[name]["nodes"] for name in ("awards", "amendments", "contracts")] == [[], [], []]
    assert (await ask(graph, query, day="2026-01-01"))["procurements"]["totalCount"] == 0
    one = '{ procurement(ocid: " ocds-zzzzzz-1 ") { id notices { totalCount } } }'
    single = (await ask(graph, one))["procurement"]
    again = await ask(
        graph, "query ($id: ID!) { node(id: $id) { __typename id } }", id=single["id"]
    )
    assert again["node"] == {"__typename": "Procurement", "id": single["id"]}

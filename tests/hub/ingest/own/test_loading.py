"""The hub's own files into a graph: what comes of them, order, repetition, interruption, time."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from graph.driver import Graph, Step
from graph.hashing import content_hash
from graph.ids import make_id
from graph.loading import BEGIN
from graph.wipe import wipe
from hub.ingest.load import LoadOptions
from hub.ingest.report import Report
from tests.hub.ingest.given import buyer, jsonl, line, release, returns
from tests.hub.ingest.own.given import HEADER, own, product, record, records
from tests.hub.ingest.worlds import edges, files, loaded, stored

pytestmark = pytest.mark.anyio


def world(folder: Path) -> list[Path]:
    """The small market and its catalogue, in several files."""
    told = records()
    return [*files(folder), own(folder / "x.jsonl", told[:9]), own(folder / "y.jsonl", told[8:])]


async def test_each_noun_becomes_a_node_with_its_edges(graph: Graph, tmp_path: Path) -> None:
    told = await loaded(graph, *world(tmp_path))
    assert told.exit_code == 0
    assert (told.records, told.repeats) == (len(records()), 2)
    ours = make_id("src", "own", "ostermoor-catalogue")
    [offer, other] = sorted(await stored(graph, "Offer"), key=lambda one: one["priceMinE5"])
    assert (offer["priceMinE5"], other["priceMinE5"]) == (300_000, 1_199_999)
    assert other["currency"] == "GBP"
    for type, start, end, count in (
        ("SELLS", "Organisation", "Product", 3),
        ("MAKES", "Organisation", "Product", 1),
        ("OFFERS", "Offer", "Product", 3),
        ("UNDER", "Offer", "Framework", 1),
        ("HAS_LOT", "Framework", "FrameworkLot", 2),
        ("NEGOTIATED", "Organisation", "Deal", 1),
        ("PRICES", "Deal", "Product", 1),
        ("HOLDS", "Organisation", "Claim", 1),
        ("CERTIFIES", "Claim", "Product", 1),
        ("FACES", "Organisation", "Exclusion", 1),
        ("WROTE", "Organisation", "Review", 1),
        ("REVIEWS", "Review", "Contract", 1),
        ("RATES", "Review", "Product", 1),
        ("USES", "Adoption", "Product", 3),
        ("USED_UNDER", "Adoption", "Contract", 2),
        ("COVERS", "Contract", "Product", 3),
        ("MEASURED_BY", "Contract", "Kpi", 1),
        ("ASSESSED_BY", "Contract", "Assessment", 1),
        ("RATES", "Assessment", "Kpi", 1),
        ("BROKEN_BY", "Contract", "Failure", 1),
        ("RAN", "Organisation", "Pilot", 1),
        ("TRIES", "Pilot", "Product", 1),
        ("LED_TO", "Pilot", "Contract", 1),
        ("LOOKS_FOR", "Organisation", "Need", 1),
        ("UNDER", "Need", "Framework", 1),
        ("LED_TO", "Need", "Contract", 1),
    ):
        found = [edge for edge in await edges(graph, type, start, end) if edge[2]["source"] == ours]
        assert len(found) == count, (type, start, end)


async def test_a_second_load_writes_nothing(graph: Graph, tmp_path: Path) -> None:
    paths = world(tmp_path)
    await loaded(graph, *paths)
    before = await content_hash(graph)
    again = await loaded(graph, *reversed(paths))
    assert (again.records, again.changed) == (0, False)
    assert again.repeats == again.rows
    assert await content_hash(graph) == before


async def test_any_order_ends_in_one_graph(graph: Graph, tmp_path: Path) -> None:
    paths, random = world(tmp_path), Random(8)
    await loaded(graph, *paths)
    wanted = await content_hash(graph)
    told = random.sample(records(), len(records()))
    parts = [own(tmp_path / f"s{n}.jsonl", told[n::4]) for n in range(4)]
    await wipe(graph)
    for path in (parts[0], *paths[2:4], parts[1], parts[2], *paths[:2], parts[3]):
        await loaded(graph, path)
    assert await content_hash(graph) == wanted


async def test_a_load_that_was_cut_off_is_made_good(graph: Graph, tmp_path: Path) -> None:
    paths = world(tmp_path)
    await loaded(graph, *paths)
    wanted = await content_hash(graph)
    await wipe(graph)
    await loaded(graph, *paths[4:])
    await graph.write(Step(BEGIN))  # the rest comes in a load of which the end was never written
    await loaded(graph, *paths[:4])
    assert await content_hash(graph) == wanted


async def test_later_facts_are_dropped_and_mentions_kept(graph: Graph, tmp_path: Path) -> None:
    day = date(2026, 2, 15)
    told = await loaded(graph, *world(tmp_path), options=LoadOptions(until=day))
    early = [one for one in records() if one["publicFrom"] <= "2026-02-15"]
    assert (told.records, len(await stored(graph, "Record"))) == (len(early), len(early))
    assert "Fennel & Co. Ltd" in {one["name"] for one in await stored(graph, "Mention")}
    assert not await stored(graph, "Review")


async def test_two_headers_of_one_name_end_alike(graph: Graph, tmp_path: Path) -> None:
    one = own(tmp_path / "a.jsonl", records()[:1])
    two = own(tmp_path / "b.jsonl", records()[1:2], {**HEADER, "publisher": "Another (fictional)"})
    await loaded(graph, one, two)
    first = await content_hash(graph)
    await wipe(graph)
    await loaded(graph, two, one)
    assert await content_hash(graph) == first


async def test_a_framework_is_one_node_in_own_files_releases_and_returns(
    graph: Graph, tmp_path: Path
) -> None:
    framework = record("framework", "RM1557.14", "2026-01-01", name="Invented cloud")
    related = {"relationship": ["framework"], "identifier": "rm1557.14"}
    call_off = release(
        "r-1",
        "2026-01-01T09:00:00Z",
        parties=[buyer("Ostermoor Borough Council", "b-1")],
        relatedProcesses=[related],
        contracts=[{"id": "1"}],
    )
    hashes: set[str] = set()
    paths = [
        own(tmp_path / "a.jsonl", [framework]),
        jsonl(tmp_path / "b.jsonl", [call_off]),
        returns(tmp_path / "c.csv", [line(ID="1", Framework="RM 1557.14")]),
    ]
    for order in (paths, paths[::-1]):
        await wipe(graph)
        for path in order:
            await loaded(graph, path)
        [one] = await stored(graph, "Framework")
        assert (one["id"], one["code"]) == (make_id("fwk", "RM1557.14"), "RM1557.14")
        assert len(await edges(graph, "UNDER", "Contract", "Framework")) == 2
        hashes.add(await content_hash(graph))
    assert len(hashes) == 1


async def test_a_source_that_another_file_describes_anew_is_named_in_either_order(
    graph: Graph, tmp_path: Path
) -> None:
    other = {**HEADER, "licence": "none", "fictional": not HEADER["fictional"]}
    paths = [
        own(tmp_path / "a.jsonl", [product("P-1")]),
        own(tmp_path / "b.jsonl", [product("P-2")], other),
    ]
    for order in (paths, paths[::-1]):
        await wipe(graph)
        report = Report()
        await loaded(graph, order[0], report=report)
        assert report.codes == {}
        await loaded(graph, order[1], report=report)
        assert report.codes == {"OTHER_SOURCE": 1}
        again = Report()
        await loaded(graph, *order, report=again)
        assert again.codes == {"OTHER_SOURCE": 1}


async def test_codes_are_edges_to_categories_with_their_intervals(
    graph: Graph, tmp_path: Path
) -> None:
    software, lamps = "48000000", "34928500"
    lots = [{"code": "1", "name": "Software", "cpv": [software]}]
    told = [
        product("P", "2026-01-01", cpv=[software, lamps]),
        product("P", "2026-02-01", cpv=[software]),
        product("P", "2026-03-02", cpv=[lamps, software]),
        record("product", "P", "2026-03-09"),
        record("need", "N", "2026-01-05", buyer={"name": "Heath Council"}, title="x", cpv=[lamps]),
        record("framework", "F", "2026-01-06", name="x", lots=lots),
    ]
    hashes: set[str] = set()
    for order in (told, told[::-1]):
        await wipe(graph)
        for number, one in enumerate(order):
            await loaded(graph, own(tmp_path / f"{number}.jsonl", [one]))
        hashes.add(await content_hash(graph))
    assert len(hashes) == 1
    categories = await stored(graph, "Category")
    codes = {one["id"]: one["code"] for one in categories}
    assert {one["code"]: one["publicFrom"] for one in categories} == dict.fromkeys(
        (software, lamps), "2026-01-01T00:00:00Z"
    )
    found = {
        (codes[to], about["publicFrom"][:10], (about.get("publicTo") or "-")[:10])
        for _, to, about in await edges(graph, "IN", "Product", "Category")
    }
    assert found == {
        (software, "2026-01-01", "2026-03-09"),
        (lamps, "2026-01-01", "2026-02-01"),
        (lamps, "2026-03-02", "2026-03-09"),
    }
    for label, code in (("Need", lamps), ("FrameworkLot", software)):
        [(_, to, about)] = await edges(graph, "IN", label, "Category")
        assert (codes[to], about.get("publicTo")) == (code, None)
    await wipe(graph)
    await loaded(graph, own(tmp_path / "without.jsonl", [product("P", "2026-01-01")]))
    assert await stored(graph, "Category") == []

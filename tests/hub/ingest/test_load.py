"""Loading into a graph: counts, order, repetition, interruption, `--until`."""

from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from graph.driver import Graph, Step
from graph.hashing import content_hash
from graph.loading import BEGIN, UNFINISHED
from graph.wipe import wipe
from hub.ingest.load import LoadOptions
from hub.ingest.report import Report
from tests.hub.ingest.given import jsonl, line, release, returns
from tests.hub.ingest.worlds import edges, files, lines, loaded, notices, stored

pytestmark = pytest.mark.anyio


async def test_every_row_is_accounted_for(graph: Graph, tmp_path: Path) -> None:
    paths = files(tmp_path)
    returns(paths[1], [*lines()[4:], line(ID=""), line(ID="10")])
    with paths[3].open("a") as file:
        file.write("{broken\n")
    (tmp_path / "note.txt").write_text("hello")
    report = Report()
    told = await loaded(graph, tmp_path, report=report)
    counted = told.payments + told.releases + told.repeats + told.later + told.refused_rows
    assert told.rows == counted == 9 + 7 + 0
    assert (told.payments, told.releases, told.repeats, told.refused_rows) == (7, 5, 1, 3)
    assert told.unknown_files == 1
    assert told.exit_code == 3
    refused = [one.code for one in report.findings if one.refused]
    assert sorted(refused) == ["BAD_JSON", "CONFLICTING_LINE", "MISSING_VALUE", "UNKNOWN_FILE"]
    assert len(await stored(graph, "Payment")) == 7
    assert len(await stored(graph, "Release")) == 5


async def test_a_second_load_changes_nothing(graph: Graph, tmp_path: Path) -> None:
    paths = files(tmp_path)
    assert (await loaded(graph, *paths)).exit_code == 0
    before = await content_hash(graph)
    again = await loaded(graph, *paths)
    assert (again.payments, again.releases, again.repeats) == (0, 0, again.rows)
    assert not again.changed
    assert await content_hash(graph) == before


async def test_the_order_of_loading_does_not_matter(graph: Graph, tmp_path: Path) -> None:
    paths, random = files(tmp_path), Random(3)
    rows = [returns(tmp_path / f"l{n}.csv", [one]) for n, one in enumerate(lines())]
    posts = [jsonl(tmp_path / f"r{n}.jsonl", [one]) for n, one in enumerate(notices())]
    await loaded(graph, *paths)
    wanted = await content_hash(graph)
    for _ in range(3):
        await wipe(graph)
        for path in random.sample([*rows, *posts], len(rows) + len(posts)):
            await loaded(graph, path)
        assert await content_hash(graph) == wanted


async def test_a_contract_is_named_by_its_first_line(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, *files(tmp_path))
    contracts = {one["title"]: one for one in await stored(graph, "Contract")}
    assert contracts["case files."]["publicFrom"] == "2013-04-30T23:00:00Z"
    assert contracts["Software as a Service"]["lot"] == "3"
    assert {one["origin"] for one in contracts.values()} == {"returns", "award", "contract"}


async def test_mentions_are_grouped_and_edges_go_with_them(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, *files(tmp_path))
    means = {a: b for a, b, _ in await edges(graph, "MEANS", "Mention", "Organisation")}
    mentions = {one["id"]: one for one in await stored(graph, "Mention")}
    bodies: dict[str, set[str]] = {}
    for mention, body in means.items():
        bodies.setdefault(body, set()).add(mentions[mention]["name"])
        assert body <= mention
    assert sorted(map(sorted, bodies.values())) == [
        ["Fennel & Co. Ltd", "Fennel and Company Limited"],
        ["Ostermoor Borough Council"],
        ["Quillfeather Group Ltd", "Quillfeather Software Limited", "Quillfeather Software Ltd",
         "Tansy Holdings"],
        ["Quillhaven Police"],
    ]  # fmt: skip
    for type in ("BOUGHT", "SUPPLIED"):
        for body, _, told in await edges(graph, type, "Organisation", "Contract"):
            assert means[told["mention"]] == body
    stays = {one["id"] for one in await stored(graph, "Organisation")}
    assert stays == set(bodies)


async def test_roles_and_histories_follow_from_the_facts(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, *files(tmp_path))
    bodies = {one["name"]: one for one in await stored(graph, "Organisation")}
    council, firm = bodies["Ostermoor Borough Council"], bodies["Quillfeather Group Ltd"]
    assert council["buysFrom"] == firm["suppliesFrom"] == "2013-04-30T23:00:00Z"
    assert "suppliesFrom" not in council or council["suppliesFrom"] is None
    assert (council["sector"], council["region"], firm["sizeClass"]) == ("Health", "UKZ1", "sme")
    past = {
        (one["id"].partition("~")[0], one["publicFrom"], one["publicTo"]): one
        for one in await stored(graph, "OrganisationState")
    }
    until = "2013-07-31T23:00:00Z"
    assert past[council["id"], "2013-04-30T23:00:00Z", until]["sector"] == "Local Government"
    assert past[firm["id"], until, "2026-02-01T09:00:00Z"]["sizeClass"] == "large"


async def test_a_changed_contract_keeps_its_past(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, *files(tmp_path))
    ids = {one["ocid"]: one for one in await stored(graph, "Contract") if one.get("ocid")}
    assert ids.keys() == {"ocds-zzzzzz-1", "ocds-zzzzzz-3"}
    named = {one["code"]: one["name"] for one in await stored(graph, "Category")}
    assert named == {
        "3": "Software as a Service",
        "4": "Specialist Cloud Services",
        "48000000": "Software",
        "72000000": "IT services",
    }
    of = [one for one in await stored(graph, "Contract") if one.get("ocid") == "ocds-zzzzzz-1"]
    assert {one["origin"]: one.get("publicTo") for one in of} == {
        "award": "2026-03-01T09:00:00Z",
        "contract": None,
    }


async def test_until_keeps_mentions_and_drops_later_facts(graph: Graph, tmp_path: Path) -> None:
    paths = files(tmp_path)
    await loaded(graph, *paths)
    all = await stored(graph, "Mention")
    await wipe(graph)
    told = await loaded(graph, *paths, options=LoadOptions(until=date(2013, 6, 30)))
    # Lines of May are public on 1 June; those of June on 1 July, after the day.
    assert (told.payments, told.releases, told.later) == (4, 0, 9)
    assert await stored(graph, "Mention") == all
    assert await stored(graph, "Procurement") == []
    # The rest can come later and nothing is lost.
    await loaded(graph, *paths)
    rest = await content_hash(graph)
    await wipe(graph)
    await loaded(graph, *paths)
    assert await content_hash(graph) == rest


async def test_a_load_that_broke_off_is_made_good_by_the_next(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path)
    await loaded(graph, *paths)
    wanted = await content_hash(graph)
    await wipe(graph)
    before, writes = Graph.write, 0
    stop_at = 0

    class Cut(BaseException):
        """As sudden as a power cut."""

    async def counted(self: Graph, *steps: Step) -> object:
        nonlocal writes
        writes += 1
        if writes == stop_at:
            raise Cut
        return await before(self, *steps)

    monkeypatch.setattr(Graph, "write", counted)
    await loaded(graph, *paths)
    whole = writes
    assert whole > 10
    # The first write takes the lease, the second sets the marker, the last lets the lease go.
    for stop_at in range(3, whole, 2):
        monkeypatch.undo()
        await wipe(graph)
        monkeypatch.setattr(Graph, "write", counted)
        writes = 0
        with pytest.raises(Cut):
            await loaded(graph, *paths)
        writes = whole + 1
        assert await graph.rows(UNFINISHED)
        await loaded(graph, *paths)
        assert await content_hash(graph) == wanted, stop_at
        assert not await graph.rows(UNFINISHED)


async def test_a_load_cut_off_by_another_is_derived_by_this_one(
    graph: Graph, tmp_path: Path
) -> None:
    paths = files(tmp_path)
    await loaded(graph, *paths)
    wanted = await content_hash(graph)
    await graph.write(Step(BEGIN))
    assert not (await loaded(graph, *paths)).payments
    assert not await graph.rows(UNFINISHED)
    assert await content_hash(graph) == wanted


async def test_a_missing_date_needs_fetched(graph: Graph, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a", [release(date="")])
    assert (await loaded(graph, path)).exit_code == 1
    told = await loaded(graph, path, options=LoadOptions(fetched=date(2026, 7, 1)))
    assert told.exit_code == 0
    (kept,) = await stored(graph, "Release")
    assert (kept["basis"], kept["publicFrom"]) == ("fetched", "2026-06-30T23:00:00Z")


async def test_editions_fetched_on_several_days_end_alike_in_any_order(
    graph: Graph, tmp_path: Path
) -> None:
    one = jsonl(tmp_path / "a", [release(date="", tender={"id": "t", "title": "Lamps"})])
    other = jsonl(tmp_path / "b", [release(date="", tender={"id": "t", "title": "Posts"})])
    # The third edition is the first one again: the newest state is that.
    editions = [(one, date(2026, 7, 1)), (other, date(2026, 7, 2)), (one, date(2026, 7, 3))]
    hashes: set[str] = set()
    for order in permutations(editions):
        await wipe(graph)
        for path, day in order:
            await loaded(graph, path, options=LoadOptions(fetched=day))
        hashes.add(await content_hash(graph))
        (kept,) = await stored(graph, "Procurement")
        assert kept["title"] == "Lamps"
    assert len(hashes) == 1


async def test_nothing_to_load_is_said(graph: Graph, tmp_path: Path) -> None:
    report = Report()
    told = await loaded(graph, tmp_path / "none", report=report)
    assert told.exit_code == 1
    assert [one.code for one in report.findings] == ["UNREADABLE_FILE"]


async def test_three_awards_of_one_id_load_once(graph: Graph, tmp_path: Path) -> None:  # L1
    parties = [{"id": f"s-{n}", "name": f"Firm {n} Ltd", "roles": ["supplier"]} for n in range(3)]
    awards = [{"id": "1", "suppliers": [{"id": one["id"]}]} for one in parties]
    path = jsonl(tmp_path / "a", [release(parties=parties, awards=awards)])
    report = Report()
    await loaded(graph, path, report=report)
    assert len(await stored(graph, "Award")) == 3
    assert len(await edges(graph, "SUPPLIED", "Organisation", "Contract")) == 3
    assert report.codes == {"REPEATED_ID": 1}
    before = await content_hash(graph)
    await loaded(graph, path)
    assert await content_hash(graph) == before

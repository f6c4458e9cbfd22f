"""Reference lists: known by their headings, one edition of each, whatever was loaded first."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from graph import listed as texts
from graph import loading
from graph.driver import Graph, Step
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest import cpv
from hub.ingest.files import found
from hub.ingest.listed import listed, stored_lists
from hub.ingest.lists import LISTS
from hub.ingest.load import LoadOptions
from hub.ingest.report import Report
from tests.hub.ingest.lists import FORCE, authority, body, table, vocabulary
from tests.hub.ingest.worlds import loaded, stored
from tests.tree import ROOT

pytestmark = pytest.mark.anyio


def fetched(day: int) -> LoadOptions:
    """Loaded with --fetched."""
    return LoadOptions(fetched=date(2026, 1, day))


def lists(folder: Path) -> list[Path]:
    """One of each kind."""
    return [
        table(folder / "a", [authority()]),
        table(folder / "b", [FORCE], "\t"),
        table(folder / "c", [{"government-organisation": "Z1", "name": "Tide Office"}], ";"),
        table(folder / "d", [body(1, "Fernhollow College"), body(2, "Fernhollow College")], "\t"),
        vocabulary(folder / "e"),
    ]


def test_publisher_and_licence_of_each_list_stand_in_the_docs_with_their_source() -> None:
    page = (ROOT / "docs" / "loading.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page if "|" in line]
    stated = {row[0]: (row[1], row[2]) for row in rows if len(row) == 4 and row[3]}
    for source in (*(one.source for one in LISTS), cpv.SOURCE):
        assert stated[source.name] == (source.publisher, source.licence)


def test_lists_are_known_by_what_is_in_them_never_by_name(tmp_path: Path) -> None:
    report = Report()
    kinds = {file.name: file.kind for file in found(lists(tmp_path), report)}
    assert kinds == {"a": "list", "b": "list", "c": "list", "d": "list", "e": "vocabulary"}
    other = [
        table(tmp_path / "local-authorities.csv", [{"name": "x", "sector": "y"}]),
        vocabulary(tmp_path / "cpv.json", {"48000000": "without a check digit"}),
    ]
    assert found(other, report) == []
    assert report.codes == {"UNKNOWN_FILE": 2}


async def test_each_row_is_stored_as_the_list_has_it(graph: Graph, tmp_path: Path) -> None:
    told = await loaded(graph, *lists(tmp_path))
    assert (told.rows, told.entries, told.refused_rows, told.exit_code) == (9, 9, 0, 0)
    rows = {(one["list"], one["code"]): one for one in await stored(graph, "Listed")}
    assert len(rows) == 9
    one = rows["local-authorities", "ZOS"]
    assert one["names"] == [
        "Ostermoor Borough Council",
        "Ostermoor",
        "ostermoor",
        "borough of ostermoor",
    ]
    assert (one["region"], one["sector"], one["kind"]) == ("UKD", "Local Government", "public")
    assert one["keys"] == ["GSS-E99000001", "GB-LAE-ZOS"]
    assert (one["since"], one.get("until"), one["place"]) == ("1974-04-01", None, "Ostermoor")
    assert rows["cpv", "72200000"]["keys"] == ["CPV-72200000-7"]
    assert rows["police-forces", "quillhaven"]["sector"] == "Police"
    heads = {one["id"]: one["entries"] for one in await stored(graph, "ReferenceList")}
    assert heads == {
        "local-authorities": 1,
        "police-forces": 1,
        "government-organisations": 1,
        "public-sector-bodies": 2,
        "cpv": 4,
    }
    assert {one["id"] for one in await stored(graph, "Source")} >= {
        head["source"] for head in await stored(graph, "ReferenceList")
    }


async def test_what_is_read_back_is_what_the_folder_says(graph: Graph, tmp_path: Path) -> None:
    tables = [(path, path.read_text()) for path in lists(tmp_path)]
    await loaded(graph, tmp_path)
    folder = tmp_path / "reference"
    folder.mkdir()
    for path, text in tables[:4]:
        comma = text.replace(";", ",") if path.name == "c" else text
        suffix = ".tsv" if "\t" in text else ".csv"
        (folder / f"{path.name}{suffix}").write_text(comma)
    known = await stored_lists(graph)
    assert known == listed(folder)
    assert known.common == {"fernhollow college"}
    assert known.body("OSTERMOOR") == "local-authorities:ZOS"
    table(folder / "b.tsv", [{"police-force": "oak", "name": "Oakmere Police"}], "\t")
    both = await stored_lists(graph, folder)
    assert both.body("Quillhaven Constabulary") == "police-forces:quillhaven"
    assert both.body("Oakmere Police") == "police-forces:oak"


async def test_the_later_edition_counts_in_any_order_and_writes_once(
    graph: Graph, tmp_path: Path
) -> None:
    editions = [
        (table(tmp_path / "1", [authority(), authority(local_authority_code="ZOT")]), fetched(1)),
        (table(tmp_path / "2", [authority(nice_name="Oster Moor")]), fetched(2)),
        (table(tmp_path / "3", [authority(nice_name="Moor")]), LoadOptions()),
        (table(tmp_path / "4", [authority(nice_name="M", end_date="2025-04-01")]), LoadOptions()),
    ]
    hashes = set[str]()
    for order in (*permutations(editions[:3]), editions[::-1]):
        await wipe(graph)
        for path, options in (*order, order[0]):
            await loaded(graph, path, options=options)
        hashes.add(await content_hash(graph))
        (one,) = await stored(graph, "Listed")
        assert one["place"] == "Oster Moor"
    assert len(hashes) == 1
    assert not (await loaded(graph, editions[1][0], options=fetched(2))).changed
    report = Report()
    told = await loaded(graph, editions[0][0], options=fetched(1), report=report)
    assert (told.rows, told.repeats, told.changed) == (2, 2, False)
    assert report.codes == {"OTHER_EDITION": 1}


async def test_the_same_rows_in_another_order_are_the_same_edition(
    graph: Graph, tmp_path: Path
) -> None:
    rows = [authority(), authority(local_authority_code="ZOT", official_name="Tarnbeck Council")]
    await loaded(graph, table(tmp_path / "a", rows))
    turned = [dict(reversed(row.items())) for row in reversed(rows)]
    told = await loaded(graph, table(tmp_path / "b", turned, "\t"))
    assert (told.changed, told.repeats) == (False, 2)


async def test_a_list_that_breaks_off_or_was_cut_off_counts_for_nothing(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, table(tmp_path / "a", [authority()]))
    wanted = await content_hash(graph)
    more = [authority(nice_name=text, alt_names="") for text in ("X", "open", "Y")]
    broken = table(tmp_path / "b", more)
    broken.write_text(broken.read_text().replace("open", '"open'))
    report = Report()
    told = await loaded(graph, broken, report=report)
    assert report.codes == {"UNREADABLE_FILE": 1}
    assert (told.rows, told.refused_rows, told.entries, told.exit_code) == (1, 1, 0, 1)
    row = {"id": "lst-half", "values": {"list": "local-authorities", "edition": "half"}}
    await graph.write(Step(loading.BEGIN), Step(texts.MERGE_LISTED, {"rows": [row]}))
    assert (await stored_lists(graph)).body("Ostermoor") == "local-authorities:ZOS"
    await loaded(graph, tmp_path / "a")
    assert await content_hash(graph) == wanted


async def test_what_is_wrong_with_a_row_is_told(graph: Graph, tmp_path: Path) -> None:
    path = table(
        tmp_path / "a",
        [
            authority(region="Middle Earth", start_date="once"),
            authority(official_name=""),
            authority(local_authority_code="ZOT", official_name="x" * 2001),
        ],
    )
    path.write_text(path.read_text() + "too,few\n")
    bodies = table(tmp_path / "b", [body(1, "Tarn School", "TS")])
    report = Report()
    told = await loaded(
        graph, path, bodies, vocabulary(tmp_path / "c", {"03000000-1": ""}), report=report
    )
    assert report.codes == {
        "UNKNOWN_REGION": 1,
        "BAD_DATE": 1,
        "MISSING_VALUE": 2,
        "BAD_VALUE": 1,
        "BAD_ROW": 1,
        "UNKNOWN_SECTOR": 1,
        "NO_ROWS": 1,
    }
    assert (told.rows, told.entries, told.refused_rows, told.exit_code) == (6, 2, 4, 3)
    assert {one["code"] for one in await stored(graph, "Listed")} == {"ZOS", "1"}

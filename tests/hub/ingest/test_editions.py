"""Editions of registers: emptied cells, repeated keys, several suppliers; invented tables."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from graph.clock import start_of
from graph.driver import Graph
from graph.errors import BadInput
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest.load import LoadOptions
from hub.ingest.report import Report
from tests.hub.ingest.test_tables import FETCHED, HEADINGS, LAMPS, MAPPING, options, table, told_by
from tests.hub.ingest.worlds import edges, loaded, stored

pytestmark = pytest.mark.anyio
LATER = date(2026, 8, 1)


async def contract(graph: Graph) -> dict[str, Any]:
    """The only contract."""
    (one,) = await stored(graph, "Contract")
    return one


async def test_an_emptied_cell_empties_what_was_told_before(graph: Graph, tmp_path: Path) -> None:
    first = table(tmp_path / "a.csv", [HEADINGS, LAMPS])
    # The end is "TBC" now, the value unreadable, the title empty.
    second = table(
        tmp_path / "b.csv",
        [HEADINGS, (*LAMPS[:1], "", *LAMPS[2:5], "ask", LAMPS[6], "TBC", *LAMPS[8:])],
    )
    mine = options(tmp_path)
    then = LoadOptions(None, LATER, mine.mapping)
    hashes: set[str] = set()
    for order in permutations([(first, mine), (second, then)]):
        for path, how in (*order, order[0]):
            await loaded(graph, path, options=how)
        hashes.add(await content_hash(graph))
        now = await contract(graph)
        assert [now.get(name) for name in ("title", "valueE5", "endsOn")] == [None, None, None]
        assert now["startsOn"] == "2024-02-01"
        (was,) = await stored(graph, "ContractState")
        assert (was["title"], was["valueE5"], was["endsOn"]) == (
            "Lamp posts",
            123_450_000,
            "2026-01-31",
        )
        await wipe(graph)
    assert len(hashes) == 1


async def test_a_supplier_and_codes_that_are_gone_are_closed(graph: Graph, tmp_path: Path) -> None:
    mine = options(tmp_path)
    await loaded(graph, table(tmp_path / "a.csv", [HEADINGS, LAMPS]), options=mine)
    then = LoadOptions(None, LATER, mine.mapping)
    bare = (*LAMPS[:2], "", "", "", *LAMPS[5:8], "50232000", *LAMPS[9:])
    await loaded(graph, table(tmp_path / "b.csv", [HEADINGS, bare]), options=then)
    closed = {start_of(LATER)}
    supplied = await edges(graph, "SUPPLIED", "Organisation", "Contract")
    assert {about.get("publicTo") for _, _, about in supplied} == closed
    codes = {one["id"]: one["code"] for one in await stored(graph, "Category")}
    held = {
        codes[to]: about.get("publicTo")
        for _, to, about in await edges(graph, "IN", "Contract", "Category")
    }
    assert held == {"34928500": start_of(LATER), "50232000": None}
    assert (await contract(graph)).get("publicTo") is None


async def test_empty_cells_give_no_findings(graph: Graph, tmp_path: Path) -> None:
    bare = ("R1", "", "Fennel Ltd", *[""] * 8)
    report = Report()
    path = table(tmp_path / "a.csv", [HEADINGS, bare])
    await loaded(graph, path, options=options(tmp_path), report=report)
    assert report.codes == {}


async def test_two_rows_of_one_key_that_differ_are_named(graph: Graph, tmp_path: Path) -> None:
    other = (*LAMPS[:5], "7", *LAMPS[6:])
    report = Report()
    path = table(tmp_path / "a.csv", [HEADINGS, LAMPS, LAMPS, other])
    told = await loaded(graph, path, options=options(tmp_path), report=report)
    assert (told.rows, told.releases, told.repeats) == (3, 2, 1)
    (finding,) = report.findings
    assert (finding.code, finding.line, finding.refused) == ("REPEATED_KEY", 8, False)
    assert "line 4" in finding.message


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Fennel Ltd; Tansy plc", ["Fennel Ltd", "Tansy plc"]),
        ("Fennel Ltd\nTansy plc", ["Fennel Ltd", "Tansy plc"]),
        ("Fennel &\nSons Ltd", ["Fennel & Sons Ltd"]),
    ],
)
async def test_several_suppliers_in_a_cell_are_several_bodies(
    graph: Graph, tmp_path: Path, cell: str, names: Sequence[str]
) -> None:
    report = Report()
    path = table(tmp_path / "a.csv", [HEADINGS, (*LAMPS[:2], cell, *LAMPS[3:])])
    await loaded(graph, path, options=options(tmp_path), report=report)
    told = await edges(graph, "SUPPLIED", "Organisation", "Contract")
    bodies = {one["id"]: one["name"] for one in await stored(graph, "Organisation")}
    assert sorted(bodies[body] for body, _, _ in told) == names
    mentions = {one["name"]: one["identifiers"] for one in await stored(graph, "Mention")}
    # One number in the row: whose it is nobody says when there are two.
    wanted = [] if len(names) > 1 else ["GB-COH-05912608"]
    assert all(mentions[name] == wanted for name in names)
    assert report.codes == ({"SEVERAL_SUPPLIERS": 1} if len(names) > 1 else {})


async def test_one_data_set_described_in_two_ways_has_one_hash(
    graph: Graph, tmp_path: Path
) -> None:
    texts = [MAPPING + f'[source]\nname = "{name}"\n' for name in ("Our register", "Register")]
    hashes: set[str] = set()
    for order in permutations(range(2)):
        report = Report()
        for at in order:
            mapping = told_by(tmp_path / f"{at}.toml", texts[at])
            rows = [HEADINGS, (f"R{at}", *LAMPS[1:])]
            how = LoadOptions(None, FETCHED, mapping)
            path = table(tmp_path / f"{at}.csv", rows)
            await loaded(graph, path, options=how, report=report)
        assert report.codes == {"OTHER_SOURCE": 1}
        hashes.add(await content_hash(graph))
        await wipe(graph)
    assert len(hashes) == 1


COMPLETE = 'edition = "complete"\n' + MAPPING
R1, R2 = LAMPS, ("R2", *LAMPS[1:])
DAYS = (FETCHED, LATER, date(2026, 11, 1), date(2027, 2, 1))


def four(folder: Path, text: str = COMPLETE) -> list[tuple[Path, LoadOptions]]:
    """Four editions: both rows, the first, none new, both again."""
    mapping = told_by(folder / "mine.toml", text)
    rows = ([R1, R2], [R1], [R1, ("R3", *LAMPS[1:])], [R1, R2])
    return [
        (table(folder / f"{day}.csv", [HEADINGS, *told]), LoadOptions(None, day, mapping))
        for day, told in zip(DAYS, rows, strict=True)
    ]


async def lives(graph: Graph, reference: str) -> list[tuple[str, str | None]]:
    """From when to when the contracts of a row are there."""
    return sorted(
        (one["publicFrom"], one.get("publicTo"))
        for one in await stored(graph, "Contract")
        if one["reference"] == reference
    )


async def test_a_row_that_a_complete_edition_lacks_has_ended_whatever_came_first(
    graph: Graph, tmp_path: Path
) -> None:
    whole = four(tmp_path)
    at = [start_of(day) for day in DAYS]
    hashes: set[str] = set()
    for order in ([0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [0, 3, 1, 2], [2, 0, 2, 3, 1]):
        await wipe(graph)
        for number in order:
            path, how = whole[number]
            await loaded(graph, path, options=how)
        hashes.add(await content_hash(graph))
        assert await lives(graph, "R1") == [(at[0], None)]
        assert await lives(graph, "R2") == [(at[0], at[1]), (at[3], None)]
        assert await lives(graph, "R3") == [(at[2], at[3])]
    assert len(hashes) == 1
    supplied = await edges(graph, "SUPPLIED", "Organisation", "Contract")
    assert sum(about.get("publicTo") == at[1] for _, _, about in supplied) == 1


async def test_what_later_editions_lack_is_not_known_before(graph: Graph, tmp_path: Path) -> None:
    whole = four(tmp_path)
    for path, how in whole:
        await loaded(graph, path, options=replace(how, until=DAYS[0]))
    since = start_of(DAYS[0])
    assert [await lives(graph, row) for row in ("R1", "R2", "R3")] == [[(since, None)]] * 2 + [[]]
    (source,) = await stored(graph, "Source")
    assert source["editions"] == [since]


async def test_editions_that_nobody_calls_complete_end_nothing(
    graph: Graph, tmp_path: Path
) -> None:
    for path, how in four(tmp_path, MAPPING):
        await loaded(graph, path, options=how)
    assert await lives(graph, "R2") == [(start_of(DAYS[0]), None)]


@pytest.mark.parametrize("rows", [[R1, ("", *LAMPS[1:])], []])
async def test_an_edition_of_which_rows_are_lacking_ends_nothing(
    graph: Graph, tmp_path: Path, rows: Sequence[Sequence[str]]
) -> None:
    (first, how), *_ = four(tmp_path)
    await loaded(graph, first, options=how)
    report = Report()
    second = table(tmp_path / "second.csv", [HEADINGS, *rows])
    then = replace(how, fetched=DAYS[1])
    await loaded(graph, second, options=then, report=report)
    assert report.codes == (
        {"MISSING_VALUE": 1, "EDITION_NOT_WHOLE": 1} if rows else {"NO_ROWS": 1}
    )
    assert await lives(graph, "R2") == [(start_of(DAYS[0]), None)]


@pytest.mark.parametrize(
    "more", ['public = ["start"]\nedition = "complete"', 'edition = "whole"', "edition = 1"]
)
def test_only_what_is_fetched_as_a_whole_can_be_complete(tmp_path: Path, more: str) -> None:
    with pytest.raises(BadInput, match="edition"):
        told_by(tmp_path / "mine.toml", f"{more}\n{MAPPING}")

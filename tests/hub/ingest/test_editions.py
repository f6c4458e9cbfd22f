"""Editions of registers: emptied cells, repeated keys, several suppliers; invented tables."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from graph.clock import start_of
from graph.driver import Graph
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

"""The snapshot out of a graph: public facts only, states in their intervals, equal files."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from hub.ingest.load import LoadOptions, load
from hub.ingest.report import Report
from hub.worker.snapshots import market_rows, write_snapshot
from ranking.snapshot import TABLES, Snapshot
from tests.factories import Market
from tests.ranking import returns

pytestmark = pytest.mark.anyio

EARLY, LATER, LAST = (f"202{n}-03-01T00:00:00Z" for n in range(3))
# Ids are made by each reader in its own way; everything else must agree.
IDS = {"id", "contract", "organisation", "kind"}


def small() -> Market:
    """Two deals of fictional bodies; one body and one contract are withheld."""
    world = Market()
    buyer = world.body("Ostermoor Council", sector="Local Government")
    seller = world.body("Quillhaven Looms Ltd", sizeClass="large")
    world.mention(seller, "Quillhaven Looms")
    hidden = world.body("Brackwater Ltd", withheld="asked for")
    deal = world.deal(buyer, seller, "Looms", EARLY, lot="2", valueE5=500, currency="GBP")
    world.was("Contract", deal, EARLY, LATER, title="Weaving frames", valueE5=400, currency="GBP")
    world.was("Organisation", seller, EARLY, LAST, sizeClass="sme")
    world.payment(deal, 12_300_000, LATER, text="loom, first part")
    world.framework("Fictional framework", deal, public=EARLY)
    world.category("37800000-6", deal, public=EARLY)
    world.deal(buyer, hidden, "Secret looms", EARLY)
    world.contract("Withheld looms", withheld="asked for")
    return world


async def test_every_row_is_public_and_dated(graph: Graph) -> None:
    await small().write(graph)
    rows = await market_rows(graph)
    assert set(rows) == set(TABLES)
    names = {row[1] for row in rows["names"]}
    assert names == {"Ostermoor Council", "Quillhaven Looms Ltd", "Quillhaven Looms"}
    assert len(rows["supplied"]) == 1
    assert "Withheld looms" not in {row[1] for row in rows["contracts"]}
    assert [row[1:] for row in rows["frameworks"]] == [["Fictional framework", EARLY, None]]
    assert [row[1] for row in rows["categories"]] == ["37800000-6"]
    assert [row[2:6] for row in rows["payments"]] == [
        [12_300_000, "GBP", LATER[:7], "loom, first part"]
    ]


async def test_states_follow_one_another_without_a_gap(graph: Graph) -> None:
    await small().write(graph)
    rows = await market_rows(graph)
    looms = [row for row in rows["contracts"] if row[1] in ("Looms", "Weaving frames")]
    assert sorted((row[6], row[7], row[1], row[4]) for row in looms) == [
        (EARLY, LATER, "Weaving frames", 400),
        (LATER, None, "Looms", 500),
    ]
    sizes = sorted((r[4], r[5], r[3]) for r in rows["organisation_states"] if r[3])
    assert sizes == [(EARLY, LAST, "sme"), (LAST, None, "large")]


async def test_the_same_graph_gives_equal_files_and_is_written_once(
    graph: Graph, tmp_path: Path
) -> None:
    await small().write(graph)
    one = await write_snapshot(graph, tmp_path / "one")
    other = await write_snapshot(graph, tmp_path / "other")
    assert one.name == other.name == Snapshot.current(tmp_path / "one").version
    for file in one.iterdir():
        assert file.read_bytes() == (other / file.name).read_bytes()
    made = (one / "manifest.json").stat().st_mtime_ns
    assert await write_snapshot(graph, tmp_path / "one") == one
    assert (one / "manifest.json").stat().st_mtime_ns == made
    assert Snapshot.current(tmp_path / "one").data_up_to == LAST


async def test_returns_through_the_graph_are_the_returns_read_alone(
    graph: Graph, data_dir: Path
) -> None:
    options, report = LoadOptions(), Report()
    await load(graph, [data_dir / returns.FILE], options, report, lambda _: None)
    loaded, read = await market_rows(graph), returns.tables(data_dir)
    # The reader alone joins names that are spelt alike; loading also joins forms of a name.
    groups = names_of(loaded["names"])
    spelt = {name: id for id, names in names_of(read["names"]).items() for name in names}
    joined = [{spelt[name] for name in names} for names in groups.values()]
    apart = {id for ids in joined if len(ids) == 1 for id in ids}
    several = [id for id, ids in zip(groups, joined, strict=True) if len(ids) > 1]
    assert 0 < len(several) < len(groups) / 50
    single = {id for id in groups if id not in several}
    for name, schema in TABLES.items():
        kept = [i for i, column in enumerate(schema.names) if column not in IDS]
        own = name.startswith("organisation")  # the others have a row a fact, whosever it is
        ours = [row for row in loaded[name] if not own or row[0] in single]
        theirs = [row for row in read[name] if not own or row[0] in apart]
        assert shown(ours, kept) == shown(theirs, kept), name
    dates = {row[0]: row[3:5] for row in read["organisations"]}
    found = {row[0]: row[3:5] for row in loaded["organisations"]}
    for id in several:
        of = [dates[one] for one in {spelt[name] for name in groups[id]}]
        for side in (0, 1):
            known = [str(both[side]) for both in of if both[side]]
            assert found[id][side] == min(known, default=None)


def names_of(rows: Iterable[Sequence[Any]]) -> dict[str, set[str]]:
    """The names of each organisation."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id, name in rows:
        found[id].add(name)
    return found


def shown(rows: Iterable[Sequence[Any]], kept: list[int]) -> list[list[str]]:
    """The rows as texts, in one order."""
    return sorted([str(row[i]) for i in kept] for row in rows)

"""Time: what the whole graph says of a day is what the graph loaded until that day says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph import performance
from graph.catalogue import EDGES, OWN
from graph.clock import end_of
from graph.driver import Graph
from graph.ids import make_id
from graph.shape import Edge, Node
from graph.wipe import wipe
from hub.ingest.load import LoadOptions
from hub.ingest.own.lives import Life, lives, lots
from hub.ingest.report import Report
from tests.hub.ingest.own.given import CONTRACT, COUNCIL, PRICE, own, product, record, records
from tests.hub.ingest.own.test_reading import read
from tests.hub.ingest.worlds import edges, files, loaded, stored

NODES = (*OWN, *performance.NODES)
LABELS = {node.label for node in NODES}
DAYS = [date(2025, 12, 15), date(2026, 2, 15), date(2026, 3, 20), date(2026, 4, 10)]


def told(*values: dict[str, Any]) -> list[Life]:
    """The lives that records make, whatever their order."""
    found = [one for value in values if (one := read(value))]
    assert len(found) == len(values)
    made = lots if found[0].noun == "framework" else lives
    assert made(found) == made(found[::-1])
    return made(found)


def test_the_newest_record_is_the_node_and_older_ones_are_its_states() -> None:
    [life] = told(product(), product(public_from="2026-03-01", api=True))
    old, new = life.node.states
    assert (old.values["api"], new.values["api"]) == (None, True)
    assert (old.since, old.until, new.since) == (
        "2026-01-01T00:00:00Z",
        "2026-03-01T00:00:00Z",
        "2026-03-01T00:00:00Z",
    )


def test_a_record_that_says_the_same_again_changes_nothing() -> None:
    [life] = told(product(), product(public_from="2026-03-01"))
    assert len(life.node.states) == 1


def test_withdrawn_and_told_again_is_another_node_of_the_same_thing() -> None:
    first, second = told(
        product(),
        record("product", "P-1", "2026-02-01"),
        record("product", "P-1", "2026-02-03"),
        product(public_from="2026-04-02"),
    )
    assert first.node.until == "2026-02-01T00:00:00Z"
    assert second.node.until is None
    assert first.node.id != second.node.id
    assert first.node.id == first.node.fixed["thing"] == second.node.fixed["thing"]


def test_what_is_withdrawn_before_it_was_told_is_nothing() -> None:
    assert told(record("product", "P-1", "2026-02-01")) == []


def test_what_a_thing_refers_to_is_said_by_the_first_record_of_its_life() -> None:
    [life] = told(
        record("offer", "O", "2026-02-01", **{**PRICE, "product": "P-9", "lot": "4"}),
        record("offer", "O", "2026-01-01", **PRICE),
    )
    source = life.node.source
    assert life.node.fixed["productRef"] == make_id("prd", source, "P-1")
    assert life.node.fixed["lot"] == "3"


def test_a_lot_that_is_left_out_is_closed_and_one_that_returns_is_another() -> None:
    here, gone = (
        [{"code": "1", "name": "One"}, {"code": "2", "name": "Two"}],
        [{"code": "1", "name": "One"}],
    )
    made = told(
        record("framework", "F", "2026-01-01", name="x", lots=here),
        record("framework", "F", "2026-02-01", name="x", lots=gone),
        record("framework", "F", "2026-03-01", name="x", lots=here),
    )
    assert [(one.node.fixed["code"], one.node.until) for one in made] == [
        ("1", None),
        ("2", "2026-02-01T00:00:00Z"),
        ("2", None),
    ]


def covers(properties: dict[str, Any], moment: str) -> bool:
    """Whether something is public at a moment."""
    until = properties.get("publicTo")
    return properties["publicFrom"] <= moment and (until is None or until > moment)


async def nodes_at(graph: Graph, node: Node, moment: str) -> dict[str, dict[str, Any]]:
    """The nodes of a label as they were at a moment, by id, without what tells when they end."""
    found = {one["id"]: one for one in await stored(graph, node.label) if covers(one, moment)}
    past = {one["id"]: one for one in await stored(graph, node.label + "State")}
    for id, state, _ in await edges(graph, "WAS", node.label, node.label + "State"):
        if id in found and covers(past[state], moment):
            found[id] |= {c.name: past[state].get(c.name) for c in node.versioned}
    names = [column.name for column in node.columns if column.name != "publicTo"]
    return {id: {name: one.get(name) for name in names} for id, one in found.items()}


async def edges_at(graph: Graph, edge: Edge, moment: str) -> list[tuple[str, str, str]]:
    """The edges of a type at a moment between what was public then."""
    return sorted(
        (a, b, r["publicFrom"])
        for a, b, r in await edges(graph, edge.type, edge.source, edge.target)
        if covers(r, moment)
    )


async def at(graph: Graph, day: date) -> dict[str, Any]:
    """All that own files tell of, as of a day."""
    moment = end_of(day)
    found: dict[str, Any] = {node.label: await nodes_at(graph, node, moment) for node in NODES}
    contracts = {one["id"] for one in await stored(graph, "Contract") if covers(one, moment)}
    seen = {id for nodes in found.values() for id in nodes} | contracts
    for edge in EDGES:
        if edge.type != "WAS" and {edge.source, edge.target} & LABELS:
            ends = await edges_at(graph, edge, moment)
            known = [(a, b, since) for a, b, since in ends if visible(edge, a, b, seen)]
            found[f"{edge.source} {edge.type} {edge.target}"] = known
    return found


def visible(edge: Edge, start: str, end: str, seen: set[str]) -> bool:
    """Whether both ends are public; organisations and frameworks are looked at elsewhere."""
    others = {"Organisation", "Framework"}
    return (edge.source in others or start in seen) and (edge.target in others or end in seen)


@pytest.mark.anyio
async def test_the_whole_graph_of_a_day_is_the_graph_until_that_day(
    graph: Graph, tmp_path: Path
) -> None:
    paths = [own(tmp_path / "x.jsonl", records()), *files(tmp_path)]
    await loaded(graph, *paths)
    whole = [await at(graph, day) for day in DAYS]
    for day, wanted in zip(DAYS, whole, strict=True):
        await wipe(graph)
        await loaded(graph, *paths, options=LoadOptions(until=day))
        assert await at(graph, day) == wanted
    assert whole[0]["Need"]
    assert not whole[0]["Product"]
    assert whole[1]["Product"] != whole[2]["Product"]


@pytest.mark.anyio
async def test_a_framework_is_what_its_records_and_its_contracts_say(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, *files(tmp_path))
    await loaded(graph, own(tmp_path / "x.jsonl", records()))
    [framework] = await stored(graph, "Framework")
    assert framework["name"] == "The invented cloud"
    assert (framework.get("startsOn"), framework["extendsTo"]) == (None, "2028-12-31")
    assert framework["publicFrom"] < "2014"
    states = {one["publicFrom"]: one for one in await stored(graph, "FrameworkState")}
    assert [one.get("endsOn") for _, one in sorted(states.items())] == [None, "2027-12-31"]
    assert states["2026-01-02T00:00:00Z"]["owner"] == "Ostermoor Digital"


@pytest.mark.anyio
async def test_what_contradicts_is_kept_and_reported(graph: Graph, tmp_path: Path) -> None:
    report = Report()
    said = {"by": COUNCIL, "contract": CONTRACT, "rating": 4}
    path = own(
        tmp_path / "x.jsonl",
        [
            product(),
            product(api=True),
            record("review", "R", "2026-01-01", **said),
            record("review", "R", "2026-02-01", **{**said, "by": {"name": "Tansy Council"}}),
        ],
    )
    assert (await loaded(graph, path, report=report)).records == 4
    assert dict(report.codes) == {"CONFLICTING_RECORD": 2, "REFERENCE_CHANGED": 1}
    assert len(await edges(graph, "WROTE", "Organisation", "Review")) == 1


@pytest.mark.anyio
async def test_a_new_life_may_refer_to_something_else(graph: Graph, tmp_path: Path) -> None:
    report = Report()
    said = {"by": COUNCIL, "contract": CONTRACT, "rating": 4}
    gone = record("review", "R", "2026-02-01")
    again = record("review", "R", "2026-03-01", **{**said, "by": {"name": "Tansy Council"}})
    path = own(tmp_path / "x.jsonl", [record("review", "R", "2026-01-01", **said), gone, again])
    await loaded(graph, path, report=report)
    assert "REFERENCE_CHANGED" not in report.codes


@pytest.mark.anyio
async def test_an_earlier_record_that_comes_late_is_named_too(graph: Graph, tmp_path: Path) -> None:
    said = {"by": COUNCIL, "contract": CONTRACT, "rating": 4}
    later = record("review", "R", "2026-02-01", **said)
    first = record("review", "R", "2026-01-01", **{**said, "by": {"name": "Tansy Council"}})
    await loaded(graph, own(tmp_path / "later.jsonl", [later]))
    report = Report()
    await loaded(graph, own(tmp_path / "first.jsonl", [first]), report=report)
    assert report.codes["REFERENCE_CHANGED"] == 1


@pytest.mark.anyio
async def test_good_lines_load_beside_bad_ones(graph: Graph, tmp_path: Path) -> None:
    path = own(tmp_path / "x.jsonl", [product(cpv="x"), product("P-2"), {"noun": "x", "key": "y"}])
    with path.open("a") as file:
        file.write("{broken\n[1]\n")
    report = Report()
    summary = await loaded(graph, path, report=report)
    assert (summary.rows, summary.records, summary.refused_rows) == (5, 1, 4)
    assert summary.exit_code == 3
    lines = {(one.code, one.line, one.field) for one in report.findings}
    assert ("BAD_VALUE", 2, "/values/cpv") in lines
    assert ("UNKNOWN_NOUN", 4, "/noun") in lines
    assert {code for code, _, _ in lines} == {"BAD_VALUE", "UNKNOWN_NOUN", "BAD_JSON"}


@pytest.mark.anyio
async def test_records_without_a_header_are_refused(graph: Graph, tmp_path: Path) -> None:
    report = Report()
    summary = await loaded(graph, own(tmp_path / "x.jsonl", [product()], None), report=report)
    assert (summary.records, summary.exit_code) == (0, 1)
    assert dict(report.codes) == {"NO_SOURCE": 1}

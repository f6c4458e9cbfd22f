"""The fictional world through the loader: whole, without a finding, known as fictional."""

import csv
from pathlib import Path

from graph.driver import Graph
from graph.figures import FIGURES
from hub.demo.sizes import Order
from hub.demo.world import write_world
from hub.ingest.load import LoadOptions, load
from hub.ingest.report import Report

RECORDS = "Records of the fictional world"


async def test_a_world_loads_whole_and_without_a_finding(graph: Graph, tmp_path: Path) -> None:
    paths = write_world(tmp_path, Order("tiny", 1))
    report = Report()
    summary = await load(graph, [tmp_path / "data"], LoadOptions(), report, lambda _: None)
    assert report.findings == []
    assert summary.exit_code == 0
    assert summary.unknown_files == 0
    lines = [line for path in paths if path.suffix == ".csv" for line in rows(path)]
    assert summary.payments == len(lines)
    record = (await graph.rows(FIGURES))[0]
    assert record[3] == len(lines)
    assert all(fictional for *_, fictional in record[8])
    counted = {source: count for rows in record[9:] for source, count, _ in rows}
    own = [p for p in paths if p.parent.name == "own"]
    told = [line for p in own for line in p.read_text("utf-8").splitlines() if '"noun"' in line]
    named = {source: name for source, name, *_ in record[8]}
    assert {named[s]: n for s, n in counted.items()}[RECORDS] == len(told)
    assert set(record[7]) == {line["Sector"] for line in lines}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))

"""The fictional world through the loader: whole, without a finding, known as fictional."""

import csv
from pathlib import Path

from graph.driver import Graph
from graph.figures import FIGURES
from hub.demo.world import write_world
from hub.ingest.load import LoadOptions, load
from hub.ingest.report import Report


async def test_the_small_world_loads_whole_and_without_a_finding(
    graph: Graph, tmp_path: Path
) -> None:
    paths = write_world(tmp_path, "small", 1)
    report = Report()
    summary = await load(graph, [tmp_path / "data"], LoadOptions(), report, lambda _: None)
    assert report.findings == []
    assert summary.exit_code == 0
    with paths[0].open(newline="") as file:
        lines = list(csv.DictReader(file))
    assert summary.payments == len(lines)
    record = (await graph.rows(FIGURES))[0]
    assert record[3] == len(lines)
    sources = record[-3]
    assert len(sources) == 2
    assert all(fictional for *_, fictional in sources)
    assert set(record[7]) == {line["Sector"] for line in lines}

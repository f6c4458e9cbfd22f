"""Where batches end decides nothing: what is under way counts as what is in the graph."""

from pathlib import Path

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest import lines, rebuild, releases
from hub.ingest.own import records as own_records
from hub.ingest.report import Report
from tests.hub.ingest.given import jsonl, line, returns
from tests.hub.ingest.own.given import own, records
from tests.hub.ingest.worlds import lines as told
from tests.hub.ingest.worlds import loaded, notices

pytestmark = pytest.mark.anyio


def market(folder: Path) -> list[Path]:
    """Every kind that is written while the next is read, with what comes twice and otherwise."""
    again = [line(ID="2", ReturnMonth="2013-04-01", ProjectNameAndDescription="Other files")]
    return [
        returns(folder / "a.csv", [*told(), *told()[1:3], *again]),
        jsonl(folder / "b.jsonl", [*notices(), notices()[0]]),
        own(folder / "c.jsonl", [*records(), *records()[:2]]),
    ]


@pytest.mark.parametrize("size", [1, 2, 5])
async def test_small_batches_end_in_the_graph_of_large_ones(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    paths, report = market(tmp_path), Report()
    summary = await loaded(graph, *paths, report=report)
    assert (summary.repeats, report.codes["CONFLICTING_LINE"]) == (5, 1)
    wanted = await content_hash(graph)
    await wipe(graph)
    for module in (lines, releases, own_records):
        monkeypatch.setattr(module, "BATCH", size)
    monkeypatch.setattr(rebuild, "NEW", size)
    again = Report()
    summary = await loaded(graph, *paths, report=again)
    assert (summary.repeats, again.codes) == (5, report.codes)
    assert await content_hash(graph) == wanted

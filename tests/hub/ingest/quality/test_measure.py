"""Quality over the releases that a graph holds."""

from pathlib import Path

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from hub.gateway.commands.quality import lines
from hub.ingest.quality.measure import measured
from tests.hub.ingest.worlds import files, loaded

pytestmark = pytest.mark.anyio


async def test_all_stored_processes_are_judged_and_nothing_changes(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, *files(tmp_path))
    before = await content_hash(graph)
    record = (await measured(graph)).record()
    assert await content_hash(graph) == before
    told = {one["name"]: (one["applicable"], one["passed"]) for one in record["checks"]}
    # Three ocids; one process had three releases under one title, and signs one contract.
    assert record["processes"] == 3
    assert told["buyer_name"] == (3, 3)
    assert told["same_title"] == (1, 1)
    assert told["contract_award"] == (1, 1)
    assert told["unique_tender"][0] == 3
    assert [one["code"] for one in record["flags"] if one["computable"]] == []
    words = "\n".join(lines(record))
    assert "R018 not computable: no open or selective process" in words
    assert "buyer_name" in words


async def test_an_empty_graph_has_nothing_to_judge(graph: Graph) -> None:
    record = (await measured(graph)).record()
    assert record["processes"] == 0
    assert {one["share"] for one in record["checks"]} == {None}

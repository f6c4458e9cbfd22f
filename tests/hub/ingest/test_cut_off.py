"""A load of a larger world that is cut off while it derives is made good by loading again."""

from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph, Step
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.demo.sizes import Order
from hub.demo.world import write_world
from hub.ingest import rebuild
from hub.ingest.load import LoadOptions, load
from hub.ingest.report import Report

pytestmark = pytest.mark.anyio
# The tiny world has some 200 processes: more than one batch of the rebuilding.
BUILDING = "new processes"


class Cut(Exception):
    """The process ends here."""


async def loaded(graph: Graph, paths: list[Path]) -> str:
    """The hash after a load."""
    await load(graph, paths, LoadOptions(), Report(), lambda _: None)
    return await content_hash(graph)


@pytest.mark.parametrize("batches", [1, 2])
async def test_what_was_derived_before_the_cut_is_not_there_twice_after_it(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batches: int
) -> None:
    paths = write_world(tmp_path, Order("tiny", 1))
    whole = await loaded(graph, paths)
    await wipe(graph)
    write, built = graph.write, 0
    monkeypatch.setattr(rebuild, "NEW", 60)

    async def cut(*steps: Step) -> Any:
        nonlocal built
        if built == batches:
            raise Cut
        built += any(step.statement.name == BUILDING for step in steps)
        return await write(*steps)

    with monkeypatch.context() as patched:
        patched.setattr(graph, "write", cut)
        with pytest.raises(Cut):
            await loaded(graph, paths)
    assert await loaded(graph, paths) == whole

"""A load that was cut off is seen at the next start, and by the doctor."""

import pytest

from graph import restoring
from graph.driver import Graph, Statement, Step
from graph.errors import Conflict
from graph.loading import BEGIN
from hub.gateway.held import held

pytestmark = pytest.mark.anyio
SOURCE = Statement("given", "CREATE (s:Source {id: $id, name: 'S', fictional: $fictional})")


async def test_an_empty_graph_is_empty(graph: Graph) -> None:
    found = await held(graph)
    assert (found.empty, found.cut_off) == (True, False)


@pytest.mark.parametrize("fictional", [True, False])
async def test_what_a_load_left_that_was_cut_off_is_told_from_whole_data(
    graph: Graph, fictional: bool
) -> None:
    await graph.write(Step(SOURCE, {"id": "src-1", "fictional": fictional}))
    whole = await held(graph)
    assert (whole.empty, whole.cut_off) == (False, False)
    await graph.write(Step(BEGIN))
    half = await held(graph)
    assert (half.empty, half.cut_off, half.fictional) == (False, True, fictional)


async def test_nothing_starts_on_the_half_of_an_import(graph: Graph) -> None:
    await graph.write(Step(restoring.BEGIN), Step(SOURCE, {"id": "src-1", "fictional": False}))
    with pytest.raises(Conflict, match="hub import FILE"):
        await held(graph)

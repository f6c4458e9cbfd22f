"""Emptying a graph: what an import and the tests start from."""

from graph import generations
from graph.driver import Graph, Statement, Step

BATCH = 5000
# The one match without a label: it is to find what no version of ours knows, too.
WIPE = Statement(
    "wipe",
    """MATCH (n) WHERE NOT n:Migration AND NOT n:Load AND NOT n:Generation
    WITH n LIMIT $batch DETACH DELETE n RETURN count(*) AS gone""",
    60.0,  # seconds: a node may have very many edges
)
# Markers go last: a wipe that is cut off must not leave a half that looks whole.
UNMARK = Statement("wipe of markers", "MATCH (l:Load) DETACH DELETE l")


async def wipe(graph: Graph) -> int:
    """Delete all that is stored, but not the schema and the migrations done; how many nodes."""
    gone = 0
    while True:
        [[[batch]]] = await graph.write(Step(WIPE, {"batch": BATCH}))
        gone += batch
        if batch < BATCH:
            await graph.write(Step(UNMARK), generations.renewed())
            return gone

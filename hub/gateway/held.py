"""What the graph holds: nothing, whole data, or the half that a load left that was cut off."""

from dataclasses import dataclass

from graph.driver import Graph
from graph.figures import FIGURES
from graph.loading import UNFINISHED
from hub.ingest.leases import demand_imported

CUT_OFF = (
    "An earlier load was cut off, so the graph is not whole. Load the same files again: "
    'make run DATA="path …", or hub load PATH…'
)


@dataclass(frozen=True, slots=True)
class Held:
    """`empty`: no data set; `cut_off`: a load did not end; `fictional`: every data set is."""

    empty: bool
    cut_off: bool
    fictional: bool

    @property
    def text(self) -> str:
        """For a person, after "the graph"."""
        if self.cut_off:
            return "holds what a load left that was cut off"
        return "is empty" if self.empty else "holds data"


async def held(graph: Graph) -> Held:
    """What is there. Raises Conflict while an import fills the graph, and when one was cut off."""
    await demand_imported(graph)
    record = (await graph.rows(FIGURES))[0]
    sources = record[8]
    return Held(
        empty=not any(record[:7]) and not sources,
        cut_off=bool(await graph.rows(UNFINISHED)),
        fictional=all(source[-1] for source in sources),
    )

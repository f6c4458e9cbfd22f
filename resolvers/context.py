"""What a request can reach, listed in one place."""

from dataclasses import dataclass

from auth.policies import ViewerClass, scope
from graph.driver import Graph
from graph.selection import Scope
from ranking.service import Ranker

MOST_NODES = 25_000  # a page of 100 with 50 of each has 5,100


@dataclass(frozen=True, slots=True)
class Context:
    """One request: the class of who asks, the graph, the ranker; nothing global."""

    viewer: ViewerClass
    graph: Graph
    ranker: Ranker
    version: str
    most_nodes: int = MOST_NODES

    @property
    def scope(self) -> Scope:
        """The row predicates of whoever asks."""
        return scope(self.viewer)

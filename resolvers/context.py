"""What a request can reach, listed in one place."""

from dataclasses import dataclass

from auth.policies import ViewerClass, scope
from graph.driver import Graph
from graph.selection import Scope
from ranking.service import Ranker


@dataclass(frozen=True, slots=True)
class Context:
    """One request: the class of who asks, the graph, the ranker; nothing global."""

    viewer: ViewerClass
    graph: Graph
    ranker: Ranker
    version: str

    @property
    def scope(self) -> Scope:
        """The row predicates of whoever asks."""
        return scope(self.viewer)

"""Lives: a node that vanishes from a process and comes back is another node.

An interval has no holes. If one node stood for both lives, the past that lies between them would
show it to whoever knows the later facts, and not to whoever knew only the earlier ones.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from graph.ids import make_id
from hub.ingest.contents import Contents, NodeKey


@dataclass
class Lives:
    """The id of the present life of each node that has come back."""

    present: dict[str, str] = field(default_factory=dict[str, str])

    def renamed(self, moment: str, now: Contents, ended: Callable[[NodeKey], bool]) -> Contents:
        """The contents with every node that ended before under the id of a new life.

        The id is made of the first life's id and of the moment of return, so any order of
        loading makes the same.
        """
        for label, id in now.nodes:
            if ended((label, self.present.get(id, id))):
                self.present[id] = make_id(id.partition("-")[0], id, moment)
        if not self.present:
            return now
        name = self.present
        renamed = Contents()
        for (label, id), told in now.nodes.items():
            renamed.nodes[label, name.get(id, id)] = told
        for type, start, end, more in now.links:
            renamed.links.add((type, name.get(start, start), name.get(end, end), more))
        return renamed

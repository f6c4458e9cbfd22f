"""What a body is called: its names with dates, by source, and the bodies that it may be."""

from typing import Any

from graph import decisions
from graph.driver import Graph
from graph.errors import NotFound

NAMES = "id name firstSeen lastSeen source roles place identifiers basis score".split()


async def called(graph: Graph, id: str) -> dict[str, Any]:
    """The body that a mention's id means, its mentions (the newest first) and doubts about it.

    Raises NotFound.
    """
    rows = await graph.rows(decisions.MENTIONS_OF, id=id)
    if not rows:
        raise NotFound(f"There is no body {id}; `hub identify` or a search gives ids.")
    organisation, name = rows[0][:2]
    mentions = [dict(zip(NAMES, row[2:], strict=True)) for row in rows]
    mentions.sort(key=lambda one: one["id"])
    mentions.sort(key=lambda one: one["lastSeen"], reverse=True)
    near = await graph.rows(decisions.DOUBTS_OF, id=organisation)
    found = [dict(zip(("id", "name", "score", "why"), row, strict=True)) for row in near]
    return {
        "organisation": organisation,
        "name": name,
        "mentions": mentions,
        "doubts": sorted(found, key=lambda one: (-one["score"], one["id"])),
    }

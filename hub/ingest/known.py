"""What the graph knows of who is who: its mentions and what each of them means there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph import loading
from graph.driver import Graph
from hub.ingest.decisions import all_decisions, in_force
from hub.ingest.facts import Mention
from hub.ingest.grouping import Evidence, Meaning
from hub.ingest.listed import stored_lists


@dataclass
class Known:
    """All mentions of the graph, and what they mean there now.

    `changed`: since then there is more evidence of who is who, or other.
    """

    mentions: dict[str, Mention] = field(default_factory=dict[str, Mention])
    meanings: dict[str, Meaning] = field(default_factory=dict[str, Meaning])
    changed: bool = False


async def known(graph: Graph) -> Known:
    """All of it, in memory: some hundred bytes a mention."""
    found = Known()
    async for row in graph.stream(loading.KNOWN_MENTIONS):
        mention, meaning = known_of(row)
        found.mentions[mention.id], found.meanings[mention.id] = mention, meaning
    return found


async def evidence(graph: Graph, folder: Path | None = None) -> Evidence:
    """What else decides who is who: the reference lists and the decisions in force.

    `folder`: lists in addition (BadInput as `listed`).
    """
    return Evidence(await stored_lists(graph, folder), in_force(await all_decisions(graph)))


def known_of(row: Sequence[Any]) -> tuple[Mention, Meaning]:
    """A row of `known mentions`; a mention of an older hub has no roles."""
    id, source, name, kind, place, numbers, unread, first, last, roles, *meant = row
    written = (tuple[str, ...](numbers), tuple[str, ...](unread))
    mention = Mention(source, name, kind, place, *written, first, last, tuple(roles or ()))
    return mention, Meaning(id, *meant)

"""What `hub identify` says of names, compared with how loading grouped them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from graph.driver import Graph
from hub.ingest.identify import GIVEN, identify, stored
from hub.ingest.known import evidence, known
from hub.ingest.subjects import Subject, of_mention
from tests.hub.ingest.worlds import edges


async def identify_says_what_loading_did(graph: Graph) -> None:
    """All names asked about an empty graph, and half of them about a graph with the other half."""
    there, found = await known(graph), await evidence(graph)
    given = [
        replace(of_mention(one), id=GIVEN + one.id) for _, one in sorted(there.mentions.items())
    ]
    grouped = {id: one.organisation for id, one in there.meanings.items()}
    wanted = _sets(grouped.items())
    answers = identify(given, [], found.lists, found.decisions)
    assert _sets((one["id"], one["group"]) for one in answers) == wanted
    stored_pairs = {(a, b) for a, b, _ in await edges(graph, "RESEMBLES", "Mention", "Mention")}
    near = {one["id"]: {doubt["id"] for doubt in one["doubtful"]} for one in answers}
    assert all(b in near[a] and a in near[b] for a, b in stored_pairs)
    half = Random(5).sample(given, len(given) // 2)
    asked = {one.id.removeprefix(GIVEN) for one in half}
    rest: list[Subject] = []
    for one in await stored(graph):
        rest += [one] if one.id.split(" ", 1)[1] not in asked else []
    kept = {one.id.split(" ", 1)[1]: str(one.organisation) for one in rest}
    answers = identify(half, rest, found.lists, found.decisions)
    for one in answers:
        if grouped[one["id"]] in kept.values():
            assert one["organisation"] == grouped[one["id"]], one
        else:
            assert one["organisation"] is None, one


def _sets(pairs: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id, group in pairs:
        found[group].add(id)
    return {frozenset(ids) for ids in found.values()}

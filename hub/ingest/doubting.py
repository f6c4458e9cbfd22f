"""Pairs in doubt that are stored: a pure function of names, reference lists and decisions."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from graph import decisions
from graph.driver import Graph, Step
from hub.ingest.likeness import SURE, Doubt, candidates, judged, likeness, names_of
from hub.ingest.partition import Groups
from hub.ingest.rows import batches
from hub.ingest.subjects import Subject

# Worth a person's time: so alike (0 to 100), and among so many likeliest of both ends. On real
# names a lower floor adds pairs that are hardly ever one, and more a body than anybody reads.
FLOOR, BEST = 70 / SURE, 5
Pair = tuple[str, str]


def likeliest(subjects: Collection[Subject], groups: Groups) -> list[Doubt]:
    """The likeliest pairs of groups, by their ids."""
    names = names_of(subjects, groups)
    scored = (
        (*likeness(names[one], names[other], FLOOR), one, other) for one, other in candidates(names)
    )
    ranked = sorted(
        (-score, one, other, why) for score, why, one, other in scored if score >= FLOOR
    )
    found: list[Doubt] = []
    seen: Counter[str] = Counter()  # likelier pairs of each group
    for score, one, other, why in ranked:
        full = [seen[id] >= BEST for id in (one, other)]
        # Judging is the dear part: what can be among the best of neither end is left out.
        doubt = None if all(full) else judged(one, other, -score, why, groups)
        if doubt:
            seen.update((one, other))
            found.extend([] if any(full) else [doubt])
    return sorted(found)


async def keep(graph: Graph, found: Sequence[Doubt]) -> None:
    """Bring the stored pairs in line; writes only what differs."""
    wanted = {(one.one, one.other): (round(one.score * 100), one.why) for one in found}
    there: dict[Pair, tuple[int, str]] = {}
    async for one, other, score, why in graph.stream(decisions.STORED_DOUBTS):
        there[one, other] = (score, why)
    gone = sorted(pair for pair in there if wanted.get(pair) != there[pair])
    new = sorted(pair for pair in wanted if wanted[pair] != there.get(pair))
    for pairs in batches(gone):
        await graph.write(Step(decisions.DELETE_DOUBTS, {"rows": [_row(pair) for pair in pairs]}))
    for pairs in batches(new):
        rows = [_row(pair, wanted) for pair in pairs]
        await graph.write(Step(decisions.CREATE_DOUBTS, {"rows": rows}))


def _row(pair: Pair, wanted: Mapping[Pair, tuple[int, str]] | None = None) -> dict[str, object]:
    row: dict[str, object] = {"one": pair[0], "other": pair[1]}
    if wanted:
        row["score"], row["why"] = wanted[pair]
    return row


async def listed(graph: Graph) -> list[dict[str, Any]]:
    """The stored pairs with the names of both ends, the likeliest first."""
    rows = [row async for row in graph.stream(decisions.NAMED_DOUBTS)]
    keys = "one oneName other otherName score why".split()
    found: list[dict[str, Any]] = [dict(zip(keys, row, strict=True)) for row in rows]
    return sorted(found, key=lambda row: (-row["score"], row["one"], row["other"]))

"""Doubtful pairs: names that are merely similar, found by rare words that they share."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from hub.ingest.contradictions import Facts, proof, unlike, unsure
from hub.ingest.names import FORMS, initials, tokens_of
from hub.ingest.partition import Groups
from hub.ingest.subjects import Subject

RARE = 60  # bearers of a clue at most: what more share says little and would cost n² time
ALIKE = 62  # token-set ratio, 0 to 100
SURE = 0.89  # the most that likeness alone can score; what joins scores more
STEM = 5  # letters; slips are commonest behind them


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two groups (smaller id first) that may be one body."""

    one: str
    other: str
    score: float
    why: str


def doubts(
    subjects: Collection[Subject], groups: Groups, wanted: Collection[str] | None = None
) -> list[Doubt]:
    """The best reason for each pair of groups (one of them wanted), sorted by their ids."""
    roots = None if wanted is None else {groups.root(id) for id in wanted}
    names: defaultdict[str, set[str]] = defaultdict(set)
    for one in subjects:
        names[groups.root(one.id)].add(one.name)
    found: dict[tuple[str, str], Doubt] = {}
    for one, other in sorted(_candidates(names)):
        if roots is not None and one not in roots and other not in roots:
            continue
        doubt = _doubt(one, other, names, groups)
        if doubt:
            found[one, other] = doubt
    return sorted(found.values())


def _candidates(names: dict[str, set[str]]) -> set[tuple[str, str]]:
    clues: defaultdict[str, set[str]] = defaultdict(set)
    for root, called in names.items():
        for name in called:
            for clue in _clues(name):
                clues[clue].add(root)
    return {
        pair
        for roots in clues.values()
        if 1 < len(roots) <= RARE
        for pair in combinations(sorted(roots), 2)
    }


def _clues(name: str) -> Iterator[str]:
    words = sorted(set(tokens_of(name)))
    yield " ".join(words)
    yield from words
    yield from (word[:STEM] for word in words if len(word) > STEM)
    yield from (" ".join(pair) for pair in combinations(words, 2))
    yield f"={initials(name)}"
    yield from (f"={word}" for word in words if len(words) < 3)


def _doubt(one: str, other: str, names: dict[str, set[str]], groups: Groups) -> Doubt | None:
    score, why = max(_score(a, b) for a in sorted(names[one]) for b in sorted(names[other]))
    if score < ALIKE:
        return None
    perhaps = unsure(groups.facts[one], groups.facts[other])
    against = perhaps or _against(groups.facts[one], groups.facts[other])
    if against and not perhaps and score < 100:
        return None
    return Doubt(one, other, round(score / 100 * SURE, 3), against or why)


def _against(one: Facts, other: Facts) -> str | None:
    return proof(one, other) or unlike(one, other)


def _score(one: str, other: str) -> tuple[float, str]:
    words = [tokens_of(name) for name in (one, other)]
    shorts = [_short(name) for name in (one, other)]
    if shorts[0] == initials(other) != "" or shorts[1] == initials(one) != "":
        return 90.0, "initials"
    if sorted(words[0]) == sorted(words[1]):
        return 100.0, "equal names, but nothing else tells them one"
    # A legal form that both have makes nobody alike.
    texts = [" ".join(word for word in found if word not in FORMS) for found in words]
    ratio, slip = fuzz.token_set_ratio(*texts), fuzz.ratio(*texts)
    return min(99.0, max(ratio, slip)), "similar names"


def _short(name: str) -> str:
    found: Iterable[str] = tokens_of(name)
    return "".join(found) if len(list(found)) == 1 else ""

"""Doubtful pairs: names that are merely similar, found by rare words that they share."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from hub.ingest.contradictions import Facts, proof, split, unlike, unsure
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


@dataclass(frozen=True, slots=True)
class _Look:
    """A name as it is compared; a legal form that both have makes nobody alike."""

    words: tuple[str, ...]
    text: str
    initials: str
    short: str


def doubts(
    subjects: Collection[Subject], groups: Groups, wanted: Collection[str] | None = None
) -> list[Doubt]:
    """The best reason for each pair of groups (one of them wanted), sorted by their ids."""
    roots = None if wanted is None else {groups.root(id) for id in wanted}
    names = names_of(subjects, groups)
    found: list[Doubt] = []
    for one, other in sorted(candidates(names)):
        if roots is not None and one not in roots and other not in roots:
            continue
        score, why = likeness(names[one], names[other], ALIKE)
        doubt = judged(one, other, score, why, groups) if score >= ALIKE else None
        found.extend([doubt] if doubt else [])
    return found


def names_of(subjects: Iterable[Subject], groups: Groups) -> dict[str, set[str]]:
    """The names of each group."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for one in subjects:
        names[groups.root(one.id)].add(one.name)
    return names


def candidates(names: Mapping[str, Collection[str]]) -> set[tuple[str, str]]:
    """Pairs of groups that share a clue, the smaller id first."""
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


def likeness(ones: Iterable[str], others: Collection[str], floor: float) -> tuple[float, str]:
    """How alike the likest two names are (0 to 100; below `floor` may be 0) and why."""
    return max(_score(a, b, floor) for a in ones for b in others)


def judged(one: str, other: str, score: float, why: str, groups: Groups) -> Doubt | None:
    """What speaks for and against two like groups being one; None when they surely are not."""
    facts = groups.facts[one], groups.facts[other]
    if split(*facts):
        return None
    perhaps = unsure(*facts)
    against = perhaps or _against(*facts)
    if against and not perhaps and score < 100:
        return None
    return Doubt(one, other, round(score / 100 * SURE, 3), against or why)


def _against(one: Facts, other: Facts) -> str | None:
    return proof(one, other) or unlike(one, other)


def _score(one: str, other: str, floor: float) -> tuple[float, str]:
    """How alike two names are (0 to 100) and why; what is below `floor` counts as 0."""
    a, b = _look(one), _look(other)
    if a.short == b.initials != "" or b.short == a.initials != "":
        return 90.0, "initials"
    if a.words == b.words:
        return 100.0, "equal names, but nothing else tells them one"
    ratio = fuzz.token_set_ratio(a.text, b.text, score_cutoff=floor)
    slip = fuzz.ratio(a.text, b.text, score_cutoff=floor)
    return min(99.0, max(ratio, slip)), "similar names"


@lru_cache(maxsize=200_000)
def _look(name: str) -> _Look:
    words = tokens_of(name)
    text = " ".join(word for word in words if word not in FORMS)
    return _Look(tuple(sorted(words)), text, initials(name), words[0] if len(words) == 1 else "")

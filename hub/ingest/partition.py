"""Which subjects are one body: a pure function of their set, the reference lists and decisions.

Evidence comes in stages, the strongest first. Within a stage those that share a key are joined
unless something contradicts; who could be either of two bodies that contradict stays alone.
Decisions come before all evidence: a join stands above contradictions, a split above everything.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hub.ingest.contradictions import NAMED_APART, Facts, facts, joined, proof, split, unlike
from hub.ingest.decisions import JOIN, SPLIT, Decision
from hub.ingest.identity import NOBODY, is_generic
from hub.ingest.listed import Listed
from hub.ingest.names import Reading, readings
from hub.ingest.subjects import Subject

Keys = Callable[[Subject], Iterable[str]]
TRADERS = {frozenset({"buyer"}), frozenset({"supplier"})}
# The sides of a decision to split: who is taken out, and the body that the others stay with.
OUT, REST = "out", "rest"
ENOUGH = 2  # words that a name must have beside its kind or form to stand for one body


@dataclass(frozen=True, slots=True)
class Placed:
    """The group of a subject (its smallest id), by what evidence, and how sure that is (0 to 1)."""

    id: str
    group: str
    basis: str
    score: float


@dataclass(frozen=True, slots=True)
class _Stage:
    basis: str
    score: float
    keys: Keys
    named: bool  # whether words of the names may contradict
    trade: bool = False


class Groups:
    """Disjoint sets of subjects with what each states; the root is the smallest id."""

    def __init__(
        self, subjects: Iterable[Subject], lists: Listed, decisions: Iterable[Decision] = ()
    ) -> None:
        self._parent: dict[str, str] = {}
        self.facts: dict[str, Facts] = {}
        sides = _sides(decisions)
        for one in subjects:
            self._parent[one.id] = one.id
            self.facts[one.id] = facts(one, lists, sides.get(one.id))

    def __contains__(self, id: str) -> bool:
        return id in self._parent

    def root(self, id: str) -> str:
        """The group of a subject."""
        while self._parent[id] != id:
            self._parent[id] = self._parent[self._parent[id]]
            id = self._parent[id]
        return id

    def join(self, roots: Collection[str]) -> None:
        """Make one group of these."""
        first, *others = sorted(roots)
        for root in others:
            self._parent[root] = first
            self.facts[first] = joined(self.facts[first], self.facts.pop(root))


def partition(
    subjects: Collection[Subject],
    lists: Listed | None = None,
    decisions: Sequence[Decision] = (),
) -> tuple[list[Placed], Groups]:
    """Where each subject belongs, by id, and the groups with what they state.

    A decision about subjects that are not there changes nothing.
    """
    lists = lists or Listed()
    ordered = sorted(subjects, key=lambda one: one.id)
    groups = Groups(ordered, lists, decisions)
    found = {id: ("decision", 1.0) for id in _decide(groups, decisions)}
    for stage in _stages(lists):
        for block in _blocks(ordered, stage.keys):
            for id in _join(groups, block, stage):
                found.setdefault(id, (stage.basis, stage.score))
    alone = ("canonical", 1.0)
    placed = (Placed(one.id, groups.root(one.id), *found.get(one.id, alone)) for one in ordered)
    return list(placed), groups


def _sides(decisions: Iterable[Decision]) -> dict[str, dict[str, set[str]]]:
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for one in decisions:
        if one.action == SPLIT:
            found[one.one][one.id], found[one.other][one.id] = {OUT}, {REST}
    return found


def _decide(groups: Groups, decisions: Iterable[Decision]) -> Iterator[str]:
    """Join what was decided to be one body; gives who was."""
    joins = (one for one in decisions if one.action == JOIN)
    for one in sorted(joins, key=lambda one: one.id):
        if one.one in groups and one.other in groups:
            roots = {groups.root(one.one), groups.root(one.other)}
            if not split(*(groups.facts[root] for root in (min(roots), max(roots)))):
                groups.join(roots)
                yield from (one.one, one.other)


def _stages(lists: Listed) -> tuple[_Stage, ...]:
    def listed(one: Subject) -> Iterator[str]:
        body = lists.body(one.name) if one.kind != "company" else None
        if body:
            yield body

    return (
        _Stage("identifier", 1.0, lambda one: one.identifiers, False),
        _Stage("name", 0.99, lambda one: _spelt(one, lists), False),
        _Stage("list", 0.98, listed, False),
        _Stage("form of name", 0.96, lambda one: _read(one, lists), True),
        _Stage(
            "name without legal form", 0.93, lambda one: _formless(one, lists), True, trade=True
        ),
        _Stage("other name", 0.91, lambda one: _aliases(one, lists), True, True),
    )


def _spelt(one: Subject, lists: Listed) -> Iterator[str]:
    if one.key in NOBODY:
        return
    apart = any(r.kind in NAMED_APART and not r.form for r in readings(one.name)[:1])
    if apart or is_generic(one.key) or one.key in lists.common:
        within = one.place or f"source {one.source} {one.known.get('urn', '')}"
        yield f"{one.kind} {one.key} {within}"
    else:
        yield f"{one.kind} {one.key}"


def _plain(one: Subject, lists: Listed) -> Iterator[Reading]:
    if one.key not in NOBODY | lists.common and not is_generic(one.key):
        yield from (r for r in readings(one.name)[:1] if r.kind not in NAMED_APART)


def _read(one: Subject, lists: Listed) -> Iterator[str]:
    for reading in _plain(one, lists):
        if reading.kind != "body" or len(reading.words) >= ENOUGH or reading.form:
            yield f"{reading.key} {reading.form}"


def _formless(one: Subject, lists: Listed) -> Iterator[str]:
    return (r.key for r in _plain(one, lists) if len(r.words) >= ENOUGH)


def _aliases(one: Subject, lists: Listed) -> Iterator[str]:
    if any(_plain(one, lists)):
        yield from (r.key for r in readings(one.name) if _telling(r))


def _telling(reading: Reading) -> bool:
    return len(reading.words) >= ENOUGH or reading.kind != "body"


def _blocks(subjects: Iterable[Subject], keys: Keys) -> list[list[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in subjects:
        for key in keys(one):
            found[key].add(one.id)
    return [sorted(block) for _, block in sorted(found.items()) if len(block) > 1]


def _join(groups: Groups, block: list[str], stage: _Stage) -> Iterator[str]:
    """Join those who get on with the same others of the block; gives who was joined."""
    roots = sorted({groups.root(id) for id in block})
    if len(roots) == 1:
        yield from block
        return
    circles = _circles(groups, _without_taken_out(groups, roots), stage)
    chosen = {root for circle in circles for root in circle}
    joining = [id for id in block if groups.root(id) in chosen]
    for circle in circles:
        groups.join(circle)
    yield from joining


def _without_taken_out(groups: Groups, roots: list[str]) -> list[str]:
    """Without those that a decision took out of a body that is among them, too."""
    sides = {root: groups.facts[root].sides for root in roots if groups.facts[root].sides}
    kept = {id for found in sides.values() for id, side in found.items() if REST in side}
    out = {root for root, found in sides.items() if any(OUT in found[id] for id in kept & {*found})}
    return [root for root in roots if root not in out]


def _circles(groups: Groups, roots: Iterable[str], stage: _Stage) -> list[list[str]]:
    """Those who get on with the same others. Who states the same is asked once: lists repeat."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for root in roots:
        alike[repr(groups.facts[root])].append(root)
    firsts = [found[0] for found in alike.values()]
    circles: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for found in alike.values():
        one = found[0]
        if len(found) > 1 and not _agree(groups, one, one, stage):
            continue  # what contradicts itself stays as it is
        near = (o for o in firsts if o == one or _agree(groups, one, o, stage))
        circles[frozenset(near)].extend(found)
    return [circle for circle in circles.values() if len(circle) > 1]


def _agree(groups: Groups, one: str, other: str, stage: _Stage) -> bool:
    a, b = groups.facts[one], groups.facts[other]
    if proof(a, b) or (stage.named and unlike(a, b)):
        return False
    # A buyer without a legal form and a firm of that name may well be parent and subsidiary.
    return not (stage.trade and {frozenset(a.roles), frozenset(b.roles)} == TRADERS)

"""Who is who, exact evidence only: the partition of mentions is a pure function of their set."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.text import fold, words
from hub.ingest.facts import Mention

COMPANY_WORDS = frozenset(
    "limited ltd plc llp lp llc inc incorporated gmbh cic cyf sarl bv".split()
)
PUBLIC_WORDS = frozenset(
    "council university nhs police ministry department borough parish school academy "
    "college constabulary hmrc parliament government authority commissioner ambulance".split()
)
# Names that many bodies in different places carry (cases.md W7): place decides for these.
GENERIC = frozenset(
    "school schools academy primary infant infants junior parish church church's nursery "
    "secondary grammar".split()
)
GENERIC_PHRASE = re.compile(r"\b(?:town|community) council\b")
# Keys of names that name nobody; they join nothing.
NOBODY = frozenset(
    {"", "n a", "na", "none", "null", "tbc", "test", "unknown", "various", "not applicable"}
    | {"not known", "redacted", "multiple", "multiple suppliers", "various suppliers", "other"}
)
ROLE_KIND: Mapping[str, str] = {"buyer": "public", "supplier": "company"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """Which organisation a mention means and why: canonical, identifier or name."""

    mention: str
    organisation: str
    basis: str


def kind_of(name: str, role: str) -> str:
    """public, company or other: by words of the name, a legal form first, else by the role."""
    found = set(words(name.replace(".", "")))
    if found & COMPANY_WORDS:
        return "company"
    if found & PUBLIC_WORDS:
        return "public"
    return ROLE_KIND.get(role, "other")


def place_of(text: str | None) -> str | None:
    """A postcode or locality, folded, without spaces and dots; None when there is nothing."""
    return re.sub(r"[^\w]", "", fold(text)) or None if text else None


def meanings(mentions: Collection[Mention]) -> list[Meaning]:
    """The partition, by mention id; the organisation's id is that of its smallest mention."""
    groups = _Groups(mentions)
    for _, bearers in _blocks(mentions, lambda mention: mention.identifiers):
        groups.join_all(bearers)
    named = [mention for mention in mentions if mention.key not in NOBODY]
    for _, block in _blocks(named, lambda mention: [f"{mention.kind} {mention.key}"]):
        for part in _by_place(block):
            groups.join_by_name(part)
    shared = {
        mention.id
        for _, bearers in _blocks(mentions, lambda mention: mention.identifiers)
        for mention in bearers
        if any(o.id != mention.id and groups.same(o, mention) for o in bearers)
    }
    found = ((mention.id, groups.canonical(mention)) for mention in mentions)
    return sorted(
        (Meaning(id, to, _basis(id, to, shared)) for id, to in found), key=lambda m: m.mention
    )


def disputed(mentions: Collection[Mention]) -> list[str]:
    """Identifiers that could not join all who bear them, because other numbers contradict."""
    groups = {meaning.mention: meaning.organisation for meaning in meanings(mentions)}
    blocks = _blocks(mentions, lambda mention: mention.identifiers)
    return [number for number, found in blocks if len({groups[m.id] for m in found}) > 1]


def _basis(id: str, organisation: str, shared: set[str]) -> str:
    if id == organisation:
        return "canonical"
    return "identifier" if id in shared else "name"


class _Groups:
    """Disjoint sets of mentions with the numbers of each; the root is the smallest id."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._parent: dict[str, str] = {}
        self._numbers: dict[str, dict[str, set[str]]] = {}
        for mention in mentions:
            numbers: defaultdict[str, set[str]] = defaultdict(set)
            for identifier in mention.identifiers:
                numbers[scheme_of(identifier)].add(identifier)
            self._parent[mention.id] = mention.id
            self._numbers[mention.id] = dict(numbers)

    def canonical(self, mention: Mention) -> str:
        root = mention.id
        while self._parent[root] != root:
            self._parent[root] = self._parent[self._parent[root]]
            root = self._parent[root]
        return root

    def same(self, one: Mention, other: Mention) -> bool:
        return self.canonical(one) == self.canonical(other)

    def join_all(self, mentions: Iterable[Mention]) -> bool:
        """Join them unless two numbers of one scheme contradict; tells whether it did."""
        roots = sorted({self.canonical(mention) for mention in mentions})
        if _contradict([self._numbers[root] for root in roots]):
            return False
        first = roots[0]
        for root in roots[1:]:
            self._parent[root] = first
            for scheme, numbers in self._numbers.pop(root).items():
                self._numbers[first].setdefault(scheme, set()).update(numbers)
        return True

    def join_by_name(self, mentions: list[Mention]) -> None:
        """Join them all; when numbers contradict, only those whose group has no number at all.

        A nameless choice between two numbered bodies would be a guess: a wrong merge is worse
        than a missed one.
        """
        if not self.join_all(mentions):
            plain = [m for m in mentions if not self._numbers[self.canonical(m)]]
            if plain:
                self.join_all(plain)


def _blocks(
    mentions: Iterable[Mention], keys: Callable[[Mention], Iterable[str]]
) -> list[tuple[str, list[Mention]]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for key in keys(mention):
            found[key].append(mention)
    return sorted((key, block) for key, block in found.items() if len(block) > 1)


def _by_place(block: list[Mention]) -> list[list[Mention]]:
    """One list, or for a name that many bodies carry one per place.

    Without a place such a name says something within its own source only.
    """
    if not is_generic(block[0].key):
        return [block]
    parts: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in block:
        parts[mention.place or f"source {mention.source}"].append(mention)
    return list(parts.values())


def is_generic(key: str) -> bool:
    """Whether many bodies in different places bear names of this kind (cases.md W7)."""
    return bool(GENERIC & set(key.split()) or GENERIC_PHRASE.search(key))


def scheme_of(identifier: str) -> str:
    """The register of an identifier: `GB-COH` of `GB-COH-05912608`."""
    # Every scheme is two parts (`GB-COH`) but VAT; the number itself may have hyphens.
    return "VAT" if identifier.startswith("VAT-") else "-".join(identifier.split("-", 2)[:2])


def _contradict(groups: list[dict[str, set[str]]]) -> bool:
    """True when two groups have numbers of one scheme and none in common."""
    seen: defaultdict[str, list[set[str]]] = defaultdict(list)
    for group in groups:
        for scheme, numbers in group.items():
            seen[scheme].append(numbers)
    return any(
        one.isdisjoint(other)
        for sets in seen.values()
        for index, one in enumerate(sets)
        for other in sets[index + 1 :]
    )

"""Who is who in the graph: the partition of all mentions, as loading stores it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from hub.ingest.decisions import Decision
from hub.ingest.facts import Mention
from hub.ingest.listed import Listed
from hub.ingest.partition import Groups, partition
from hub.ingest.subjects import of_mention


@dataclass(frozen=True, slots=True)
class Meaning:
    """Which organisation a mention means, why, and how sure that is in percent."""

    mention: str
    organisation: str
    basis: str
    score: int


@dataclass(frozen=True)
class Evidence:
    """What decides who is who beside the mentions themselves."""

    lists: Listed = field(default_factory=Listed)
    decisions: tuple[Decision, ...] = ()


def itself(mention: str) -> Meaning:
    """A mention that is a body of its own."""
    return Meaning(mention, mention, "canonical", 100)


def meanings(
    mentions: Collection[Mention], evidence: Evidence | None = None
) -> tuple[list[Meaning], Groups]:
    """The partition, by mention id; the organisation's id is that of its smallest mention."""
    evidence = evidence or Evidence()
    subjects = [of_mention(one) for one in mentions]
    placed, groups = partition(subjects, evidence.lists, evidence.decisions)
    found = [
        Meaning(one.id, one.group, one.basis, round(one.score * 100))
        if one.id != one.group
        else itself(one.id)
        for one in placed
    ]
    return found, groups


def disputed(mentions: Iterable[Mention], groups: Groups) -> list[str]:
    """Identifiers that could not join all who bear them, because something contradicts."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for one in mentions:
        for number in one.identifiers:
            homes[number].add(groups.root(one.id))
    return sorted(number for number, roots in homes.items() if len(roots) > 1)

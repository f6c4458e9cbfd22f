"""What records make of a thing: its lives and their states. Pure, whatever the order.

Withdrawn and told again, it is another node: an interval has no holes (hub/ingest/lives.py).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.ids import make_id
from hub.ingest.facts import Node, State, Value, Values
from hub.ingest.own.nouns import NOUNS, Noun
from hub.ingest.own.reading import Record

# A record and what it says of one thing; None: that it is no more.
Moment = tuple[Record, Values | None]
PERFORMANCE = frozenset({"kpi", "assessment", "failure"})
REFERENCES: Mapping[str, tuple[str, ...]] = {
    "product": ("productRef",),
    "framework": ("frameworkRef", "lot"),
    "contract": ("contractRef", "contractPart"),
    "replaces": ("replaces",),
    "kpi": ("kpiRef",),
}


@dataclass(frozen=True, slots=True)
class Life:
    """One life of a thing: its node, and the record that it began with."""

    node: Node
    first: Record

    @property
    def refers(self) -> Mapping[str, str | None]:
        """What it refers to: what its first record says."""
        return self.first.told.refers if self.first.told else {}


def ordered(records: Iterable[Record]) -> list[Record]:
    """The records of one thing in time; of each instant the one that holds."""
    told = sorted(records, key=lambda record: record.order)
    if len(told) == 1:
        return told
    return [list(same)[-1] for _, same in groupby(told, key=lambda record: record.public_from)]


def lives(records: Iterable[Record]) -> list[Life]:
    """The lives of the thing that all these records tell of, the first first."""
    moments = [(record, record.told and record.told.values) for record in ordered(records)]
    first = moments[0][0]
    noun = NOUNS[first.noun]
    # What releases tell of as well bears the id that its source gives it.
    fixed: Values = {"reference": first.key} if noun.name in PERFORMANCE else {}
    return list(_lives(noun, first.thing, moments, fixed))


def lots(records: Iterable[Record]) -> list[Life]:
    """The lives of the lots that the records of a framework tell of."""
    told = ordered(records)
    found: list[Life] = []
    for code in sorted({code for record in told if record.told for code in record.told.lots}):
        thing = make_id(NOUNS["lot"].prefix, told[0].thing, code)
        moments = [(record, record.told and record.told.lots.get(code)) for record in told]
        found += _lives(NOUNS["lot"], thing, moments, {"code": code})
    return found


def _lives(noun: Noun, thing: str, moments: Sequence[Moment], fixed: Values) -> Iterator[Life]:
    open_moments: list[Moment] = []
    number = 0
    for record, values in [*moments, (None, None)]:
        if record and values is not None:
            open_moments.append((record, values))
        elif open_moments:
            id = make_id(noun.prefix, thing, open_moments[0][0].public_from) if number else thing
            until = record.public_from if record else None
            yield _life(noun, (id, thing), open_moments, until, fixed)
            open_moments, number = [], number + 1


def _life(
    noun: Noun,
    names: tuple[str, str],
    moments: Sequence[Moment],
    until: str | None,
    fixed: Values,
) -> Life:
    first = moments[0][0]
    told = first.told.refers if first.told else {}
    refers: dict[str, Value] = {
        column: told.get(column) for name in noun.refers for column in REFERENCES[name]
    }
    id, thing = names
    values = {"thing": thing, **fixed, **refers}
    states = tuple(_states(noun, moments, until))
    node = Node(noun.label, id, values, states, until, first.basis, first.source)
    return Life(node, first)


def _states(noun: Noun, moments: Sequence[Moment], until: str | None) -> Iterator[State]:
    """What held when; a record that says the same again changes nothing."""
    changes: list[tuple[str, Values]] = []
    for record, values in moments:
        told = {name: (values or {}).get(name) for name in noun.columns}
        if not changes or changes[-1][1] != told:
            changes.append((record.public_from, told))
    ends = [since for since, _ in changes[1:]]
    # The state of a closed life stays open: the node's publicTo closes it, as everywhere.
    for (since, told), end in zip(changes, [*ends, None], strict=True):
        yield State(since, end, told)

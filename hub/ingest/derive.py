"""What follows from all facts about one thing: its values over time. Pure, whatever the order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hub.ingest.facts import State, Value

Steps = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Statement:
    """A source stated a value with a fact that became public then; so many facts did."""

    since: str
    value: str | None
    facts: int = 1


def steps(statements: Iterable[Statement]) -> Steps:
    """The newest stated value at every instant at which it changed.

    Of several at one instant the one with the most facts counts, then the first by alphabet. A
    fact that states nothing changes nothing.
    """
    votes: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for statement in statements:
        if statement.value:
            votes[statement.since][statement.value] += statement.facts
    found: Steps = []
    for since, values in sorted(votes.items()):
        value = min(values, key=lambda text: (-values[text], text))
        if not found or found[-1][1] != value:
            found.append((since, value))
    return found


def states(columns: Mapping[str, Steps], start: str) -> list[State]:
    """The states of a thing that became public at `start`, oldest first, the last one open."""
    moments = {start, *(since for changes in columns.values() for since, _ in changes)}
    found: list[State] = []
    ordered = sorted(moment for moment in moments if moment >= start)
    for moment, until in zip(ordered, [*ordered[1:], None], strict=True):
        values = {name: _at(changes, moment) for name, changes in columns.items()}
        found.append(State(moment, until, values))
    return found


def _at(changes: Steps, moment: str) -> Value:
    before = [value for since, value in changes if since <= moment]
    return before[-1] if before else None

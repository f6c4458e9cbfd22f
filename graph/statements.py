"""Statements: named texts of Cypher, what may be in them, and how often and how long they ran."""

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from time import perf_counter
from typing import Any, LiteralString, Protocol
from zoneinfo import ZoneInfo

from graph.errors import Internal

QUOTED = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`", re.DOTALL)
WRITES = re.compile(
    r"(?<![.:$\w])(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|DROP|LOAD\s+CSV)\b(?!\s*:)", re.IGNORECASE
)
PLAIN = frozenset({str, int, float, bool, bytes, type(None)})


@dataclass(frozen=True, slots=True)
class Statement:
    """One text and the name it is counted by; `seconds` replaces the graph's own deadline."""

    name: str
    text: LiteralString
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A statement with its values: one part of a write."""

    statement: Statement
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(slots=True)
class Entry:
    """How often a statement ran and how many seconds that took in all."""

    count: int = 0
    seconds: float = 0.0


class Observer(Protocol):
    """Is told of each statement when it has ended."""

    def __call__(self, name: str, seconds: float, *, failed: bool) -> None: ...


class Ledger:
    """Counts and times every run of a statement, by name; a run that fails counts too."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.running = 0
        self.observers: list[Observer] = []

    @property
    def count(self) -> int:
        """All runs so far."""
        return sum(entry.count for entry in self.entries.values())

    @contextmanager
    def timing(self, name: str) -> Generator[None]:
        """Count what runs in the block under that name."""
        started, failed = perf_counter(), True
        self.running += 1
        try:
            yield
            failed = False
        finally:
            seconds = perf_counter() - started
            self.running -= 1
            entry = self.entries.setdefault(name, Entry())
            entry.count += 1
            entry.seconds += seconds
            for observe in self.observers:
                observe(name, seconds, failed=failed)


@lru_cache(maxsize=4096)
def demand_reading(text: str) -> None:
    """Raise Internal when a text that is to read has a clause that writes (ArcadeDB runs it)."""
    found = WRITES.search(QUOTED.sub("''", text))
    if found:
        raise Internal(f"A read must not contain {found[1].upper()}.")


def demand_safe(values: object) -> None:
    """Raise Internal for a ZoneInfo among the parameters: the driver would corrupt memory."""
    waiting = [values]
    while waiting:
        item = waiting.pop()
        if type(item) is dict or isinstance(item, Mapping):
            item = item.values()
        elif not isinstance(item, (list, tuple)):
            if isinstance(getattr(item, "tzinfo", None), ZoneInfo):
                raise Internal("A parameter carries a ZoneInfo; send UTC text of graph/clock.py.")
            continue
        if not PLAIN.issuperset(map(type, item)):  # nearly all that is sent is rows of plain values
            waiting += [inner for inner in item if type(inner) not in PLAIN]

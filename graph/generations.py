"""Generations: a token per label and type of edge, renewed with what is committed.

Whoever keeps an answer notes the labels that its statements named, and the tokens as they were
before; the answer holds while they stand. Tokens are read again once they are `FRESH` seconds old,
so a writer that has renewed one waits that long before it says that it is done.
"""

import asyncio
import re
import secrets
from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Protocol

from graph.statements import QUOTED, Statement, Step

FRESH = 0.25  # seconds
EVERYTHING = "*"  # what a load renews: it may touch any noun

NAMED = re.compile(r"[:|&]\s*([A-Z]\w*)")
# A load or import that has not ended has a node of its own (graph/loading.py, graph/restoring.py).
TOKENS = Statement(
    "generations",
    "RETURN COUNT { MATCH (l:Load) } AS loads, "
    "COLLECT { MATCH (g:Generation) WITH g ORDER BY g.id, g.token RETURN [g.id, g.token] }"
    " AS tokens",
)
RENEW = Statement(
    "generations renewed",
    "UNWIND $labels AS label MERGE (g:Generation {id: label}) SET g.token = $token",
)

_noted: ContextVar[set[str] | None] = ContextVar("labels of the statements that are run")


class Readable(Protocol):
    """What is needed of a graph (graph/driver.py)."""

    async def rows(self, statement: Statement, **values: Any) -> list[list[Any]]:
        """All records."""
        ...


async def tokens(graph: Readable) -> Mapping[str, str] | None:
    """The tokens now; None while a load is under way, or was cut off. One statement."""
    [[loads, found]] = await graph.rows(TOKENS)
    if loads:
        return None
    now: dict[str, str] = {}
    for label, token in found:
        # Two first renewals at once may make two nodes; each later one changes both.
        now[label] = now.get(label, "") + token
    return now


def renewed(labels: Collection[str] = (EVERYTHING,)) -> Step:
    """The part of a write that renews the tokens of what it changes; by a load, of everything."""
    return Step(RENEW, {"labels": sorted(labels), "token": secrets.token_hex(8)})


async def noticed() -> None:
    """Return once nobody gives an answer any more that is older than what was renewed before."""
    await asyncio.sleep(FRESH)


@contextmanager
def noting() -> Generator[set[str]]:
    """The labels and types of edges that the statements of the block name, as they are run."""
    found: set[str] = set()
    before = _noted.set(found)
    try:
        yield found
    finally:
        _noted.reset(before)


def note(text: str) -> None:
    """A statement is run: tell whoever notes."""
    noted = _noted.get(None)
    if noted is not None:
        noted |= labels(text)


@lru_cache(maxsize=4096)
def labels(text: str) -> frozenset[str]:
    """Every label and type of edge that a text names, `:A|B` both."""
    return frozenset(NAMED.findall(QUOTED.sub("''", text)))

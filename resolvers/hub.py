"""What the hub holds: counts, data sets, and the day up to which it knows the market."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.clock import london_day
from graph.figures import FIGURES
from resolvers.context import Context

NOUNS = (
    "buyers",
    "suppliers",
    "contracts",
    "payments",
    "categories",
    "frameworks",
    "procurements",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A data set: records loaded of it and the day of its newest fact."""

    id: str
    name: str
    publisher: str
    licence: str
    fictional: bool
    records: int
    data_up_to: date | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts by noun, the sectors of those that buy, data sets by name."""

    counts: dict[str, int]
    sectors: list[str]
    sources: list[Source]

    @property
    def data_up_to(self) -> date | None:
        """The day of the newest fact of all; None on an empty hub."""
        return max((s.data_up_to for s in self.sources if s.data_up_to), default=None)


async def figures(ctx: Context) -> Figures:
    """One statement. Raises HubError when the graph is away."""
    record = (await ctx.graph.rows(FIGURES))[0]
    counts: dict[str, int] = dict(zip(NOUNS, record, strict=False))
    sectors, sources, *records = record[len(NOUNS) :]
    every = [row for rows in records for row in rows]
    return Figures(counts, sectors, [source(row, every) for row in sources])


def source(row: list[Any], records: list[list[Any]]) -> Source:
    """A data set with the sum of its records of every kind."""
    mine = [(count, newest) for id, count, newest in records if id == row[0]]
    newest = max((n for _, n in mine if n), default=None)
    id, name, publisher, licence, fictional = row
    total, day = sum(count for count, _ in mine), london_day(newest) if newest else None
    return Source(id, name, publisher, licence, fictional, total, day)

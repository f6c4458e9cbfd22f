"""What one load has taken in so far, and how anything taken in is noted, counted and written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from graph import loading
from graph.clock import end_of
from graph.driver import Graph, Step
from hub.ingest import batch
from hub.ingest.facts import Mention, Source
from hub.ingest.files import File
from hub.ingest.grouping import itself
from hub.ingest.held import Held
from hub.ingest.known import Known
from hub.ingest.mapping import Mapping
from hub.ingest.parts import Part
from hub.ingest.pen import Pen
from hub.ingest.report import Report, Summary

Item = TypeVar("Item")
Note = Callable[[str, str, str, str], None]


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """`until`: keep all mentions, drop facts that became public later.

    `fetched`: the public time of releases and rows that state none. `mapping`: reads tables before
    the mappings that come with the hub. `spend`: the folder that takes the lines of spend lists;
    None: they are not kept. `part`: what others, which run beside this load, leave to it.
    """

    until: date | None = None
    fetched: date | None = None
    mapping: Mapping | None = None
    spend: Path | None = None
    part: Part | None = None


@dataclass
class Intake:
    """What every kind of file is taken in with.

    `touched`: the ocids with a new release. `held`: the new releases of new ocids. `sources`: the
    data sets that were written. `frameworks`: those that were there before. `described`: data
    sets of own files in all the ways in which they were described.
    """

    graph: Graph
    options: LoadOptions
    report: Report
    summary: Summary
    known: Known
    pen: Pen
    held: Held = field(default_factory=Held)
    touched: set[str] = field(default_factory=set[str])
    sources: set[str] = field(default_factory=set[str])
    frameworks: set[str] = field(default_factory=set[str])
    described: set[Source] = field(default_factory=set[Source])

    def count(self, fact: object) -> None:
        """Count a row; None: it is refused."""
        self.summary.rows += 1
        if fact is None:
            self.summary.refused_rows += 1

    def mine(self, key: str) -> bool:
        """Whether what has this key is this load's; "" stands for all that can't be divided."""
        return self.options.part is None or self.options.part.takes(key)

    def mentions(self, mentions: Sequence[Mention]) -> list[Step]:
        """The steps that write new mentions and those that were seen at another time."""
        known = self.known
        changed: dict[str, Mention] = {}
        new: dict[str, Mention] = {}
        for mention in mentions:
            old = known.mentions.get(mention.id)
            if old and old.covers(mention):
                continue
            now = old.joined(mention) if old else mention
            known.mentions[mention.id] = changed[mention.id] = now
            # Dates and odd numbers are no evidence: a load of known names groups nothing anew.
            known.changed = known.changed or old is None or old.roles != now.roles
            if old is None or mention.id in new:
                new[mention.id] = now
                known.meanings[mention.id] = itself(mention.id)
        beside = self.options.part is not None
        told = list(changed.values()), list(new.values())
        return batch.mention_steps(*told, beside=beside) if changed else []

    async def write(self, sources: Sequence[Source], steps: Sequence[Step]) -> None:
        """One transaction; before the first the marker that says that a load is under way."""
        await self.begin(sources, steps)
        await self.pen.done()

    async def begin(self, sources: Sequence[Source], steps: Sequence[Step]) -> None:
        """As `write`, but only the write before this one has ended then."""
        if not steps:
            await self.pen.done()
            return
        if not self.summary.changed:
            await self.graph.write(Step(loading.BEGIN))
            self.summary.changed = True
        new = await self._described(one for one in sources if one.id not in self.sources)
        await self.pen.begin([*batch.source_steps(new), *steps])

    async def _described(self, sources: Iterable[Source]) -> dict[str, Source]:
        """Data sets that are to be written; of two descriptions of one the first by text holds.

        The last one to come would make the graph depend on the order of loading.
        """
        new = {one.id: one for one in sources}
        self.sources |= new.keys()
        if not new:
            return new
        for id, *texts in await self.graph.rows(loading.KNOWN_SOURCES, ids=sorted(new)):
            mine = (new[id].name, new[id].publisher, new[id].licence)
            if tuple(texts) != mine:
                held = min(mine, tuple(texts))
                about = f"the data set {held[0]} is described in two ways; {', '.join(held)} holds"
                self.report.add("OTHER_SOURCE", "", about, "describe it alike under [source]")
            if tuple(texts) <= mine:
                del new[id]
        return new

    def in_time(self, public_from: str) -> bool:
        """False for a fact that became public after `until`."""
        if self.options.until is None or public_from <= end_of(self.options.until):
            return True
        self.summary.later += 1
        return False

    def note(self, file: File, line: int | None, about: str = "") -> Note:
        """What a reader calls with code, field, message and advice for each thing wrong."""

        def note(code: str, path: str, message: str, advice: str) -> None:
            self.report.add(code, file.name, message + about, advice, line=line, field=path)

        return note


def survived(read: Callable[[], Item | None], note: Note) -> Item | None:
    """What was read; one row that makes a reader fail must not take the others with it."""
    try:
        return read()
    except Exception as error:
        wrong = f"it can't be read: {type(error).__name__}: {error}"
        note("UNREADABLE_ROW", "/", wrong, "leave it out, and tell us: this should not happen")
        return None

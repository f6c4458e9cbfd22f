"""Files in: rows and releases that are new are written in batches, the others are counted."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from graph import loading
from graph.clock import end_of
from graph.driver import Graph, Step
from hub.ingest import batch, files, gcloud, ocds
from hub.ingest.batch import First
from hub.ingest.compile import Process, history
from hub.ingest.facts import Line, Mention, Release, Source, order_of
from hub.ingest.files import File
from hub.ingest.identity import Meaning
from hub.ingest.report import Report, Summary
from hub.ingest.rows import BATCH
from hub.ingest.settle import Known
from hub.ingest.soundness import too_long

RELEASES = 200  # a batch: some hold megabytes
Item = TypeVar("Item")
Note = Callable[[str, str, str, str], None]


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """`until`: keep all mentions, drop facts that became public later.

    `fetched`: the public time of releases that state none.
    """

    until: date | None = None
    fetched: date | None = None


@dataclass
class Intake:
    """What one load has taken in so far; `touched` are the ocids with a new release."""

    graph: Graph
    options: LoadOptions
    report: Report
    summary: Summary
    known: Known
    touched: set[str] = field(default_factory=set[str])

    async def file(self, file: File) -> AsyncIterator[int]:
        """Load a file; gives the number of its rows that are done, after each batch."""
        done = 0
        if file.kind == "gcloud":
            for rows in _chunks(files.rows(file, self.report), BATCH):
                lines = [self._line(file, number, row) for number, row in rows]
                await self._lines(file, [line for line in lines if line])
                done += len(rows)
                yield done
        else:
            for values in _chunks(files.values(file, self.report), RELEASES):
                read = [(line, self._release(file, line, value)) for line, value in values]
                await self._releases(file, [(line, one) for line, one in read if one])
                done += len(values)
                yield done

    def _line(self, file: File, number: int, row: dict[str, str]) -> Line | None:
        note = self._note(file, number)
        line = _survived(lambda: gcloud.line_of(row, note), note)
        self._count(line)
        return line

    def _release(self, file: File, number: int | None, value: object) -> Release | None:
        note = self._note(file, number)
        release = _survived(lambda: ocds.release_of(value, self.options.fetched, note), note)
        self._count(release)
        return release

    def _count(self, fact: object) -> None:
        self.summary.rows += 1
        if fact is None:
            self.summary.refused_rows += 1

    async def _lines(self, file: File, lines: list[Line]) -> None:
        mentions = [mention for line in lines for mention in (line.buyer, line.supplier)]
        now = [line for line in lines if self._in_time(line.public_from)]
        fresh = await self._fresh_lines(file, now)
        steps = self._mentions(mentions)
        if fresh:
            steps += batch.line_steps(fresh, await self._first_lines(fresh))
        await self._write([gcloud.source_of(line.framework) for line in lines], steps)
        self.summary.payments += len(fresh)

    async def _fresh_lines(self, file: File, lines: Sequence[Line]) -> list[Line]:
        """The lines that are not there yet; the same line again is a repeat, another a conflict."""
        ids = [line.id for line in lines]
        rows = await self.graph.rows(loading.KNOWN_PAYMENTS, ids=ids)
        seen: dict[str, tuple[object, ...]] = {row[0]: tuple(row[1:]) for row in rows}
        fresh: list[Line] = []
        for line in lines:
            told = _told(line)
            if line.id not in seen:
                fresh.append(line)
            elif seen[line.id] == told:
                self.summary.repeats += 1
            else:
                self._conflict(file, line)
            seen.setdefault(line.id, told)
        return fresh

    def _conflict(self, file: File, line: Line) -> None:
        self.summary.refused_rows += 1
        self.report.add(
            "CONFLICTING_LINE",
            file.name,
            f"line {line.reference} was loaded before with other content, which was kept",
            "give a line that says something else another ID",
            field="ID",
        )

    async def _first_lines(self, lines: Sequence[Line]) -> dict[str, First]:
        """For contracts that are there: the line that was public first."""
        ids = sorted({line.contract for line in lines})
        found: dict[str, First] = {}
        for contract, since, reference, text, basis in await self.graph.rows(
            loading.FIRST_LINES, ids=ids
        ):
            mine: First = (order_of(since, reference), text or "", basis)
            found[contract] = min(found.get(contract, mine), mine)
        return found

    async def _releases(self, file: File, read: list[tuple[int | None, Release]]) -> None:
        ids = [release.id for _, release in read]
        seen = {row[0] for row in await self.graph.rows(loading.KNOWN_RELEASES, ids=ids)}
        told: list[Release] = []
        fresh: list[Release] = []
        mentions: list[Mention] = []
        for number, release in read:
            if release.id in seen:
                self.summary.repeats += 1
                told.append(release)
                continue
            said = self._look_through(file, number, release)
            if said is None:
                self.summary.refused_rows += 1
                continue
            seen.add(release.id)
            told.append(release)
            mentions += said
            if self._in_time(release.public_from):
                fresh.append(release)
        steps = [*self._mentions(mentions), *batch.release_steps(fresh)]
        await self._write([ocds.source_of(release.ocid) for release in told], steps)
        self.touched |= {release.ocid for release in fresh}
        self.summary.releases += len(fresh)

    def _look_through(
        self, file: File, number: int | None, release: Release
    ) -> list[Mention] | None:
        """The mentions in a release; None when it can't be compiled, whatever the reason."""
        about = f" (release {release.reference or release.ocid})"
        note = self._note(file, number, about)
        return _survived(lambda: _tried(release, note), note)

    def _mentions(self, mentions: Sequence[Mention]) -> list[Step]:
        known = self.known
        changed: dict[str, Mention] = {}
        new: dict[str, Mention] = {}
        for mention in mentions:
            old = known.mentions.get(mention.id)
            now = old.joined(mention) if old else mention
            if now == old:
                continue
            known.mentions[mention.id] = changed[mention.id] = now
            if old is None or mention.id in new:
                new[mention.id] = now
                known.meanings[mention.id] = Meaning(mention.id, mention.id, "canonical")
        return batch.mention_steps(list(changed.values()), list(new.values())) if changed else []

    async def _write(self, sources: Sequence[Source], steps: Sequence[Step]) -> None:
        """One transaction; before the first the marker that says that a load is under way."""
        if not steps:
            return
        if not self.summary.changed:
            await self.graph.write(Step(loading.BEGIN))
            self.summary.changed = True
        await self.graph.write(*batch.source_steps({one.id: one for one in sources}), *steps)

    def _in_time(self, public_from: str) -> bool:
        """False for a fact that became public after `until`."""
        if self.options.until is None or public_from <= end_of(self.options.until):
            return True
        self.summary.later += 1
        return False

    def _note(self, file: File, line: int | None, about: str = "") -> Note:
        def note(code: str, path: str, message: str, advice: str) -> None:
            self.report.add(code, file.name, message + about, advice, line=line, field=path)

        return note


def _survived(read: Callable[[], Item | None], note: Note) -> Item | None:
    """What was read; one row that makes a reader fail must not take the others with it."""
    try:
        return read()
    except Exception as error:
        wrong = f"it can't be read: {type(error).__name__}: {error}"
        note("UNREADABLE_ROW", "/", wrong, "leave it out, and tell us: this should not happen")
        return None


def _tried(release: Release, note: Note) -> list[Mention] | None:
    """Compile a release alone, as what is stored must be able to; what it finds is noted."""
    one, mentions = ocds.prepared(release, note)
    ocds.looked_through(one.body, mentions, note)
    alone = history(Process((release.ocid,), [one]))
    if alone.skipped:
        note("UNREADABLE_ROW", "/", "its parts contradict", "keep to the types of the standard")
        return None
    keys = [mention.name for mention in mentions]
    keys += [text for node in alone.nodes for text in node.fixed.values() if isinstance(text, str)]
    for wrong in filter(None, map(too_long, keys)):
        note("BAD_VALUE", "/", f"a name or key of {wrong}", "shorten it")
        return None
    return mentions


def _told(line: Line) -> tuple[object, ...]:
    """What is stored of a line, in the order of `known payments`."""
    amount, month = line.amount_e5, line.month
    return (line.contract, amount, month, line.text, line.sector, line.size_class)


def _chunks(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk

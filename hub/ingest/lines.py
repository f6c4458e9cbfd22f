"""Sales returns in: the lines that are new are written in batches, the others are counted."""

from collections.abc import AsyncIterator, Iterator, Sequence

from graph import loading
from hub.ingest import batch, files, gcloud, returns
from hub.ingest.batch import First
from hub.ingest.facts import Line, Source, order_of
from hub.ingest.files import File
from hub.ingest.grids import Grid
from hub.ingest.intake import Intake, survived
from hub.ingest.mapping import Mapping
from hub.ingest.returns import line_of_row, source_of
from hub.ingest.rows import BATCH
from hub.ingest.tablerows import read_rows


async def take(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load a file in G-Cloud's own form; gives how many rows are done, after each batch."""
    read = (
        (_made(intake, file, number, row), gcloud.mapping())
        for number, row in files.rows(file, intake.report)
    )
    async for done in _taken(intake, file, read):
        yield done


async def take_table(intake: Intake, file: File, grid: Grid) -> AsyncIterator[int]:
    """Load any table with a mapping of returns; as `take`."""
    read = ((line, grid.mapping) for _, line in read_rows(intake, file, grid, line_of_row))
    async for done in _taken(intake, file, read):
        yield done


async def _taken(
    intake: Intake, file: File, read: Iterator[tuple[Line | None, Mapping]]
) -> AsyncIterator[int]:
    """Gives how many rows are in the graph: those before the batch that is being written."""
    taking, done = _Taking(intake, file), 0
    async for told in intake.pen.gathered(read, BATCH):
        for line, _ in told:
            intake.count(line)
        sources = [source_of(mapping, line.framework) for line, mapping in told if line]
        await taking.lines([line for line, _ in told if line], sources)
        if done:
            yield done
        done += len(told)
    await intake.pen.done()
    if done:
        yield done


def _made(intake: Intake, file: File, number: int, row: dict[str, str]) -> Line | None:
    note = intake.note(file, number)
    return survived(lambda: returns.gcloud_line_of(row, note), note)


class _Taking:
    """The lines of one file on their way into the graph."""

    def __init__(self, intake: Intake, file: File) -> None:
        self._intake, self._file = intake, file
        # Those that are being written: whether the graph shows them already does not matter.
        self._under_way: Sequence[Line] = ()

    async def lines(self, lines: Sequence[Line], sources: Sequence[Source]) -> None:
        """Begin to write those that are new."""
        intake = self._intake
        mentions = [mention for line in lines for mention in (line.buyer, line.supplier)]
        fresh = await self._fresh([line for line in lines if intake.in_time(line.public_from)])
        steps = intake.mentions(mentions)
        if fresh:
            steps += batch.line_steps(fresh, await self._first_lines(fresh))
        await intake.begin(sources, steps)
        self._under_way = fresh
        intake.summary.payments += len(fresh)

    async def _fresh(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that are not there yet; the same line again is a repeat, another a conflict."""
        ids = [line.id for line in lines]
        rows = await self._intake.graph.rows(loading.KNOWN_PAYMENTS, ids=ids)
        seen: dict[str, tuple[object, ...]] = {row[0]: tuple(row[1:]) for row in rows}
        seen |= {line.id: _told(line) for line in self._under_way}
        fresh: list[Line] = []
        for line in lines:
            told = _told(line)
            if line.id not in seen:
                fresh.append(line)
            elif seen[line.id] == told:
                self._intake.summary.repeats += 1
            else:
                self._conflict(line)
            seen.setdefault(line.id, told)
        return fresh

    def _conflict(self, line: Line) -> None:
        self._intake.summary.refused_rows += 1
        self._intake.report.add(
            "CONFLICTING_LINE",
            self._file.name,
            f"line {line.reference} was loaded before with other content, which was kept",
            "give a line that says something else another ID",
            field="ID",
        )

    async def _first_lines(self, lines: Sequence[Line]) -> dict[str, First]:
        """For contracts that are there: the line that was public first."""
        ids = sorted({line.contract for line in lines})
        rows = await self._intake.graph.rows(loading.FIRST_LINES, ids=ids)
        told = [(row[0], (order_of(row[1], row[2]), row[3] or "", row[4])) for row in rows]
        told += [(line.contract, batch.first_of(line)) for line in self._under_way]
        found: dict[str, First] = {}
        for contract, mine in told:
            found[contract] = min(found.get(contract, mine), mine)
        return found


def _told(line: Line) -> tuple[object, ...]:
    """What is stored of a line, in the order of `known payments`."""
    amount, month = line.amount_e5, line.month
    return (line.contract, amount, month, line.text, line.sector, line.size_class)

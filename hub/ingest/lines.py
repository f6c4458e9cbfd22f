"""Sales returns in: the lines that are new are written in batches, the others are counted."""

from collections.abc import AsyncIterator, Iterator, Sequence

from graph import loading
from hub.ingest import batch, files, gcloud, returns
from hub.ingest.batch import First
from hub.ingest.facts import Line, Source, order_of
from hub.ingest.files import File
from hub.ingest.grids import Grid
from hub.ingest.intake import Intake, chunks, survived
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
    done = 0
    for told in chunks(read, BATCH):
        for line, _ in told:
            intake.count(line)
        sources = [source_of(mapping, line.framework) for line, mapping in told if line]
        await _lines(intake, file, [line for line, _ in told if line], sources)
        done += len(told)
        yield done


def _made(intake: Intake, file: File, number: int, row: dict[str, str]) -> Line | None:
    note = intake.note(file, number)
    return survived(lambda: returns.gcloud_line_of(row, note), note)


async def _lines(intake: Intake, file: File, lines: list[Line], sources: list[Source]) -> None:
    mentions = [mention for line in lines for mention in (line.buyer, line.supplier)]
    now = [line for line in lines if intake.in_time(line.public_from)]
    fresh = await _fresh(intake, file, now)
    steps = intake.mentions(mentions)
    if fresh:
        steps += batch.line_steps(fresh, await _first_lines(intake, fresh))
    await intake.write(sources, steps)
    intake.summary.payments += len(fresh)


async def _fresh(intake: Intake, file: File, lines: Sequence[Line]) -> list[Line]:
    """The lines that are not there yet; the same line again is a repeat, another a conflict."""
    ids = [line.id for line in lines]
    rows = await intake.graph.rows(loading.KNOWN_PAYMENTS, ids=ids)
    seen: dict[str, tuple[object, ...]] = {row[0]: tuple(row[1:]) for row in rows}
    fresh: list[Line] = []
    for line in lines:
        told = _told(line)
        if line.id not in seen:
            fresh.append(line)
        elif seen[line.id] == told:
            intake.summary.repeats += 1
        else:
            _conflict(intake, file, line)
        seen.setdefault(line.id, told)
    return fresh


def _conflict(intake: Intake, file: File, line: Line) -> None:
    intake.summary.refused_rows += 1
    intake.report.add(
        "CONFLICTING_LINE",
        file.name,
        f"line {line.reference} was loaded before with other content, which was kept",
        "give a line that says something else another ID",
        field="ID",
    )


async def _first_lines(intake: Intake, lines: Sequence[Line]) -> dict[str, First]:
    """For contracts that are there: the line that was public first."""
    ids = sorted({line.contract for line in lines})
    found: dict[str, First] = {}
    for contract, since, reference, text, basis in await intake.graph.rows(
        loading.FIRST_LINES, ids=ids
    ):
        mine: First = (order_of(since, reference), text or "", basis)
        found[contract] = min(found.get(contract, mine), mine)
    return found


def _told(line: Line) -> tuple[object, ...]:
    """What is stored of a line, in the order of `known payments`."""
    amount, month = line.amount_e5, line.month
    return (line.contract, amount, month, line.text, line.sector, line.size_class)

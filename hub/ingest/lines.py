"""Sales returns in: the lines that are new are written in batches, the others are counted."""

from collections.abc import AsyncIterator, Sequence

from graph import loading
from hub.ingest import batch, files, gcloud
from hub.ingest.batch import First
from hub.ingest.facts import Line, order_of
from hub.ingest.files import File
from hub.ingest.intake import Intake, chunks, survived
from hub.ingest.rows import BATCH


async def take(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load a file of returns; gives the number of its rows that are done, after each batch."""
    done = 0
    for rows in chunks(files.rows(file, intake.report), BATCH):
        lines = [_line(intake, file, number, row) for number, row in rows]
        await _lines(intake, file, [line for line in lines if line])
        done += len(rows)
        yield done


def _line(intake: Intake, file: File, number: int, row: dict[str, str]) -> Line | None:
    note = intake.note(file, number)
    line = survived(lambda: gcloud.line_of(row, note), note)
    intake.count(line)
    return line


async def _lines(intake: Intake, file: File, lines: list[Line]) -> None:
    mentions = [mention for line in lines for mention in (line.buyer, line.supplier)]
    now = [line for line in lines if intake.in_time(line.public_from)]
    fresh = await _fresh(intake, file, now)
    steps = intake.mentions(mentions)
    if fresh:
        steps += batch.line_steps(fresh, await _first_lines(intake, fresh))
    await intake.write([gcloud.source_of(line.framework) for line in lines], steps)
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

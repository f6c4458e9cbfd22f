"""Tables in: each row becomes a release by its mapping, and goes the way of releases."""

import csv
from collections.abc import AsyncIterator, Iterator

from hub.ingest import releases, spend
from hub.ingest.facts import Json
from hub.ingest.files import BREAKS, File
from hub.ingest.grids import Grid
from hub.ingest.intake import Intake, survived
from hub.ingest.rowreleases import release_of_row
from hub.ingest.tablerows import rows_below


async def take(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load a table; gives the number of its rows that are done, after each batch."""
    grid = file.grid
    if grid is None:
        raise ValueError(f"{file.name} has no mapping")
    if grid.mapping.record == "spend":
        async for done in spend.take(intake, file, grid):
            yield done
        return
    async for done in releases.taken(
        intake, file, _values(intake, file, grid), grid.mapping.source
    ):
        yield done


def _values(intake: Intake, file: File, grid: Grid) -> Iterator[tuple[int | None, Json]]:
    """The releases of the rows with their lines; a row that makes none is counted as refused."""
    any_row, at = False, 0
    try:
        for at, row in rows_below(file, grid, intake.report):
            any_row = True
            note = intake.note(file, at)
            release = survived(lambda row=row, note=note: release_of_row(grid, row, note), note)
            if release is None:
                intake.count(None)
            else:
                yield at, release
    except (*BREAKS, csv.Error) as error:
        wrong = f"breaks off after line {at}: {getattr(error, 'strerror', None) or error}"
        advice = "check the file; what came before was loaded"
        intake.report.add("UNREADABLE_FILE", file.name, wrong, advice)
    if not any_row:
        intake.report.add(
            "NO_ROWS", file.name, "headings without a row", "fill it, or leave it out"
        )

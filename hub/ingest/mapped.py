"""Tables in: each row becomes a release by its mapping, and goes the way of releases."""

import csv
from collections.abc import AsyncIterator, Iterator

from hub.ingest import releases
from hub.ingest.cells import day_of, is_total
from hub.ingest.facts import Json
from hub.ingest.files import BREAKS, File
from hub.ingest.grids import Grid, Row, is_heading, rows_of
from hub.ingest.intake import Intake, survived
from hub.ingest.report import Report
from hub.ingest.rowreleases import DAYS, release_of_row


async def take(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load a table; gives the number of its rows that are done, after each batch."""
    grid = file.grid
    if grid is None:
        raise ValueError(f"{file.name} has no mapping")
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


def rows_below(file: File, grid: Grid, report: Report) -> Iterator[Row]:
    """The rows below the headings, each as wide as these; what is no row is reported."""
    width = len(grid.headings)
    key = {grid.mapping.places(grid.headings).get(target) for target in grid.mapping.key}
    for line, row in rows_of(file.path, file.encoding, grid.separator):
        if line <= grid.below or is_heading(row, grid.headings):
            continue
        if wrong := _wrong(row, grid):
            message, advice = wrong
            report.add("BAD_ROW", file.name, message, advice, line=line)
        elif _is_total(row, key):
            left = "a row of totals; left out"
            report.add("TOTALS_ROW", file.name, left, "nothing to do", line=line)
        else:
            yield line, [*row[:width], *[""] * (width - len(row))]


def _wrong(row: list[str], grid: Grid) -> tuple[str, str] | None:
    width = len(grid.headings)
    if any(cell.strip() for cell in row[width:]):
        wide = f"{len(row)} fields, the heading has {width}"
        return wide, "quote fields that hold separators or quotes"
    if len(row) < width and "\n" in row[-1]:
        lines = row[-1].count("\n") + 1
        return f"a quoted cell runs over {lines:,} lines to the end of the row", "close the quote"
    if grid.separator and (held := next((c for c in row if _holds_rows(c, grid)), None)):
        lines = len(held.splitlines())
        return f"a quoted cell runs over {lines:,} lines and holds rows", "close the quote"
    return None


def _holds_rows(cell: str, grid: Grid) -> bool:
    """True when a line inside a cell is a row, with a day where days stand: a quote is open."""
    others = cell.splitlines()[1:]
    places = grid.mapping.places(grid.headings)
    days = [places[name] for name in DAYS if name in places]
    return any(
        len(parts) == len(grid.headings) and any(_is_day(parts[at], grid) for at in days)
        for parts in csv.reader(others, delimiter=grid.separator)
    )


def _is_day(text: str, grid: Grid) -> bool:
    try:
        return bool(day_of(text, grid.mapping.units.get("dates") == "month first"))
    except ValueError:
        return False


def _is_total(row: list[str], key: set[int | None]) -> bool:
    """True when a label of totals stands in it, and nothing, or that label, where the key is."""
    labels = {at for at, cell in enumerate(row) if is_total(cell)}
    empty = {at for at, cell in enumerate(row) if not cell.strip()}
    return bool(labels) and all(
        at in labels | empty for at in key if at is not None and at < len(row)
    )

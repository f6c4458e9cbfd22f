"""The rows of a table below its headings; what is no row is reported and left out."""

import csv
from collections.abc import Callable, Iterator

from hub.ingest.cells import day_of, is_total
from hub.ingest.coerce import Note
from hub.ingest.files import BREAKS, File
from hub.ingest.grids import Grid, Row, is_heading, rows_of
from hub.ingest.intake import Intake, Item, survived
from hub.ingest.report import Report
from hub.ingest.rowreleases import DAYS


def read_rows(
    intake: Intake, file: File, grid: Grid, read: Callable[[Grid, list[str], Note], Item | None]
) -> Iterator[tuple[int, Item | None]]:
    """What each row was read as, with its line; None: it was refused, which is noted.

    A file that breaks off is reported, and so is one without a row.
    """
    any_row, at = False, 0
    try:
        for at, row in rows_below(file, grid, intake.report):
            any_row = True
            note = intake.note(file, at)
            yield at, survived(lambda row=row, note=note: read(grid, row, note), note)
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
    told_apart = grid.mapping.key or ("paid", "supplier")  # no totals row has these
    key = {grid.places.get(target) for target in told_apart}
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
    places = grid.places
    days = [places[name] for name in (*DAYS, "paid") if name in places]
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

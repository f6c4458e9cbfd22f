"""Spreadsheets (XLSX, ODS) as rows of texts: what a cell holds is written as a table would."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, SheetTypeEnum, load_workbook

from hub.ingest.archives import DAMAGE, SIGNS

LARGEST = 1 << 28  # 256 MiB unpacked: a workbook is read as a whole
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
Cell = int | float | str | bool | time | date | datetime | timedelta


class Damaged(OSError):
    """A workbook that can't be read, with the reason."""


def is_workbook(path: Path) -> bool:
    """True for XLSX and ODS by content; an archive that is damaged is none."""
    try:
        with path.open("rb") as file:
            if file.read(4) not in SIGNS:
                return False
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if {"[Content_Types].xml", "xl/workbook.xml"} <= names:
                return True
            return "mimetype" in names and archive.read("mimetype").startswith(ODS)
    except DAMAGE:
        return False


def rows_of_workbook(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of its first sheet in which anything stands; Damaged when it can't be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
        if size > LARGEST:
            raise Damaged(f"{size:,} bytes unpacked where {LARGEST:,} are allowed; save it as CSV")
        with load_workbook(path) as book:
            name = next(s.name for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet)
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (*DAMAGE, CalamineError, StopIteration) as error:
        raise Damaged(str(error)) from error
    for line, row in enumerate(rows, 1):
        cells = [_text(cell) for cell in row]
        if any(cell.strip() for cell in cells):
            yield line, cells


def other_sheets(path: Path) -> list[str]:
    """The names of the sheets that are not read."""
    with load_workbook(path) as book:
        names = [s.name for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        return [one for one in names[1:] if book.get_sheet_by_name(one).to_python()]


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.10f}".rstrip("0")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)

"""Spreadsheets (XLSX, ODS) as rows of texts: what a cell holds is written as a table would."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, SheetTypeEnum, load_workbook

from hub.ingest.archives import DAMAGE, SIGNS

LARGEST = 1 << 28  # 256 MiB unpacked: a workbook is read as a whole
WIDEST = 1 << 25  # cells up to the last row and column: empty ones take memory too
REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']""")
TAGS = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)")
LONGEST = 1 << 12  # bytes of a tag
PIECE = 1 << 20
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
            if "mimetype" not in names:
                return False
            with archive.open("mimetype") as said:  # no more of it: it may be a bomb
                return said.read(len(ODS)) == ODS
    except DAMAGE:
        return False


def rows_of_workbook(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of its first sheet in which anything stands; Damaged when it can't be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
        if size > LARGEST:
            raise Damaged(f"{size:,} bytes unpacked where {LARGEST:,} are allowed; save it as CSV")
        if (cells := _extent(path)) > WIDEST:
            far = f"its last cell makes a table of {cells:,} cells where {WIDEST:,} are allowed"
            raise Damaged(
                f"{far}; delete the rows and columns that hold nothing, or save it as CSV"
            )
        with load_workbook(path) as book:
            name = next(s.name for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet)
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (*DAMAGE, CalamineError, StopIteration) as error:
        raise Damaged(str(error)) from error
    for line, row in enumerate(rows, 1):
        cells = [_text(cell) for cell in row]
        if any(cell.strip() for cell in cells):
            yield line, cells


def _extent(path: Path) -> int:
    """The cells of the largest sheet of an XLSX file: up to 17 thousand million.

    The reader fills all of them in, and the process ends where memory does.
    """
    with zipfile.ZipFile(path) as archive:
        sheets = [one for one in archive.infolist() if one.filename.startswith("xl/worksheets/")]
        return max((_corner(archive, one) for one in sheets), default=0)


def _corner(archive: zipfile.ZipFile, sheet: zipfile.ZipInfo) -> int:
    """Cells up to the last row and column; what has no reference follows what came before."""
    width, height, row, column, rest = 1, 1, 0, 0, b""
    with archive.open(sheet) as file:
        while piece := file.read(PIECE):
            text = rest + piece
            whole = text.rfind(b"<", max(0, len(text) - LONGEST))
            cut = len(text) if whole < 0 else whole  # a tag may lie across two pieces
            for kind, attributes in TAGS.findall(text, 0, cut):
                named = REFERENCE.search(attributes)
                if kind == b"row":
                    row, column = int(named[2]) if named else row + 1, 0
                else:
                    column = _place(named[1]) if named and named[1] else column + 1
                    row = int(named[2]) if named else row
                width, height = max(width, column), max(height, row)
            rest = text[cut:]
    return width * height


def _place(column: bytes) -> int:
    """A column's number: A is 1."""
    place = 0
    for letter in column.upper():
        place = place * 26 + letter - 64
    return place


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

"""Spend lists as workbooks: typed cells of XLSX and ODS say what the same list says as CSV."""

import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from openpyxl import Workbook

from graph.driver import Graph
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest.report import Report
from tests.hub.ingest.test_spend import COUNCIL, DAYS, HEADINGS, fetched, row, spend
from tests.hub.ingest.test_workbooks import NAMES
from tests.hub.ingest.worlds import loaded, stored

pytestmark = pytest.mark.anyio
Cell = str | float | date | None
DAY = date(2024, 3, 4)
TYPED: tuple[tuple[Cell, ...], ...] = (
    (COUNCIL, DAY, "Fennel Ltd", "Lamps", 100.5, None, "T1", None, None, "A. Person"),
    (COUNCIL, DAY, "Fennel Ltd", "Lamps", 1000, None, "T1", None, None, "A. Person"),
    (COUNCIL, DAY, "Tansy plc", "Lamps", -20.25, 1, "T1", None, None, "A. Person"),
    (COUNCIL, DAY, "REDACTED PERSONAL DATA", "Lamps", 0.1 + 0.2, None, "T1", None, None, None),
)
PLAIN = (
    row(),
    row(amount="£1,000"),
    row("Tansy plc", "(20.25)", vat="1.00"),
    row("REDACTED PERSONAL DATA", "0.30"),
)
ALL: tuple[tuple[Cell, ...], ...] = (
    ("Spend over £500",),
    HEADINGS,
    *TYPED,
    (None, None, "Total", None, 1080.55),
)


def xlsx(path: Path, rows: Sequence[Sequence[Cell]]) -> Path:
    """As Excel saves it, with a sheet of remarks."""
    book = Workbook()
    for one in rows:
        book.worksheets[0].append(list(one))
    book.create_sheet("Remarks").append(["Paid in March"])
    book.save(path)
    return path


def ods(path: Path, rows: Sequence[Sequence[Cell]]) -> Path:
    """As LibreOffice saves it: amounts are currency, days are dates."""
    lines = "".join(f"<table:table-row>{''.join(map(cell, one))}</table:table-row>" for one in rows)
    sheet = f'<table:table table:name="S">{lines}</table:table>'
    for tag in ("office:spreadsheet", "office:body", "office:document-content"):
        names = f" {NAMES}" if tag == "office:document-content" else ""
        sheet = f"<{tag}{names}>{sheet}</{tag}>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<a/>")
        archive.writestr("content.xml", f'<?xml version="1.0"?>{sheet}')
    return path


def cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        told = f'office:value-type="date" office:date-value="{value}"'
    elif isinstance(value, str):
        told = 'office:value-type="string"'
    else:
        told = f'office:value-type="currency" office:currency="GBP" office:value="{value!r}"'
    return f"<table:table-cell {told}><text:p>{escape(str(value))}</text:p></table:table-cell>"


@pytest.mark.parametrize(("write", "name"), [(xlsx, "a.xlsx"), (ods, "a.ods")])
async def test_a_workbook_is_the_same_list_as_its_csv(
    graph: Graph,
    tmp_path: Path,
    write: Callable[[Path, Sequence[Sequence[Cell]]], Path],
    name: str,
) -> None:
    how = fetched(DAYS[0], tmp_path / "lines")
    await loaded(graph, spend(tmp_path / "a.csv", PLAIN), options=how)
    wanted = await content_hash(graph)
    report, path = Report(), write(tmp_path / name, ALL)
    again = await loaded(graph, path, options=how, report=report)
    assert (again.rows, again.repeats, again.refused_rows, again.changed) == (4, 4, 0, False)
    await wipe(graph)
    told = await loaded(graph, path, options=how)
    assert (told.rows, told.spend) == (4, 4)
    assert await content_hash(graph) == wanted
    sums = {one["amountE5"]: one["lines"] for one in await stored(graph, "Payment")}
    assert sums == {110_050_000: 2, -2_025_000: 1, 30_000: 1}
    left_out = {"SHEETS_LEFT_OUT": 1} if name == "a.xlsx" else {}
    assert report.codes == {"TOTALS_ROW": 1, **left_out}

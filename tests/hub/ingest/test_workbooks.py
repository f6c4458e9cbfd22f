"""Spreadsheets by content: ODS as rows of texts, and what is damaged is reported."""

import tracemalloc
import zipfile
from pathlib import Path

from openpyxl import Workbook

from hub.ingest.files import found
from hub.ingest.report import Report
from hub.ingest.workbooks import is_workbook, rows_of_workbook

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
ODS = f"""<?xml version="1.0"?><office:document-content {NAMES}><office:body><office:spreadsheet>
<table:table table:name="S"><table:table-row>
<table:table-cell office:value-type="string"><text:p>A</text:p></table:table-cell>
<table:table-cell/><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="date" office:date-value="2024-02-01"></table:table-cell>
<table:table-cell office:value-type="float" office:value="7"></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def packed(path: Path, **members: str) -> Path:
    """A zip archive."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def test_an_ods_file_is_read_as_texts(tmp_path: Path) -> None:
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    path = tmp_path / "any"
    packed(
        path,
        mimetype=mimetype,
        **{"META-INF/manifest.xml": "<a/>", "content.xml": ODS.replace("\n", "")},
    )
    assert is_workbook(path)
    assert list(rows_of_workbook(path)) == [(1, ["A", "", "", "", "2024-02-01", "7"])]


def test_a_damaged_workbook_is_reported(tmp_path: Path) -> None:
    path = packed(tmp_path / "bad", **{"[Content_Types].xml": "<a", "xl/workbook.xml": "<b"})
    report = Report()
    assert is_workbook(path)
    assert found([path], report) == []
    assert [one.code for one in report.findings] == ["UNREADABLE_FILE"]


def test_a_cell_in_the_last_corner_is_refused_and_does_not_take_the_memory(tmp_path: Path) -> None:
    book, report = Workbook(), Report()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["XFD1048576"] = "Contract Ref", "x"
    path = tmp_path / "far.xlsx"
    book.save(path)
    assert found([path], report) == []
    (finding,) = report.findings
    assert finding.code == "UNREADABLE_FILE"
    assert f"{16_384 * 1_048_576:,} cells" in finding.message


def bare(path: Path, rows: str) -> Path:
    """A workbook whose sheet is this XML."""
    sheet = "xl/worksheets/sheet1.xml"
    Workbook().save(path.with_suffix(".whole"))
    with zipfile.ZipFile(path.with_suffix(".whole")) as whole:
        members = {one: whole.read(one).decode() for one in whole.namelist() if one != sheet}
    names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    members[sheet] = f"<worksheet {names}><sheetData>{rows}</sheetData></worksheet>"
    return packed(path, **members)


def cells(count: int) -> str:
    """Cells that don't say where they are."""
    return '<c t="inlineStr"><is><t>x</t></is></c>' * count


def test_cells_without_reference_are_read_where_they_follow(tmp_path: Path) -> None:
    inner = '<c r="C2" t="inlineStr"><is><t>y</t></is></c>'
    path = bare(tmp_path / "a", f"<row>{cells(2)}</row><row>{inner}{cells(1)}</row>")
    assert list(rows_of_workbook(path)) == [(1, ["x", "x", "", ""]), (2, ["", "", "y", "x"])]


def test_cells_without_reference_count_towards_the_limit(tmp_path: Path) -> None:
    wide, low = 4_000, 40_000
    for rows in (
        f'<row r="1">{cells(wide)}</row><row r="{low}">{cells(1)}</row>',
        f"<row>{cells(wide)}</row>" + "<row/>" * (low - 1),
    ):
        report = Report()
        assert found([bare(tmp_path / "far", rows)], report) == []
        (finding,) = report.findings
        assert finding.code == "UNREADABLE_FILE"
        assert f"{wide * low:,} cells" in finding.message


def test_cells_far_below_are_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["C90000"] = "Contract Ref", "x"
    book.save(tmp_path / "long.xlsx")
    rows = list(rows_of_workbook(tmp_path / "long.xlsx"))
    assert rows == [(1, ["Contract Ref", "", ""]), (90_000, ["", "", "x"])]


def test_only_the_beginning_of_a_mimetype_is_unpacked(tmp_path: Path) -> None:
    path, size = tmp_path / "bomb", 1 << 26
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"a" * size)
    tracemalloc.start()
    try:
        assert not is_workbook(path)
        assert tracemalloc.get_traced_memory()[1] < size // 8
    finally:
        tracemalloc.stop()

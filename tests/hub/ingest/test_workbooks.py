"""Spreadsheets by content: ODS as rows of texts, and what is damaged is reported."""

import zipfile
from pathlib import Path

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

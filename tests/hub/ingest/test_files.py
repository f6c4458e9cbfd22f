"""Files by content: which are read, how, and what is said of the others."""

import gzip
import json
from pathlib import Path

import pytest

from hub.ingest.encoding import encoding_of
from hub.ingest.files import found, rows, values
from hub.ingest.report import Report
from tests.hub.ingest.given import COLUMNS, jsonl, line, release, returns


def kinds(paths: list[Path], report: Report | None = None) -> dict[str, str]:
    return {file.name: file.kind for file in found(paths, report or Report())}


def test_the_content_decides_never_the_name(tmp_path: Path) -> None:
    returns(tmp_path / "a.json", [line()])
    jsonl(tmp_path / "b.csv", [release(), release("r-2")])
    (tmp_path / "c").write_text(json.dumps({"releases": [release()]}, indent=1))
    (tmp_path / "d").write_text(json.dumps({"records": [{"releases": [release()]}]}))
    (tmp_path / "e").write_text(json.dumps([release()]))
    inside = tmp_path / "folder"
    inside.mkdir()
    (inside / "f.bin").write_bytes(gzip.compress(json.dumps(release()).encode()))
    assert kinds([tmp_path]) == {
        "a.json": "gcloud",
        **{name: "ocds" for name in ("b.csv", "c", "d", "e", "folder/f.bin")},
    }


def test_unknown_files_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "register.csv").write_text("Ref,Title\n1,Lamps\n")
    (tmp_path / "schema.json").write_text(json.dumps({"properties": {"ocid": {}}}, indent=1))
    (tmp_path / "empty").write_text("")
    (tmp_path / "picture").write_bytes(bytes(range(256)))
    (tmp_path / ".hidden").write_text("x")
    returns(tmp_path / "good.csv", [line()])
    report = Report()
    assert kinds([tmp_path, tmp_path / "none", tmp_path / "good.csv"], report) == {
        "good.csv": "gcloud"
    }
    told = {(one.code, one.file) for one in report.findings if one.refused}
    assert told == {
        ("UNKNOWN_FILE", "register.csv"),
        ("UNKNOWN_FILE", "schema.json"),
        ("UNKNOWN_FILE", "empty"),
        ("UNKNOWN_FILE", "picture"),
        ("UNREADABLE_FILE", "none"),
    }


def test_a_damaged_archive_is_reported(tmp_path: Path) -> None:
    whole = gzip.compress(json.dumps(release()).encode())
    (tmp_path / "cut.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "bad.gz").write_bytes(whole[:20] + b"\x00" * 20 + whole[40:])
    report = Report()
    assert kinds([tmp_path], report) == {}
    assert report.codes == {"UNREADABLE_FILE": 2}


@pytest.mark.parametrize(
    ("encoding", "found_as", "guessed"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8-sig", False),
        ("utf-16", "utf-16", False),
        ("cp1252", "cp1252", True),
        ("mac-roman", "mac-roman", True),
    ],
)
def test_texts_survive_their_encoding(
    tmp_path: Path, encoding: str, found_as: str, guessed: bool
) -> None:
    text = "Ostermoor’s café – “lamps”"
    path = returns(tmp_path / "a", [line(ProjectNameAndDescription=text)], encoding)
    assert encoding_of(path) == (found_as, guessed)
    report = Report()
    (file,) = found([path], report)
    ((_, row),) = rows(file, report)
    assert row["ProjectNameAndDescription"] == text
    assert (report.codes == {"GUESSED_ENCODING": 1}) is guessed


def test_rows_of_another_width_are_reported_with_their_line(tmp_path: Path) -> None:
    path = returns(tmp_path / "a", [line(ID="1"), line(ID="2", ProjectNameAndDescription="a\r\nb")])
    with path.open("a", newline="") as file:
        file.write("3,too,short\r\n\r\n" + ",".join(["4"] * len(COLUMNS)) + "\r\n")
    report = Report()
    (known,) = found([path], report)
    assert [(at, row["ID"]) for at, row in rows(known, report)] == [(2, "1"), (4, "2"), (7, "4")]
    assert [(one.code, one.line) for one in report.findings] == [("BAD_ROW", 5)]


def test_broken_lines_are_reported_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    good = json.dumps(release())
    path.write_text(f"{{broken\n{good}\n\n{good[:40]}\n{good}\n[NaN]\n")
    report = Report()
    (file,) = found([path], report)
    assert [at for at, _ in values(file, report)] == [2, 5]
    told = [(one.code, one.line) for one in report.findings]
    assert told == [("BAD_JSON", 1), ("BAD_JSON", 4), ("BAD_JSON", 6)]


def test_a_broken_package_says_where(tmp_path: Path) -> None:
    path = tmp_path / "a"
    text = json.dumps({"releases": [release()]}, indent=1)
    path.write_text(text[: len(text) // 2])
    report = Report()
    (file,) = found([path], report)
    assert list(values(file, report)) == []
    assert [one.code for one in report.findings] == ["BAD_JSON"]
    assert report.findings[0].line

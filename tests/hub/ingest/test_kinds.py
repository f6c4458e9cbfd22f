"""Files that can't be loaded say what they are, and quotes that are not closed how far they run."""

import json
import os
from pathlib import Path

import pytest

from graph.driver import Graph
from hub.ingest.files import found, rows, values
from hub.ingest.kinds import Known, kind_of
from hub.ingest.report import Report
from tests.hub.ingest.given import COLUMNS, jsonl, line, release, returns
from tests.hub.ingest.worlds import loaded


def messages(*paths: Path) -> dict[str, tuple[str, str]]:
    """Code and message by file, of files none of which can be loaded."""
    report = Report()
    assert found(paths, report) == []
    return {one.file: (one.code, one.message) for one in report.findings}


@pytest.mark.parametrize(
    "bad",
    [
        "{broken",
        "not JSON at all",
        "null",
        '"a text"',
        '{"note": "exported by hand"}',
        "[]",
        "  {broken",
        '{"ocid": "ocds-zzzzzz-1", "x": ' + "[" * 900,
    ],
)
def test_a_bad_first_line_does_not_hide_the_releases(tmp_path: Path, bad: str) -> None:
    path = jsonl(tmp_path / "a.jsonl", [release("r-1"), release("r-2")])
    path.write_text(f"{bad}\n{path.read_text()}")
    report = Report()
    (file,) = found([path], report)
    assert file.lines
    good = [at for at, value in values(file, report) if isinstance(value, dict) and "date" in value]
    assert good == [2, 3]
    assert all((one.code, one.line) == ("BAD_JSON", 1) for one in report.findings)


def test_a_text_that_quotes_a_release_is_no_file_of_releases(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(f"# Notices\n\nOne looks so:\n\n{json.dumps(release())}\n\nThat is all.\n")
    assert messages(path)["README.md"][0] == "UNKNOWN_FILE"


@pytest.mark.parametrize("content", ['"', '""', ",,\n,", '"\n\n"'])
def test_a_file_of_quotes_and_commas_is_of_no_known_kind(tmp_path: Path, content: str) -> None:
    (tmp_path / "marks.csv").write_text(content)
    assert messages(tmp_path)["marks.csv"][0] == "UNKNOWN_FILE"


def test_a_file_of_no_known_kind_says_what_is_missing(tmp_path: Path) -> None:
    heading = ",".join(name for name in COLUMNS if name not in ("Sector", "ID"))
    (tmp_path / "near.csv").write_text(f"{heading}\n1,2,3,4,5,6,7,8\n")
    (tmp_path / "twice.csv").write_text(",".join([*COLUMNS, "ID"]) + "\n")
    (tmp_path / "empty").write_text("")
    (tmp_path / "blank").write_text(" \n\n")
    (tmp_path / "other.json").write_text('{"a": 1}')
    (tmp_path / "schema.json").write_text('{"$schema": "http://json-schema.org/draft-04/schema#"}')
    (tmp_path / "extension.json").write_text('{"schemas": [], "codelists": ["a.csv"]}')
    (tmp_path / "codes.csv").write_text("Code,Title,Description\na,A,The first\n")
    (tmp_path / "cut.json").write_text('{"a"')
    (tmp_path / "letter").write_text("Dear hub")
    (tmp_path / "other.csv").write_text("ID,Name,Sector\n1,2,3\n")
    told = messages(tmp_path)
    assert {code for code, _ in told.values()} == {"UNKNOWN_FILE"}
    said = {name: message for name, (_, message) in told.items()}
    assert said["near.csv"] == "a table without these columns of G-Cloud sales returns: ID, Sector"
    assert "twice: ID" in said["twice.csv"]
    assert said["empty"] == said["blank"] == "the file is empty"
    assert "no release" in said["other.json"]
    for name in ("schema.json", "extension.json", "codes.csv"):
        assert "holds none" in said[name]
    assert "is none" in said["cut.json"]
    assert "no mapping" in said["letter"]
    assert "no mapping" in said["other.csv"]


def test_what_is_no_file_says_what_it_is_and_is_never_opened(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to("loop")
    (folder / "nothing").symlink_to("gone")
    (folder / "zero").symlink_to("/dev/zero")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    told = messages(folder)
    assert {code for code, _ in told.values()} == {"UNREADABLE_FILE"}
    assert {name: message for name, (_, message) in told.items()} == {
        "pipe": "a named pipe, not a file",
        "loop": "a link that leads back to itself",
        "nothing": "a link to nothing",
        "zero": "a device, not a file",
        "up": "a link to a folder; folders are searched without following links",
    }
    alone = messages(*(folder / name for name in ("pipe", "loop", "nothing", "zero")))
    assert alone == {name: told[name] for name in alone}
    assert messages(Path("/dev/zero"), tmp_path / "gone") == {
        "zero": ("UNREADABLE_FILE", "a device, not a file"),
        "gone": ("UNREADABLE_FILE", "there is no such file"),
    }


@pytest.mark.anyio
async def test_nothing_to_load_is_never_silent(graph: Graph, tmp_path: Path) -> None:
    returns(tmp_path / "headings.csv", [])
    (tmp_path / "package.json").write_text('{"releases": []}')
    (tmp_path / "folder").mkdir()
    names = ["headings.csv", "package.json", "folder"]
    report = Report()
    told = await loaded(graph, *(tmp_path / name for name in names), report=report)
    assert told.exit_code == 1
    assert {(one.code, one.file) for one in report.findings} == {("NO_ROWS", one) for one in names}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_quote_that_is_not_closed_says_how_far_it_runs(tmp_path: Path, end: str) -> None:
    path = returns(tmp_path / "a.csv", [line(ID=str(n)) for n in range(8)])
    lines = path.read_text().split("\n")
    lines[3] = lines[3].replace("Case files", '"Case files')
    path.write_text(end.join(lines), newline="")
    report = Report()
    (file,) = found([path], report)
    assert [row["ID"] for _, row in rows(file, report)] == ["0", "1"]
    (bad,) = report.findings
    assert (bad.code, bad.line, bad.advice) == ("BAD_ROW", 4, "close the quote")
    assert bad.message == "the quoted cell that starts on line 4 runs over 6 lines"


def test_a_quote_that_a_later_row_closes_swallows_nothing_unsaid(tmp_path: Path) -> None:
    path = returns(tmp_path / "a.csv", [line(ID=str(n)) for n in range(8)])
    lines = path.read_text().split("\n")
    lines[3] = lines[3].replace("Case files", '"Case files')
    lines[6] = lines[6].replace("Case files", 'Case files"')
    path.write_text("\n".join(lines))
    report = Report()
    (file,) = found([path], report)
    assert [row["ID"] for _, row in rows(file, report)] == ["0", "1", "6", "7"]
    (bad,) = report.findings
    assert bad.message == "the quoted cell that starts on line 4 runs over 4 lines"


def test_a_text_of_several_lines_is_no_swallowed_row(tmp_path: Path) -> None:
    text = "Lamps, posts,\nand, with, many, commas, a, list, of, ten, or, more, things\nend"
    path = returns(tmp_path / "a.csv", [line(ProjectNameAndDescription=text)])
    report = Report()
    (file,) = found([path], report)
    assert [row["ProjectNameAndDescription"] for _, row in rows(file, report)] == [text]
    assert not report.findings


def test_a_damaged_heading_is_reported_and_never_raises(tmp_path: Path) -> None:
    path = returns(tmp_path / "a.csv", [line()])
    path.write_text(path.read_text().replace("SMEorLarge", 'SMEorLarge,"Notes', 1))
    report = Report()
    known = found([path], report)
    assert [row for file in known for row in rows(file, report)] == []
    assert report.findings


def test_a_text_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    path = returns(tmp_path / "a.csv", [line(ID=str(n)) for n in range(300)], "utf-16")
    path.write_bytes(path.read_bytes()[:-1] + b"")
    report = Report()
    (file,) = found([path], report)
    assert len(list(rows(file, report))) > 100
    assert [one.code for one in report.findings] == ["UNREADABLE_FILE"]


def test_a_package_with_its_releases_on_lines_of_their_own_is_one_document(tmp_path: Path) -> None:
    path, one = tmp_path / "a", json.dumps(release())
    for releases in ([one], [one, one]):
        path.write_text('{"version": "1.1", "releases": [\n' + ",\n".join(releases) + "\n]}\n")
        assert kind_of(path, "utf-8") == Known("ocds")
    path.write_text('{"ocid": "cut off", "releases": [\n' + f"{one}\n{one}\n")
    assert kind_of(path, "utf-8") == Known("ocds", lines=True)

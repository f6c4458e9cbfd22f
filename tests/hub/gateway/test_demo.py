"""`hub demo`: files in a folder, or one line that says what is wrong."""

from pathlib import Path

import pytest

from hub.gateway.cli import main


def test_out_writes_the_files_and_says_how_to_load_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "world"
    assert main(["demo", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert f"hub load {out / 'data'}" in said
    assert (out / "data" / "returns.csv").is_file()
    assert "fictional" in (out / "README.txt").read_text()


def test_a_folder_that_cannot_be_written_is_one_line_and_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["demo", "--out", str(tmp_path / "file")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if line.startswith("hub demo:")] == said


def test_a_size_that_is_not_known_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["demo", "--size", "huge"])
    assert left.value.code == 2
    assert "small" in capsys.readouterr().err

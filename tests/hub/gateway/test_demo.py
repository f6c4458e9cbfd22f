"""`hub demo`: files in a folder, or one line that says what is wrong."""

from pathlib import Path

import pytest

from hub.gateway.cli import main


def test_out_writes_the_files_and_says_how_to_load_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "world"
    assert main(["demo", "--size", "tiny", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert f"hub load {out / 'data'}" in said
    assert list((out / "data" / "returns").glob("*.csv"))
    assert "fictional" in (out / "README.txt").read_text()


def test_a_folder_that_cannot_be_written_is_one_line_and_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["demo", "--out", str(tmp_path / "file")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if line.startswith("hub demo:")] == said


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        (("--size", "huge"), "small"),
        (("--seed", "one"), "--seed"),
        (("--patterns", "some"), "off"),
        (("--patterns",), "--patterns"),
    ],
)
def test_an_argument_that_is_none_is_one_line_and_bad_usage(
    capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...], advice: str
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["demo", *wrong])
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert advice in said
    assert said.count("\n") == 1

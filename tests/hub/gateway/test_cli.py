"""The command line: bad usage and errors are one line each, never a traceback."""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import Unavailable
from hub.gateway import cli
from hub.gateway.settings import Settings


def usage(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Exit code and stderr of wrong words."""
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    assert isinstance(left.value.code, int)
    return left.value.code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "COMMAND"),
        (("bogus",), "invalid choice: 'bogus'"),
        (("serve", "--wrokers", "2"), "--wrokers"),
        (("serve", "--port", "http"), "invalid int value"),
        (("run", "--size", "huge"), "invalid choice: 'huge'"),
    ],
)
def test_bad_usage_is_one_line_that_says_what_to_do_and_exit_2(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    code, error = usage(capsys, *words)
    assert code == 2
    assert error.count("\n") == 1
    assert told in error
    assert "--help" in error


def test_help_lists_every_command_and_every_module_is_listed() -> None:
    text = cli.parser().format_help()
    folder = Path(cli.__file__).parent / "commands"
    modules = {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert modules == {cli.MODULES.get(name, name) for name in cli.COMMANDS}
    assert all(f"\n    {name} " in text for name in cli.COMMANDS)


def test_one_command_does_not_import_the_others() -> None:
    code = "import sys; from hub.gateway import cli; cli.parser(['hash']); "
    code += "sys.exit(any(m in sys.modules for m in ('lightgbm', 'uvicorn', 'duckdb')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_wrong_setting_is_one_line_and_exit_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_PORT", "http")
    assert cli.main(["serve"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("hub: HUB_PORT must be")
    assert error.count("\n") == 1


def test_an_error_of_a_command_is_one_line_and_exit_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(args: argparse.Namespace, settings: Settings) -> int:
        raise Unavailable("The graph is away.")

    def parser(names: Sequence[str]) -> argparse.ArgumentParser:
        return made

    made = argparse.ArgumentParser()
    made.set_defaults(run=failing)
    monkeypatch.setattr(cli, "parser", parser)
    assert cli.main([]) == 1
    assert capsys.readouterr().err == "hub: The graph is away.\n"


def test_more_than_one_worker_is_refused_honestly(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serve", "--workers", "2"]) == 1
    assert "only 1 for now" in capsys.readouterr().err

"""The project's own files, as the guards look at them."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
PACKAGES: list[str] = PROJECT["importlinter"]["root_packages"]
GENERATED = "ndx_client"


@cache
def parsed(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_text(), str(path))


def sources(*, tests: bool = False) -> Iterator[Path]:
    """Every Python file of ours that a person wrote."""
    for package in (*PACKAGES, "benchmarks", *(("tests",) if tests else ())):
        if package != GENERATED:
            yield from sorted((ROOT / package).rglob("*.py"))


def tracked() -> list[Path]:
    """Every file that is, or is about to be, committed."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return [path for path in paths if path.is_file() and not path.is_symlink()]

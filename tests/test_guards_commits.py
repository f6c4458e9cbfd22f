"""What is committed: no path of a machine, no address of a package index, no row of real data."""

import csv
import re
from pathlib import Path

from tests.tree import ROOT, tracked

# Split, so that this file does not hold what it looks for.
MACHINE = re.compile(r"(?<![\w.])/" r"work/(main|shared)\b|/tmp/" r"bash_jobs|/home/" r"[a-z]+/\w")
INDEX = re.compile(
    r"pypi\.|pythonhosted|npmjs|--(extra-)?index-url|--find-links|artifactory|nexus|devpi"
    r"|registry\.(?!hub\b)\w+\.\w+|\.(internal|local|lan|corp)\b",
    re.IGNORECASE,
)
BUILD = ("requirements*", "pyproject.toml", "Makefile", "Dockerfile*", "docker-compose*", ".ci/*")
PRIVATE = "PRIVATE " + "KEY-----"
SAMPLE = "gcloud-sales-2012-2013.csv"


def texts() -> dict[Path, str]:
    """Every tracked text file."""
    found: dict[Path, str] = {}
    for path in tracked():
        try:
            found[path.relative_to(ROOT)] = path.read_text()
        except UnicodeDecodeError:
            continue
    return found


def real_names(folder: Path) -> set[str]:
    """Suppliers of the real sales returns, folded."""
    with (folder / SAMPLE).open(encoding="utf-8-sig", newline="") as lines:
        names = {" ".join(row["SupplierName"].casefold().split()) for row in csv.DictReader(lines)}
    return {name for name in names if len(name) > 12}


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert not [str(path) for path, text in texts().items() if MACHINE.search(text)]


def test_no_lock_or_build_file_names_a_package_index() -> None:
    built = {p: t for p, t in texts().items() if any(p.match(glob) for glob in BUILD)}
    assert len(built) >= 6
    assert not [str(path) for path, text in built.items() if INDEX.search(text)]


def test_no_real_supplier_is_named(data_dir: Path) -> None:
    names = real_names(data_dir)
    assert len(names) > 100
    for path, text in texts().items():
        folded = " ".join(text.casefold().split())
        found = (n for n in names if n in folded)  # far faster than the pattern, so asked first
        assert not [n for n in found if re.search(rf"\b{re.escape(n)}\b", folded)], path


def test_no_data_folder_and_no_secret_is_tracked() -> None:
    names = [path.as_posix() for path in texts()]
    assert not [n for n in names if re.search(r"(^|/)(\.hub|\.env|uv\.lock|pylock\.toml)(/|$)", n)]
    assert not [p for p, t in texts().items() if PRIVATE in t]

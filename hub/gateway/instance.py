"""One hub a data folder: the lock that a second one meets, and the signals that stop the first."""

import fcntl
import os
import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from graph.errors import Conflict, Unavailable

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Stopped(BaseException):
    """The process was asked to stop; unwinds to where the children are stopped."""


@contextmanager
def only_one(home: Path) -> Generator[None]:
    """Hold the folder's lock for the block. Raises Conflict when another hub has it."""
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(home / "run.lock", os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise Unavailable(f"Can't write {home}: {error.strerror}. Set HUB_HOME.") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.truncate(lock, 0)
        os.write(lock, str(os.getpid()).encode())
        yield
    except BlockingIOError:
        pid = os.read(lock, 20).decode() or "unknown"
        raise Conflict(
            f"Another hub runs on {home} (process {pid}). Stop it, or set HUB_HOME to another one."
        ) from None
    finally:
        os.close(lock)


def until_stopped(work: Callable[[], int]) -> int:
    """Run `work`; its exit code, or 0 when it was asked to stop and did."""
    try:
        with stoppable():
            return work()
    except Stopped:
        print("The hub has stopped.", flush=True)
        return 0


@contextmanager
def stoppable() -> Generator[None]:
    """SIGTERM, Ctrl-C and a closed terminal unwind the block, so that its children are stopped."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in SIGNALS:
            signal.signal(each, signal.SIG_IGN)  # stopping is under way, and is not to be cut short
        raise Stopped

    before = {number: signal.signal(number, stop) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

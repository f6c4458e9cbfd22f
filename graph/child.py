"""A server as a child process of ours: leashed, logged to a file, stopped with us."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic, sleep

from graph.errors import Unavailable

LOOPBACK = "127.0.0.1"
LEASH = Path(__file__).with_name("leash.py")
STEP = 0.05  # seconds between two looks at a child


class Child:
    """A running child; `log` is where its output goes, overwritten."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        log: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start `command` in `folder`, in a session of its own, so that Ctrl-C is not sent to it.

        Start it from a thread that stays: on Linux the child ends with the *thread* that made it.
        """
        leash = (sys.executable, "-I", str(LEASH), str(os.getpid()))
        self.log = log
        with log.open("wb") as sink:
            self._process = subprocess.Popen(
                (*leash, *command),
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Its process id; the leash becomes the program, so it stays the same."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; 143 is a JVM that ended by SIGTERM, as asked."""
        return self._process.poll()

    def said(self) -> str:
        """What it has written since it was started."""
        return self.log.read_text("utf-8", errors="replace")

    def wait(self) -> int:
        """Wait until it ends by itself; the exit code."""
        return self._process.wait()

    def stop(self, grace: float = 30.0) -> int:
        """End it, with force after `grace` seconds; the exit code. Safe to call again."""
        if self.exit_code is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                return self._process.wait(grace)
            except subprocess.TimeoutExpired:
                self._process.kill()
        return self._process.wait()


def free_port() -> int:
    """A port of loopback that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


def wait_until(true: Callable[[], bool], seconds: float, what: str) -> None:
    """Return once `true()`; Unavailable when `what` takes longer than that."""
    end = monotonic() + seconds
    while not true():
        if monotonic() > end:
            raise Unavailable(f"{what} took more than {seconds:.0f} s.")
        sleep(STEP)

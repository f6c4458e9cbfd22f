"""The embedded engine: ArcadeDB as a child process on loopback, started or joined by a folder."""

import fcntl
import json
import os
import secrets
import shutil
import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx
import neo4j

from graph.child import LOOPBACK, Child, free_port, wait_until
from graph.errors import Unavailable
from graph.faults import translated
from graph.symptoms import PORTS, damaged, has, why

USER = "root"
DATABASE = "hub"
START_SECONDS = 60.0
PORT_TRIES = 3
# The one deadline that ends a statement at the server (D8). It counts a stream as a whole, the
# reader's own work between records too, so it is longer than any caller waits for an answer.
COMMAND_MS = 60_000
DAMAGED = "damaged"  # a file that says: this folder has lost data
LEAST_FREE = 300 * 2**20  # bytes: an empty database, its log and room to answer the first load
ADVICE = "set HUB_GRAPH_URI to use a Neo4j of your own instead"


@dataclass(slots=True)
class Embedded:
    """A running embedded graph; leaving the block stops it, unless another process started it."""

    uri: str
    http_uri: str
    pid: int
    user: str = USER
    password: str = field(default="", repr=False)
    database: str = DATABASE
    child: Child | None = field(default=None, repr=False)  # None: joined

    @property
    def joined(self) -> bool:
        """Whether another process of ours started it, and will stop it."""
        return self.child is None

    def stop(self) -> int:
        """Stop it if it is ours; the exit code (143 after a clean stop, 0 when joined)."""
        return self.child.stop() if self.child else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def start(
    home: Path,
    heap: str = "512m",
    *,
    least_free: int = LEAST_FREE,
    ports: Callable[[], int] = free_port,
) -> Embedded:
    """The embedded graph of `home`: the one that runs already, or a new one.

    `least_free` is in bytes; `ports` gives one to try at each call. Call it from the main thread
    (graph/child.py). Raises Unavailable with one line that says what
    to do: not installed, no disk, folder damaged or locked, no port.
    """
    java, jars = _package()
    root = (home / "graph").absolute()
    try:
        for folder in (home, root):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _demand_disk(root, least_free)
        with _alone(root):
            return _running(root) or _started(java, jars, root, heap, ports)
    except OSError as error:
        raise Unavailable(f"The graph's folder {root} can't be used: {error.strerror}.") from error


def _package() -> tuple[Path, Path]:
    """The bundled Java and the folder of jars, of either name of the package."""
    for name in ("arcadedb_embedded", "arcadedb"):
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            continue
        folder = Path(spec.origin).parent
        java = folder / "jre" / "bin" / "java"
        if not java.is_file():
            raise Unavailable(
                f"The embedded graph's Java is missing ({java}); it comes with exactly "
                "arcadedb-embedded==26.10.2.post1: remove .venv and run make again."
            )
        return java, folder / "jars"
    raise Unavailable(
        "The embedded graph is not installed: pip install arcadedb-embedded==26.10.2.post1. It "
        f"needs glibc 2.34 or newer (no musl, no macOS on Intel); elsewhere {ADVICE}."
    )


def _demand_disk(root: Path, least: int) -> None:
    free = shutil.disk_usage(root).free
    if free < least:
        raise Unavailable(
            f"No room for the graph: {root} has {free // 2**20} MB free, {least // 2**20} MB are "
            "needed. Free some space or set HUB_HOME to another disk."
        )


@contextmanager
def _alone(root: Path) -> Generator[None]:
    """Only one process at a time looks at a folder and starts its server."""
    with (root / "start.lock").open("w") as lock:

        def locked() -> bool:
            with suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            return False

        wait_until(locked, 2 * START_SECONDS, f"Another start of the graph in {root}")
        yield


def _running(root: Path) -> Embedded | None:
    """The live server of that folder; an orphan, whose starter is gone, is ended first."""
    try:
        known: dict[str, int] = json.loads((root / "server.json").read_text("utf-8"))
        pid, starter, bolt, http = (known[key] for key in ("pid", "starter", "bolt", "http"))
    except (FileNotFoundError, ValueError, KeyError):
        return None
    if not _serves(pid, root):
        return None
    if not _alive(starter):
        os.kill(pid, signal.SIGTERM)
        wait_until(lambda: not _serves(pid, root), 30.0, "Ending a graph that was left behind")
        return None
    # One that is just being stopped does not answer, and is gone in a moment.
    wait_until(lambda: _answers(http) or not _serves(pid, root), 30.0, f"The graph (pid {pid})")
    return _handle(root, bolt, http, pid, None) if _serves(pid, root) else None


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _serves(pid: int, root: Path) -> bool:
    """Whether the process is a server of that folder, and not a stranger with a used number."""
    if not Path("/proc/self/cmdline").exists():
        return _alive(pid)  # not Linux: the number has to do
    try:
        return str(root).encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _answers(http: int) -> bool:
    try:
        reply = httpx.get(f"http://{LOOPBACK}:{http}/api/v1/ready", trust_env=False, timeout=2.0)
    except httpx.HTTPError:
        return False
    return reply.status_code == 204


def _started(java: Path, jars: Path, root: Path, heap: str, ports: Callable[[], int]) -> Embedded:
    _password(root)
    if (root / DAMAGED).exists():
        raise why("", root, None)
    for _ in range(PORT_TRIES):
        bolt, http = ports(), ports()
        child = Child(_command(java, jars, root, heap, bolt, http), root, root / "server.log")
        try:
            if _came_up(child, root, http):
                handle = _handle(root, bolt, http, child.pid, child)
                _greet(handle)
                known = {"pid": child.pid, "starter": os.getpid(), "bolt": bolt, "http": http}
                _write_private(root / "server.json", json.dumps(known))
                return handle
        except BaseException:
            child.stop()
            raise
        child.stop()
    raise Unavailable("The graph found no free port on 127.0.0.1; try again.")


def _came_up(child: Child, root: Path, http: int) -> bool:
    """True when it is ready, False when somebody took its ports; raises when it can't be used."""
    taken = False

    def settled() -> bool:
        nonlocal taken
        if child.exit_code is not None:
            raise why(child.said(), root, child.exit_code)
        # With a busy port it neither ends nor gets ready.
        taken = has(child.said(), PORTS)
        return taken or _answers(http)

    wait_until(settled, START_SECONDS, f"The graph's start (see {child.log})")
    if not taken and damaged(child.said()):
        # It mends what it lost by emptiness, so the next start would look whole: remember it.
        (root / DAMAGED).touch()
        raise why(child.said(), root, None)
    return not taken


def _greet(handle: Embedded) -> None:
    """Ask over Bolt once: HTTP being up says nothing about our password."""
    with translated("the embedded graph's first question"):
        driver = neo4j.GraphDatabase.driver(
            handle.uri, auth=(handle.user, handle.password), telemetry_disabled=True
        )
        with driver:
            driver.verify_connectivity()


def _handle(root: Path, bolt: int, http: int, pid: int, child: Child | None) -> Embedded:
    return Embedded(
        uri=f"bolt://{LOOPBACK}:{bolt}",
        http_uri=f"http://{LOOPBACK}:{http}",
        pid=pid,
        password=_password(root),
        child=child,
    )


def _password(root: Path) -> str:
    """The password of the folder, made once: the server takes it from there only at first."""
    file = root / "root.pw"
    if not file.exists():
        if (root / "config" / "server-users.jsonl").exists():
            raise Unavailable(f"The graph's password file {file} is gone; restore it.")
        _write_private(file, secrets.token_urlsafe(24))
    return file.read_text("utf-8").strip()


def _write_private(file: Path, text: str) -> None:
    """Whole or not at all, readable by the owner alone."""
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as sink:
        sink.write(text)
    draft.replace(file)


def _command(java: Path, jars: Path, root: Path, heap: str, bolt: int, http: int) -> list[str]:
    """The command line of graph.md 2.3; without the two hosts it would listen everywhere."""
    settings = {
        "server.rootPath": root,
        "server.databaseDirectory": root / "databases",
        "server.logsDirectory": root / "log",
        "server.rootPasswordPath": root / "root.pw",
        "server.httpIncomingHost": LOOPBACK,
        "server.httpIncomingPort": http,
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": LOOPBACK,
        "bolt.port": bolt,
        "bolt.defaultDatabase": DATABASE,
        "server.defaultDatabases": f"{DATABASE}[{USER}]",
        "command.timeout": COMMAND_MS,
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
    }
    return [
        str(java),
        f"-Xmx{heap}",
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
        "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF8",
        "-Dpolyglot.engine.WarnInterpreterOnly=false",
        "-XX:+UseCompactObjectHeaders",
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "-cp",
        f"{jars}/*",
        "com.arcadedb.server.ArcadeDBServer",
    ]

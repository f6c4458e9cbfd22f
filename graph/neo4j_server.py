"""A real Neo4j Community from Maven Central as a child process, for tests and comparisons.

Neo4j Community is GPLv3: it is fetched when it is wanted, and nothing of it is shipped.
"""

import argparse
import hashlib
import re
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph.child import LOOPBACK, Child, free_port, wait_until
from graph.errors import HubError, Unavailable

VERSION = "5.26.30"
USER = "neo4j"
START_SECONDS = 180.0  # ten on a quiet machine, fifty were seen on a busy one
FETCH_SECONDS = 600.0
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
MAIN = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
FOLDERS = ("conf", "data", "logs", "run", "import", "plugins", "licenses")
COLOUR = re.compile("\x1b\\[[0-9;]*m")
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>hub</groupId><artifactId>neo4j</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{version}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""
SETTINGS = """server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.routing.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.bolt.telemetry.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=512m
server.memory.pagecache.size=128m
db.transaction.timeout=30s
db.lock.acquisition.timeout=10s
db.tx_log.rotation.retention_policy=2 files
"""
FLAGS = (
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+UnlockExperimentalVMOptions",
    "-XX:+TrustFinalNonStaticFields",
    "-XX:+DisableExplicitGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Xms512m",
    "-Xmx512m",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)


@dataclass(slots=True)
class Neo4j:
    """A running Neo4j; leaving the block stops it."""

    uri: str
    child: Child = field(repr=False)
    user: str = USER
    password: str = field(default="", repr=False)
    database: str = "neo4j"
    http_uri: str | None = None

    def stop(self) -> int:
        """Stop it; the exit code, 0 after a clean stop."""
        return self.child.stop(60.0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def fetch(cache: Path) -> Path:
    """The folder of Neo4j's jars in `cache`, fetched with Maven if it is not there yet.

    Beside it lies the list of their SHA-256 sums. Raises Unavailable in one line.
    """
    cache = cache.absolute()
    jars, sums = cache / VERSION, cache / f"{VERSION}.sha256"
    if sums.is_file():
        return jars
    mvn = _program("mvn", "Maven (mvn)")
    cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=cache) as draft:  # a fetch that is cut short leaves nothing
        pom = Path(draft) / "pom.xml"
        pom.write_text(POM.format(version=VERSION), "utf-8")
        options = ("-DincludeScope=runtime", f"-DoutputDirectory={draft}/jars")
        _quietly(
            [mvn, "-B", "-q", "-f", str(pom), COPY, *options],
            f"Neo4j {VERSION} could not be fetched from Maven Central",
            FETCH_SECONDS,
        )
        shutil.rmtree(jars, ignore_errors=True)
        Path(draft, "jars").rename(jars)
    found = ((hashlib.sha256(jar.read_bytes()), jar.name) for jar in sorted(jars.glob("*.jar")))
    sums.write_text("".join(f"{sum.hexdigest()}  {name}\n" for sum, name in found), "utf-8")
    return jars


def start(home: Path, jars: Path, port: int | None = None) -> Neo4j:
    """Start Neo4j on loopback with its store in `home` and wait until it answers.

    The password is made once and kept in `home/password` (0600). Raises Unavailable in one line.
    """
    home = home.absolute()
    java = _program("java", "Java 17 or 21 (java)")
    for folder in FOLDERS:
        (home / folder).mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(port=port), "utf-8")
    # A bare environment: settings of a Neo4j of yours must not reach this one.
    environment = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "LC_ALL": "C.UTF-8"}
    password = _password(home, java, jars, environment)
    path = f"{home}/plugins/*:{home}/conf/*:{jars}/*"
    options = (f"--home-dir={home}", f"--config-dir={home}/conf", "--console-mode")
    child = Child(
        [java, *FLAGS, "-cp", path, MAIN, *options], home, home / "server.log", environment
    )
    server = Neo4j(f"bolt://{LOOPBACK}:{port}", child, password=password)
    try:
        wait_until(lambda: _answers(server), START_SECONDS, f"Neo4j's start (see {child.log})")
    except BaseException:
        server.stop()
        raise
    return server


def _answers(server: Neo4j) -> bool:
    if server.child.exit_code is not None:
        raise Unavailable(
            f"Neo4j ended with exit code {server.child.exit_code}; see {server.child.log}."
        )
    driver = neo4j.GraphDatabase.driver(
        server.uri, auth=(server.user, server.password), telemetry_disabled=True
    )
    with (
        driver,
        suppress(DriverError, Neo4jError),
        driver.session(database=server.database) as session,
    ):
        session.run("RETURN 1 AS one").consume()  # Bolt is up before the database is
        return True
    return False


def _password(home: Path, java: str, jars: Path, environment: dict[str, str]) -> str:
    file = home / "password"
    if not file.exists():
        password = secrets.token_urlsafe(24).replace("-", "x")  # a leading dash is an option
        command = [java, "-Xmx256m", "-cp", f"{jars}/*", f"-Dbasedir={home}", ADMIN]
        command += ["dbms", "set-initial-password", password]
        _quietly(command, "Neo4j refused its first password", 60.0, environment)
        file.touch(mode=0o600)
        file.write_text(password, "utf-8")
    return file.read_text("utf-8")


def _program(name: str, what: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Unavailable(f"{what} is needed for a real Neo4j and was not found on the PATH.")
    return found


def _quietly(
    command: Sequence[str], failing: str, seconds: float, environment: dict[str, str] | None = None
) -> None:
    """Run to the end; Unavailable with `failing` and the last line that tells why."""
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unavailable(f"{failing} within {seconds:.0f} s.") from error
    if done.returncode != 0:
        said = COLOUR.sub("", done.stdout + done.stderr)
        lines = [line for line in said.splitlines() if line.strip()]
        raise Unavailable(f"{failing}: {lines[0] if lines else f'exit code {done.returncode}'}")


def main(arguments: Sequence[str] | None = None) -> int:
    """`python -m graph.neo4j_server`: fetch, start, print how to reach it, run until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="neo4j_server", description=main.__doc__)
    parser.add_argument("--home", type=Path, default=Path(".hub/neo4j"), help="jars and store")
    parser.add_argument("--port", type=int, default=None, help="Bolt port (a free one)")
    options = parser.parse_args(arguments)
    # A shell starts what runs in its background with Ctrl-C ignored; we are to stop all the same.
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, signal.default_int_handler)
    try:
        jars = fetch(options.home)
        with start(options.home / "server", jars, options.port) as server:
            print(f"Neo4j {VERSION} answers; Ctrl-C stops it.")
            print(f"  address        {server.uri}")
            print(f"  user           {server.user}")
            print(f"  password file  {options.home.absolute() / 'server' / 'password'}", flush=True)
            return server.child.wait()
    except HubError as error:
        print(error.message, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())

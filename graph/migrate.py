"""Migrations: numbered files, run once each in order, by one process at a time."""

import asyncio
import hashlib
import re
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import LiteralString, cast

from graph.clock import instant
from graph.dialect import run_sql, script_suffix, settling
from graph.driver import Graph, Statement, Step
from graph.errors import Conflict, HubError, Internal, Unavailable

FOLDER = Path(__file__).with_name("migrations")
NAMED = re.compile(r"(V\d{4})__[a-z0-9_]+\.(?:cypher|sql)")
LOCK = "lock"  # id of the node that says who migrates
LEASE = 60.0  # seconds for one command; then the lock of a process that died is void
DDL_SECONDS = 300.0  # an index over all that is loaded takes its time
PATIENCE = 0.1  # seconds between two looks at a lock that somebody else holds

Hold = Callable[[], Awaitable[None]]

KEY = Statement(
    "migration key",
    "CREATE CONSTRAINT migration_id IF NOT EXISTS FOR (n:Migration) REQUIRE n.id IS UNIQUE",
)
DONE = Statement(
    "migrations done",
    "MATCH (m:Migration) WHERE m.checksum IS NOT NULL RETURN m.id AS id, m.checksum AS checksum",
)
RECORD = Statement(
    "migration record",
    "CREATE (m:Migration {id: $id, name: $name, checksum: $checksum, doneAt: $now})",
)
TAKE = Statement("migration lock", "CREATE (m:Migration {id: $lock, owner: $owner, until: $until})")
HOLD = Statement(
    "migration lock held",
    "MATCH (m:Migration {id: $lock}) WHERE m.owner = $owner SET m.until = $until RETURN m.id AS id",
)
RELEASE = Statement(
    "migration lock released", "MATCH (m:Migration {id: $lock}) WHERE m.owner = $owner DELETE m"
)
EXPIRE = Statement(
    "migration lock expired", "MATCH (m:Migration {id: $lock}) WHERE m.until < $now DELETE m"
)


@dataclass(frozen=True, slots=True)
class Migration:
    """One version: its files (a `.cypher`, perhaps a `.sql` twin) and the sum over both."""

    version: str
    files: tuple[Path, ...]
    checksum: str

    @property
    def name(self) -> str:
        """`V0001__keys`."""
        return self.files[0].stem

    def commands(self, graph: Graph) -> tuple[str, list[str]]:
        """The suffix that this engine runs, and the commands of that file."""
        suffix = script_suffix(graph.engine, [file.suffix for file in self.files])
        file = next(file for file in self.files if file.suffix == suffix)
        text = re.sub(r"^\s*(?://|--).*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
        return suffix, [command.strip() for command in text.split(";") if command.strip()]


async def migrate(graph: Graph, folder: Path = FOLDER, lease: float = LEASE) -> list[str]:
    """Bring the graph up to date; the versions that this call applied, in order.

    Safe to call from many processes: one works, the others wait for it. Raises Conflict when an
    applied file was edited or the graph is newer than the code; `lease` is in seconds.
    """
    known = listed(folder)
    if not await _pending(graph, known):
        return []
    await graph.write(Step(KEY))
    async with _lock(graph, lease) as hold:
        applied: list[str] = []
        for migration in await _pending(graph, known):
            await _apply(graph, migration, hold)
            applied.append(migration.version)
        return applied


def listed(folder: Path = FOLDER) -> list[Migration]:
    """The migrations of a folder in order; Internal for a file that is not named like one."""
    files: dict[str, list[Path]] = {}
    for file in sorted(folder.iterdir()):
        match = NAMED.fullmatch(file.name)
        if match is None:
            raise Internal(f"{file.name} is not named like a migration (V0001__what.cypher).")
        files.setdefault(match[1], []).append(file)
    return [_migration(version, tuple(found)) for version, found in sorted(files.items())]


def _migration(version: str, files: tuple[Path, ...]) -> Migration:
    if len({file.stem for file in files}) != 1 or files[0].suffix != ".cypher":
        raise Internal(f"{version} needs one .cypher file, and at most a .sql twin of its name.")
    text = "\0".join(file.read_text("utf-8") for file in files)
    return Migration(version, files, hashlib.sha256(text.encode()).hexdigest())


async def _pending(graph: Graph, known: Sequence[Migration]) -> list[Migration]:
    done = {id: checksum for id, checksum in await graph.rows(DONE)}
    newer = done.keys() - {migration.version for migration in known}
    if newer:
        raise Conflict(f"The graph is newer than this hub: it has {', '.join(sorted(newer))}.")
    for migration in known:
        if done.get(migration.version, migration.checksum) != migration.checksum:
            raise Conflict(
                f"{migration.name} was edited after it had run; restore it, add another."
            )
    return [migration for migration in known if migration.version not in done]


async def _apply(graph: Graph, migration: Migration, hold: Hold) -> None:
    """Every command is idempotent, so one that was cut short simply runs again from its start."""
    suffix, commands = migration.commands(graph)
    for number, command in enumerate(commands, start=1):
        await hold()
        if suffix == ".sql":
            await run_sql(graph.door, graph.database, command)
        else:
            # Our own file, not a value of anybody's: as trustworthy as a literal of this module.
            text = cast(LiteralString, command)
            name = f"{migration.version} {number}"
            await graph.write(Step(Statement(name, text, DDL_SECONDS)))
    for statement in settling(graph.engine):
        await graph.rows(statement)
    values = {"id": migration.version, "name": migration.name, "checksum": migration.checksum}
    await hold()
    await graph.write(Step(RECORD, {**values, "now": _after(0)}))


@asynccontextmanager
async def _lock(graph: Graph, lease: float) -> AsyncGenerator[Hold]:
    """The lock for the length of the block; what it gives renews it before a command."""
    owner = {"lock": LOCK, "owner": secrets.token_hex(8)}

    async def hold() -> None:
        held = await graph.write(Step(HOLD, {**owner, "until": _after(lease)}))
        if not held[0]:
            raise Conflict("Another process took over the migration; start again.")

    end = monotonic() + DDL_SECONDS
    while not await _taken(graph, owner, lease):
        if monotonic() > end:
            raise Unavailable("Another process has been migrating the graph for too long.")
        await asyncio.sleep(PATIENCE)
    try:
        yield hold
    finally:
        with suppress(HubError):  # the lease ends it too; the first error is the one to tell
            await graph.write(Step(RELEASE, owner))


async def _taken(graph: Graph, owner: dict[str, str], lease: float) -> bool:
    """Whether the lock is ours now: of many CREATEs of one key exactly one succeeds."""
    await graph.write(Step(EXPIRE, {"lock": LOCK, "now": _after(0)}))
    try:
        await graph.write(Step(TAKE, {**owner, "until": _after(lease)}))
    except Conflict:
        return False
    return True


def _after(seconds: float) -> str:
    return instant(datetime.now(UTC) + timedelta(seconds=seconds))

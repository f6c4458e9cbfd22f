"""Everything that differs between the two engines; nothing else may ask which one it talks to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import httpx

from graph.errors import Internal, Unavailable
from graph.statements import Statement

VERSION = re.compile(r"(?:ArcadeDB |Neo4j/)([0-9][^\s)]*)")
# db.awaitIndexes exists on Neo4j only; ArcadeDB builds an index before its DDL returns.
AWAIT_INDEXES = Statement("await indexes", "CALL db.awaitIndexes(300)", seconds=310)
COMMAND_SECONDS = 300.0  # one SQL command may build an index over all that is loaded


@dataclass(frozen=True, slots=True)
class Engine:
    """What answers at the other end."""

    name: Literal["arcadedb", "neo4j"]
    version: str


@dataclass(frozen=True, slots=True)
class Door:
    """ArcadeDB's HTTP address, the only way to its full-text and vector DDL (SQL)."""

    uri: str
    user: str
    password: str = field(repr=False)


def detect(agent: str) -> Engine:
    """The engine behind a Bolt server's product string (`dbms.components()` can't tell)."""
    found = VERSION.findall(agent)
    version = found[-1] if found else "unknown"  # ArcadeDB names its own version last
    return Engine("arcadedb" if "ArcadeDB" in agent else "neo4j", version)


def one_writer(engine: Engine) -> bool:
    """Whether processes that write side by side should take turns: it finds conflicts only when a
    transaction ends, and delays then grow to seconds."""
    return engine.name == "arcadedb"


def home_database(engine: Engine) -> str:
    """The database that is used when none is named."""
    return "hub" if engine.name == "arcadedb" else "neo4j"


def script_suffix(engine: Engine, suffixes: Sequence[str]) -> str:
    """Which form of a migration this engine runs: the `.sql` twin is for ArcadeDB alone."""
    return ".sql" if engine.name == "arcadedb" and ".sql" in suffixes else ".cypher"


def settling(engine: Engine) -> tuple[Statement, ...]:
    """What has to run after new indexes before they answer."""
    return (AWAIT_INDEXES,) if engine.name == "neo4j" else ()


async def run_sql(door: Door | None, database: str, command: str) -> None:
    """Run one SQL command on ArcadeDB. Raises Unavailable (no way there), Internal (refused)."""
    if door is None:
        raise Unavailable("This ArcadeDB needs its HTTP address too: its indexes are made there.")
    auth = httpx.BasicAuth(door.user, door.password)
    try:
        # Loopback or a named server: a proxy from the surroundings would only be in the way.
        async with httpx.AsyncClient(auth=auth, trust_env=False, timeout=COMMAND_SECONDS) as http:
            reply = await http.post(
                f"{door.uri}/api/v1/command/{database}",
                json={"language": "sql", "command": command},
            )
    except httpx.HTTPError as error:
        raise Unavailable("ArcadeDB's HTTP address can't be reached.") from error
    if not reply.is_success:
        raise Internal(f"ArcadeDB refused a command of a migration ({reply.status_code}).")

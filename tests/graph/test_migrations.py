"""Migrations: once, in order, by one process, never from an edited file."""

import asyncio
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from graph.catalogue import NODES
from graph.driver import Graph, Statement, Step
from graph.errors import Conflict, Internal
from graph.migrate import FOLDER, listed, migrate
from tests.fixtures.engine import Server, open_server

pytestmark = pytest.mark.anyio

CONSTRAINTS = Statement(
    "constraints",
    "SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type "
    "RETURN labelsOrTypes AS labels, properties AS properties, type AS type",
)
INDEXES = Statement(
    "indexes",
    "SHOW INDEXES YIELD labelsOrTypes, properties, type "
    "WHERE type <> 'LOOKUP' RETURN labelsOrTypes AS labels, properties AS properties",
)
RECORDS = Statement(
    "records",
    "MATCH (m:Migration) WHERE m.id <> 'work' RETURN m.id AS id, m.owner AS owner ORDER BY m.id",
)
FORGET = Statement("forget", "MATCH (m:Migration) WHERE m.id STARTS WITH 'V9' DELETE m")
HELD = Statement("held", "CREATE (m:Migration {id: 'lock', owner: 'somebody', until: $until})")
FREE = Statement("free", "MATCH (m:Migration {id: 'lock'}) DELETE m")
DROPS = (
    Statement("drop 1", "DROP CONSTRAINT trial_id IF EXISTS"),
    Statement("drop 2", "DROP INDEX trial_name IF EXISTS"),
)
TRIAL = "CREATE CONSTRAINT trial_id IF NOT EXISTS FOR (n:Trial) REQUIRE n.id IS UNIQUE;\n"
TRIAL_NAME = "CREATE INDEX trial_name IF NOT EXISTS FOR (n:Trial) ON (n.name);\n"
# Migrates the folder argv[1] of the server in the other arguments, and prints what it applied.
RUNNER = """
import asyncio, sys
from pathlib import Path
from graph.driver import open_graph
from graph.migrate import migrate
async def main():
    graph = await open_graph(*sys.argv[2:6])
    print("open", flush=True)
    print(*await migrate(graph, Path(sys.argv[1]), lease=float(sys.argv[6])), flush=True)
    await graph.close()
asyncio.run(main())
"""


@pytest.fixture
async def folder(graph: Graph, tmp_path: Path) -> AsyncGenerator[Path]:
    """The real migrations and, beside them, one of the test's own: V9001."""
    folder = shutil.copytree(FOLDER, tmp_path / "migrations")
    (folder / "V9001__trial.cypher").write_text(f"// A trial.\n{TRIAL}{TRIAL_NAME}")
    yield folder
    await graph.write(Step(FORGET))
    await graph.write(Step(FREE))
    for drop in DROPS:
        await graph.write(Step(drop))


def runner(server: Server, folder: Path, lease: float) -> subprocess.Popen[str]:
    """Another process that migrates."""
    where = (server.uri, server.user, server.password, server.database)
    command = [sys.executable, "-c", RUNNER, str(folder), *where, str(lease)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


async def uniques(graph: Graph) -> set[str]:
    """Labels whose `id` is unique."""
    return {
        labels[0]
        for labels, properties, kind in await graph.rows(CONSTRAINTS)
        if properties == ["id"] and "UNIQUE" in kind
    }


async def indexed(graph: Graph) -> set[tuple[str, str]]:
    """Label and property of every index over one property."""
    return {(labels[0], properties[0]) for labels, properties in await graph.rows(INDEXES)}


async def test_every_label_of_the_catalogue_has_a_unique_id(graph: Graph) -> None:
    assert await uniques(graph) >= {node.label for node in NODES}


async def test_every_index_is_over_something_that_is_stored(graph: Graph) -> None:
    stored = {(node.label, column.name) for node in NODES for column in node.stored}
    found = await indexed(graph)
    assert {one for one in found if one[0] not in {"Migration", "Trial"}} <= stored
    assert {("Mention", "nameKey"), ("Contract", "publicFrom"), ("Payment", "source")} <= found


async def test_a_second_run_changes_nothing(graph: Graph) -> None:
    before = await graph.rows(CONSTRAINTS), await graph.rows(INDEXES), await graph.rows(RECORDS)
    assert await migrate(graph) == []
    after = await graph.rows(CONSTRAINTS), await graph.rows(INDEXES), await graph.rows(RECORDS)
    assert before == after
    assert [row[0] for row in after[2]] == [migration.version for migration in listed()]


async def test_a_new_file_runs_once_and_in_order(graph: Graph, folder: Path) -> None:
    (folder / "V9002__later.cypher").write_text(TRIAL_NAME)
    assert await migrate(graph, folder) == ["V9001", "V9002"]
    assert await migrate(graph, folder) == []
    assert "Trial" in await uniques(graph)
    assert ("Trial", "name") in await indexed(graph)


async def test_an_edited_file_is_refused(graph: Graph, folder: Path) -> None:
    await migrate(graph, folder)
    file = folder / "V9001__trial.cypher"
    file.write_text(file.read_text() + "// one more word\n")
    with pytest.raises(Conflict, match="V9001__trial was edited"):
        await migrate(graph, folder)


async def test_a_twin_that_was_edited_is_refused(graph: Graph, folder: Path) -> None:
    twin = folder / "V9001__trial.sql"
    twin.write_text("-- nothing to do here\n")
    await migrate(graph, folder)
    twin.write_text("-- something else\n")
    with pytest.raises(Conflict, match="V9001__trial was edited"):
        await migrate(graph, folder)


async def test_a_graph_that_is_newer_than_the_code_is_refused(graph: Graph, folder: Path) -> None:
    await migrate(graph, folder)
    with pytest.raises(Conflict, match="V9001"):
        await migrate(graph)


async def test_of_four_runs_at_once_one_applies_and_the_others_wait(
    engine_server: Server, graph: Graph, folder: Path
) -> None:
    runs = [runner(engine_server, folder, 30.0) for _ in range(4)]
    said = await asyncio.gather(*(asyncio.to_thread(run.communicate) for run in runs))
    assert [run.returncode for run in runs] == [0] * 4
    assert sorted(out for out, _ in said) == ["open\n\n"] * 3 + ["open\nV9001\n"]
    assert [row for row in await graph.rows(RECORDS) if row[1] is not None] == []


async def test_a_run_that_was_killed_is_taken_up_by_the_next(
    engine_server: Server, graph: Graph, folder: Path
) -> None:
    (folder / "V9001__trial.cypher").write_text(TRIAL * 300)
    killed = runner(engine_server, folder, 1.0)
    while "Trial" not in await uniques(graph):
        assert killed.poll() is None
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert "V9001" not in [row[0] for row in await graph.rows(RECORDS)]
    (folder / "V9001__trial.cypher").write_text(TRIAL + TRIAL_NAME)
    assert await migrate(graph, folder, lease=1.0) == ["V9001"]


async def test_a_lock_that_is_held_is_waited_for(
    engine_server: Server, graph: Graph, folder: Path
) -> None:
    await graph.write(Step(HELD, {"until": "2999-01-01T00:00:00Z"}))
    other = await open_server(engine_server)
    waiting = asyncio.create_task(migrate(other, folder))
    await asyncio.wait([waiting], timeout=0.5)
    assert not waiting.done()
    await graph.write(Step(FREE))
    assert await waiting == ["V9001"]
    await other.close()


@pytest.mark.parametrize(
    "names",
    [["V1__short.cypher"], ["notes.txt"], ["V9001__a.sql"], ["V9001__a.cypher", "V9001__b.cypher"]],
)
def test_a_file_that_is_not_named_like_a_migration_is_refused(
    tmp_path: Path, names: list[str]
) -> None:
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(Internal):
        listed(tmp_path)

"""The dialect: what differs between the engines, proven on the one that runs."""

import shutil
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from graph.dialect import Door, Engine, detect, home_database, run_sql, script_suffix
from graph.driver import Graph, Statement, Step, open_graph
from graph.errors import Internal, Unavailable
from graph.migrate import FOLDER, migrate
from tests.fixtures.engine import Server

pytestmark = pytest.mark.anyio

NEW = Statement("new", "CREATE (:Trial {id: $id, name: $name})")
COUNT = Statement("count", "MATCH (n:Trial) RETURN count(n) AS count")
FIND = Statement(
    "find",
    "CALL db.index.fulltext.queryNodes($index, $text, {limit: 10, skip: 0}) YIELD node, score "
    "RETURN node.id AS id ORDER BY score DESC",
)
FORGET = Statement("forget", "MATCH (m:Migration) WHERE m.id STARTS WITH 'V9' DELETE m")
DROPS = (
    Statement("drop 1", "DROP INDEX trial_text IF EXISTS"),
    Statement("drop 2", "DROP CONSTRAINT trial_id IF EXISTS"),
)
KEY = "CREATE CONSTRAINT trial_id IF NOT EXISTS FOR (n:Trial) REQUIRE n.id IS UNIQUE;\n"
TEXT = """CREATE FULLTEXT INDEX trial_text IF NOT EXISTS FOR (n:Trial) ON EACH [n.name]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
"""
TEXT_TWIN = """CREATE PROPERTY Trial.name IF NOT EXISTS STRING;
CREATE INDEX trial_text IF NOT EXISTS ON Trial (name) FULL_TEXT
  METADATA {"analyzer":"org.apache.lucene.analysis.en.EnglishAnalyzer"};
"""


@pytest.mark.parametrize(
    ("agent", "engine"),
    [
        ("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", Engine("arcadedb", "26.10.2")),
        ("Neo4j/5.26.30", Engine("neo4j", "5.26.30")),
        ("Neo4j/2026.08.1", Engine("neo4j", "2026.08.1")),
        ("Something else", Engine("neo4j", "unknown")),
    ],
)
def test_the_product_string_tells_the_engine(agent: str, engine: Engine) -> None:
    assert detect(agent) == engine


def test_the_engine_that_runs_is_recognised(graph: Graph, engine_name: str) -> None:
    assert graph.engine.name == {"embedded": "arcadedb", "neo4j": "neo4j"}[engine_name]
    assert graph.database == home_database(graph.engine)
    assert graph.engine.version[0].isdigit()


def test_only_arcadedb_runs_a_twin() -> None:
    both, one = [".cypher", ".sql"], [".cypher"]
    assert script_suffix(Engine("arcadedb", "26"), both) == ".sql"
    assert script_suffix(Engine("arcadedb", "26"), one) == ".cypher"
    assert script_suffix(Engine("neo4j", "5"), both) == ".cypher"


@pytest.fixture
async def searchable(graph: Graph, tmp_path: Path) -> AsyncGenerator[Graph]:
    """A graph with a full-text index made by a migration and its twin."""
    folder = shutil.copytree(FOLDER, tmp_path / "migrations")
    (folder / "V9001__key.cypher").write_text(KEY)
    (folder / "V9002__text.cypher").write_text(TEXT)
    (folder / "V9002__text.sql").write_text(TEXT_TWIN)
    assert await migrate(graph, folder) == ["V9001", "V9002"]
    yield graph
    await graph.write(Step(FORGET))
    for drop in DROPS:
        await graph.write(Step(drop))


async def test_a_full_text_index_answers_the_same_on_both_engines(searchable: Graph) -> None:
    for id, name in (("a", "web hosting"), ("b", "hosted desks"), ("c", "training")):
        await searchable.write(Step(NEW, {"id": id, "name": name}))
    found = await searchable.rows(FIND, index="trial_text", text="host")
    assert sorted(found) == [["a"], ["b"]]


@pytest.mark.usefixtures("embedded_only")
async def test_a_command_that_arcadedb_refuses_is_our_fault(graph: Graph) -> None:
    with pytest.raises(Internal, match="refused a command"):
        await run_sql(graph.door, graph.database, "CREATE NONSENSE")


@pytest.mark.usefixtures("embedded_only")
async def test_without_the_http_address_a_twin_cannot_run(
    engine_server: Server, graph: Graph
) -> None:
    with pytest.raises(Unavailable, match="HTTP address"):
        await run_sql(None, graph.database, "SELECT 1")
    door = Door("http://127.0.0.1:1", engine_server.user, engine_server.password)
    with pytest.raises(Unavailable, match="can't be reached"):
        await run_sql(door, graph.database, "SELECT 1")
    assert engine_server.password not in repr(door)


async def test_the_routing_scheme_reaches_a_single_server(
    engine_server: Server, graph: Graph
) -> None:
    routed = await open_graph(
        engine_server.uri.replace("bolt://", "neo4j://"),
        engine_server.user,
        engine_server.password,
    )
    await routed.write(Step(NEW, {"id": "x", "name": "y"}))
    assert await routed.rows(COUNT) == await graph.rows(COUNT) == [[1]]
    await routed.close()

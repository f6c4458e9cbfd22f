"""`hub identify` as a user runs it: a process, its exit code and its output."""

import json
from pathlib import Path

import pytest

from graph.driver import Graph, Statement
from graph.hashing import content_hash
from tests.hub.ingest.test_commands import env, hub
from tests.hub.ingest.worlds import files

__all__ = ["env"]
pytestmark = pytest.mark.anyio

ORGANISATIONS = Statement(
    "names of organisations",
    """MATCH (m:Mention)-[:MEANS]->(o:Organisation)
    RETURN m.name AS name, min(o.id) AS id, count(DISTINCT o) AS bodies""",
)


async def test_identify_answers_from_the_graph_and_writes_nothing_to_it(
    graph: Graph, env: dict[str, str], tmp_path: Path
) -> None:
    folder, mentions, out = tmp_path / "data", tmp_path / "list.jsonl", tmp_path / "out.jsonl"
    folder.mkdir()
    files(folder)
    assert (await hub(env, "load", str(folder))).returncode in (0, 3)
    before = await content_hash(graph)
    rows = await graph.rows(ORGANISATIONS)
    name, organisation = min(row for row in rows if row[2] == 1)[:2]
    asked = [{"id": "a", "name": name}, {"id": "b", "name": "Wholly Unheard Of Heron Guild"}]
    mentions.write_text("".join(json.dumps(one) + "\n" for one in asked) + "{\n")
    words = ("identify", "--mentions", str(mentions), "--out", str(out))
    done = await hub(env, *words, "--json")
    assert done.returncode == 3, done.stderr
    assert json.loads(done.stdout) == {"mentions": 2, "known": 1, "groups": 2, "refused": 1}
    one, other, bad = [json.loads(text) for text in out.read_text().splitlines()]
    assert list(one) == ["id", "organisation", "group", "basis", "score", "doubtful"]
    assert (one["id"], one["organisation"], one["group"]) == ("a", organisation, organisation)
    assert (other["id"], other["organisation"]) == ("b", None)
    assert (bad["line"], bad["id"]) == (3, None)
    assert await content_hash(graph) == before
    gone = await hub(env, *words[:2], str(tmp_path / "none"), *words[3:])
    assert gone.returncode == 1
    assert gone.stderr.count(b"\n") == 1

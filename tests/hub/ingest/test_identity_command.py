"""`hub identity` as a user runs it: decide, look, undo; errors of one line."""

import json
from pathlib import Path

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from tests.hub.ingest.test_commands import env, hub
from tests.hub.ingest.test_decisions import LIKE, NAMES, ids, world
from tests.hub.ingest.worlds import loaded

__all__ = ["env"]
pytestmark = pytest.mark.anyio


async def test_a_pair_in_doubt_is_joined_looked_at_and_let_go(
    graph: Graph, env: dict[str, str], tmp_path: Path
) -> None:
    await loaded(graph, *world(tmp_path))
    known, before = await ids(graph), await content_hash(graph)
    doubts = await hub(env, "identity", "doubts", "--json")
    [pair] = json.loads(doubts.stdout)
    assert {pair["oneName"], pair["otherName"]} == {NAMES[2], LIKE}
    words = ("identity", "join", pair["one"], pair["other"].replace("org-", "sup-"))
    done = await hub(env, *words, "--why", "one register entry", "--by", "Ada Quill", "--json")
    assert done.returncode == 0, done.stderr
    decision = json.loads(done.stdout)
    assert decision["one"] == decision["other"] == min(known[NAMES[2]], known[LIKE])
    shown = await hub(env, "identity", "show", pair["other"])
    assert all(name in shown.stdout.decode() for name in (NAMES[2], LIKE, "decision 100 %"))
    again = await hub(env, *words, "--why", "again")
    assert (again.returncode, again.stderr.count(b"\n")) == (1, 1)
    assert decision["decision"] in again.stderr.decode()
    gone = await hub(env, "identity", "undo", decision["decision"], "--why", "a mistake")
    assert gone.returncode == 0, gone.stderr
    assert await content_hash(graph) == before
    listed = await hub(env, "identity", "decisions", "--all", "--json")
    [record] = json.loads(listed.stdout)
    assert (record["id"], record["undone_why"]) == (decision["decision"], "a mistake")

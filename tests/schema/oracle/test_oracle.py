"""Planned answers against the naive reading: same data, order of keys, errors and their paths.

Each document is answered prepared and by graphql-core over planned rows (tests/schema/asking.py),
and field by field from the facts; some are asked again with other values of their variables.
"""

import asyncio
from collections import Counter
from collections.abc import Generator, Iterator
from random import Random
from typing import Any, cast

import orjson
import pytest
from graphql import ExecutionResult, GraphQLError, GraphQLNonNull, GraphQLObjectType
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from auth import policies
from graph.driver import Graph
from graph.registry import SHAPES
from graph.wipe import wipe
from hub.gateway.executing import Answer
from ranking.service import Ranker
from resolvers.context import Context
from tests.fixtures.engine import Server, open_server
from tests.schema.asking import answered, executor
from tests.schema.oracle.documents import Document, written
from tests.schema.oracle.facts import World
from tests.schema.oracle.meaning import Meaning
from tests.schema.oracle.naive import Naive, plain_schema

# Documents about one world: Neo4j plans each new text for up to seconds.
EACH = {"embedded": 100, "neo4j": 12}
MOST = 10**9  # nodes of an answer: what the limit refuses is tested in tests/hub/gateway
SHARES = ("four nouns deep", "one relation twice", "null where none may be", "denied")
RESTRICTED: Any = "restricted"  # a class of viewers that only this test has
Told = list[tuple[list[str | int], str, int]]


def denied_fields() -> Iterator[tuple[str, str]]:
    """Every third of the fields that can be denied, since they can be null."""
    for type in SHAPES:
        fields = cast(GraphQLObjectType, plain_schema().type_map[type]).fields
        can = [name for name, f in fields.items() if not isinstance(f.type, GraphQLNonNull)]
        yield from ((type, name) for name in can[::3])


DENIED = frozenset(denied_fields())


class Desk:
    """An event loop with a graph of its own: Hypothesis calls what it tries without one."""

    def __init__(self, runner: asyncio.Runner, graph: Graph) -> None:
        self.runner, self.graph, self.executor = runner, graph, executor()
        # what is damaged on purpose surprises on purpose: not counted among the whole run's
        self.ways = self.executor.prepared.ways = Counter[str]()

    def write(self, world: World) -> None:
        """Makes the graph hold that world and nothing else."""
        self.runner.run(wipe(self.graph))
        self.runner.run(world.write(self.graph))

    def ask(self, document: Document, viewer: Any) -> Answer:
        """The planned answer, by one statement a root at most."""
        self.graph.ledger.entries.clear()
        ctx = Context(viewer, self.graph, cast(Ranker, None), "test", MOST)
        answer = self.runner.run(answered(ctx, document.text, document.variables, self.executor))
        ran = sum(entry.count for entry in self.graph.ledger.entries.values())
        assert ran <= document.roots, document.text
        return answer


@pytest.fixture
def desk(
    engine_server: Server, migrated_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> Generator[Desk]:
    """A desk at the engine under test, and viewers who may read less than others."""
    open_to: Any = frozenset({"anonymous", RESTRICTED})
    everybody = policies.Policy("everybody", open_to, "For this test.")
    for name in policies.ROOTS:
        monkeypatch.setitem(cast(Any, policies.ROOTS), name, everybody)
    monkeypatch.setitem(cast(Any, policies.ROWS), RESTRICTED, policies.ROWS["anonymous"])
    monkeypatch.setitem(cast(Any, policies.DENIED), RESTRICTED, DENIED)
    with asyncio.Runner() as runner:
        graph = runner.run(open_server(engine_server))
        yield Desk(runner, graph)
        runner.run(graph.close())


def coded(error: GraphQLError) -> str:
    """The code of an error: what is not as it was promised is a fault of ours."""
    return str((error.extensions or {}).get("code", "INTERNAL"))


def folded(errors: list[GraphQLError]) -> Told:
    """Path, code and number of each error; of a denied selection's places the first one's path."""
    found: dict[Any, tuple[list[str | int], str, int]] = {}
    for n, error in enumerate(errors):
        same = str(error.locations) if coded(error) == "FORBIDDEN" else n
        path, code, times = found.get(same, (error.path or [], coded(error), 0))
        found[same] = path, code, times + 1
    return sorted(found.values(), key=str)


def told(answer: Answer) -> Told:
    """The same of a planned answer."""
    return sorted(
        (
            (e["path"], e["extensions"]["code"], e["extensions"].get("occurrences", 1))
            for e in answer.errors
        ),
        key=str,
    )


class Trial:
    """One world, and what was remarkable in the documents that were tried on it."""

    def __init__(self, desk: Desk, number: int, shares: Counter[str]) -> None:
        self.desk, self.number, self.shares = desk, number, shares
        self.world = World(Random(number))
        desk.write(self.world)

    def run(self, documents: int) -> None:
        """Tries that many documents."""

        @seed(self.number)
        @settings(max_examples=documents, deadline=None, database=None)
        @given(st.randoms(use_true_random=True))
        def same(random: Random) -> None:
            restricted = random.random() < 0.5
            document = written(random, self.world, DENIED if restricted else frozenset())
            self.compare(document, restricted=restricted)
            if document.variables and random.random() < 0.3:
                self.compare(document.again(random), restricted=restricted)

        same()

    def compare(self, document: Document, *, restricted: bool) -> None:
        """A document is answered alike."""
        naive = Naive(Meaning(self.world), DENIED if restricted else frozenset())
        expected = self.desk.runner.run(naive.answer(document.text, document.variables))
        found = self.desk.ask(document, RESTRICTED if restricted else "anonymous")
        about = (document.text, document.variables, restricted)
        whole = all(coded(error) == "FORBIDDEN" for error in expected.errors or [])
        assert self.desk.ways.total() == self.desk.ways["prepared"] or not whole, about
        self.desk.ways.clear()
        assert told(found) == folded(expected.errors or []), about
        # as text: dicts compare equal whatever the order of their keys
        assert orjson.dumps(found.data) == orjson.dumps(expected.data), about
        self.count(document, expected)

    def count(self, document: Document, answer: ExecutionResult) -> None:
        """Counts what was remarkable."""
        errors = answer.errors or []
        self.shares["documents"] += 1
        self.shares["four nouns deep"] += document.depth >= 4
        self.shares["one relation twice"] += document.twice
        self.shares["null where none may be"] += any("Cannot return null" in str(e) for e in errors)
        self.shares["denied"] += any(coded(error) == "FORBIDDEN" for error in errors)


def test_a_planned_answer_is_the_naive_one(
    desk: Desk,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    for name in ("hub.errors", "hub.prepared"):
        caplog.set_level("CRITICAL", name)  # each damage is logged, and there is much of it
    shares: Counter[str] = Counter()
    each = EACH[str(request.config.getoption("--graph"))]
    for number in range(200 if request.config.getoption("--thorough") else 5):
        Trial(desk, number, shares).run(each)
    with capsys.disabled():
        print(f"\n{dict(shares)}")
    assert all(shares[name] * 10 >= shares["documents"] for name in SHARES), shares

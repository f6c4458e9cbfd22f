"""Kept answers: one run serves many, and none is ever older than a write that has ended."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auth.policies import ROOTS
from graph import generations, loading
from graph.driver import Graph, Statement, Step
from graph.generations import renewed
from graph.wipe import wipe
from hub.gateway import answers
from hub.gateway.answers import KEPT_ROOTS, Answers
from hub.gateway.executing import Answer, Executor, Operation
from hub.gateway.settings import Settings
from schema.build import schema
from tests.factories import Market
from tests.schema.asking import context

pytestmark = pytest.mark.anyio

RETITLE = Statement("retitle", "MATCH (c:Contract {id: $id}) SET c.title = $title")
PAGE = "query Page($first: Int) { contracts(first: $first) { totalCount nodes { title } } }"
NODE = "query ($id: ID!) { node(id: $id) { ... on Contract { title } } }"
BUYERS = "{ buyers { totalCount } }"


@pytest.fixture
def executor() -> Executor:
    return Executor(schema, Settings(home=Path("unused")))


async def ask(executor: Executor, graph: Graph, text: str, **variables: Any) -> Any:
    """What goes out as data."""
    answer = await executor.execute(Operation(text, variables=variables), context(graph))
    assert not answer.errors
    return data_of(answer)


def data_of(answer: Answer) -> Any:
    return orjson.loads(orjson.dumps(answer.payload))["data"]


def runs(graph: Graph, name: str) -> int:
    """How often a statement has run."""
    entry = graph.ledger.entries.get(name)
    return entry.count if entry else 0


def test_every_root_is_either_kept_or_known_not_to_be() -> None:
    assert KEPT_ROOTS | {"matchSuppliers", "_service"} == ROOTS.keys()


async def test_the_second_who_asks_costs_no_statement(executor: Executor, graph: Graph) -> None:
    before = runs(graph, "contracts")
    first = await ask(executor, graph, PAGE, first=5)
    assert await ask(executor, graph, PAGE, first=5) == first
    assert runs(graph, "contracts") == before + 1
    await ask(executor, graph, PAGE, first=6)
    await ask(executor, graph, PAGE.replace("title", "id"), first=5)
    assert runs(graph, "contracts") == before + 3


async def test_those_who_ask_at_once_share_one_run(executor: Executor, graph: Graph) -> None:
    before = runs(graph, "contracts")
    every = await asyncio.gather(*(ask(executor, graph, PAGE, first=5) for _ in range(20)))
    assert every == [every[0]] * 20
    assert runs(graph, "contracts") == before + 1


async def test_one_who_leaves_does_not_take_the_others_along(
    executor: Executor, graph: Graph
) -> None:
    leader = asyncio.create_task(ask(executor, graph, PAGE, first=5))
    assert executor.answers is not None
    while not executor.answers.flights:
        await asyncio.sleep(0)
    others = [asyncio.create_task(ask(executor, graph, PAGE, first=5)) for _ in range(3)]
    leaving = asyncio.create_task(ask(executor, graph, PAGE, first=5))
    await asyncio.sleep(0)
    leaving.cancel()
    leader.cancel()
    assert await asyncio.gather(*others) == [{"contracts": {"totalCount": 0, "nodes": []}}] * 3


async def test_an_answer_with_errors_is_not_kept(executor: Executor, graph: Graph) -> None:
    text = '{ contracts(after: "nonsense") { totalCount } }'
    for _ in range(2):
        answer = await executor.execute(Operation(text), context(graph))
        assert answer.errors
    assert executor.answers is not None
    assert not executor.answers.kept


async def test_a_write_of_another_noun_leaves_an_answer_as_it_is(
    executor: Executor, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "FRESH", 0.0)
    await ask(executor, graph, PAGE, first=5)
    before = runs(graph, "contracts")
    await graph.write(renewed(["Review"]))
    await ask(executor, graph, PAGE, first=5)
    assert runs(graph, "contracts") == before
    await graph.write(renewed(["Contract"]))
    await ask(executor, graph, PAGE, first=5)
    assert runs(graph, "contracts") == before + 1
    await graph.write(renewed())
    await ask(executor, graph, PAGE, first=5)
    assert runs(graph, "contracts") == before + 2


async def test_while_a_load_is_under_way_each_query_is_run(
    executor: Executor, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "FRESH", 0.0)
    await ask(executor, graph, PAGE, first=5)
    await graph.write(Step(loading.BEGIN))
    before = runs(graph, "contracts")
    for _ in range(2):
        await ask(executor, graph, PAGE, first=5)
    assert runs(graph, "contracts") == before + 2


async def test_off_by_one_setting(graph: Graph) -> None:
    executor = Executor(schema, Settings(home=Path("unused"), answer_cache=False))
    before = runs(graph, "contracts")
    for _ in range(2):
        await ask(executor, graph, PAGE, first=5)
    assert runs(graph, "contracts") == before + 2


async def test_what_is_kept_is_bounded(
    executor: Executor, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "BYTES", 1000)
    for first in range(1, 31):
        await ask(executor, graph, PAGE, first=first)
    kept = executor.answers
    assert kept is not None
    assert 0 < len(kept.kept) < 30
    assert kept.size == sum(one.size for one in kept.kept.values()) <= 1000


async def test_what_was_under_way_when_a_write_ended_is_for_those_who_asked_before(
    executor: Executor, graph: Graph
) -> None:
    answers, ctx = Answers(), context(graph)
    sent = Operation(PAGE, variables={"first": 5})
    asked = executor.asked(sent)
    begun, ending = asyncio.Event(), asyncio.Event()

    async def slow() -> Answer:
        await graph.rows(Statement("contracts", "MATCH (c:Contract) RETURN c.id AS id"))
        begun.set()
        await ending.wait()
        return Answer({"contracts": "before"})

    async def quick() -> Answer:
        await graph.rows(Statement("contracts", "MATCH (c:Contract) RETURN c.id AS id"))
        return Answer({"contracts": "after"})

    first = asyncio.create_task(answers.answer(sent, asked, ctx, slow))
    await begun.wait()
    await graph.write(renewed(["Contract"]))
    await generations.noticed()
    assert data_of(await answers.answer(sent, asked, ctx, quick)) == {"contracts": "after"}
    ending.set()
    assert data_of(await first) == {"contracts": "before"}
    assert data_of(await answers.answer(sent, asked, ctx, quick)) == {"contracts": "after"}


Schedule = Sequence[str]


@given(
    writers=st.lists(
        st.lists(st.sampled_from(("insert", "retitle", "load")), max_size=3), max_size=3
    ),
    readers=st.integers(1, 4),
)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
async def test_no_answer_is_older_than_a_write_that_has_ended(
    graph: Graph, writers: Sequence[Schedule], readers: int
) -> None:
    """Several processes' worth of executors read while several writers write, all on the engine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generations, "FRESH", 0.02)
        world = World(graph)
        await world.begin()
        executors = [Executor(schema, Settings(home=Path("unused"))) for _ in range(readers)]
        reading = [asyncio.create_task(world.read(each)) for each in executors for _ in range(2)]
        await asyncio.gather(*(world.write(schedule) for schedule in writers))
        world.over = True
        await asyncio.gather(*reading)
        for each in executors:
            await world.demand_last(each)


class World:
    """Counts and a title that only ever grow: begun is the most, ended the least that is right."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.over = False
        self.begun = {"insert": 0, "retitle": 0}
        self.ended = {"insert": 0, "retitle": 0}
        self.turn = asyncio.Lock()
        self.id = ""

    async def begin(self) -> None:
        await wipe(self.graph)
        market = Market()
        self.id = market.contract("0")
        await market.write(self.graph)
        await self.graph.write(renewed())
        await generations.noticed()

    async def write(self, schedule: Schedule) -> None:
        for kind in schedule:
            async with self.turn:
                await getattr(self, kind)()

    async def insert(self) -> None:
        """A new node, and the generation of its noun, as a mutation would."""
        self.begun["insert"] += 1
        market = Market()
        market.contract(f"new {self.begun['insert']}")
        await market.write(self.graph)
        await self.graph.write(renewed(["Contract"]))
        await generations.noticed()
        self.ended["insert"] = self.begun["insert"]

    async def retitle(self) -> None:
        """A changed node, in one transaction with its generation."""
        self.begun["retitle"] += 1
        values = {"id": self.id, "title": str(self.begun["retitle"])}
        await self.graph.write(Step(RETITLE, values), renewed(["Contract"]))
        await generations.noticed()
        self.ended["retitle"] = self.begun["retitle"]

    async def load(self) -> None:
        """Both, as a load: a marker before, one renewal of everything after."""
        await self.graph.write(Step(loading.BEGIN))
        for kind in ("insert", "retitle"):
            self.begun[kind] += 1
        market = Market()
        market.contract(f"new {self.begun['insert']}")
        await market.write(self.graph)
        await self.graph.write(Step(RETITLE, {"id": self.id, "title": str(self.begun["retitle"])}))
        await self.graph.write(Step(loading.END), renewed())
        await generations.noticed()
        self.ended = dict(self.begun)

    async def read(self, executor: Executor) -> None:
        """Ask until it is over; each answer lies between what had ended and what has begun."""
        while not self.over:
            least = dict(self.ended)
            page = await ask(executor, self.graph, PAGE, first=100)
            node = await ask(executor, self.graph, NODE, id=self.id)
            inserts = page["contracts"]["totalCount"] - 1
            title = int(node["node"]["title"])
            assert least["insert"] <= inserts <= self.begun["insert"]
            assert least["retitle"] <= title <= self.begun["retitle"]

    async def demand_last(self, executor: Executor) -> None:
        """What was written last is what is kept, and it is kept."""
        assert executor.answers is not None
        expected = str(self.ended["retitle"])
        hits: list[int] = []
        for _ in range(2):
            node = await ask(executor, self.graph, NODE, id=self.id)
            assert node["node"]["title"] == expected
            hits.append(executor.answers.counts.hits)
        assert hits[1] == hits[0] + 1

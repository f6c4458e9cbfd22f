"""The driver: deadlines, retries, errors by class, and what it refuses to send."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import suppress
from datetime import UTC, datetime
from time import monotonic
from zoneinfo import ZoneInfo

import pytest

from graph.breaker import FAILURES, Breaker, Open
from graph.child import free_port
from graph.driver import Graph, Statement, Step, open_graph
from graph.errors import Conflict, Internal, TimedOut, Unavailable
from graph.statements import demand_reading, demand_safe
from tests.fixtures.engine import Server
from tests.graph.proxy import Proxy

pytestmark = pytest.mark.anyio

ONE = Statement("one", "RETURN $value AS value")
MANY = Statement("many", "UNWIND range(1, $n) AS i RETURN i AS i, 'row' AS text")
ENDLESS = Statement(
    "endless", "UNWIND range(1, 3000000) AS i WITH i * i AS s RETURN sum(s % 7) AS s", seconds=0.05
)
WRONG = Statement("wrong", "RETURN nothing_like_that($value) AS value")
NEW = Statement("new", "CREATE (s:Source {id: $id})")
UPSERT = Statement("upsert", "MERGE (s:Source {id: $id}) SET s.name = $name")
SOURCES = Statement("sources", "MATCH (s:Source) RETURN s.id AS id ORDER BY id")


@pytest.fixture
async def proxied(engine_server: Server, graph: Graph) -> AsyncGenerator[tuple[Proxy, Graph]]:
    """The test's graph seen through a network that can be made to fail."""
    async with Proxy(engine_server.uri).listening() as proxy:
        through = await open_graph(
            proxy.uri,
            engine_server.user,
            engine_server.password,
            engine_server.database,
            timeout=2.0,
        )
        yield proxy, through
        proxy.silent = False
        await through.close()


async def test_a_server_that_never_answers_meets_the_deadline() -> None:
    async def deaf(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await held.wait()
        writer.close()

    held = asyncio.Event()
    server = await asyncio.start_server(deaf, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    started = monotonic()
    with pytest.raises(TimedOut):
        await open_graph(f"bolt://127.0.0.1:{port}", "neo4j", "password", timeout=0.3)
    assert monotonic() - started < 2
    held.set()
    server.close()


async def test_a_closed_port_is_unavailable_at_once() -> None:
    started = monotonic()
    with pytest.raises(Unavailable, match="can't be reached"):
        await open_graph(f"bolt://127.0.0.1:{free_port()}", "neo4j", "password")
    assert monotonic() - started < 2


@pytest.mark.parametrize("uri", ["gopher://127.0.0.1", "127.0.0.1:7687"])
async def test_an_address_of_another_kind_is_refused_in_one_line(uri: str) -> None:
    with pytest.raises(Unavailable, match="address or settings"):
        await open_graph(uri, "neo4j", "password")


async def test_a_wrong_password_is_told_without_it(engine_server: Server) -> None:
    with pytest.raises(Unavailable, match="user name or password") as caught:
        await open_graph(engine_server.uri, engine_server.user, "not the password")
    assert "not the password" not in str(caught.value)


async def test_a_server_that_falls_silent_meets_the_deadline(
    proxied: tuple[Proxy, Graph],
) -> None:
    proxy, graph = proxied
    assert await graph.rows(ONE, value=1) == [[1]]
    proxy.silent = True
    for call in (graph.rows(ONE, value=1), graph.write(Step(NEW, {"id": "x"})), graph.ready()):
        started = monotonic()
        with pytest.raises(TimedOut):
            await call
        assert monotonic() - started < 4


async def test_a_read_whose_connection_breaks_is_run_once_more(
    proxied: tuple[Proxy, Graph],
) -> None:
    proxy, graph = proxied
    before = proxy.connections
    proxy.hang_up = 1
    assert await graph.rows(ONE, value=1) == [[1]]
    assert proxy.connections == before + 1
    assert graph.ledger.entries["one"].count == 1


async def test_a_read_that_keeps_breaking_is_unavailable(proxied: tuple[Proxy, Graph]) -> None:
    proxy, graph = proxied
    proxy.hang_up = 100
    with pytest.raises(Unavailable):
        await graph.rows(ONE, value=1)


async def test_a_write_whose_connection_breaks_is_run_again(
    proxied: tuple[Proxy, Graph], caplog: pytest.LogCaptureFixture
) -> None:
    proxy, graph = proxied
    proxy.hang_up = 1
    with caplog.at_level(logging.CRITICAL, "neo4j"):
        await graph.write(Step(UPSERT, {"id": "s", "name": "Fictional"}))
    assert await graph.rows(SOURCES) == [["s"]]


async def test_a_statement_that_runs_too_long_times_out(graph: Graph) -> None:
    with pytest.raises(TimedOut):
        await graph.rows(ENDLESS)


async def test_a_text_that_the_engine_refuses_is_our_fault(graph: Graph) -> None:
    with pytest.raises(Internal) as caught:
        await graph.rows(WRONG, value="secret")
    assert "secret" not in caught.value.message
    assert caught.value.__cause__ is not None


async def test_a_key_that_is_taken_is_a_conflict(graph: Graph) -> None:
    await graph.write(Step(NEW, {"id": "s"}))
    with pytest.raises(Conflict):
        await graph.write(Step(NEW, {"id": "s"}))


async def test_all_steps_of_a_write_hold_or_none(graph: Graph) -> None:
    await graph.write(Step(NEW, {"id": "b"}))
    with pytest.raises(Conflict):
        await graph.write(Step(NEW, {"id": "a"}), Step(NEW, {"id": "b"}))
    assert await graph.rows(SOURCES) == [["b"]]
    assert await graph.write(Step(NEW, {"id": "a"}), Step(SOURCES)) == [[], [["a"], ["b"]]]


async def test_eight_upserts_of_one_new_key_at_once_all_succeed(graph: Graph) -> None:
    for round in range(3):
        steps = [Step(UPSERT, {"id": f"s{round}", "name": str(n)}) for n in range(8)]
        await asyncio.gather(*(graph.write(step) for step in steps))
    assert len(await graph.rows(SOURCES)) == 3


async def test_eight_creates_of_one_key_at_once_have_one_winner(graph: Graph) -> None:
    results = await asyncio.gather(
        *(graph.write(Step(NEW, {"id": "s"})) for _ in range(8)), return_exceptions=True
    )
    assert sorted(type(result).__name__ for result in results) == ["Conflict"] * 7 + ["list"]


async def test_a_stream_gives_every_record_in_order(graph: Graph) -> None:
    found = [row async for row in graph.stream(MANY, n=2500)]
    assert found == [[i, "row"] for i in range(1, 2501)]


async def test_a_stream_may_be_left_early(graph: Graph) -> None:
    stream = graph.stream(MANY, n=100_000)
    assert await anext(stream) == [1, "row"]
    await stream.aclose()
    assert await graph.rows(ONE, value=1) == [[1]]


async def test_every_run_is_counted_and_timed_by_name(graph: Graph) -> None:
    before = graph.ledger.count
    name = "counted"
    await graph.rows(Statement(name, ONE.text), value=1)
    await graph.write(Step(Statement(name, ONE.text), {"value": 1}))
    with pytest.raises(Internal):
        await graph.rows(Statement(name, WRONG.text), value=1)
    assert graph.ledger.entries[name].count == 3
    assert graph.ledger.entries[name].seconds > 0
    assert graph.ledger.count == before + 3


async def test_a_ready_graph_says_so(graph: Graph) -> None:
    await graph.ready()


async def test_values_come_back_as_they_went_in(graph: Graph) -> None:
    value = {"text": "Ω’s \\ ' \" \n", "whole": 2**63 - 1, "list": ["a", None], "no": None}
    assert await graph.rows(ONE, value=value) == [[value]]


async def test_a_zone_that_crashes_the_driver_is_refused_however_deep(graph: Graph) -> None:
    moment = datetime(2020, 6, 1, tzinfo=ZoneInfo("Europe/London"))
    for value in (moment, moment.timetz(), {"a": [{"b": moment}]}, (1, moment)):
        for call in (graph.rows(ONE, value=value), graph.write(Step(NEW, {"id": value}))):
            with pytest.raises(Internal, match="ZoneInfo"):
                await call
    demand_safe({"value": [moment.astimezone(UTC), "2020-06-01T00:00:00Z"]})


@pytest.mark.parametrize(
    "text",
    ["MATCH (n:A) SET n.a = 1", "merge (n:A {id: 1})", "MATCH (n:A) DETACH DELETE n"]
    + ["MATCH (n:A) REMOVE n.a", "LOAD  CSV FROM $u AS l RETURN l AS l", "DROP INDEX a"]
    + ["FOREACH (x IN [1] | CREATE (:A))", "MATCH (n:A)\nCREATE (n)-[:R]->(n)"],
)
async def test_a_read_refuses_a_text_that_writes(graph: Graph, text: str) -> None:
    with pytest.raises(Internal, match="must not contain"):
        demand_reading(text)


@pytest.mark.parametrize(
    "text",
    ["MATCH (n:A) WHERE n.set = 'CREATE' RETURN n.delete AS x", "MATCH ()-[:MERGE]->(n:A) RETURN 1"]
    + ["RETURN $set AS created", 'RETURN "it\'s \\" SET" AS `drop`', "RETURN offset AS dataset"],
)
async def test_a_read_may_name_things_like_a_clause(text: str) -> None:
    demand_reading(text)


async def test_behind_a_breaker_nobody_waits_for_a_silent_server_and_it_is_back_within_5_s(
    proxied: tuple[Proxy, Graph],
) -> None:
    proxy, graph = proxied
    breaker = Breaker("graph", graph.ready)
    graph.guard = breaker.guarding
    await graph.rows(ONE, value=1)
    proxy.silent = True
    calls = (graph.rows(ONE, value=1) for _ in range(FAILURES))
    assert all(
        isinstance(e, TimedOut) for e in await asyncio.gather(*calls, return_exceptions=True)
    )
    started = monotonic()
    with pytest.raises(Open):
        await graph.rows(ONE, value=1)
    assert monotonic() - started < 0.1
    proxy.silent, started = False, monotonic()
    while breaker.open:
        with suppress(Open):
            await graph.rows(ONE, value=1)
        await asyncio.sleep(0)
    assert monotonic() - started < 5
    assert await graph.rows(ONE, value=1) == [[1]]
    await breaker.close()

"""The one way to an engine: deadlines on every call, retries, errors by class, counts."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, nullcontext
from typing import Any, Literal, TypeVar

from neo4j import (
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncSession,
    Query,
    unit_of_work,
)
from neo4j.exceptions import ConstraintError

from graph.dialect import Door, Engine, detect, home_database
from graph.faults import ENGINE_FAULTS, retryable, translated
from graph.generations import note
from graph.statements import Ledger, Statement, Step, demand_reading, demand_safe

__all__ = ["Engine", "Graph", "Ledger", "Statement", "Step", "open_graph"]

Row = list[Any]
Guard = Callable[[], AbstractContextManager[None]]
T = TypeVar("T")
PING = Statement("ping", "RETURN 1 AS one")
READS = 2  # runs of a read that failed for a reason that passes
UPSERTS = 4  # runs of a write whose MERGE lost a race: the loser gets a ConstraintError (D4)
PAGE = 1000  # records per round trip of a stream
STREAM_SECONDS = 600.0  # how long a stream may take in all; Neo4j would end it after 30 s


class Graph:
    """An open graph: one per process and event loop, safe to share between tasks."""

    def __init__(
        self,
        driver: AsyncDriver,
        engine: Engine,
        database: str,
        door: Door | None,
        timeout: float,
        again: "Callable[[], Awaitable[Graph]]",
    ) -> None:
        self._driver = driver
        self.again = again  # opens the same graph in another thread's event loop
        # What every write waits for, where other processes write too and the engine wants one.
        self.turn: Callable[[], AbstractAsyncContextManager[object]] = nullcontext
        self._bookmarks = AsyncGraphDatabase.bookmark_manager()
        self.engine = engine
        self.database = database
        self.door = door
        self.timeout = timeout
        self.ledger = Ledger()
        self.guard: Guard = nullcontext  # a server puts its breaker here (graph/breaker.py)

    async def rows(self, statement: Statement, **values: Any) -> list[Row]:
        """All records as lists of values, in the order of the text's RETURN.

        Runs in READ mode with one retry. Raises TimedOut, Unavailable, Internal.
        """
        with self.guard():
            return await self._rows(statement, **values)

    async def _rows(self, statement: Statement, **values: Any) -> list[Row]:
        demand_reading(statement.text)
        demand_safe(values)
        note(statement.text)
        seconds = statement.seconds or self.timeout

        async def once() -> list[Row]:
            async with self._session("READ") as session:
                result = await session.run(_query(statement, seconds), values)
                return await result.values()

        with self.ledger.timing(statement.name):
            return await _bounded(statement.name, seconds, lambda: _again(once, READS, retryable))

    async def stream(self, statement: Statement, **values: Any) -> AsyncGenerator[Row]:
        """The same records one by one, for answers too large to hold.

        The deadline holds for each wait, not for the whole; the engine ends a stream that is still
        being read after 600 s (Neo4j) or 60 s (ArcadeDB, graph/embedded.py). No retry: the caller
        may have acted on the first records. `aclose()` it when it is left early.
        """
        demand_reading(statement.text)
        demand_safe(values)
        note(statement.text)
        name, seconds = statement.name, statement.seconds or self.timeout
        query = _query(statement, STREAM_SECONDS)
        async with self._session("READ") as session:
            with self.ledger.timing(name):
                result = await _bounded(name, seconds, lambda: session.run(query, values))
                page = await _bounded(name, seconds, lambda: result.fetch(PAGE))
            while page:
                for record in page:
                    yield record.values()
                page = await _bounded(name, seconds, lambda: result.fetch(PAGE))

    async def write(self, *steps: Step) -> list[list[Row]]:
        """Run all steps in one transaction, all or none; gives the records of each step.

        It may run more than once before it commits: only parameters may change the graph. Raises
        Conflict (a uniqueness constraint is in the way), TimedOut, Unavailable, Internal.
        """
        for step in steps:
            demand_safe(step.values)

        name = " + ".join(step.statement.name for step in steps)
        seconds = max((step.statement.seconds or self.timeout for step in steps), default=0.0)

        @unit_of_work(metadata={"statement": name}, timeout=seconds)
        async def work(tx: AsyncManagedTransaction) -> list[list[Row]]:
            return [await self._step(tx, step) for step in steps]

        async def once() -> list[list[Row]]:
            async with self._session("WRITE") as session:
                return await session.execute_write(work)

        async with self.turn():
            with self.guard():
                return await _bounded(name, seconds, lambda: _again(once, UPSERTS, _lost_race))

    async def ready(self) -> None:
        """Return if the engine answers now, else raise Unavailable or TimedOut; never guarded."""
        await _bounded(PING.name, self.timeout, self._driver.verify_connectivity)
        await self._rows(PING)

    async def close(self) -> None:
        """Close every connection."""
        await self._driver.close()

    async def _step(self, tx: AsyncManagedTransaction, step: Step) -> list[Row]:
        with self.ledger.timing(step.statement.name):
            result = await tx.run(step.statement.text, dict(step.values))
            return await result.values()

    def _session(self, mode: Literal["READ", "WRITE"]) -> AsyncSession:
        return self._driver.session(
            database=self.database, default_access_mode=mode, bookmark_manager=self._bookmarks
        )


async def open_graph(
    uri: str,
    user: str,
    password: str,
    database: str | None = None,
    *,
    http_uri: str | None = None,
    timeout: float = 10.0,
) -> Graph:
    """Connect and find out what answers. Raises Unavailable or TimedOut.

    `http_uri` is ArcadeDB's HTTP address (migrations need it there); `timeout` in seconds is the
    deadline of every call. Close the graph in the event loop that opened it.
    """
    with translated("the connection"):
        driver = AsyncGraphDatabase.driver(
            uri,
            auth=(user, password),
            max_connection_pool_size=30,
            connection_timeout=3.0,
            connection_acquisition_timeout=5.0,
            max_transaction_retry_time=5.0,
            liveness_check_timeout=30.0,
            telemetry_disabled=True,
            # Neo4j would tell with each answer which labels hold nothing yet; reading that costs
            # more than many an answer
            notifications_min_severity="OFF",
        )
    try:
        server = await _bounded("the connection", timeout, driver.get_server_info)
    except BaseException:
        await driver.close()
        raise
    engine = detect(server.agent)
    door = Door(http_uri, user, password) if http_uri else None
    home = database or home_database(engine)

    async def again() -> Graph:
        return await open_graph(uri, user, password, home, http_uri=http_uri, timeout=timeout)

    return Graph(driver, engine, home, door, timeout, again)


def _query(statement: Statement, seconds: float) -> Query:
    # Neo4j enforces the limit and shows the name in SHOW TRANSACTIONS; ArcadeDB ignores both (D8).
    return Query(statement.text, metadata={"statement": statement.name}, timeout=seconds)


async def _bounded(name: str, seconds: float, work: Callable[[], Awaitable[T]]) -> T:
    """The result of `work` within the deadline, its faults as HubErrors."""
    with translated(name):
        async with asyncio.timeout(seconds):
            return await work()


async def _again(
    once: Callable[[], Awaitable[T]], runs: int, worth: Callable[[Exception], bool]
) -> T:
    """The result of the first run that works, out of `runs`; only faults `worth` it run again."""
    for _ in range(runs - 1):
        try:
            return await once()
        except ENGINE_FAULTS as error:
            if not worth(error):
                raise
    return await once()


def _lost_race(error: Exception) -> bool:
    return isinstance(error, ConstraintError)

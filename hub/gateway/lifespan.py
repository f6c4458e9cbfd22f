"""What lives as long as the gateway: opened at its start, closed at its end, typed."""

import asyncio
import gc
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypedDict

from starlette.applications import Starlette

from graph.breaker import Breaker
from graph.driver import Graph
from graph.errors import HubError
from hub.gateway.draining import draining
from hub.gateway.executing import Executor
from hub.gateway.health import Health
from hub.gateway.rates import Rates
from hub.gateway.session import open_hub, open_store_urls
from hub.gateway.settings import Settings
from hub.gateway.stores import Stores, open_stores
from hub.gateway.version import VERSION
from hub.gateway.warming import warm
from ranking.service import Ranker
from resolvers.context import Context


class State(TypedDict):
    """What a request finds as `request.state`."""

    graph: Graph
    stores: Stores
    ranker: Ranker
    health: Health


Lifespan = Callable[[Starlette], AbstractAsyncContextManager[State]]


def lifespan(settings: Settings, executor: Executor) -> Lifespan:
    """Starlette's lifespan for these settings; the executor shares what it keeps by the stores."""

    @asynccontextmanager
    async def live(app: Starlette) -> AsyncGenerator[State]:
        with open_store_urls(settings) as urls:
            async with open_hub(settings) as graph, open_stores(*urls) as stores:
                watch = executor.watch
                breakers = (guarded(graph), *stores.breakers)
                watch.breakers(breakers)
                watch.statements(graph.ledger, settings.slow_ms)
                if settings.rate_cost:
                    executor.rates = Rates(stores.rates, settings.rate_cost)
                health = Health(graph, stores, settings.home, breakers)
                ranker = Ranker(settings.home)
                executor.persisted.store = stores.queries
                executor.warm()
                context = Context("anonymous", graph, ranker, VERSION)
                keep_what_stands()
                async with beside(warm(executor, context)):
                    with draining(health, settings.drain_seconds):
                        yield State(graph=graph, stores=stores, ranker=ranker, health=health)
                await breakers[0].close()
                watch.traces.close()

    @asynccontextmanager
    async def told(app: Starlette) -> AsyncGenerator[State]:
        try:
            async with live(app) as state:
                yield state
        except HubError as error:
            app.state.failure = error  # for hub.gateway.serving, which tells it in one line
            raise

    return told


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None]) -> AsyncGenerator[None]:
    """Runs some work beside the block, which cuts it short when it ends."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def keep_what_stands() -> None:
    """Spares the collector of cycles what stays, and a look after each answer (a tenth of its CPU).

    An answer of 3,700 fields is 1,100 objects without a cycle, and Python would look at every 700.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def guarded(graph: Graph) -> Breaker:
    """Puts a breaker before the graph."""
    breaker = Breaker("graph", graph.ready)
    graph.guard = breaker.guarding
    return breaker

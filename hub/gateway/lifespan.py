"""What lives as long as the gateway: opened at its start, closed at its end, typed."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TypedDict

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
from ranking.service import Ranker


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


def guarded(graph: Graph) -> Breaker:
    """Puts a breaker before the graph."""
    breaker = Breaker("graph", graph.ready)
    graph.guard = breaker.guarding
    return breaker

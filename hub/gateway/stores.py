"""The clients of Redis or Valkey: short timeouts, one retry, bounded; the only home of `redis`."""

import time
from collections.abc import AsyncGenerator, Awaitable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from urllib.parse import unquote, urlsplit

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.asyncio.sentinel import Sentinel
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from auth.sessions import Store, StoreAway
from graph.breaker import Breaker, Open
from graph.errors import BadInput

TIMEOUT = 0.25  # seconds; the library's own defaults cost 3.4 s a command when the server is away
CONNECTIONS = 50
QUERIES = 5_000  # texts of operations that are kept for clients that send hashes
QUERY_SECONDS = 7 * 24 * 3600
AWAY = "The session store or cache does not answer. Try again shortly."
# By the server's clock, in one step for all processes. A number would be cut to a whole one.
DRAW = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local full = tonumber(redis.call('GET', KEYS[1]) or now)
local after = math.max(full, now) - now + tonumber(ARGV[1])
if after > tonumber(ARGV[2]) then
    return {0, string.format('%.6f', after - tonumber(ARGV[1]))}
end
redis.call('SET', KEYS[1], string.format('%.6f', now + after), 'PX', math.floor(after * 1000) + 1)
return {1, string.format('%.6f', after)}
"""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stores:
    """The stores of a gateway; in development they are two databases of one server."""

    cache: Store
    sessions: Store
    queries: "Bounded"
    rates: "RedisBuckets"
    breakers: tuple[Breaker, ...]


@asynccontextmanager
async def open_stores(cache_url: str, session_url: str) -> AsyncGenerator[Stores]:
    """Clients for as long as the block runs; nothing is connected before the first command."""
    # A cache that is silent costs its timeout once: whoever asked goes on without it
    cache = Link("cache", client(cache_url, retries=0))
    sessions = Link("session store", client(session_url))
    try:
        breakers = (cache.breaker, sessions.breaker)
        queries = Bounded(cache, "queries", QUERIES, QUERY_SECONDS)
        stores = RedisStore(cache), RedisStore(sessions)
        yield Stores(*stores, queries, RedisBuckets(cache), breakers)
    finally:
        await cache.close()
        await sessions.close()


class Link:
    """A client behind its breaker; whatever fails is StoreAway."""

    def __init__(self, name: str, redis: Redis) -> None:
        self.redis = redis
        self.breaker = Breaker(name, self.ping)

    async def ask(self, command: Awaitable[T]) -> T:
        """The answer to a command, which is not sent while the breaker is open."""
        try:
            with self.breaker.guarding():
                return await _answer(command)
        except Open as error:
            if isinstance(command, Coroutine):
                command.close()
            raise StoreAway(AWAY) from error

    async def ping(self) -> None:
        """Return if the server answers, whatever the breaker says."""
        await _answer(self.redis.ping())

    async def close(self) -> None:
        """Ends the connections."""
        await self.breaker.close()
        await self.redis.aclose()


class RedisStore:
    """`auth.sessions.Store` on Redis or Valkey."""

    def __init__(self, link: Link) -> None:
        self.link = link

    async def get(self, key: str) -> bytes | None:
        """The value, or None."""
        return cast(bytes | None, await self.link.ask(self.link.redis.get(key)))

    async def set(self, key: str, value: bytes, seconds: int) -> None:
        """Keep `value` for so many seconds."""
        await self.link.ask(self.link.redis.set(key, value, ex=seconds))

    async def delete(self, key: str) -> None:
        """Forget it; a key that is not there is fine."""
        await self.link.ask(self.link.redis.delete(key))

    async def ready(self) -> None:
        """Return if the store answers."""
        await self.link.ping()


class RedisBuckets:
    """`hub.gateway.rates.Buckets` on Redis or Valkey: one key a client, gone when it is full."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.script = link.redis.register_script(DRAW)

    async def draw(self, key: str, seconds: float, window: float) -> tuple[bool, float]:
        """See `Buckets`."""
        drawn, full_in = await self.link.ask(self.script(keys=[key], args=[seconds, window]))
        return bool(drawn), float(full_in)


class Bounded:
    """At most so many values under a name, each for so many seconds; the oldest go first."""

    def __init__(self, link: Link, name: str, most: int, seconds: int) -> None:
        self.link = link
        self.name = name
        self.most = most
        self.seconds = seconds

    async def get(self, key: str) -> bytes | None:
        """The value, or None; being asked for makes it last. Raises StoreAway."""
        command = self.link.redis.getex(self._key(key), ex=self.seconds)
        return cast(bytes | None, await self.link.ask(command))

    async def put(self, key: str, value: bytes) -> None:
        """Keep the value; what is over the number goes. Raises StoreAway."""
        async with self.link.redis.pipeline(transaction=True) as pipe:
            pipe.set(self._key(key), value, ex=self.seconds)
            pipe.zadd(self.name, {key: time.time()}, nx=True)
            pipe.zcard(self.name)
            *_, count = await self.link.ask(pipe.execute())
        if count > self.most:
            # Each is taken out by one process only, so two that trim at once trim different ones
            popped = await self.link.ask(self.link.redis.zpopmin(self.name, count - self.most))
            oldest = [cast(bytes, name).decode() for name, _ in cast(list[Any], popped)]
            await self.link.ask(self.link.redis.delete(*map(self._key, oldest)))

    def _key(self, key: str) -> str:
        return f"{self.name}:{key}"


async def _answer(command: Awaitable[T]) -> T:
    try:
        return await command
    except (RedisError, OSError, TimeoutError) as error:
        raise StoreAway(AWAY) from error


def client(url: str, retries: int = 1) -> Redis:
    """A client for `redis://`, `rediss://` or `redis+sentinel://`; it does not connect yet."""
    retry = Retry(NoBackoff(), retries)
    if url.startswith("redis+sentinel://"):
        return _by_sentinel(url, retry)
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=CONNECTIONS,
        timeout=TIMEOUT,
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
        retry=retry,
        health_check_interval=30,
        legacy_responses=False,
    )
    return Redis.from_pool(pool)


def _by_sentinel(url: str, retry: Retry) -> Redis:
    """`redis+sentinel://[user:password@]host:port[,host:port…]/service[/database]`."""
    parts = urlsplit(url)
    login, _, hosts = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    service, _, database = parts.path.strip("/").partition("/")
    try:
        places = [(h.rpartition(":")[0], int(h.rpartition(":")[2])) for h in hosts.split(",")]
        number = int(database or 0)
    except ValueError:
        places, number = [], 0
    if not service or not all(name for name, _ in places) or not places:
        raise BadInput("redis+sentinel://host:port,host:port/service/database is the form to use")
    sentinel = Sentinel(places, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT)
    return sentinel.master_for(
        service,
        username=unquote(user) or None,
        password=unquote(password) or None,
        db=number,
        max_connections=CONNECTIONS,
        retry=retry,
        legacy_responses=False,
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
    )

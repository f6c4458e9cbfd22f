"""The clients of Redis or Valkey: short timeouts, one retry, bounded; the only home of `redis`."""

import time
from collections.abc import AsyncGenerator, Awaitable
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
from graph.errors import BadInput

TIMEOUT = 0.25  # seconds; the library's own defaults cost 3.4 s a command when the server is away
CONNECTIONS = 50
QUERIES = 5_000  # texts of operations that are kept for clients that send hashes
QUERY_SECONDS = 7 * 24 * 3600

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stores:
    """The two stores of a gateway; in development they are two databases of one server."""

    cache: Store
    sessions: Store
    queries: "Bounded"


@asynccontextmanager
async def open_stores(cache_url: str, session_url: str) -> AsyncGenerator[Stores]:
    """Clients for as long as the block runs; nothing is connected before the first command."""
    cache, sessions = client(cache_url), client(session_url)
    try:
        queries = Bounded(cache, "queries", QUERIES, QUERY_SECONDS)
        yield Stores(RedisStore(cache), RedisStore(sessions), queries)
    finally:
        await cache.aclose()
        await sessions.aclose()


class RedisStore:
    """`auth.sessions.Store` on Redis or Valkey."""

    def __init__(self, redis: Redis) -> None:
        self.redis = redis

    async def get(self, key: str) -> bytes | None:
        """The value, or None."""
        return cast(bytes | None, await _answer(self.redis.get(key)))

    async def set(self, key: str, value: bytes, seconds: int) -> None:
        """Keep `value` for so many seconds."""
        await _answer(self.redis.set(key, value, ex=seconds))

    async def delete(self, key: str) -> None:
        """Forget it; a key that is not there is fine."""
        await _answer(self.redis.delete(key))

    async def ready(self) -> None:
        """Return if the store answers."""
        await _answer(self.redis.ping())


class Bounded:
    """At most so many values under a name, each for so many seconds; the oldest go first."""

    def __init__(self, redis: Redis, name: str, most: int, seconds: int) -> None:
        self.redis = redis
        self.name = name
        self.most = most
        self.seconds = seconds

    async def get(self, key: str) -> bytes | None:
        """The value, or None; being asked for makes it last. Raises StoreAway."""
        command = self.redis.getex(self._key(key), ex=self.seconds)
        return cast(bytes | None, await _answer(command))

    async def put(self, key: str, value: bytes) -> None:
        """Keep the value; what is over the number goes. Raises StoreAway."""
        async with self.redis.pipeline(transaction=True) as pipe:
            pipe.set(self._key(key), value, ex=self.seconds)
            pipe.zadd(self.name, {key: time.time()}, nx=True)
            pipe.zcard(self.name)
            *_, count = await _answer(pipe.execute())
        if count > self.most:
            # Each is taken out by one process only, so two that trim at once trim different ones
            popped = await _answer(self.redis.zpopmin(self.name, count - self.most))
            oldest = [cast(bytes, name).decode() for name, _ in cast(list[Any], popped)]
            await _answer(self.redis.delete(*map(self._key, oldest)))

    def _key(self, key: str) -> str:
        return f"{self.name}:{key}"


async def _answer(command: Awaitable[T]) -> T:
    try:
        return await command
    except (RedisError, OSError, TimeoutError) as error:
        raise StoreAway("The session store or cache does not answer. Try again shortly.") from error


def client(url: str) -> Redis:
    """A client for `redis://`, `rediss://` or `redis+sentinel://`; it does not connect yet."""
    if url.startswith("redis+sentinel://"):
        return _by_sentinel(url)
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=CONNECTIONS,
        timeout=TIMEOUT,
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
        retry=Retry(NoBackoff(), 1),
        health_check_interval=30,
        legacy_responses=False,
    )
    return Redis.from_pool(pool)


def _by_sentinel(url: str) -> Redis:
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
        retry=Retry(NoBackoff(), 1),
        legacy_responses=False,
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
    )

"""How much a client may ask for in a minute, counted in the cost of operations, not in requests.

A bucket fills evenly and holds a minute's worth. All that is kept of it is the moment when it will
be full again: in the cache's server, where every process sees it, or here while that is away.
"""

import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from time import monotonic
from typing import Protocol

from graph.errors import HubError, Unavailable

WINDOW = 60  # seconds that an empty bucket takes to fill
STRICTER = 4  # without the cache each process counts for itself: a fraction of the rate
MOST_BUCKETS = 10_000  # of one process; whoever comes after shares one
SHARED = "everybody else"

Clock = Callable[[], float]


class RateLimited(HubError):
    """The client asked for too much within a minute; it may come back after `retryAfter` s."""

    code = "RATE_LIMITED"


class Buckets(Protocol):
    """Where buckets are kept."""

    async def draw(self, key: str, seconds: float, window: float) -> tuple[bool, float]:
        """Take what fills again in so many seconds, if the bucket holds it.

        Gives whether it did, and the seconds until it is full. Raises Unavailable.
        """
        ...


class LocalBuckets:
    """The buckets of one process."""

    def __init__(self, clock: Clock = monotonic) -> None:
        self.clock = clock
        self.full: dict[str, float] = {}  # when it will be full again

    async def draw(self, key: str, seconds: float, window: float) -> tuple[bool, float]:
        """See `Buckets`."""
        now = self.clock()
        if key not in self.full and len(self.full) >= MOST_BUCKETS:
            self.full = {k: at for k, at in self.full.items() if at > now}
            key = key if len(self.full) < MOST_BUCKETS else SHARED
        before = max(self.full.get(key, now), now) - now
        drawn = before + seconds <= window
        after = before + seconds if drawn else before
        self.full[key] = now + after
        return drawn, after


@dataclass(frozen=True, slots=True)
class Budget:
    """What a client has left: cost units, of how many a minute, and seconds until all is back."""

    limit: int
    left: int
    full_in: float

    @property
    def headers(self) -> dict[str, str]:
        """In the form of draft-ietf-httpapi-ratelimit-headers-06, seconds rounded up."""
        return {
            "RateLimit-Policy": f"{self.limit};w={WINDOW}",
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.left),
            "RateLimit-Reset": str(math.ceil(self.full_in)),
        }


class Rates:
    """The rate of every client: `limit` cost units a minute."""

    def __init__(self, shared: Buckets, limit: int, clock: Clock = monotonic) -> None:
        self.shared = shared
        self.limit = limit
        self.own = LocalBuckets(clock)

    async def draw(self, client: str, cost: int) -> tuple[bool, Budget]:
        """Whether a client may have that much now, and what it has left."""
        try:
            return await self.drawn(self.shared, self.limit, client, cost)
        except Unavailable:
            return await self.drawn(self.own, max(self.limit // STRICTER, 1), client, cost)

    async def drawn(
        self, buckets: Buckets, limit: int, client: str, cost: int
    ) -> tuple[bool, Budget]:
        """The same from these buckets. An operation dearer than a bucket empties a full one."""
        seconds = min(cost / limit, 1.0) * WINDOW
        drawn, full_in = await buckets.draw(f"rate:{client}", seconds, WINDOW)
        left = int(limit * (1 - full_in / WINDOW) + 1e-6)  # floats fall short
        return drawn, Budget(limit, max(0, left), full_in)


class Account:
    """What one client is charged; `headers` tell what it has left."""

    def __init__(self, rates: Rates | None, client: str) -> None:
        self.rates = rates
        self.client = client
        self.budget: Budget | None = None

    @property
    def headers(self) -> dict[str, str]:
        """None before anything was charged."""
        return self.budget.headers if self.budget else {}

    async def charge(self, cost: int) -> None:
        """Take the cost of one operation. Raises RateLimited."""
        if self.rates is None:
            return
        drawn, self.budget = await self.rates.draw(self.client, cost)
        if not drawn:
            raise refusal(cost, self.budget)


Charge = Callable[[int], Awaitable[None]]


async def free(cost: int) -> None:
    """A charge that nobody pays: our own operations."""


def refusal(cost: int, budget: Budget) -> RateLimited:
    """The coded error; it says how long to wait, and what would help."""
    missing = min(cost, budget.limit) - budget.left
    wait = max(1, math.ceil(missing / budget.limit * WINDOW))
    return RateLimited(
        f"You asked for too much within a minute: this costs {cost:,}, and {budget.left:,} of "
        f"{budget.limit:,} are left. Wait {wait} s, or ask for smaller pages or fewer fields.",
        cost=cost,
        remaining=budget.left,
        limit=budget.limit,
        retryAfter=wait,
    )


def client_of(host: str) -> str:
    """Who shares a bucket: an IPv4 address; of IPv6 a /64, since one household has that many."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return f"{IPv6Address(int(address) >> 64 << 64)}/64"
    return str(address)

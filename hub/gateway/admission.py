"""How many operations run at once in a process; who waits too long is told to come back later.

A queue that never empties makes everybody wait and helps nobody. So in a burst an operation waits
as long as `patience`, but once the queue has been there for `standing` seconds only a moment.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from time import monotonic

from graph.errors import Unavailable

BRIEF = 0.03  # seconds of waiting when the queue stands: a refusal within 50 ms
STANDING = 0.1  # seconds after which a queue is no burst


class Overloaded(Unavailable):
    """More is asked for than can be answered."""


class Admission:
    """Lets `most` operations run at once; for one event loop."""

    def __init__(self, most: int, patience: float) -> None:
        self.most = most
        self.patience = patience
        self.running = 0
        self.refused = 0
        self.waiting: deque[asyncio.Future[None]] = deque()
        self.idle_at = monotonic()  # when nobody waited for the last time

    @asynccontextmanager
    async def admitted(self) -> AsyncGenerator[None]:
        """Runs the block when there is room. Raises Overloaded."""
        await self.enter()
        try:
            yield
        finally:
            self.leave()

    async def enter(self) -> None:
        """Takes a place, or waits for one. Raises Overloaded."""
        if self.running < self.most:
            self.running += 1
            self.idle_at = monotonic()
            return
        if len(self.waiting) >= 2 * self.most:
            raise self.overloaded()
        if not self.waiting:
            self.idle_at = monotonic()
        standing = monotonic() - self.idle_at > STANDING
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append(place)
        try:
            async with asyncio.timeout(BRIEF if standing else self.patience):
                await place
        except TimeoutError:
            self.gone(place)
            raise self.overloaded() from None
        except asyncio.CancelledError:
            self.gone(place)
            raise

    def leave(self) -> None:
        """Gives the place to whoever waits longest."""
        while self.waiting:
            place = self.waiting.popleft()
            if not place.done():
                place.set_result(None)
                return
        self.running -= 1

    def gone(self, place: asyncio.Future[None]) -> None:
        """Forgets one that gave up; a place that it was given in the same moment goes on."""
        if place.done() and not place.cancelled():
            self.leave()
        with suppress(ValueError):
            self.waiting.remove(place)

    def overloaded(self) -> Overloaded:
        """The refusal, counted."""
        self.refused += 1
        return Overloaded("The hub is busy. Try again in a second.")

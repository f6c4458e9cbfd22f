"""A breaker: after some failures in a row nobody waits for what is away, until it answers again."""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from time import monotonic

from graph.errors import HubError, TimedOut, Unavailable

FAILURES = 5  # in a row
REST = 1.0  # seconds between two attempts to find out whether it is back
SLOW = 1.0  # seconds of a call that was given up
PATIENCE = 2.0  # seconds that such an attempt may take: with REST, back within 5 s


class Open(Unavailable):
    """It is away, and not asked for the moment."""


class Breaker:
    """Guards the calls to one thing that may be away; for one event loop.

    `probe` asks it in the background, so no caller pays for the attempt; it raises a HubError as
    long as it is away.
    """

    def __init__(self, name: str, probe: Callable[[], Awaitable[object]]) -> None:
        self.name = name
        self.probe = probe
        self.failures = 0
        self.opened = 0  # how often
        self.rested = 0.0  # when it may be asked again
        self.probing: asyncio.Task[None] | None = None

    @property
    def open(self) -> bool:
        """Are calls refused?"""
        return self.failures >= FAILURES

    @contextmanager
    def guarding(self) -> Generator[None]:
        """Runs a call and counts how it ends. Raises Open instead of running it.

        A call that its caller gave up after a while counts as failed: deadlines end most of them.
        """
        self.demand()
        began = monotonic()
        try:
            yield
        except (Unavailable, TimedOut):
            self.failed()
            raise
        except asyncio.CancelledError:
            if monotonic() - began >= SLOW:
                self.failed()
            raise
        self.failures = 0

    def demand(self) -> None:
        """Raises Open; now and then it has somebody look whether that is still so."""
        if not self.open:
            return
        if self.probing is None and monotonic() >= self.rested:
            self.probing = asyncio.create_task(self.look())
        raise Open(f"The {self.name} does not answer. Try again shortly.")

    def failed(self) -> None:
        """One more in a row."""
        self.failures += 1
        if self.failures == FAILURES:
            self.opened += 1
            self.rested = monotonic() + REST

    async def look(self) -> None:
        """Closes if the thing answers."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self.probe()
            self.failures = 0
        except (HubError, TimeoutError):
            self.rested = monotonic() + REST
        finally:
            self.probing = None

    async def close(self) -> None:
        """Ends an attempt that is under way."""
        if self.probing:
            self.probing.cancel()
            await asyncio.gather(self.probing, return_exceptions=True)

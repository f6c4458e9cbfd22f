"""The one writer of a load: while a batch is written, the next one is read and prepared."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from time import perf_counter
from types import TracebackType
from typing import TypeVar

from graph.driver import Graph, Step

Item = TypeVar("Item")
TURN = (
    0.001  # seconds; a turn of the loop costs some 20 µs, too many for each release of a large file
)


class Pen:
    """At most one write is under way; whoever begins another waits for it first.

    What prepares a batch meanwhile gives the loop its turns by `turn`: a transaction has some
    ten round trips, and each would wait for the whole batch otherwise.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._under_way: asyncio.Task[object] | None = None
        self._turned = 0.0

    async def __aenter__(self) -> "Pen":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            await self.done()
        elif self._under_way:
            self._under_way.cancel()
            await asyncio.gather(self._under_way, return_exceptions=True)

    async def begin(self, steps: Sequence[Step]) -> None:
        """Write in one transaction, after the one under way. Raises what that one raised."""
        await self.done()
        self._under_way = asyncio.create_task(self._graph.write(*steps))

    async def done(self) -> None:
        """Wait until all is written. Raises HubError when the graph fails."""
        if self._under_way:
            writing, self._under_way = self._under_way, None
            await writing

    async def turn(self) -> None:
        """Let the write that is under way take its next step, unless it just could."""
        if self._under_way and perf_counter() - self._turned > TURN:
            await asyncio.sleep(0)
            self._turned = perf_counter()

    async def gathered(self, items: Iterator[Item], size: int) -> AsyncIterator[list[Item]]:
        """Lists of at most `size` items, read while the write that is under way goes on."""
        found: list[Item] = []
        for item in items:
            found.append(item)
            if len(found) == size:
                yield found
                found = []
            await self.turn()
        if found:
            yield found

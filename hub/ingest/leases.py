"""Who may change the graph now: leases in the graph itself, so that two machines can't collide.

A lease is renewed by a thread of its own, whatever the work is busy with, and is void when its
process is gone or has not renewed it in time. Loads of parts of one whole (`--partition`) go side
by side; whatever else changes the graph, and a reader of all of it, goes alone.
"""

import asyncio
import os
import platform
import secrets
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from threading import enumerate as enumerate_threads

import orjson

from graph import leases, restoring
from graph.clock import instant
from graph.driver import Graph, Step
from graph.errors import Conflict, HubError
from hub.ingest.parts import Part

IMPORT = "hub import"
PARTS = "hub load --partition "
ENDING = "the end of hub load --partition"
OVER = ""  # the work of a part that came to its end while others went on
PATIENCE = 0.2  # seconds between two looks at what others end
SECONDS = 60.0  # a lease that was not renewed for so long is void
BEAT = 15.0  # seconds between two renewals
TRIES = 50  # others that change the leases at the same instant


@dataclass(frozen=True, slots=True)
class Holder:
    """Who does what: `work` is what a person calls it, `owner` a process on a machine."""

    work: str
    owner: str
    until: str

    def alive(self) -> bool:
        """Whether it may still be at work: its process is gone, or its time is over, if not."""
        place, pid, _ = self.owner.split(" ")
        if self.until <= after(0) or place != _place():
            return self.until > after(0)
        if int(pid) == os.getpid():
            return any(thread.name == self.owner for thread in enumerate_threads())
        return _running(int(pid))


Change = Callable[[Sequence[Holder]], Sequence[Holder]]


@asynccontextmanager
async def alone(graph: Graph, work: str) -> AsyncGenerator[None]:
    """The graph for this work only, as long as the block runs.

    Raises Conflict when somebody else is at work, or took over because this process was silent.
    """
    me = holder(work)

    def enter(held: Sequence[Holder]) -> Sequence[Holder]:
        if other := next((one for one in held if one.alive()), None):
            raise Conflict(_busy(other))
        return [me]

    async with _renewed(graph, me) as beats:
        await change(graph, me, enter)
        beats.held = True
        yield


@dataclass(slots=True)
class Side:
    """A load of one part beside others. `first`: nobody else was at it when it came.

    `everything`: one that was at it is gone without an end, so all that is derived is in doubt.
    """

    graph: Graph
    me: Holder
    first: bool
    everything: bool = False

    async def last(self, *, broken: bool) -> bool:
        """End this part; True: no other is left, and the graph is this one's until the block ends.

        `broken`: this one knows that all is in doubt, and whoever is last has to know.
        """
        mine = {self.me.owner}

        def end(held: Sequence[Holder]) -> Sequence[Holder]:
            others = [one for one in held if one.owner not in mine]
            if any(one.alive() for one in others):
                return [*others, replace(self.me, work=self.me.work if broken else OVER, until="")]
            return [*others, replace(self.me, work=ENDING, until=after(SECONDS))]

        held = await change(self.graph, self.me, end)
        self.everything = broken or any(not one.alive() and one.work != OVER for one in held)
        return any(one.work == ENDING and one.owner in mine for one in held)


@asynccontextmanager
async def beside(graph: Graph, part: Part) -> AsyncGenerator[Side]:
    """A place among the loaders of the other parts, once none of them ends the whole load.

    Raises Conflict as `alone`, and when this part, or another number of parts, is at work.
    """
    me, failed = holder(f"{PARTS}{part}"), True
    async with _renewed(graph, me, keep=lambda: failed) as beats:
        while (side := await _placed(graph, me, part)) is None:
            await asyncio.sleep(PATIENCE)
        beats.held = True
        yield side
        failed = False


async def _placed(graph: Graph, me: Holder, part: Part) -> Side | None:
    """None while the last loader of others ends what they have in common."""

    def enter(held: Sequence[Holder]) -> Sequence[Holder]:
        for one in (one for one in held if one.alive() and one.work != ENDING):
            parts = one.work.startswith(PARTS) and one.work.endswith(f"/{part.of}")
            if not parts or one.work == me.work:
                raise Conflict(_busy(one))
        return held if any(one.alive() and one.work == ENDING for one in held) else [*held, me]

    held = await change(graph, me, enter)
    if me not in held:
        return None
    return Side(graph, me, first=not any(one.alive() for one in held if one != me))


async def demand_imported(graph: Graph) -> None:
    """Raise Conflict while an import fills the graph, and when one was cut off."""
    if not await graph.rows(restoring.CUT_OFF):
        return
    if any(one.work == IMPORT for one in await holders(graph)):
        raise Conflict("An import is filling this graph; wait until it has ended.")
    raise Conflict(
        "An import was cut off, so this graph holds a part only; run `hub import FILE` again."
    )


async def forget_elsewhere(graph: Graph) -> None:
    """Drop what processes of other machines or containers held of a graph that was started here."""

    def here(held: Sequence[Holder]) -> Sequence[Holder]:
        return [one for one in held if one.owner.startswith(f"{_place()} ")]

    _, held = await state(graph)
    if len(here(held)) < len(held):
        await change(graph, holder("start"), here)


async def holders(graph: Graph) -> list[Holder]:
    """Who is at work now."""
    return [one for one in (await state(graph))[1] if one.alive()]


async def change(graph: Graph, me: Holder, wanted: Change) -> Sequence[Holder]:
    """Bring the holders to what `wanted` makes of them, whoever changes them meanwhile."""
    for _ in range(TRIES):
        turn, held = await state(graph)
        if turn is None:
            await graph.write(Step(leases.OPEN))
            continue
        new = wanted(held)
        text = orjson.dumps([asdict(one) for one in new]).decode()
        values = {"by": me.owner, "turn": turn, "holders": text}
        if (await graph.write(Step(leases.SWAP, values)))[0]:
            return new
    raise Conflict("Too many commands want this graph at once; try again in a moment.")


async def state(graph: Graph) -> tuple[int | None, list[Holder]]:
    """How often the leases were changed (None: there were none yet), and all, dead ones too."""
    rows = await graph.rows(leases.HELD)
    turn, text = rows[0] if rows else (None, "[]")
    return turn, [Holder(**one) for one in orjson.loads(text)]


def holder(work: str) -> Holder:
    """This process, about to do this."""
    owner = f"{_place()} {os.getpid()} {secrets.token_hex(8)}"
    return Holder(work, owner, after(SECONDS))


@asynccontextmanager
async def _renewed(
    graph: Graph, me: Holder, keep: Callable[[], bool] = lambda: False
) -> AsyncGenerator["_Beats"]:
    """Keep a lease, once it is held, until the block ends; losing it ends the block with Conflict.

    `keep`: leave it there at the end, void: the work did not come to its own.
    """
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task is not None
    lost = False

    def lose() -> None:
        nonlocal lost
        lost = True
        task.cancel()

    beats = _Beats(graph, me, lambda: loop.call_soon_threadsafe(lose))
    beats.start()
    try:
        yield beats
    except asyncio.CancelledError:
        if lost:
            task.uncancel()
            raise Conflict("Another process took over the graph; run this again.") from None
        raise
    finally:
        beats.end()
        if beats.held:
            with suppress(HubError):  # it ends by itself, too; the first error is the one to tell
                await change(graph, me, lambda held: _left(held, me, keep()))


def _left(held: Sequence[Holder], me: Holder, kept: bool) -> Sequence[Holder]:
    others = [one for one in held if one.owner != me.owner]
    mine = [one for one in held if one.owner == me.owner]
    if kept:
        return [*others, *(replace(one, until="") for one in mine)]
    if any(one.work == ENDING for one in mine):
        return []  # all is derived anew: no evidence of what was cut off is needed any more
    return [*others, *(one for one in mine if not one.until and one.work != OVER)]


def _busy(other: Holder) -> str:
    return (
        f"{other.work} runs on this graph (process {_called(other.owner)}); wait until it has "
        f"ended. If it was cut off, its hold ends by itself within {SECONDS:.0f} s."
    )


class _Beats(Thread):
    """Renews a lease over a connection of its own, also while the work keeps its loop busy."""

    def __init__(self, graph: Graph, me: Holder, lost: Callable[[], object]) -> None:
        super().__init__(name=me.owner, daemon=True)
        self._graph, self._me, self._lost = graph, me, lost
        self.held = False  # nothing is renewed before
        self._loop = asyncio.new_event_loop()
        self._ended = asyncio.Event()

    def run(self) -> None:
        """Beat until it is told to end."""
        self._loop.run_until_complete(self._beat())
        self._loop.close()

    def end(self) -> None:
        """Stop, and wait for it."""
        with suppress(RuntimeError):  # it has ended already
            self._loop.call_soon_threadsafe(self._ended.set)
        self.join()

    async def _beat(self) -> None:
        graph: Graph | None = None
        try:
            while not await self._over():
                if not self.held:
                    continue
                with suppress(HubError):  # the next beat may reach it
                    graph = graph or await self._graph.again()
                    if not await _renew(graph, self._me):
                        self._lost()
                        return
        finally:
            if graph:
                await graph.close()

    async def _over(self) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(BEAT):
                return await self._ended.wait()
        return False


async def _renew(graph: Graph, me: Holder) -> bool:
    def later(held: Sequence[Holder]) -> Sequence[Holder]:
        until = after(SECONDS)
        return [
            replace(one, until=until) if one.owner == me.owner and one.until else one
            for one in held
        ]

    return any(one.owner == me.owner for one in await change(graph, me, later))


def after(seconds: float) -> str:
    """The instant so many seconds from now."""
    return instant(datetime.now(UTC) + timedelta(seconds=seconds))


def _place() -> str:
    """This machine, and within it the processes that see one another."""
    space = Path("/proc/self/ns/pid")
    seen = os.readlink(space) if space.exists() else ""
    return f"{platform.node()}/{seen}".replace(" ", "")


def _running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _called(owner: str) -> str:
    place, pid, _ = owner.split(" ")
    return f"{pid} on {place.split('/')[0]}"

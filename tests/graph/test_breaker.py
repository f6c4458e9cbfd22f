"""The breaker: opens after failures in a row, looks in the background, closes on an answer."""

import asyncio

import pytest

from graph import breaker
from graph.breaker import FAILURES, Breaker, Open
from graph.errors import BadInput, TimedOut, Unavailable

pytestmark = pytest.mark.anyio


class Thing:
    """Something that may be away; counts how often it is asked whether it is back."""

    def __init__(self) -> None:
        self.away = True
        self.asked = 0

    async def probe(self) -> None:
        self.asked += 1
        if self.away:
            raise Unavailable("away")


@pytest.fixture(autouse=True)
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(breaker, "REST", 0.0)


def fail(guard: Breaker, error: Exception, times: int = 1) -> None:
    """Calls that end with this error."""
    for _ in range(times):
        with pytest.raises(type(error)), guard.guarding():
            raise error


async def test_failures_in_a_row_open_it_and_one_success_starts_the_count_again() -> None:
    guard = Breaker("thing", Thing().probe)
    fail(guard, Unavailable("away"), FAILURES - 1)
    with guard.guarding():
        pass
    fail(guard, TimedOut("slow"), FAILURES - 1)
    assert not guard.open
    fail(guard, TimedOut("slow"))
    assert guard.open
    assert guard.opened == 1


async def test_an_error_of_the_caller_is_no_failure() -> None:
    guard = Breaker("thing", Thing().probe)
    fail(guard, BadInput("wrong"), 2 * FAILURES)
    assert not guard.open


async def test_open_it_runs_nothing_and_looks_once_at_a_time_until_the_thing_is_back() -> None:
    thing = Thing()
    guard = Breaker("thing", thing.probe)
    fail(guard, Unavailable("away"), FAILURES)
    for _ in range(3):
        with pytest.raises(Open, match="The thing does not answer"), guard.guarding():
            pytest.fail("it ran")
    assert guard.probing is not None
    await guard.probing
    assert thing.asked == 1
    assert guard.open
    thing.away = False
    with pytest.raises(Open):
        guard.demand()
    assert guard.probing is not None
    await guard.probing
    assert not guard.open
    with guard.guarding():
        pass


async def test_a_look_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(breaker, "PATIENCE", 0.01)
    guard = Breaker("thing", asyncio.Event().wait)
    fail(guard, Unavailable("away"), FAILURES)
    with pytest.raises(Open):
        guard.demand()
    assert guard.probing is not None
    await guard.probing
    assert guard.open
    await guard.close()


@pytest.mark.parametrize(("slow", "opens"), [(0.0, True), (60.0, False)])
async def test_a_call_given_up_after_a_while_is_a_failure(
    slow: float, opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaker, "SLOW", slow)
    guard = Breaker("thing", Thing().probe)

    async def given_up() -> None:
        async with asyncio.timeout(0):
            with guard.guarding():
                await asyncio.Event().wait()

    for _ in range(FAILURES):
        with pytest.raises(TimeoutError):
            await given_up()
    assert guard.open == opens

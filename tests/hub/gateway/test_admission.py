"""Admission: bounded, first come first served, and quick to say no when waiting would not help."""

import asyncio
from time import monotonic

import httpx
import pytest

from hub.gateway import admission
from hub.gateway.admission import Admission, Overloaded
from tests.hub.gateway import toy

pytestmark = pytest.mark.anyio


async def settled() -> None:
    """Let every task run as far as it can."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_no_more_run_at_once_than_are_allowed_and_all_get_their_turn_in_order() -> None:
    gate, most, ran = Admission(2, patience=5), 0, list[int]()

    async def work(number: int) -> None:
        nonlocal most
        async with gate.admitted():
            most = max(most, gate.running)
            ran.append(number)
            await asyncio.sleep(0)

    await asyncio.gather(*(work(n) for n in range(6)))
    assert (most, ran, gate.running, len(gate.waiting)) == (2, [0, 1, 2, 3, 4, 5], 0, 0)


async def test_who_finds_a_long_queue_is_refused_at_once() -> None:
    gate = Admission(1, patience=5)
    await gate.enter()
    waiting = [asyncio.create_task(gate.enter()) for _ in range(2)]
    await settled()
    with pytest.raises(Overloaded) as refused:
        await gate.enter()
    assert refused.value.code == "UNAVAILABLE"
    assert gate.refused == 1
    for _ in range(3):
        gate.leave()
    await asyncio.gather(*waiting)
    assert gate.running == 0


async def test_a_burst_waits_and_a_standing_queue_refuses_within_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = Admission(1, patience=0.4)
    await gate.enter()
    began = monotonic()
    with pytest.raises(Overloaded):
        await gate.enter()
    assert monotonic() - began >= 0.4
    first = asyncio.create_task(gate.enter())
    await settled()
    monkeypatch.setattr(admission, "STANDING", 0.0)  # the queue is taken to stand
    began = monotonic()
    with pytest.raises(Overloaded):
        await gate.enter()
    assert monotonic() - began < 0.4
    gate.leave()
    await first


async def test_a_place_is_not_lost_when_its_taker_is_cancelled_in_the_same_moment() -> None:
    gate = Admission(1, patience=5)
    await gate.enter()
    taker = asyncio.create_task(gate.enter())
    await settled()
    gate.leave()  # the place is the taker's, who has not run since
    taker.cancel()
    with pytest.raises(asyncio.CancelledError):
        await taker
    assert gate.running == 0
    waiter = asyncio.create_task(gate.enter())
    await waiter
    assert gate.running == 1


async def test_one_that_is_cancelled_in_the_queue_leaves_it() -> None:
    gate = Admission(1, patience=5)
    await gate.enter()
    taker = asyncio.create_task(gate.enter())
    await settled()
    taker.cancel()
    await asyncio.gather(taker, return_exceptions=True)
    assert not gate.waiting
    gate.leave()
    assert gate.running == 0


async def test_over_http_a_full_hub_answers_503_and_when_to_come_back() -> None:
    endpoint = toy.endpoint(limit_running=1, limit_wait_ms=1, limit_seconds=1)
    transport = httpx.ASGITransport(app=endpoint)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as http:
        first = asyncio.create_task(http.post("/graphql", json={"query": "{ never }"}))
        while not endpoint.executor.admission.running:
            await asyncio.sleep(0)
        refused = await http.post("/graphql", json={"query": "{ thing { name } }"})
        wrong = await http.post("/graphql", json={"query": "{ nope }"})
        assert (await first).status_code == 504
        again = await http.post("/graphql", json={"query": "{ thing { name } }"})
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
    assert refused.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
    assert wrong.status_code == 200  # what is refused anyway needs no place
    assert again.json() == {"data": {"thing": {"name": "thing"}}}

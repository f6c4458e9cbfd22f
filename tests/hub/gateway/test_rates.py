"""Rates: a minute's worth a client, counted in cost, in the cache or stricter without it."""

from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.child import free_port
from hub.gateway import rates, valkey
from hub.gateway.rates import Account, Buckets, LocalBuckets, RateLimited, Rates, client_of
from hub.gateway.stores import Link, RedisBuckets, client
from tests.hub.gateway import toy

pytestmark = pytest.mark.anyio


class Time:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def shared(tmp_path: Path) -> AsyncGenerator[Buckets]:
    """Buckets in a Valkey of their own."""
    with valkey.start(tmp_path) as server:
        link = Link("cache", client(server.cache_url))
        yield RedisBuckets(link)
        await link.close()


async def test_a_client_may_spend_a_minutes_worth_at_once_and_then_as_it_fills() -> None:
    time = Time()
    buckets = LocalBuckets(time)
    assert await buckets.draw("a", 60, 60) == (True, 60)
    assert await buckets.draw("a", 1, 60) == (False, 60)
    assert await buckets.draw("b", 1, 60) == (True, 1)  # another's bucket
    time.now += 5
    assert await buckets.draw("a", 5, 60) == (True, 60)
    time.now += 1000
    assert await buckets.draw("a", 1, 60) == (True, 1)  # no more than a minute's worth is saved


async def test_the_shared_bucket_counts_as_the_local_one_and_for_every_process(
    shared: Buckets,
) -> None:
    assert isinstance(shared, RedisBuckets)
    drawn, full_in = await shared.draw("a", 45, 60)
    assert drawn
    assert 44 < full_in <= 45
    other = RedisBuckets(shared.link)
    drawn, full_in = await other.draw("a", 30, 60)
    assert not drawn
    assert full_in <= 45  # a refusal takes nothing
    assert (await other.draw("a", 14, 60))[0]
    assert (await other.draw("b", 60, 60))[0]
    assert 0 < await shared.link.redis.pttl("a") <= 60_000  # nothing of a client stays


async def test_the_headers_and_the_refusal_say_what_is_left_and_how_long_to_wait() -> None:
    account = Account(Rates(LocalBuckets(Time()), 6000), "a")
    assert account.headers == {}
    await account.charge(1500)
    assert account.headers == {
        "RateLimit-Policy": "6000;w=60",
        "RateLimit-Limit": "6000",
        "RateLimit-Remaining": "4500",
        "RateLimit-Reset": "15",
    }
    with pytest.raises(RateLimited) as refused:
        await account.charge(5000)
    told = {"cost": 5000, "remaining": 4500, "limit": 6000, "retryAfter": 5}
    assert refused.value.extensions == told
    assert account.headers["RateLimit-Remaining"] == "4500"
    assert "Wait 5 s" in refused.value.message


async def test_without_the_cache_a_process_counts_for_itself_and_stricter() -> None:
    away = Link("cache", client(f"redis://127.0.0.1:{free_port()}/0"))
    account = Account(Rates(RedisBuckets(away), 6000), "a")
    await account.charge(1500)
    assert account.headers["RateLimit-Limit"] == "1500"
    assert account.headers["RateLimit-Remaining"] == "0"
    with pytest.raises(RateLimited):
        await account.charge(1)
    await away.close()


async def test_an_operation_dearer_than_a_bucket_needs_a_full_one() -> None:
    time = Time()
    account = Account(Rates(LocalBuckets(time), 100), "a")
    await account.charge(10_000)
    with pytest.raises(RateLimited) as refused:
        await account.charge(10_000)
    assert refused.value.extensions["retryAfter"] == 60
    time.now += 60
    await account.charge(10_000)


async def test_many_addresses_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "MOST_BUCKETS", 100)
    time = Time()
    buckets = LocalBuckets(time)
    for number in range(500):
        await buckets.draw(str(number), 1, 60)
    assert len(buckets.full) == 101
    assert not (await buckets.draw("one more", 60, 60))[0]  # newcomers share what is left
    time.now += 100
    assert (await buckets.draw("later", 60, 60))[0]


async def test_no_rate_is_no_header_and_no_refusal() -> None:
    account = Account(None, "a")
    await account.charge(10**9)
    assert account.headers == {}


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("testclient", "testclient"),
    ],
)
def test_one_household_is_one_client(host: str, expected: str) -> None:
    assert client_of(host) == expected


@given(st.lists(st.tuples(st.floats(0, 30), st.floats(0, 20)), max_size=40))
async def test_over_any_stretch_no_more_is_drawn_than_the_rate_and_one_bucket(
    steps: list[tuple[float, float]],
) -> None:
    time = Time()
    buckets, began, total = LocalBuckets(time), time.now, 0.0
    for seconds, pause in steps:
        drawn, _ = await buckets.draw("a", seconds, 60)
        total += seconds if drawn else 0
        assert total <= 60 + (time.now - began) + 1e-6
        time.now += pause


async def test_over_the_rate_a_request_is_429_and_says_when_to_come_back() -> None:
    endpoint = toy.endpoint()
    endpoint.executor.rates = Rates(LocalBuckets(Time()), 60)
    transport = httpx.ASGITransport(app=endpoint, client=("192.0.2.1", 4711))
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as http:

        async def ask(query: str) -> httpx.Response:
            return await http.post("/graphql", json={"query": query})

        two = await ask("{ a: thing { name } b: thing { name } }")
        assert two.headers["ratelimit-remaining"] == "56"  # an alias costs as much as a request
        for left in ("46", "36", "26", "16", "6"):
            wrong = await ask("{")
            assert wrong.headers["ratelimit-remaining"] == left  # what is refused is not free
        refused = await ask(
            "{ a: thing { inner { inner { inner { inner { inner { name } } } } } } }"
        )
    assert refused.status_code == 429
    error = refused.json()["errors"][0]["extensions"]
    assert (error["code"], error["cost"], error["retryAfter"]) == ("RATE_LIMITED", 7, 1)
    assert refused.headers["retry-after"] == "1"
    assert refused.headers["ratelimit-remaining"] == "6"
    assert "data" not in refused.json()

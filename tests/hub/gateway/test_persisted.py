"""Operations by hash that clients register themselves (APQ), on a real Valkey and without one."""

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from auth.sessions import StoreAway
from graph.child import free_port
from hub.gateway import persisted, valkey
from hub.gateway.negotiation import GRAPHQL
from hub.gateway.stores import Bounded, Link, Stores, client, open_stores
from tests.hub.gateway.test_graphql_http import ask, code
from tests.hub.gateway.test_trusted import sha256
from tests.hub.gateway.toy import endpoint

pytestmark = pytest.mark.anyio

TEXT = "{ thing { name } }"
DATA = {"data": {"thing": {"name": "thing"}}}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Generator[valkey.Valkey]:
    with valkey.start(tmp_path_factory.mktemp("valkey")) as server:
        yield server


@asynccontextmanager
async def hub(stores: Stores | None) -> AsyncGenerator[httpx.AsyncClient]:
    """A process of the hub: its own memory, these stores."""
    made = endpoint()
    made.executor.persisted.store = stores.queries if stores else None
    transport = httpx.ASGITransport(app=made)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as http:
        yield http


def by_hash(text: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": sha256(text)}}


async def asked(http: httpx.AsyncClient, text: str | None, hashed: str, **more: Any) -> Any:
    return await ask(http, text, extensions=by_hash(hashed), **more)


async def test_a_document_sent_once_is_known_by_its_hash_to_every_process(
    server: valkey.Valkey,
) -> None:
    async with open_stores(server.cache_url, server.session_url) as stores:
        async with hub(stores) as one, hub(stores) as other:
            for headers in ({"accept": GRAPHQL}, {"accept": "application/json"}):
                miss = await asked(one, None, TEXT, headers=headers)
                assert miss.status_code == 200
                assert miss.json()["errors"][0]["message"] == "PersistedQueryNotFound"
                assert code(miss) == "PERSISTED_QUERY_NOT_FOUND"
            assert (await asked(one, TEXT, TEXT)).json() == DATA
            assert (await asked(one, None, TEXT)).json() == DATA
            assert (await asked(other, None, TEXT)).json() == DATA


@pytest.mark.parametrize("text", ["{ nope }", "{", "{ " + "missing " * 3000 + "}"])
async def test_a_document_that_is_not_valid_is_not_kept(server: valkey.Valkey, text: str) -> None:
    async with open_stores(server.cache_url, server.session_url) as stores, hub(stores) as http:
        assert "errors" in (await asked(http, text, text)).json()
        assert await stores.queries.get(sha256(text)) is None
        assert code(await asked(http, None, text)) == "PERSISTED_QUERY_NOT_FOUND"


async def test_a_long_document_runs_but_is_not_kept(server: valkey.Valkey) -> None:
    text = TEXT + "#" * persisted.LONGEST
    async with open_stores(server.cache_url, server.session_url) as stores, hub(stores) as http:
        assert (await asked(http, text, text)).json() == DATA
        assert await stores.queries.get(sha256(text)) is None


async def test_a_hash_of_another_text_is_refused(server: valkey.Valkey) -> None:
    other = "{ missing }"
    async with open_stores(server.cache_url, server.session_url) as stores, hub(stores) as http:
        refused = await asked(http, TEXT, other)
        assert refused.status_code == 400
        assert code(refused) == "BAD_REQUEST"
        assert await stores.queries.get(sha256(other)) is None


@pytest.mark.parametrize(
    "asking",
    [
        {"version": 2, "sha256Hash": sha256(TEXT)},
        {"version": 1, "sha256Hash": "abc"},
        {"version": 1},
        [],
    ],
)
async def test_what_is_no_hash_is_refused(asking: Any) -> None:
    async with hub(None) as http:
        refused = await ask(http, None, extensions={"persistedQuery": asking})
    assert refused.status_code == 400
    assert code(refused) == "BAD_REQUEST"


async def test_a_text_that_somebody_else_put_in_the_store_is_not_believed(
    server: valkey.Valkey,
) -> None:
    hash = sha256("{ missing }")
    async with open_stores(server.cache_url, server.session_url) as stores, hub(stores) as http:
        await stores.queries.put(hash, b"{ fault }")
        assert code(await asked(http, None, "{ missing }")) == "PERSISTED_QUERY_NOT_FOUND"


async def test_without_the_store_each_process_remembers_by_itself() -> None:
    away = f"redis://127.0.0.1:{free_port()}/0"
    async with open_stores(away, away) as stores, hub(stores) as one, hub(stores) as other:
        assert code(await asked(one, None, TEXT)) == "PERSISTED_QUERY_NOT_FOUND"
        assert (await asked(one, TEXT, TEXT)).json() == DATA
        assert (await asked(one, None, TEXT)).json() == DATA
        assert code(await asked(other, None, TEXT)) == "PERSISTED_QUERY_NOT_FOUND"


async def test_the_memory_of_a_process_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persisted, "REMEMBERED", 2)
    texts = [f"{{ thing(size: {n}) {{ name }} }}" for n in range(3)]
    async with hub(None) as http:
        for text in texts:
            assert (await asked(http, text, text)).json() == DATA
        known = [(await asked(http, None, text)).json() == DATA for text in texts]
    assert known == [False, True, True]


async def test_the_store_keeps_so_many_and_forgets_the_oldest(server: valkey.Valkey) -> None:
    link = Link("cache", client(server.cache_url))
    few = Bounded(link, "few", 3, 60)
    for key in "abcd":
        await few.put(key, key.encode())
    assert [await few.get(key) for key in "abcd"] == [None, b"b", b"c", b"d"]
    assert 0 < await link.redis.ttl("few:d") <= 60
    await link.close()


async def test_a_store_that_is_away_is_said_to_be() -> None:
    link = Link("cache", client(f"redis://127.0.0.1:{free_port()}/0"))
    few = Bounded(link, "few", 3, 60)
    with pytest.raises(StoreAway):
        await few.put("a", b"a")
    with pytest.raises(StoreAway):
        await few.get("a")
    await link.close()

"""The embedded Valkey: one server a folder, private, joined, and gone at the end."""

import stat
from pathlib import Path

import orjson
import pytest

from auth.sessions import StoreAway
from graph.child import free_port
from graph.errors import BadInput, Unavailable
from hub.gateway import valkey
from hub.gateway.stores import client, open_stores

pytestmark = pytest.mark.anyio


async def test_a_value_is_kept_in_one_store_and_not_in_the_other(tmp_path: Path) -> None:
    with valkey.start(tmp_path) as server:
        async with open_stores(server.cache_url, server.session_url) as stores:
            await stores.cache.ready()
            await stores.cache.set("key", b"\x00value", 60)
            assert await stores.cache.get("key") == b"\x00value"
            assert await stores.sessions.get("key") is None
            await stores.cache.delete("key")
            assert await stores.cache.get("key") is None


def test_the_second_joins_and_leaves_the_server_running(tmp_path: Path) -> None:
    with valkey.start(tmp_path) as first:
        with valkey.start(tmp_path) as second:
            assert second == first
        assert valkey.answers(first)
    assert not valkey.answers(first)


def test_nobody_but_its_owner_reads_the_password_and_ps_does_not_show_it(tmp_path: Path) -> None:
    with valkey.start(tmp_path) as server:
        for name in ("valkey.conf", "state.json"):
            assert stat.S_IMODE((tmp_path / "valkey" / name).stat().st_mode) == 0o600
        command = Path(f"/proc/{server.pid}/cmdline")
        assert not command.exists() or server.password.encode() not in command.read_bytes()


def test_a_server_whose_owner_died_is_replaced(tmp_path: Path) -> None:
    with valkey.start(tmp_path) as orphan:
        state = tmp_path / "valkey" / "state.json"
        told = orjson.loads(state.read_bytes())
        state.write_bytes(orjson.dumps({**told, "owner": 2**22 + 1}))  # above any process id
        with valkey.start(tmp_path) as fresh:
            assert fresh.pid != orphan.pid
            assert not valkey.answers(orphan)


def test_a_folder_that_can_not_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match="Can't write"), valkey.start(tmp_path / "file"):
        pass


async def test_a_store_that_is_away_says_so() -> None:
    url = f"redis://127.0.0.1:{free_port()}/0"
    async with open_stores(url, url) as stores:
        with pytest.raises(StoreAway):
            await stores.sessions.get("key")


@pytest.mark.parametrize("url", ["redis+sentinel://host/hub", "redis+sentinel://h:1,i:x/hub"])
def test_a_sentinel_address_that_is_not_one_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match="is the form to use"):
        client(url)

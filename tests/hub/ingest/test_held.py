"""What is held for the end of a load, and a load that finds no room for it."""

from decimal import Decimal
from pathlib import Path
from typing import IO

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest import held
from hub.ingest.held import Held
from tests.hub.ingest.given import ready, release
from tests.hub.ingest.worlds import files, loaded

pytestmark = pytest.mark.anyio


def test_what_is_held_comes_back_as_it_was() -> None:
    holding = Held()
    value = {"amount": Decimal("12.50"), "currency": "GBP"}
    one, _ = ready(release("r-1", description="Łódź £", tender={"id": "t", "value": value}))
    two, _ = ready(release("r-2"))
    old, _ = ready(release("r-3", ocid="ocds-zzzzzz-2"))
    holding.tell(one.release.ocid, new=True)
    holding.tell(old.release.ocid, new=False)
    for prepared in (one, two, old):
        holding.add(prepared)
    holding.end()
    back = holding.take(one.release.ocid)
    assert back is not None
    assert {each.release.id: (each.body, each.order) for each in back} == {
        each.release.id: (each.body, each.order) for each in (one, two)
    }
    assert holding.take(old.release.ocid) is None
    holding.close()


async def test_without_room_the_releases_are_read_back_from_the_graph(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path)
    await loaded(graph, *paths)
    wanted = await content_hash(graph)
    await wipe(graph)
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("Linux's device without room")

    def nowhere(prefix: str) -> IO[bytes]:
        return full.open("r+b", buffering=0)

    with monkeypatch.context() as patched:
        patched.setattr(held.tempfile, "TemporaryFile", nowhere)
        assert (await loaded(graph, *paths)).exit_code == 0
    assert await content_hash(graph) == wanted

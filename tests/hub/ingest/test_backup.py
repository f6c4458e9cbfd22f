"""Export and import: the same content and the same bytes again, and damage is never half taken."""

import gzip
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from graph import loading, payments, restoring, sources
from graph.driver import Graph, Step
from graph.errors import BadInput, Conflict, HubError, Unavailable
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.demo.sizes import Order
from hub.demo.world import write_world
from hub.ingest.dumpfile import Item, Tally, dumped, footer, header, line
from hub.ingest.exporting import export
from hub.ingest.importing import restore
from hub.ingest.load import LoadOptions, Progress, load
from hub.ingest.report import Report
from hub.ingest.spill import Spill
from tests.graph.test_hashing import fill
from tests.hub.ingest.worlds import files

pytestmark = pytest.mark.anyio
EMPTY = "0" * 64


def silent(progress: Progress) -> None:
    """Nobody watches."""


async def loaded(graph: Graph, folder: Path) -> str:
    """A small world in the graph; its hash."""
    files(folder)
    await load(graph, [folder], LoadOptions(), Report(), lambda _: None)
    return await content_hash(graph)


async def exported(graph: Graph, folder: Path) -> list[bytes]:
    """The lines of an export of a small world; the graph is empty then."""
    data = folder / "data"
    data.mkdir()
    await loaded(graph, data)
    await export(graph, folder / "whole.ndjson", "1.0")
    await wipe(graph)
    return (folder / "whole.ndjson").read_bytes().splitlines(keepends=True)


async def untouched(graph: Graph) -> bool:
    """Is nothing there, no marker either?"""
    return not await graph.rows(restoring.ANYTHING) and await content_hash(graph) == EMPTY


@pytest.mark.parametrize("name", ["all.ndjson", "all.ndjson.gz"])
async def test_a_world_comes_back_the_same_and_exports_the_same_bytes(
    graph: Graph, tmp_path: Path, name: str
) -> None:
    paths = write_world(tmp_path / "world", Order("tiny", 1))
    await load(graph, paths, LoadOptions(), Report(), lambda _: None)
    whole, first, second = await content_hash(graph), tmp_path / name, tmp_path / f"again-{name}"
    told = await export(graph, first, "1.0")
    assert told.hash == whole
    await wipe(graph)
    assert await restore(graph, first, silent) == told
    assert await content_hash(graph) == whole
    await export(graph, second, "1.0")
    assert second.read_bytes() == first.read_bytes()
    assert not list(tmp_path.glob("*.part"))
    again = Report()
    summary = await load(graph, paths, LoadOptions(), again, lambda _: None)
    assert not summary.changed
    assert await content_hash(graph) == whole


async def test_everything_that_is_stored_is_in_the_file(graph: Graph, tmp_path: Path) -> None:
    await fill(graph)
    whole, path = await content_hash(graph), tmp_path / "all.ndjson.gz"
    await export(graph, path, "1.0")
    head, *body, foot = (
        json.loads(line) for line in gzip.decompress(path.read_bytes()).split(b"\n")[:-1]
    )
    assert head == {"ndxExport": 1, "hub": "1.0"}
    assert foot == {"counts": Counter(one["is"] for one in body), "hash": whole}
    await wipe(graph)
    await restore(graph, path, silent)
    assert await content_hash(graph) == whole


async def test_only_an_empty_graph_is_filled(graph: Graph, tmp_path: Path) -> None:
    whole = await loaded(graph, tmp_path)
    path = tmp_path / "all.ndjson"
    await export(graph, path, "1.0")
    with pytest.raises(Conflict, match="HUB_HOME"):
        await restore(graph, path, silent)
    assert await content_hash(graph) == whole


async def test_a_damaged_file_is_refused_and_nothing_is_left(graph: Graph, tmp_path: Path) -> None:
    lines = await exported(graph, tmp_path)
    node, edge = 1, len(lines) - 2
    packed = gzip.compress(b"".join(lines))
    cases: dict[str, bytes] = {
        "is no export": b"ID,Name\n1,Tansy Holdings\n",
        "broken is no export": b"",
        "has format 9": b'{"hub":"9.9","ndxExport":9}\n' + b"".join(lines[1:]),
        "without its end": b"".join(lines[:-1]),
        "cut in a line": b"".join(lines)[:-100],
        "a line less": b"".join(lines[:node] + lines[node + 1 :]),
        "a line twice": b"".join([*lines[:node], lines[node], *lines[node:]]),
        "another value": b"".join(lines).replace(b"Tansy", b"Pansy"),
        "out of place": b"".join([lines[0], lines[edge], *lines[1:edge], lines[-1]]),
        "a label of others": b"".join(lines).replace(b'"is":"Contract"', b'"is":"Contrakt"'),
        "a column of others": b"".join(lines).replace(b'"title":', b'"tytle":'),
        "a text for a number": b"".join(lines).replace(b'"score":100', b'"score":"100"'),
        "no json": b"".join([*lines[:node], b"{\n", *lines[node + 1 :]]),
        "no object": b"".join([*lines[:node], b"[]\n", *lines[node + 1 :]]),
        "more after the end": b"".join(lines) + b"\n",
        "packed and cut": packed[: len(packed) // 2],
        "packed and damaged": packed[:2000] + bytes([packed[2000] ^ 255]) + packed[2001:],
    }
    for case, content in cases.items():
        path = tmp_path / "broken"
        path.write_bytes(content)
        with pytest.raises(BadInput) as refused:
            await restore(graph, path, silent)
        said = refused.value.message
        assert case in said or "nothing was changed" in said, case
        assert await untouched(graph), case
    with pytest.raises(BadInput, match="There is no file"):
        await restore(graph, tmp_path / "nowhere", silent)


@pytest.mark.parametrize("seed", range(3))
async def test_no_flipped_byte_is_taken(graph: Graph, tmp_path: Path, seed: int) -> None:
    content = bytearray(b"".join(await exported(graph, tmp_path)))
    random, path = Random(seed), tmp_path / "flipped"
    for _ in range(100):
        # The header is out of it: the version of the hub there means nothing to an import.
        place = random.randrange(content.index(b"\n") + 1, len(content))
        old, content[place] = content[place], content[place] ^ (1 << random.randrange(7))
        path.write_bytes(content)
        content[place] = old
        with pytest.raises(BadInput):
            await restore(graph, path, silent)
    assert await untouched(graph)


SOURCE = Item(sources.NODE, {"id": "src-twice", "name": "Twice"})
LOOSE = Item(payments.PAID_UNDER, {"source": "src-twice"}, "pay-nowhere", "con-nowhere")


@pytest.mark.parametrize(
    ("forged", "error"), [([SOURCE, LOOSE], BadInput), ([SOURCE, SOURCE], Conflict)]
)
async def test_a_forged_file_that_counts_right_leaves_nothing_either(
    graph: Graph, tmp_path: Path, forged: list[Item], error: type[HubError]
) -> None:
    tally, path = Tally(), tmp_path / "forged"
    for item in forged:
        tally.add(item)
    lines = [dumped(header("1.0")), *map(line, forged), dumped(footer(tally))]
    path.write_bytes(b"".join(one + b"\n" for one in lines))
    with pytest.raises(error):
        await restore(graph, path, silent)
    assert await untouched(graph)


async def test_an_import_that_fails_half_way_leaves_an_empty_graph(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await exported(graph, tmp_path)
    write, calls = graph.write, 0

    async def failing(*steps: Step) -> Any:
        nonlocal calls
        calls += 1
        if calls == 12:
            raise Unavailable("The graph went away.")
        return await write(*steps)

    with monkeypatch.context() as patch:
        patch.setattr(graph, "write", failing)
        with pytest.raises(Unavailable):
            await restore(graph, tmp_path / "whole.ndjson", silent)
    assert await untouched(graph)


async def test_what_a_killed_import_left_is_known_and_replaced(
    graph: Graph, tmp_path: Path
) -> None:
    await exported(graph, tmp_path)
    # As a kill after the first batch leaves it.
    await graph.write(Step(restoring.BEGIN))
    rows = [{"id": "con-half", "title": "Half"}]
    await graph.write(Step(restoring.NODES["Contract"], {"rows": rows}))
    for attempt in (
        load(graph, [tmp_path / "data"], LoadOptions(), Report(), lambda _: None),
        export(graph, tmp_path / "half.ndjson", "1.0"),
    ):
        with pytest.raises(Conflict, match="cut off"):
            await attempt
    assert not (tmp_path / "half.ndjson").exists()
    told = await restore(graph, tmp_path / "whole.ndjson", silent)
    assert await content_hash(graph) == told.hash
    assert not await graph.rows(restoring.CUT_OFF)


async def test_nothing_is_exported_of_a_load_that_was_cut_off(graph: Graph, tmp_path: Path) -> None:
    await graph.write(Step(loading.BEGIN))
    with pytest.raises(Conflict, match="cut off"):
        await export(graph, tmp_path / "half.ndjson", "1.0")
    assert not list(tmp_path.iterdir())


async def test_a_file_that_cannot_be_written_is_said_and_the_old_one_stays(
    graph: Graph, tmp_path: Path
) -> None:
    path = tmp_path / "old.ndjson"
    path.write_bytes(b"old")
    (tmp_path / "old.ndjson.part").mkdir()
    with pytest.raises(BadInput, match="can't be written"):
        await export(graph, path, "1.0")
    assert path.read_bytes() == b"old"


def test_lines_are_sorted_also_when_memory_holds_few() -> None:
    lines = [b"%d" % Random(number).randrange(10**6) for number in range(500)]
    for limit in (1, 100, 10**6):
        spill = Spill(limit)
        for one in lines:
            spill.add(one)
        assert list(spill.lines()) == sorted(one + b"\n" for one in lines)
        spill.close()

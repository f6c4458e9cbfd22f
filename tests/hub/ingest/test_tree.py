"""The tree of categories: labels and wider codes for what is in use, from the loaded vocabulary."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest.cpv import SOURCE
from hub.ingest.load import LoadOptions
from hub.ingest.report import Report
from hub.ingest.tree import widened
from tests.hub.ingest.given import award, jsonl, release, supplier
from tests.hub.ingest.lists import CPV, vocabulary
from tests.hub.ingest.worlds import edges, loaded, stored

pytestmark = pytest.mark.anyio

FENNEL = supplier("Fennel Ltd", "s-1")


def bought(number: int, day: str, *codes: str) -> dict[str, Any]:
    """A process that became public on a day and whose award is for codes."""
    items = [
        {"id": str(at), "classification": {"scheme": "CPV", "id": code, "description": f"our {at}"}}
        for at, code in enumerate(codes)
    ]
    return release(
        f"r-{number}",
        f"{day}T09:00:00Z",
        ocid=f"ocds-zzzzzz-{number}",
        awards=[award("1", FENNEL, items=items)],
    )


def market(folder: Path) -> list[Path]:
    """A code with and one without check digit, a wide one later, and one that no list has."""
    return [
        jsonl(folder / "a", [bought(1, "2026-01-10", "72212000-4", "99000000")]),
        jsonl(folder / "b", [bought(2, "2026-02-10", "72212000", "72000000")]),
    ]


def test_a_code_is_widened_digit_by_digit_down_to_its_division() -> None:
    assert list(widened("72212345")) == [
        "72212340",
        "72212300",
        "72212000",
        "72210000",
        "72200000",
        "72000000",
    ]
    assert list(dict.fromkeys(widened("30100000"))) == ["30000000"]
    assert list(widened("60000000")) == list(widened("00000000")) == []


async def test_codes_get_their_labels_and_what_they_lie_within(
    graph: Graph, tmp_path: Path
) -> None:
    report = Report()
    await loaded(graph, *market(tmp_path), vocabulary(tmp_path / "cpv"), report=report)
    assert report.codes == {"UNLISTED_CATEGORY": 1}
    found = {one["code"]: one for one in await stored(graph, "Category")}
    assert found.keys() == {"72212000", "72200000", "72000000", "99000000"}
    for code in ("72212000-4", "72200000-7", "72000000-5"):
        assert found[code[:8]]["name"] == CPV[code]
    assert found["99000000"]["name"] == "our 1"
    assert {code: one["publicFrom"][:10] for code, one in found.items()} == dict.fromkeys(
        found, "2026-01-10"
    )
    codes = {one["id"]: one["code"] for one in found.values()}
    within = await edges(graph, "WITHIN", "Category", "Category")
    assert {(codes[a], codes[b]) for a, b, _ in within} == {
        ("72212000", "72200000"),
        ("72200000", "72000000"),
    }
    for _, _, told in within:
        assert told == {"publicFrom": "2026-01-10T09:00:00Z", "source": SOURCE.id}
    assert not await stored(graph, "CategoryState")


async def test_the_tree_is_the_same_whatever_was_loaded_first(graph: Graph, tmp_path: Path) -> None:
    files = [*market(tmp_path), vocabulary(tmp_path / "cpv")]
    hashes = set[str]()
    for order in permutations(files):
        await wipe(graph)
        for path in order:
            await loaded(graph, path)
        hashes.add(await content_hash(graph))
    assert len(hashes) == 1
    assert not (await loaded(graph, *files)).changed


async def test_a_vocabulary_that_loses_codes_loses_their_place(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, *market(tmp_path))
    without = await stored(graph, "Category")
    assert {one["code"] for one in without} == {"72212000", "72000000", "99000000"}
    await loaded(graph, vocabulary(tmp_path / "cpv"))
    fewer = {code: label for code, label in CPV.items() if not code.startswith("72")}
    await loaded(
        graph, vocabulary(tmp_path / "cpv", fewer), options=LoadOptions(fetched=date(2026, 1, 2))
    )
    assert await stored(graph, "Category") == without
    assert await edges(graph, "WITHIN", "Category", "Category") == []

"""What lists say of bodies: it fills what no source states, and says who replaced whom."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest.derive import Steps
from hub.ingest.described import ALWAYS, Described
from hub.ingest.load import LoadOptions
from tests.hub.ingest.given import award, buyer, jsonl, release, supplier
from tests.hub.ingest.lists import authority, body, table
from tests.hub.ingest.worlds import edges, loaded, stored

pytestmark = pytest.mark.anyio

NAMES = ("Ostermoor Borough Council", "Quillmere Council", "Fernhollow College", "Tarnbeck Board")


def market(folder: Path) -> Path:
    """Each buys once; the first says its region in the second month."""
    made: list[dict[str, Any]] = []
    for number, name in enumerate(NAMES):
        made.append(bought(f"r-{number}", "2026-01-10", name, f"ocds-zzzzzz-{number}"))
    region = {"region": "UKZ1"}
    made.append(bought("r-9", "2026-02-10", NAMES[0], "ocds-zzzzzz-9", address=region))
    return jsonl(folder / "market", made)


def bought(id: str, day: str, name: str, ocid: str, **more: Any) -> dict[str, Any]:
    """An award of a body to a firm of a listed body's name."""
    firm = supplier("Quillmere Council Services Ltd", "s-1")
    parties = [buyer(name, "b-1", **more), firm]
    who = {"id": "b-1", "name": name}
    day = f"{day}T09:00:00Z"
    return release(id, day, ocid=ocid, buyer=who, parties=parties, awards=[award("1", firm)])


def lists(folder: Path) -> list[Path]:
    """A council that ended, the one that replaced it, and a list in which one name is unsure."""
    authorities = [
        authority(end_date="2023-04-01", replaced_by="ZQU"),
        authority(local_authority_code="ZQU", official_name=NAMES[1], nice_name="Quillmere")
        | {"alt-names": "", "gss-code": "E99000002", "region": "", "nation": "Wales"},
    ]
    bodies = [body(1, NAMES[2]), body(2, NAMES[3], "Health"), body(3, NAMES[3], "Police")]
    return [table(folder / "la", authorities), table(folder / "psb", bodies, "\t")]


def test_what_a_list_says_stands_until_a_source_says_otherwise() -> None:
    known = Described("public", "Health", "UKD")
    later: Steps = [("2026-02", "Police")]
    assert known.filled("sector", [], "2026-01") == [("2026-01", "Health")]
    assert known.filled("sector", later, "2026-01") == [("2026-01", "Health"), *later]
    assert known.filled("sector", later, "2026-02") == later
    assert known.filled("sector", [("2026-02", "Health")], "2026-01") == [("2026-01", "Health")]
    assert known.filled("sizeClass", later, "2026-01") == later


async def test_lists_fill_what_no_source_states(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, market(tmp_path), *lists(tmp_path))
    found = {one["name"]: one for one in await stored(graph, "Organisation")}
    told = {name: (found[name].get("sector"), found[name].get("region")) for name in found}
    assert told == {
        NAMES[0]: ("Local Government", "UKZ1"),
        NAMES[1]: ("Local Government", "UKL"),
        NAMES[2]: ("Education", None),
        NAMES[3]: (None, None),
        "Quillmere Council Services Ltd": (None, None),
    }
    (before,) = await stored(graph, "OrganisationState")
    assert (before["region"], before["publicTo"][:10]) == ("UKD", "2026-02-10")
    old, new = found[NAMES[0]]["id"], found[NAMES[1]]["id"]
    ((a, b, told_by),) = await edges(graph, "SUCCEEDED_BY", "Organisation", "Organisation")
    assert (a, b, told_by["on"], told_by["publicFrom"]) == (old, new, "2023-04-01", ALWAYS)


async def test_until_a_day_it_is_as_it_was_known(graph: Graph, tmp_path: Path) -> None:
    until = LoadOptions(until=date(2026, 1, 31))
    await loaded(graph, market(tmp_path), *lists(tmp_path), options=until)
    (one,) = [o for o in await stored(graph, "Organisation") if o["name"] == NAMES[0]]
    assert one["region"] == "UKD"


async def test_any_order_ends_alike_and_a_later_edition_takes_back(
    graph: Graph, tmp_path: Path
) -> None:
    paths = [market(tmp_path), *lists(tmp_path)]
    hashes = set[str]()
    for order in permutations(paths):
        await wipe(graph)
        for path in order:
            await loaded(graph, path)
        hashes.add(await content_hash(graph))
    assert len(hashes) == 1
    assert not (await loaded(graph, *paths)).changed
    other = table(tmp_path / "later", [authority(region="London")])
    await loaded(graph, other, options=LoadOptions(fetched=date(2026, 1, 2)))
    assert await edges(graph, "SUCCEEDED_BY", "Organisation", "Organisation") == []
    found = {one["name"]: one.get("region") for one in await stored(graph, "Organisation")}
    assert found[NAMES[1]] is None
    (before,) = await stored(graph, "OrganisationState")
    assert before["region"] == "UKI"

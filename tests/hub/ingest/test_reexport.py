"""The graph as OCDS again: valid, redacted, counted, and tolerated when it is loaded once more."""

import csv
import gzip
import json
from collections import Counter
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from graph import loading
from graph.driver import Graph, Step
from graph.errors import Conflict
from graph.wipe import wipe
from hub.demo.sizes import Order
from hub.demo.world import write_world
from hub.ingest.load import LoadOptions
from hub.ingest.reexport import Told, reexport
from tests.hub.ingest.given import award, buyer, jsonl, release, supplier
from tests.hub.ingest.ocdsschema import validator
from tests.hub.ingest.test_spend import AGAIN, DAYS, MARCH, spend
from tests.hub.ingest.worlds import files, loaded, stored

pytestmark = pytest.mark.anyio
Json = dict[str, Any]


async def written(graph: Graph, path: Path) -> tuple[Told, Json]:
    """What was told of a package, and the package."""
    told = await reexport(graph, path, lambda done, total: None)
    return told, json.loads(path.read_bytes(), parse_float=Decimal)


def all_releases(package: Json) -> list[Json]:
    """Embedded and compiled ones."""
    return [
        one
        for record in package["records"]
        for one in (*record["releases"], record["compiledRelease"])
    ]


def some(path: Path, folder: Path, count: int) -> tuple[Path, list[dict[str, str]]]:
    """A table with the first rows of another, and these."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(islice(csv.DictReader(file), count))
    made = folder / path.name
    with made.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return made, rows


async def test_every_release_of_the_real_files_and_the_demo_world_is_valid_again(
    graph: Graph, tmp_path: Path, data_dir: Path
) -> None:
    """One load of all releases and a part of the tables and of the fictional world."""
    names = ("ocds-releases.jsonl", "ocds-fts-releases.jsonl")
    notices, rows = some(data_dir / "contracts-finder-notices-2015-2023.csv", tmp_path, 120)
    returns, rows = some(data_dir / "gcloud-sales-2012-2013.csv", tmp_path, 100)
    invented = write_world(tmp_path / "demo", Order("tiny", 3))
    told = await loaded(graph, *(data_dir / name for name in names), notices, returns, *invented)
    done, package = await written(graph, tmp_path / "all.json")
    found = all_releases(package)
    check = validator(data_dir / "reference")
    wrong = [f"{one['id']}: {error.message}" for one in found for error in check.iter_errors(one)]
    assert not wrong

    raw = [
        json.loads(line)
        for name in names
        for line in (data_dir / name).read_text("utf-8").splitlines()
    ]
    embedded = {
        (one["ocid"], one["id"]): one for record in package["records"] for one in record["releases"]
    }
    for one in raw:
        again = embedded.get((one["ocid"], one.get("id")))
        assert again or not one.get("id")
        if again:
            assert again["tag"] == one["tag"]
            assert len(again.get("awards") or []) == len(one.get("awards") or [])
    nameless = [one for one in embedded.values() if "/id" in one["x_hub"].get("minted", [])]
    without = [one for one in nameless if one["ocid"].startswith("ocds-")]
    assert len(without) == sum(not one.get("id") for one in raw) == 30

    spent = Counter[str]()
    for one in embedded.values():
        for contract in one.get("contracts") or []:
            for paid in (contract.get("implementation") or {}).get("transactions") or []:
                if one["x_hub"]["source"]["name"] == "G-Cloud sales returns":
                    spent[paid["x_reference"]] += paid["value"]["amount"]
    assert spent == {row["ID"]: Decimal(row["EvidencedSpend"]) for row in rows}
    outside = sum(one["origin"] == "returns" for one in await stored(graph, "Contract"))
    assert done.releases == told.releases + outside == len(embedded)
    assert package["publishedDate"] == max(r["compiledRelease"]["date"] for r in package["records"])
    assert all(one["licence"] and one["publisher"] for one in package["x_hub"]["sources"])
    assert "license" not in package, "the data sets have different ones"


async def test_equal_content_gives_equal_bytes_and_lines_hold_the_compiled_releases(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, *files(tmp_path))
    _, package = await written(graph, tmp_path / "one.json")
    await written(graph, tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    await reexport(graph, tmp_path / "c.jsonl.gz", lambda done, total: None)
    with gzip.open(tmp_path / "c.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = [json.loads(line, parse_float=Decimal) for line in file]
    assert lines == [record["compiledRelease"] for record in package["records"]]
    assert {tuple(one["tag"]) for one in lines} == {("compiled",)}
    assert package["version"] == "1.1"
    assert not [one for one in all_releases(package) if "mentionId" in json.dumps(one, default=str)]


async def test_what_is_exported_can_be_loaded_again(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, *files(tmp_path))
    before = await contracts(graph)
    paid = await stored(graph, "Payment")
    await written(graph, tmp_path / "out.json")
    await wipe(graph)
    told = await loaded(graph, tmp_path / "out.json")
    assert (told.exit_code, told.refused_rows) == (0, 0)
    assert before
    assert before <= await contracts(graph)
    assert paid
    assert not await stored(graph, "Payment"), "lines of returns come back inside contracts only"
    assert not (await loaded(graph, tmp_path / "out.json")).changed


async def contracts(graph: Graph) -> Counter[tuple[object, ...]]:
    """What contracts say now."""
    names = ("reference", "title", "valueE5", "currency", "signedOn", "startsOn", "endsOn")
    found = [one for one in await stored(graph, "Contract") if one.get("ocid")]
    return Counter(tuple(one.get(name) for name in names) for one in found)


async def test_an_ocid_of_two_buyers_and_repeated_ids_are_told_apart_and_marked(
    graph: Graph, tmp_path: Path, data_dir: Path
) -> None:
    other = buyer("Quillhaven Police", "b-2")
    named = {"id": "b-2", "name": "Quillhaven Police"}
    firm = supplier("Fennel Ltd", "s-1")
    twice = [award("1", firm), award("1", firm, title="another")]
    data = [
        release("r-1", parties=[buyer(), firm], awards=twice),
        release("r-2", "2026-02-10", parties=[other], buyer=named),
        release("", "2026-03-10", ocid="ocds-zzzzzz-2", initiationType="other", tag=None),
    ]
    data[2]["tender"] = {"status": "asleep"}
    await loaded(graph, jsonl(tmp_path / "a.jsonl", data))
    done, package = await written(graph, tmp_path / "a.json")
    first, split, bare = package["records"]
    assert first["ocid"] == "ocds-zzzzzz-1"
    assert split["ocid"].startswith("ocds-zzzzzz-1-")
    assert split["releases"][0]["x_hub"]["ocid"] == "ocds-zzzzzz-1"
    assert split["releases"][0]["date"] == "2026-02-10T00:00:00Z"
    assert len({one["id"] for one in first["compiledRelease"]["awards"]}) == 2
    marked = first["compiledRelease"]["x_hub"]["minted"]
    assert {"/awards/0/id", "/awards/1/id"} <= set(marked)
    told = bare["releases"][0]["x_hub"]
    assert {"/id", "/tag", "/tender/id"} <= set(told["minted"])
    wrong = {(one["path"], one["was"]) for one in told["mended"]}
    assert {("/tender/status", "asleep"), ("/initiationType", "other")} <= wrong
    assert done.mends["NOT_IN_CODELIST"] == 4
    check = validator(data_dir / "reference")
    assert not [error for one in all_releases(package) for error in check.iter_errors(one)]


async def test_of_a_spend_list_that_was_corrected_the_newest_sums_are_told(
    graph: Graph, tmp_path: Path, data_dir: Path
) -> None:
    for day, rows in (DAYS[0], MARCH), (DAYS[1], AGAIN):
        path = spend(tmp_path / f"{day}.csv", rows)
        await loaded(graph, path, options=LoadOptions(fetched=day))
    done, package = await written(graph, tmp_path / "a.json")
    check = validator(data_dir / "reference")
    assert not [error for one in all_releases(package) for error in check.iter_errors(one)]
    told = {
        (contract["title"], paid["payee"]["name"], paid["value"]["amount"], paid["x_month"])
        for record in package["records"]
        for contract in record["compiledRelease"]["contracts"]
        for paid in contract.get("implementation", {}).get("transactions", [])
    }
    assert told == {
        ("Lamps", "Fennel Ltd", Decimal(90), "2024-03"),
        ("Lamps", "Tansy plc", Decimal("-20.25"), "2024-03"),
        ("Roads", "Quill & Co", Decimal(7), "2024-03"),
    }
    assert done.processes >= 3


async def test_an_empty_graph_is_a_package_without_records(graph: Graph, tmp_path: Path) -> None:
    done, package = await written(graph, tmp_path / "none.json")
    assert (done.processes, package["records"]) == (0, [])


async def test_after_a_load_that_was_cut_off_nothing_is_written(
    graph: Graph, tmp_path: Path
) -> None:
    await graph.write(Step(loading.BEGIN))
    with pytest.raises(Conflict, match="cut off"):
        await written(graph, tmp_path / "none.json")
    assert not list(tmp_path.iterdir())

"""The real files against a plain recount of them with the csv module alone."""

import csv
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from graph.money import from_e5
from hub.ingest.listed import listed, stored_lists
from hub.ingest.report import Report
from tests.hub.ingest.alike import identify_says_what_loading_did
from tests.hub.ingest.worlds import edges, loaded, stored

pytestmark = pytest.mark.anyio

RETURNS = "gcloud-sales-2012-2013.csv"


async def test_the_real_folder_agrees_with_a_plain_recount(graph: Graph, data_dir: Path) -> None:
    """One load, since it takes seconds; then every count is compared."""
    report = Report()
    told = await loaded(graph, data_dir, report=report)
    assert (told.payments, told.releases, told.repeats) == (5769, 1027, 25)
    assert told.entries == 9458 + 470 + 30359 + 981 + 44
    assert told.rows == 6821 + told.entries
    assert (told.refused_rows, told.exit_code) == (0, 3)
    await lines_pairs_and_sums(graph, report, data_dir)
    await releases_and_unknown_files(graph, report)
    assert await stored_lists(graph) == listed(data_dir / "reference")
    await identify_says_what_loading_did(graph)
    await loaded_again_in_another_order(graph, data_dir)


def recounted(folder: Path) -> list[dict[str, str]]:
    """The rows, white space collapsed as mentions and texts have it."""
    with (folder / RETURNS).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["CustomerName"], row["SupplierName"]) for row in rows}) == 736
    return [{name: " ".join(text.split()) for name, text in row.items()} for row in rows]


async def lines_pairs_and_sums(graph: Graph, report: Report, data_dir: Path) -> None:
    rows = recounted(data_dir)
    payments = await stored(graph, "Payment")
    refused = [one for one in report.findings if one.file == RETURNS and one.refused]
    assert len(rows) == 5769 == len(payments) + len(refused)
    under = {a: b for a, b, _ in await edges(graph, "PAID_UNDER", "Payment", "Contract")}
    assert under.keys() == {one["id"] for one in payments}

    returned = {one["id"] for one in await stored(graph, "Contract") if one["origin"] == "returns"}
    names = {one["id"]: one["name"] for one in await stored(graph, "Mention")}
    bought: dict[str, str] = {}
    sold: dict[str, str] = {}
    for type, ends in (("BOUGHT", bought), ("SUPPLIED", sold)):
        for _, contract, told in await edges(graph, type, "Organisation", "Contract"):
            if contract in returned:
                ends[contract] = names[told["mention"]]
    pairs = {(row["CustomerName"], row["SupplierName"]) for row in rows}
    assert {(bought[contract], sold[contract]) for contract in returned} == pairs
    assert len(pairs) == 736

    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row["SupplierName"]] += Decimal(row["EvidencedSpend"])
    ours: defaultdict[str, Decimal] = defaultdict(Decimal)
    for one in payments:
        ours[sold[under[one["id"]]]] += from_e5(one["amountE5"])
    assert ours == sums

    by_line = {one["reference"]: one for one in payments}
    for row in rows:
        one = by_line[row["ID"]]
        assert one["month"] == row["ReturnMonth"][:7]
        assert (one.get("text") or "") == row["ProjectNameAndDescription"]


async def releases_and_unknown_files(graph: Graph, report: Report) -> None:
    releases = await stored(graph, "Release")
    assert len({one["digest"] for one in releases}) == len(releases) == 138 + 889
    assert sum(one.get("reference") is None for one in releases) == 30 + 889  # rows have none
    tells = Counter(a for a, _, _ in await edges(graph, "TELLS", "Release", "Procurement"))
    assert set(tells.values()) == {1}
    assert tells.keys() == {one["id"] for one in releases}
    assert len(await stored(graph, "Procurement")) == len({one["ocid"] for one in releases})
    unknown = {one.file for one in report.findings if one.code == "UNKNOWN_FILE"}
    assert {
        "contracts-register-exeter.csv",
        "identity-pairs.csv",
    } <= unknown
    lists = {"cpv_en.json", "uk_local_authorities.csv", "police-force.tsv"}
    assert not {f"reference/{name}" for name in lists} & unknown
    assert not [one["raw"] for one in releases if "contactPoint" in one["raw"]]


async def loaded_again_in_another_order(graph: Graph, data_dir: Path) -> None:
    wanted = await content_hash(graph)
    for name in (
        "ocds-package.json",
        "ocds-fts-releases.jsonl",
        "ocds-releases.jsonl",
        "contracts-finder-notices-2015-2023.csv",
        RETURNS,
    ):
        assert not (await loaded(graph, data_dir / name)).changed
    assert await content_hash(graph) == wanted

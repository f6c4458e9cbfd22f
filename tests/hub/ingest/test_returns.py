"""Sales returns through mappings: G-Cloud's own, in any kind of table, and another framework's."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.driver import Graph
from graph.hashing import content_hash
from graph.ids import make_id
from graph.text import name_key, words
from graph.wipe import wipe
from hub.ingest.explain import explained
from hub.ingest.load import LoadOptions
from hub.ingest.report import Report
from tests.hub.ingest.given import COLUMNS, line, returns
from tests.hub.ingest.test_tables import table, told_by
from tests.hub.ingest.worlds import lines, loaded, stored

pytestmark = pytest.mark.anyio

OURS = """
extends = "g-cloud-sales-returns"
name = "lamp-returns"
scheme = "Lamps lot"
recognise = ["reference", "lot", "supplier", "buyer", "month", "value"]
[source]
name = "Returns of the lamp framework"
publisher = "Lamp Buying Group"
licence = "none"
[constants]
framework = "Lamps 3"
[columns]
reference = ["Line no"]
lot = ["Lot"]
supplier = ["Firm"]
buyer = ["Member"]
month = ["Invoice date"]
value = ["Net £"]
[lots]
A = "Street lamps"
"""
HEADING = ("Line no", "Lot", "Firm", "Member", "Invoice date", "Net £", "SMEorLarge")


async def test_returns_in_a_workbook_or_with_semicolons_are_the_same_returns(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, returns(tmp_path / "a.csv", lines()))
    wanted = await content_hash(graph)
    await wipe(graph)
    rows = [[one[name] for name in COLUMNS] for one in lines()]
    book = Workbook()
    for row in [COLUMNS, *rows[:3]]:
        book.worksheets[0].append(row)
    book.save(tmp_path / "b.xlsx")
    rest = table(tmp_path / "c.csv", [COLUMNS, *rows[3:]], ";")
    told = await loaded(graph, tmp_path / "b.xlsx", rest)
    assert (told.payments, told.refused_rows) == (len(rows), 0)
    assert await content_hash(graph) == wanted


async def test_returns_of_another_framework_come_by_another_mapping(
    graph: Graph, tmp_path: Path
) -> None:
    rows = [
        HEADING,
        ("1", "A", "Fennel Ltd", "Ostermoor Council", "14/03/2024", "£1,200.50", "SME"),
        ("2", "B", "Fennel Ltd", "Ostermoor Council", "2024-04", "(20)", ""),
        ("3", "A", "#REF!", "Ostermoor Council", "2024-04", "1", ""),
        ("4", "A", "Tansy plc", "Ostermoor Council", "soon", "1", ""),
    ]
    path = table(tmp_path / "a.csv", rows)
    report, mine = Report(), LoadOptions(mapping=told_by(tmp_path / "mine.toml", OURS))
    told = await loaded(graph, path, options=mine, report=report)
    assert (told.rows, told.payments, told.refused_rows) == (4, 2, 2)
    assert report.codes == {"FORMULA_ERROR": 1, "MISSING_VALUE": 1, "BAD_VALUE": 1}
    payments = {one["reference"]: one for one in await stored(graph, "Payment")}
    assert {name: one["amountE5"] for name, one in payments.items()} == {
        "1": 120_050_000,
        "2": -2_000_000,
    }
    assert payments["1"]["publicFrom"] == "2024-03-31T23:00:00Z"
    source = make_id("src", "lamp-returns")
    assert {one["source"] for one in payments.values()} == {source}
    (stored_source,) = await stored(graph, "Source")
    assert (stored_source["id"], stored_source["publisher"]) == (source, "Lamp Buying Group")
    categories = {
        (one["scheme"], one["code"], one["name"]) for one in await stored(graph, "Category")
    }
    assert categories == {("Lamps lot", "A", "Street lamps"), ("Lamps lot", "B", "B")}
    (framework,) = await stored(graph, "Framework")
    assert framework["code"] == "Lamps 3"
    again = await loaded(graph, path, options=mine)
    assert (again.repeats, again.changed) == (2, False)
    made = explained(path, mine.mapping, None, "x.toml")
    assert (made.tried, made.refused, made.fetched, made.own) == (4, 2, False, True)
    assert made.rows[0]["value"] == "1,200.50 GBP"


async def test_the_same_line_with_other_content_is_kept_out(graph: Graph, tmp_path: Path) -> None:
    told = await loaded(graph, returns(tmp_path / "a.csv", [line(), line(EvidencedSpend="7")]))
    assert (told.payments, told.refused_rows) == (1, 1)


async def test_the_real_returns_keep_the_ids_that_were_given_out(
    graph: Graph, tmp_path: Path, data_dir: Path
) -> None:
    """Ids outlive the code that made them, so they are made here by the words of record 2."""
    path = data_dir / "gcloud-sales-2012-2013.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [{k: " ".join(v.split()) for k, v in row.items()} for row in csv.DictReader(file)]
    source = make_id("src", "g-cloud-sales-returns")
    (tmp_path / "some.csv").write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:301]))
    await loaded(graph, tmp_path / "some.csv")
    some = rows[:300]
    ids = {make_id("pay", source, row["ID"]) for row in some}
    assert {one["id"] for one in await stored(graph, "Payment")} == ids
    contracts = {
        make_id(
            "con",
            source,
            name_key(row["CustomerName"]),
            name_key(row["SupplierName"]),
            row["Framework"],
            row["LotDescription"],
            " ".join(words(row["ProjectNameAndDescription"])),
        )
        for row in some
    }
    assert {one["id"] for one in await stored(graph, "Contract")} == contracts

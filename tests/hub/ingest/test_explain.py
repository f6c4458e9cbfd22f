"""`hub load --explain`: what is guessed of invented tables, said about it, and then loads."""

import json
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from graph.driver import Graph
from graph.errors import BadInput
from hub.gateway.cli import main
from hub.ingest.explain import explained
from hub.ingest.load import LoadOptions
from hub.ingest.mapping import mapping_in
from hub.ingest.report import Report
from tests.hub.ingest.given import line, release, returns
from tests.hub.ingest.test_tables import table
from tests.hub.ingest.worlds import loaded, stored

pytestmark = pytest.mark.anyio

HEADINGS = (
    "Ref. no. (our own)",
    "What the contract is about: title",
    "Vendor\nname",
    "Co. House registration",
    "Awarded value £ (whole life)",
    "Contract start date (DD/MM/YYYY)",
    "Contract expiry",
    "Codes",
    "Officer to contact",
    "Ward",
)
ROWS = (
    ("A-1", "Lamp posts", "Fennel & Co Ltd", "01234567", "£1,200.50", "13/02/2024", "31/01/2026")
    + ("34928500", "Jo Zedd", "North"),
    ("A-2", "Benches", "Tansy plc", "SC123456", "£300", "01/03/2024", "", "39113600-3", "", "East"),
    ("A-3", "Bins", "Quill Ltd", "", "about £5", "31/02/2024", "01/01/2027", "", "Al Yott", ""),
    ("", "Roads", "Quill Ltd", "", "£7", "01/04/2024", "01/01/2027", "", "", "South"),
)
DAY = date(2026, 5, 1)


def strange(path: Path, rows: Sequence[Sequence[str]] = ROWS, separator: str = ",") -> Path:
    """A table that no mapping of the hub knows."""
    return table(path, [("Our contracts",), HEADINGS, *rows], separator)


def mended(toml: str) -> str:
    """The mapping after an officer has named the body."""
    return toml.replace('# buyer = "Name', 'buyer = "Ostermoor Borough Council"  # "Name')


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_strange_table_is_guessed_and_what_is_sure_is_told_apart(
    tmp_path: Path, separator: str
) -> None:
    made = explained(strange(tmp_path / "Our List.csv", separator=separator), None, None, "x.toml")
    wanted = {
        "reference": HEADINGS[0],
        "title": HEADINGS[1],
        "supplier": "Vendor name",
        "value": HEADINGS[4],
        "start": HEADINGS[5],
        "end": HEADINGS[6],
        "cpv": "Codes",
    }
    assert {name: made.columns.get(name) for name in wanted} == wanted
    assert made.personal == ["Officer to contact"]
    assert "Ward" in made.left
    unsure = " ".join(made.unsure)
    assert 'cpv: column "Codes"; its cells are codes of eight digits' in unsure
    assert "buyer: no column says who bought" in unsure
    assert "--fetched" in unsure
    assert "Zedd" not in str(made)
    assert (made.tried, made.refused, made.fetched) == (4, 1, True)
    assert [row["line"] for row in made.rows] == ["4", "5", "6"]
    first = {name: made.rows[0][name] for name in ("reference", "supplier", "value", "start")}
    assert first == {
        "reference": "A-1",
        "supplier": "Fennel & Co Ltd",
        "value": "1,200.50 GBP",
        "start": "2024-02-13",
    }
    told = {(one["code"], one["line"]) for one in made.findings}
    assert told == {("BAD_AMOUNT", 6), ("BAD_DATE", 6), ("MISSING_VALUE", 7)}


async def test_the_written_mapping_loads_what_was_shown(graph: Graph, tmp_path: Path) -> None:
    path = strange(tmp_path / "list.csv")
    made = explained(path, None, DAY, "x.toml")
    assert made.toml
    report = Report()
    options = LoadOptions(None, DAY, mapping_in(made.toml, "x.toml"))
    told = await loaded(graph, path, options=options, report=report)
    assert (told.files, report.codes) == (0, {"UNKNOWN_FILE": 1})  # nobody bought yet
    report = Report()
    options = LoadOptions(None, DAY, mapping_in(mended(made.toml), "x.toml"))
    told = await loaded(graph, path, options=options, report=report)
    assert (told.rows, told.refused_rows) == (made.tried, made.refused)
    assert report.codes == made.codes
    contracts = {one["reference"]: one for one in await stored(graph, "Contract")}
    assert {row["reference"] for row in made.rows} == contracts.keys()
    assert contracts["A-1"]["valueE5"] == 120_050_000
    buyers = {one["name"] for one in await stored(graph, "Mention") if one["kind"] == "public"}
    assert buyers == {"Ostermoor Borough Council"}
    again = explained(path, mapping_in(mended(made.toml), "x.toml"), DAY, "x.toml")
    assert (again.reader, again.own, again.refused, again.toml) == ("my-list", True, 1, None)


def test_a_workbook_and_headings_in_two_rows_are_guessed_alike(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([*HEADINGS[:5], "Term", "", *HEADINGS[7:]])
    sheet.append([*[""] * 5, "Start date", "End date", *[""] * 3])
    for row in ROWS:
        sheet.append(row)
    book.save(tmp_path / "b.xlsx")
    made = explained(tmp_path / "b.xlsx", None, DAY, "x.toml")
    assert (made.columns["start"], made.columns["end"]) == ("Start date", "End date")
    assert (made.tried, made.refused) == (4, 1)


def test_months_first_are_told_by_a_day_after_the_twelfth(tmp_path: Path) -> None:
    rows = [(*row[:5], "02/13/2024", "12/31/2026", *row[7:]) for row in ROWS[:2]]
    made = explained(strange(tmp_path / "a.csv", rows), None, DAY, "x.toml")
    assert "dates: the month comes first" in made.sure
    assert (made.rows[0]["start"], made.rows[0]["end"]) == ("2024-02-13", "2026-12-31")


def test_days_that_could_be_either_are_said_to_be_read_as_day_first(tmp_path: Path) -> None:
    rows = [(*row[:5], "02/03/2024", "12/01/2026", *row[7:]) for row in ROWS[:2]]
    made = explained(strange(tmp_path / "a.csv", rows), None, DAY, "x.toml")
    assert any(text.startswith("dates: day or month first?") for text in made.unsure)
    assert made.rows[0]["start"] == "2024-03-02"


def test_rows_that_no_column_tells_apart_are_said_to_become_one(tmp_path: Path) -> None:
    same = ("X", "Lamps", "Fennel Ltd", "", "£5", "13/02/2024", "31/01/2026", "", "", "")
    made = explained(strange(tmp_path / "a.csv", [same, same]), None, DAY, "x.toml")
    assert any("would become one" in text for text in made.unsure)


def test_a_cell_that_denies_its_heading_is_no_date(tmp_path: Path) -> None:
    rows = [("Title", "Supplier", "Start Date"), ("Lamps", "Fennel Ltd", "see file")]
    made = explained(table(tmp_path / "a.csv", rows), None, DAY, "x.toml")
    assert "start" not in made.columns
    assert any("0 of 1 cells are dates; left out" in text for text in made.unsure)


@pytest.mark.parametrize("nasty", ['a"b\\', "a\tb", "é�", "]\x7f", "x # y"])
def test_any_heading_can_be_written(tmp_path: Path, nasty: str) -> None:
    rows = [("Title", f"Supplier {nasty}", "Contract Value"), ("Lamps", "Fennel Ltd", "5")]
    made = explained(table(tmp_path / "a.csv", rows), None, DAY, "x.toml")
    assert made.toml
    told: dict[str, Any] = tomllib.loads(made.toml)
    assert told["columns"]["supplier"] == [" ".join(rows[0][1].split())]


def test_a_file_that_the_hub_knows_says_what_reads_it(tmp_path: Path) -> None:
    known = returns(tmp_path / "a.csv", [line()])
    assert explained(known, None, None, "x.toml").reader == "G-Cloud sales returns"
    (tmp_path / "b.json").write_text(json.dumps(release()))
    assert explained(tmp_path / "b.json", None, None, "x.toml").reader == "OCDS releases"
    heading = ("Contract Ref", "Title", "Supplier", "Value", "Start Date", "End Date")
    rows = [heading, ("R1", "Lamps", "Fennel Ltd", "5", "01/02/2024", "31/01/2026")]
    made = explained(table(tmp_path / "c.csv", rows), None, DAY, "x.toml")
    assert made.reader == "contracts-register"
    assert made.toml
    assert tomllib.loads(mended(made.toml))["constants"]["buyer"] == "Ostermoor Borough Council"


@pytest.mark.parametrize("text", ["", "Dear hub,\nno table here", "\x00\x01\x02", "a,b\n1,2\n"])
def test_what_is_no_table_is_refused_or_has_no_columns(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text)
    try:
        made = explained(tmp_path / "a.csv", None, None, "x.toml")
    except BadInput:
        made = None
    assert made is None or made.columns == {}
    with pytest.raises(BadInput, match="none.csv"):
        explained(tmp_path / "none.csv", None, None, "x.toml")
    with pytest.raises(BadInput, match="is a folder"):
        explained(tmp_path, None, None, "x.toml")


def test_the_command_writes_the_mapping_once_and_needs_no_graph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_HOME", str(tmp_path / "home"))
    path = strange(tmp_path / "our.list.csv")
    assert main(["load", "--explain", str(path)]) == 1
    said = capsys.readouterr().out
    written = tmp_path / "our-mapping.toml"
    assert f"The mapping was written to {written}" in said
    assert "1 of 4 rows would be refused." in said
    assert "line 4: reference A-1; title Lamp posts" in said
    written.write_text("# mine", "utf-8")
    assert main(["load", "--explain", str(path)]) == 1
    assert "is there already and was left as it is" in capsys.readouterr().out
    assert written.read_text("utf-8") == "# mine"
    assert main(["load", "--explain", str(path), "--out", str(written)]) != 0
    assert "is there already and was left as it is" in capsys.readouterr().err
    assert not (tmp_path / "home" / "graph").exists()


@pytest.mark.parametrize(
    "words", [["--out", "x"], ["--explain", "a", "b"], ["--explain", "a", "--until", "2020-01-01"]]
)
def test_usage_that_does_not_go_together_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["load", *words])
    assert ended.value.code == 2


def test_the_real_register_is_explained_without_its_mapping(tmp_path: Path, data_dir: Path) -> None:
    plain = (data_dir / "contracts-register-exeter.csv").read_text("utf-8")
    changed = plain.replace("Contract Ref:", "Our Contract Reference:", 1)  # so that none takes it
    (tmp_path / "a.csv").write_text(changed, "utf-8")
    made = explained(tmp_path / "a.csv", None, DAY, "x.toml")
    assert made.reader is None
    sure = {text.split(":")[0] for text in made.sure}
    assert {"title", "description", "supplier", "value", "start", "end", "cpv", "key"} <= sure
    assert made.columns["reference"] == "Our Contract Reference:"
    assert (made.tried, made.refused) == (224, 0)


async def test_a_list_of_payments_is_guessed_as_spend_and_loads(
    graph: Graph, tmp_path: Path
) -> None:
    rows = [
        ("Who was paid", "Date of payment", "Sum paid (net)", "Expense type", "Cheque signed by"),
        ("Fennel Ltd", "14/03/2024", "£5.00", "Lamps", "x"),
        ("Redacted", "15/03/2024", "£7.00", "Care", "x"),
        ("Tansy plc", "15/03/2024", "seven", "Care", "x"),
    ]
    path = table(tmp_path / "a.csv", rows)
    made = explained(path, None, None, "x.toml")
    assert made.toml
    assert (made.reader, made.tried, made.refused, made.fetched) == (None, 3, 1, False)
    wanted = {"value": "5.00 GBP", "paid": "2024-03-14", "category": "Lamps"}
    assert {name: made.rows[0].get(name) for name in wanted} == wanted
    mapping = mapping_in(mended(made.toml), "x.toml")
    told = await loaded(graph, path, options=LoadOptions(mapping=mapping))
    assert (told.spend, told.refused_rows) == (2, 1)


def test_a_wide_file_has_a_list_that_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = [f"Odd {number}" for number in range(3_000)]
    path = table(tmp_path / "wide.csv", [(*HEADINGS, *wide), (*ROWS[0], *["x"] * 3_000)])
    assert main(["load", "--explain", str(path), "--json"]) == 0
    assert sum("Odd" in one for one in json.loads(capsys.readouterr().out)["left"]) == 3_000
    assert main(["load", "--explain", str(path)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) < 120
    assert max(map(len, said)) < 5_000
    assert any("in all; --json has them" in line for line in said)

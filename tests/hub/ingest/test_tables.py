"""Tables through mappings: invented registers and notices, and the real files recounted."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from graph.driver import Graph
from graph.errors import BadInput
from graph.hashing import content_hash
from graph.money import from_e5
from hub.ingest.files import found
from hub.ingest.grids import rows_of
from hub.ingest.load import LoadOptions
from hub.ingest.mapping import Mapping, mapping_of, shipped
from hub.ingest.report import Report
from tests.hub.ingest.worlds import edges, loaded, stored

pytestmark = pytest.mark.anyio

MAPPING = """
extends = "contracts-register"
name = "ostermoor-register"
[constants]
buyer = "Ostermoor Borough Council"
"""
HEADINGS = (
    "Contract\nRef:",
    "Contract Title",
    "Supplier",
    "Company Reg No",
    "SME",
    "Value",
    "Start Date",
    "End Date",
    "CPV Codes",
    "Department",
    "Contact officer",
)
LAMPS = (
    "R1",
    "Lamp\nposts",
    "Quillfeather Lighting Ltd",
    "5912608",
    "Yes",
    " \ufffd1,234.50 ",
    "01/02/2024",
    "31/01/2026",
    "34928500-3, 50232000",
    "Highways",
    "A. Person",
)
ROADS = ("R2", "Roads", "N/A", "N/A", "", "TBC", "TBC", "Ongoing", "", "Highways", "A. Person")
FETCHED = date(2026, 5, 1)


def table(path: Path, rows: Sequence[Sequence[str]], separator: str = ",") -> Path:
    """A table as a spreadsheet writes it: with a mark of its encoding."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return path


def told_by(path: Path, text: str = MAPPING) -> Mapping:
    """A mapping that somebody wrote."""
    path.write_text(text, "utf-8")
    return mapping_of(path)


def options(tmp_path: Path) -> LoadOptions:
    return LoadOptions(None, FETCHED, told_by(tmp_path / "mine.toml"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
async def test_a_register_becomes_contracts_with_their_parties(
    graph: Graph, tmp_path: Path, separator: str
) -> None:
    top = ("Contracts register 2026", *[""] * 10)
    total = ("", "Total", *[""] * 9)
    path = table(tmp_path / "any", [top, HEADINGS, LAMPS, ROADS, total], separator)
    report = Report()
    told = await loaded(graph, path, options=options(tmp_path), report=report)
    assert (told.rows, told.releases, told.refused_rows, told.exit_code) == (2, 2, 0, 0)
    assert report.codes == {"TOTALS_ROW": 1}
    contracts = {one["reference"]: one for one in await stored(graph, "Contract")}
    lamps = contracts["R1"]
    assert (lamps["title"], lamps["valueE5"], lamps["currency"]) == (
        "Lamp posts",
        123_450_000,
        "GBP",
    )
    assert (lamps["startsOn"], lamps["endsOn"]) == ("2024-02-01", "2026-01-31")
    assert (lamps["publicFrom"], lamps["basis"]) == ("2026-04-30T23:00:00Z", "fetched")
    assert contracts["R2"].get("valueE5") is None
    names = {one["name"]: one for one in await stored(graph, "Mention")}
    assert names.keys() == {"Ostermoor Borough Council", "Quillfeather Lighting Ltd"}
    assert names["Quillfeather Lighting Ltd"]["identifiers"] == ["GB-COH-05912608"]
    ((_, supplied, about),) = await edges(graph, "SUPPLIED", "Organisation", "Contract")
    assert (supplied, about["sizeClass"]) == (lamps["id"], "sme")
    assert len(await edges(graph, "BOUGHT", "Organisation", "Contract")) == 2
    codes = sorted(one["code"] for one in await stored(graph, "Category"))
    assert codes == ["34928500", "50232000"]
    raw = " ".join(one["raw"] for one in await stored(graph, "Release"))
    assert '"Department":"Highways"' in raw
    assert '"End Date":"Ongoing"' in raw
    assert "A. Person" not in raw


async def test_other_order_of_rows_and_columns_and_a_second_load_change_nothing(
    graph: Graph, tmp_path: Path
) -> None:
    first = table(tmp_path / "a.csv", [HEADINGS, LAMPS, ROADS])
    order = list(reversed(range(len(HEADINGS))))
    turned = [[row[at] for at in order] for row in (HEADINGS, ROADS, LAMPS)]
    second = table(tmp_path / "b.csv", turned, ";")
    mine = options(tmp_path)
    await loaded(graph, first, options=mine)
    wanted = await content_hash(graph)
    again = await loaded(graph, second, options=mine)
    assert (again.repeats, again.changed) == (2, False)
    assert await content_hash(graph) == wanted


async def test_every_row_is_loaded_or_reported(graph: Graph, tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("R3", "A", "Fennel Ltd", "", "Maybe", "#REF!", "31/02/2024", "", "roads", "", ""),
        ("", "No reference", "Fennel Ltd", "", "", "1", "", "", "", "", ""),
        ("#N/A", "Failed", "Fennel Ltd", "", "", "1", "", "", "", "", ""),
        (*LAMPS, "one too many"),
        HEADINGS,
    ]
    report = Report()
    path = table(tmp_path / "a.csv", rows)
    told = await loaded(graph, path, options=options(tmp_path), report=report)
    assert (told.rows, told.releases, told.refused_rows, told.exit_code) == (4, 1, 3, 3)
    assert report.codes == {
        "UNKNOWN_SIZE": 1,
        "FORMULA_ERROR": 2,
        "BAD_DATE": 1,
        "UNREAD_CODE": 1,
        "MISSING_VALUE": 2,
        "BAD_ROW": 1,
    }
    by_line = {(one.code, one.line, one.field) for one in report.findings if one.line == 3}
    assert by_line == {("FORMULA_ERROR", 3, "Value"), ("BAD_DATE", 3, "Start Date")} | {
        ("UNKNOWN_SIZE", 3, "SME"),
        ("UNREAD_CODE", 3, "CPV Codes"),
    }


async def test_a_register_without_the_day_of_its_fetching_is_refused_row_by_row(
    graph: Graph, tmp_path: Path
) -> None:
    path = table(tmp_path / "a.csv", [HEADINGS, LAMPS, ROADS])
    mine = LoadOptions(mapping=told_by(tmp_path / "mine.toml"))
    report = Report()
    told = await loaded(graph, path, options=mine, report=report)
    assert (told.refused_rows, told.exit_code, report.codes["NO_PUBLIC_TIME"]) == (2, 1, 2)


def test_a_register_that_does_not_say_whose_it_is_says_what_to_write(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [HEADINGS, LAMPS])
    report = Report()
    assert found([path], report) == []
    (finding,) = report.findings
    assert finding.code == "UNKNOWN_FILE"
    assert 'extends = "contracts-register"' in finding.advice


async def test_a_workbook_gives_what_its_csv_gives(graph: Graph, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Contracts register 2026"])
    sheet.merge_cells("A1:C1")
    sheet.append(HEADINGS)
    typed = [1234.5, datetime(2024, 2, 1), date(2026, 1, 31)]
    sheet.append([*LAMPS[:5], *typed, *LAMPS[8:]])
    book.create_sheet("Notes").append(["see above"])
    book.save(tmp_path / "book")
    mine, report = options(tmp_path), Report()
    told = await loaded(graph, tmp_path / "book", options=mine, report=report)
    assert (told.rows, told.releases, report.codes) == (1, 1, {"SHEETS_LEFT_OUT": 1})
    wanted = await content_hash(graph)
    path = table(tmp_path / "a.csv", [HEADINGS, LAMPS])
    assert (await loaded(graph, path, options=mine)).repeats == 1
    assert await content_hash(graph) == wanted


def test_merged_headings_are_read_from_both_rows(tmp_path: Path) -> None:
    upper = [
        heading if at < 6 else "Dates" if at == 6 else "" for at, heading in enumerate(HEADINGS)
    ]
    lower = ["" if at < 6 else heading for at, heading in enumerate(HEADINGS)]
    path = table(tmp_path / "a.csv", [upper, lower, LAMPS])
    (file,) = found([path], Report(), told_by(tmp_path / "mine.toml"))
    assert file.grid is not None
    assert file.grid.headings == tuple(HEADINGS)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("name = ", "no TOML"),
        (f"name = {'[' * 50_000}", "no TOML"),
        ('name = "A b"', "small letters"),
        ('extends = "contracts-register"', "a name of its own"),
        ('extends = "contracts-register"\nname = "contracts-register"', "a name of its own"),
        (
            'extends = "x"\nname = "a"',
            "none of contracts-notices, contracts-register, g-cloud",
        ),
        ('name = "a"\ncolour = "red"', "colour is not known"),
        ('name = "a"\n[columns]\nprize = ["x"]', "prize is no target"),
        ('name = "a"\n[columns]\ntitle = 1', "columns.title must be"),
        ('name = "a"\nkey = ["title"]', "recognise"),
        ('name = "a"\n[constants]\nbuyer = 1', "constants.buyer must be"),
        ('name = "a"\ncolumns = 1', "must be a table"),
        (MAPPING + '[units]\ndates = "any"', "day first or month first"),
        (f'record = "deal"\n{MAPPING}', "contract, award"),
        ('name = "spend-over-500"', "a name of its own"),
        ('extends = "g-cloud-sales-returns"\nname = "a"\nscheme = "x"', "ends in ' lot'"),
    ],
)
def test_a_mapping_that_is_wrong_says_what_to_change(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(BadInput, match=wrong):
        told_by(tmp_path / "mine.toml", text)
    with pytest.raises(BadInput, match="can't be read"):
        mapping_of(tmp_path / "none.toml")


def test_a_mapping_may_begin_with_the_mark_of_an_editor(tmp_path: Path) -> None:
    assert told_by(tmp_path / "mine.toml", f"\ufeff{MAPPING}").name == "ostermoor-register"


@pytest.mark.parametrize(
    "heading",
    ["contact_name", "ContactName", "Contacts", "manager_email", "Lead Officers", "Tel No"],
)
async def test_columns_about_persons_are_left_out(
    graph: Graph, tmp_path: Path, heading: str
) -> None:
    rows = [[*HEADINGS, heading, "Area Management"], [*LAMPS, "Jo Zedd", "North"]]
    await loaded(graph, table(tmp_path / "a.csv", rows), options=options(tmp_path))
    (release,) = await stored(graph, "Release")
    assert "Zedd" not in release["raw"]
    assert "North" in release["raw"]


@pytest.mark.parametrize("column", ["Title", "Notes"])
async def test_rows_behind_an_open_quote_are_not_lost_without_a_word(
    graph: Graph, tmp_path: Path, column: str
) -> None:
    heading = "Ref No,Title,Supplier,Value,Start Date,End Date,Notes"
    rows = [f"R{n},Lamps,Fennel Ltd,5,01/02/2024,31/01/2026,a{n}" for n in range(1, 6)]
    broken = rows[1].replace("Lamps" if column == "Title" else "a2", '"x', 1)
    if column == "Title":  # the next quote closes it, and the widths agree by chance
        rows[3] = 'R4,y",Fennel Ltd,5,01/02/2024,31/01/2026,a4'
    lines = [heading, rows[0], broken, *rows[2:]]
    fine = (
        'R9,Posts,Fennel Ltd,5,01/02/2024,31/01/2026,"one, two, three, four, five, six, seven\nb"'
    )
    (tmp_path / "a.csv").write_text("\n".join([lines[0], fine, *lines[1:]]))
    report = Report()
    told = await loaded(graph, tmp_path / "a.csv", options=options(tmp_path), report=report)
    assert report.codes == {"BAD_ROW": 1}
    assert told.exit_code == 3
    held = {row["ocid"].rsplit("-", 1)[1] for row in await stored(graph, "Release")}
    assert held == {"R9", "R1"} | ({"R5"} if column == "Title" else set[str]())


async def test_what_a_formula_divided_is_rounded_as_in_releases(
    graph: Graph, tmp_path: Path
) -> None:
    cells = ("3333.3333333333", "2.000005", "2.000015", "99999999999999")
    rows = [[f"R{n}", "Lamps", "Fennel Ltd", "", "", cell] for n, cell in enumerate(cells)]
    report = Report()
    path = table(tmp_path / "a.csv", [HEADINGS, *rows])
    await loaded(graph, path, options=options(tmp_path), report=report)
    held = {row["reference"]: row.get("valueE5") for row in await stored(graph, "Contract")}
    assert held == {"R0": 333333333, "R1": 200000, "R2": 200002, "R3": None}
    assert report.codes == {"BAD_AMOUNT": 1}


def test_a_line_that_would_not_fit_in_memory_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * ((1 << 26) + 1))
    with pytest.raises(csv.Error, match=r"a line of more than 67,108,864 characters"):
        list(rows_of(path, "utf-8", ","))


def test_the_shipped_mappings_can_be_read() -> None:
    names = [one.name for one in shipped()]
    assert names[:3] == ["contracts-notices", "contracts-register", "g-cloud-sales-returns"]
    assert names[3:] == ["spend-over-25k", "spend-over-500"]


async def test_the_real_tables_agree_with_a_plain_recount(
    graph: Graph, tmp_path: Path, data_dir: Path
) -> None:
    await notices_recounted(graph, data_dir / "contracts-finder-notices-2015-2023.csv")
    await register_recounted(graph, tmp_path, data_dir / "contracts-register-exeter.csv")


async def notices_recounted(graph: Graph, path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = await loaded(graph, path)
    assert (told.rows, told.releases, told.refused_rows) == (len(rows), 889, 0)
    ids = {row["id"] for row in rows}
    assert {one["reference"] for one in await stored(graph, "Procurement")} == ids
    awarded = {row["id"]: row for row in rows if row["awarded_supplier"] or row["awarded_date"]}
    contracts = {one["reference"]: one for one in await stored(graph, "Contract")}
    assert contracts.keys() == awarded.keys()
    for id, row in awarded.items():
        value = Decimal(row["awarded_value"] or 0)
        assert from_e5(contracts[id].get("valueE5") or 0) == value
        assert (contracts[id].get("signedOn") or "") == row["awarded_date"]
        latest = max(row["published_date"], row["awarded_date"])
        midnight = datetime.fromisoformat(latest).replace(tzinfo=ZoneInfo("Europe/London"))
        told_at = datetime.fromisoformat(contracts[id]["publicFrom"])
        assert told_at == midnight


async def register_recounted(graph: Graph, tmp_path: Path, path: Path) -> None:
    before = {one["id"] for one in await stored(graph, "Contract")}
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = list(csv.reader(file))
    at = {" ".join(name.split()): place for place, name in enumerate(heading)}
    place = next(place for name, place in at.items() if name.startswith("Est Total"))
    report = Report()
    told = await loaded(graph, path, options=options(tmp_path), report=report)
    assert (told.rows, told.releases, told.refused_rows) == (224, len(rows), 0)
    contracts = [one for one in await stored(graph, "Contract") if one["id"] not in before]
    assert len({row[at["Contract Ref:"]] for row in rows}) == len(contracts) == 224
    typed = [row[place].strip().strip("\ufffd").replace(",", "") for row in rows]
    sums = sum(Decimal(text) for text in typed if text.replace(".", "").isdigit())
    assert sum(from_e5(one["valueE5"]) for one in contracts if one.get("valueE5")) == sums
    days = Counter(row[at["Current end date"]] for row in rows)
    ends = Counter(one["endsOn"] for one in contracts if one.get("endsOn"))
    uk = {text: count for text, count in days.items() if text[:2].isdigit()}
    assert ends == {f"{d[6:]}-{d[3:5]}-{d[:2]}": count for d, count in uk.items()}
    assert "ngoing" not in str(report.codes)

"""Spend lists: sums in the graph, lines in Parquet, the same in any order and after any cut."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from graph.clock import start_of
from graph.driver import Graph, Step
from graph.errors import Unavailable
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest import spendlines
from hub.ingest.exporting import export
from hub.ingest.importing import restore
from hub.ingest.load import LoadOptions
from hub.ingest.mapping import shipped
from hub.ingest.report import Report
from hub.ingest.spend import assumed
from tests.hub.ingest.test_tables import table, told_by
from tests.hub.ingest.worlds import edges, loaded, stored

pytestmark = pytest.mark.anyio

HEADINGS = ("Body Name", "Payment Date", "Supplier Name", "Expense Type", "Net Amount") + (
    "Irrecoverable VAT",
    "Transaction Number",
    "Company Number",
    "Narrative",
    "Contact officer",
)
COUNCIL, HEATH = "Ostermoor Borough Council", "Heath Parva Council"
Line = tuple[str, ...]


def row(
    supplier: str = "Fennel Ltd",
    amount: str = "100.50",
    paid: str = "04/03/2024",
    category: str = "Lamps",
    buyer: str = COUNCIL,
    vat: str = "",
    about: str = "",
) -> Line:
    """A line of an invented list."""
    return (buyer, paid, supplier, category, amount, vat, "T1", "", about, "A. Person")


MARCH = [row(), row(amount="£1,000"), row("Tansy plc", "(20.25)"), row("REDACTED PERSONAL DATA")]
# Corrected: one supplier gone, one sum changed, one new.
AGAIN = [row(amount="90"), row("Tansy plc", "(20.25)"), row("Quill & Co", "7", category="Roads")]
BOTH = [*[row(buyer=HEATH, amount=str(n)) for n in range(5)], row(paid="01/04/2024"), *MARCH[:2]]
DAYS = (date(2024, 6, 1), date(2024, 7, 1), date(2024, 8, 1))
WORLD: Sequence[tuple[date, list[Line]]] = (
    (DAYS[0], MARCH),
    (DAYS[1], AGAIN),
    (DAYS[1], MARCH[:3]),  # as many lines as the other of that day: the digest decides
    (DAYS[2], MARCH),
    (DAYS[0], BOTH[:6]),
)


def spend(path: Path, rows: Sequence[Line], separator: str = ",") -> Path:
    """A list with a title, headings and a row of totals."""
    total = ("", "", "Total", "", "999", *[""] * 5)
    return table(path, [("Spend over £500", *[""] * 9), HEADINGS, *rows, total], separator)


def fetched(day: date, home: Path | None = None) -> LoadOptions:
    return LoadOptions(fetched=day, spend=home)


async def world(graph: Graph, tmp_path: Path, order: Sequence[int], home: Path) -> str:
    """Load files of the world in an order; the hash."""
    for at in order:
        day, rows = WORLD[at]
        path = spend(tmp_path / f"{at}.csv", rows)
        await loaded(graph, path, options=fetched(day, home))
    return await content_hash(graph)


def open_sums(payments: Sequence[dict[str, Any]], moment: str | None = None) -> Counter[Any]:
    """What stands at a moment, by month: the amounts and lines."""
    found: Counter[Any] = Counter()
    for one in payments:
        until = one.get("publicTo")
        if one["publicFrom"] <= (moment or "9") and (until is None or until > (moment or "9")):
            found[one["month"], one.get("text"), one["amountE5"], one["lines"]] += 1
    return found


def expected(rows: Sequence[Line]) -> Counter[Any]:
    """The same from the lines of one edition, by another way."""
    sums: defaultdict[Any, list[float]] = defaultdict(list)
    for _, paid, supplier, category, amount, *_ in rows:
        plain = amount.strip("£()").replace(",", "")
        sign = -1 if amount.startswith("(") else 1
        day, month, year = paid.split("/")
        assert day
        payee = "" if supplier.startswith("REDACTED") else supplier
        sums[f"{year}-{month}", category, payee].append(sign * float(plain))
    return Counter(
        (month, category, round(sum(told) * 100_000), len(told))
        for (month, category, _), told in sums.items()
    )


async def test_a_list_becomes_sums_purchases_and_lines(graph: Graph, tmp_path: Path) -> None:
    rows = [
        *MARCH,
        row(amount="lots"),
        row(paid=""),
        row("Tansy plc", "5", vat="1.00", about="a@b.uk"),
    ]
    report, home = Report(), tmp_path / "spend"
    path = spend(tmp_path / "a.csv", rows)
    told = await loaded(graph, path, options=fetched(DAYS[0], home), report=report)
    assert (told.rows, told.spend, told.refused_rows, told.exit_code) == (7, 5, 2, 3)
    assert report.codes == {"TOTALS_ROW": 1, "BAD_VALUE": 1, "MISSING_VALUE": 1}
    good = [*MARCH, rows[-1]]
    payments = await stored(graph, "Payment")
    assert open_sums(payments) == expected(good)
    assert {one.get("vatE5") for one in payments} == {None, 100_000}
    assert {(one["publicFrom"], one["basis"]) for one in payments} == {
        (start_of(DAYS[0]), "fetched")
    }
    contracts = await stored(graph, "Contract")
    assert {(one["origin"], one["title"]) for one in contracts} == {("spend", "Lamps")}
    assert len(contracts) == 3
    bodies = {one["name"]: one for one in await stored(graph, "Organisation")}
    assert bodies.keys() == {COUNCIL, "Fennel Ltd", "Tansy plc"}  # nobody is called REDACTED
    assert bodies[COUNCIL]["buysFrom"] == bodies["Tansy plc"]["suppliesFrom"] == start_of(DAYS[0])
    assert len(await edges(graph, "BOUGHT", "Organisation", "Contract")) == 3
    assert len(await edges(graph, "SUPPLIED", "Organisation", "Contract")) == 2
    (month,) = await stored(graph, "SpendMonth")
    digest = month["editions"][0].split()[3]
    lines = spendlines.read(home, month["id"], digest)
    assert sum(one["amount_e5"] for one in lines) == sum(one["amountE5"] for one in payments)
    assert {one["text"] for one in lines} == {None, "[e-mail removed]"}
    assert "Person" not in str(lines)
    again = await loaded(graph, path, options=fetched(DAYS[0], home))
    assert (again.repeats, again.changed) == (5, False)


async def test_the_later_edition_holds_and_the_earlier_one_answers_as_of(
    graph: Graph, tmp_path: Path
) -> None:
    await world(graph, tmp_path, [3, 1, 0], tmp_path / "spend")
    payments = await stored(graph, "Payment")
    for day, rows in (WORLD[0], WORLD[1], WORLD[3]):
        assert open_sums(payments, start_of(day)) == expected(rows), day
    same = [one for one in payments if one["amountE5"] == -2_025_000]
    assert [(one["publicFrom"], one.get("publicTo")) for one in same] == [(start_of(DAYS[0]), None)]


async def test_any_order_and_repetition_gives_one_hash(graph: Graph, tmp_path: Path) -> None:
    home = tmp_path / "spend"
    orders = random.Random(7).sample(list(permutations(range(5))), 5)
    hashes: set[str] = set()
    for order in orders:
        hashes.add(await world(graph, tmp_path, [*order, order[0], order[2]], home))
        months = {one["id"]: one["editions"] for one in await stored(graph, "SpendMonth")}
        kept = {f"{id}/{text.split()[3]}.parquet" for id, told in months.items() for text in told}
        assert {str(path.relative_to(home)) for path in home.glob("*/*")} == kept
        await wipe(graph)
    assert len(hashes) == 1


async def test_until_gives_what_was_public_then(graph: Graph, tmp_path: Path) -> None:
    for at in (3, 1, 0):
        day, rows = WORLD[at]
        options = LoadOptions(until=date(2024, 7, 15), fetched=day)
        told = await loaded(graph, spend(tmp_path / f"{at}.csv", rows), options=options)
        assert told.later == (4 if at == 3 else 0)
    assert open_sums(await stored(graph, "Payment")) == expected(AGAIN)


@pytest.mark.parametrize("after", [False, True])
async def test_a_load_that_is_cut_between_lines_and_sums_is_made_good(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    home, whole = tmp_path / "spend", tmp_path / "whole"
    wanted = await world(graph, tmp_path, [0, 1], whole)
    await wipe(graph)
    await world(graph, tmp_path, [0], home)
    write = graph.write

    async def cut(*steps: Step) -> Any:
        if any(step.statement.name == "spend months" for step in steps):
            if after:
                await write(*steps)
            raise Unavailable("The graph went away.")
        return await write(*steps)

    with monkeypatch.context() as patched:
        patched.setattr(graph, "write", cut)
        with pytest.raises(Unavailable):
            await world(graph, tmp_path, [1], home)
    assert len(list(home.glob("*/*.parquet"))) == 2  # the lines came first
    assert await world(graph, tmp_path, [1], home) == wanted
    for path in whole.glob("*/*"):
        assert (home / path.relative_to(whole)).read_bytes() == path.read_bytes()


async def test_a_differing_list_of_the_same_day_is_refused_by_name(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, spend(tmp_path / "a.csv", MARCH), options=fetched(DAYS[0]))
    report = Report()
    path = spend(tmp_path / "b.csv", AGAIN)
    told = await loaded(graph, path, options=fetched(DAYS[0]), report=report)
    assert (told.refused_rows, told.spend, told.exit_code) == (3, 0, 1)
    assert report.codes == {"TOTALS_ROW": 1, "CONFLICTING_SPEND": 1}
    assert open_sums(await stored(graph, "Payment")) == expected(MARCH)


async def test_the_other_order_names_the_list_that_no_longer_holds(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, spend(tmp_path / "b.csv", AGAIN), options=fetched(DAYS[0]))
    report = Report()
    path = spend(tmp_path / "a.csv", MARCH)
    told = await loaded(graph, path, options=fetched(DAYS[0]), report=report)
    assert (told.refused_rows, told.exit_code) == (0, 0)
    assert report.codes["CONFLICTING_SPEND"] == 1
    assert open_sums(await stored(graph, "Payment")) == expected(MARCH)


async def test_a_late_invoice_does_not_replace_the_month_it_is_dated_in(
    graph: Graph, tmp_path: Path
) -> None:
    april = [*[row(paid=f"{day:02}/04/2024") for day in range(1, 12)], row(paid="31/03/2024")]
    await loaded(graph, spend(tmp_path / "a.csv", MARCH), options=fetched(DAYS[0]))
    await loaded(graph, spend(tmp_path / "b.csv", april), options=fetched(DAYS[1]))
    found = open_sums(await stored(graph, "Payment"))
    assert found == expected(MARCH) + expected(april)
    months = {one["month"]: one["editions"] for one in await stored(graph, "SpendMonth")}
    assert {month: len(told) for month, told in months.items()} == {"2024-03": 1, "2024-04": 1}


async def test_without_a_day_of_fetching_the_rule_of_the_list_holds(
    graph: Graph, tmp_path: Path
) -> None:
    heading = ("Department family", "Entity", "Date", "Expense Type", "Expense area") + (
        "Supplier",
        "Transaction number",
        "Amount",
    )
    line = (
        "Dept for Lamps",
        "Lamp Agency",
        "05-Feb-24",
        "IT",
        "Digital",
        "Fennel Ltd",
        "7",
        "30000",
    )
    path = table(tmp_path / "a.csv", [heading, line])
    await loaded(graph, path)
    (payment,) = await stored(graph, "Payment")
    assert (payment["publicFrom"], payment["basis"]) == (start_of(date(2024, 4, 1)), "assumed")
    assert payment["amountE5"] == 3_000_000_000
    text = (
        'extends = "spend-over-500"\nname = "a"\n[constants]\nbuyer = "Us"\n'
        '[columns]\nsupplier = ["S"]\nvalue = ["V"]\npaid = ["D"]\n[units]\ntax = "net"'
    )
    mine = LoadOptions(mapping=told_by(tmp_path / "mine.toml", text), until=date(2024, 4, 30))
    rows = table(tmp_path / "b.csv", [("S", "V", "D"), ("Tansy plc", "5", "2024-03-31")])
    assert (await loaded(graph, rows, options=mine)).later == 1
    mine = LoadOptions(mapping=mine.mapping, until=date(2024, 5, 1))
    assert (await loaded(graph, rows, options=mine)).spend == 1
    assert {one.get("tax") for one in await stored(graph, "Payment")} == {None, "net"}


@pytest.mark.parametrize(
    ("month", "rule", "since"),
    [
        ("2024-01", "month after", date(2024, 3, 1)),
        ("2024-12", "month after", date(2025, 2, 1)),
        ("2024-01", "quarter after", date(2024, 5, 1)),
        ("2024-03", "quarter after", date(2024, 5, 1)),
        ("2024-12", "quarter after", date(2025, 2, 1)),
        ("2024-01", None, None),
    ],
)
def test_lists_are_assumed_to_be_public_when_they_are_due(
    month: str, rule: str | None, since: date | None
) -> None:
    assert assumed(month, rule) == (start_of(since) if since else None)


async def test_an_export_brings_back_the_sums_and_a_load_the_lines(
    graph: Graph, tmp_path: Path
) -> None:
    wanted = await world(graph, tmp_path, [0, 1], tmp_path / "spend")
    await export(graph, tmp_path / "dump", "1")
    await wipe(graph)
    await restore(graph, tmp_path / "dump", lambda _: None)
    other = tmp_path / "other"
    assert await world(graph, tmp_path, [0, 1], other) == wanted
    assert len(list(other.glob("*/*.parquet"))) == 2
    assert await world(graph, tmp_path, [3], other) != wanted  # a late edition finds all it needs
    for day, rows in (WORLD[0], WORLD[1], WORLD[3]):
        assert open_sums(await stored(graph, "Payment"), start_of(day)) == expected(rows)


def test_every_column_of_the_templates_has_its_place() -> None:
    by_name = {one.name: one for one in shipped()}
    places = by_name["spend-over-500"].places(HEADINGS)
    wanted = "buyer paid supplier category value vat reference supplierIdentifier description"
    assert places == {name: at for at, name in enumerate(wanted.split())}


async def test_a_credit_counts_against_what_was_paid(graph: Graph, tmp_path: Path) -> None:
    rows = [row(amount="£1,120.50"), row(amount="120.50CR"), row(amount="0.25-")]
    report = Report()
    path = spend(tmp_path / "a.csv", rows)
    told = await loaded(graph, path, options=fetched(DAYS[0]), report=report)
    assert (told.spend, told.refused_rows) == (3, 0)
    [payment] = await stored(graph, "Payment")
    assert (payment["amountE5"], payment["lines"]) == (99_975_000, 3)


async def test_an_amount_that_is_none_is_found_once(graph: Graph, tmp_path: Path) -> None:
    report = Report()
    path = spend(tmp_path / "a.csv", [row(), row(amount="-5CR")])
    told = await loaded(graph, path, options=fetched(DAYS[0]), report=report)
    assert (told.spend, told.refused_rows) == (1, 1)
    [finding] = [one for one in report.findings if one.refused]
    assert (finding.code, "-5CR is no amount" in finding.message) == ("BAD_VALUE", True)

"""Sales returns by their mapping: a supplier's line of a month is one payment."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from graph.clock import YEARS, next_month, start_of
from graph.errors import BadInput
from graph.ids import make_id
from graph.money import to_e5
from graph.text import name_key, words
from hub.ingest import cells, gcloud
from hub.ingest.facts import Line, Mention, Source
from hub.ingest.grids import Grid
from hub.ingest.identity import kind_of
from hub.ingest.mapping import RETURNED
from hub.ingest.mapping import Mapping as TableMapping
from hub.ingest.redact import clean_text, without_emails
from hub.ingest.soundness import of_text, too_long

# The fictional world writes returns too, under a framework that says so: a data set of its own.
FICTIONAL = Source(
    make_id("src", "fictional-sales-returns"),
    "Sales returns of the fictional world",
    "The demonstration of this hub",
    "invented",
    fictional=True,
)
SAYS_FICTIONAL = "(fictional)"
NEEDED = ("reference", "framework", "lot", "supplier", "buyer")
CURRENCY = "GBP"
SIZES: Mapping[str, str] = {"sme": "sme", "large": "large"}

# Finding: code, column, message, advice.
Note = Callable[[str, str, str, str], None]


def line_of_row(grid: Grid, row: Sequence[str], note: Note) -> Line | None:
    """The payment of a row of any table with a mapping of returns; None as `line_of`."""
    told = {target: row[at] for target, at in grid.places.items() if row[at].strip()}
    where = {target: " ".join(grid.headings[at].split()) for target, at in grid.places.items()}
    for target, text in told.items():
        if cells.is_error(text):
            note("FORMULA_ERROR", where[target], f"{text}; left empty", "mend the formula")
            told[target] = ""
    return line_of(grid.mapping, {**grid.mapping.constants, **told}, where, note)


def line_of(
    mapping: TableMapping, told: Mapping[str, str], where: Mapping[str, str], note: Note
) -> Line | None:
    """The payment of a row given by target; None when it can't be used, each reason noted.

    `where`: the headings over the targets.
    """

    def noted(code: str, target: str, message: str, advice: str) -> None:
        note(code, where.get(target, target), message, advice)

    cell = {name: without_emails(" ".join(told.get(name, "").split())) for name in RETURNED}
    unfit = _unfit(cell, noted)
    amount, month = _amount(cell["value"], noted), _month(cell["month"], mapping, noted)
    if unfit or amount is None or month is None:
        return None
    public_from, source = start_of(next_month(month)), source_of(mapping, cell["framework"])
    text, lot = clean_text(cell["description"]), cell["lot"]

    def mention(name: str, role: str) -> Mention:
        kind = kind_of(name, role)
        return Mention(source.id, name, kind, None, (), (), public_from, public_from, (role,))

    return Line(
        id=make_id("pay", source.id, cell["reference"]),
        contract=_contract(source, cell, text),
        reference=cell["reference"],
        amount_e5=amount,
        currency=cell["currency"].upper() or CURRENCY,
        month=month.isoformat()[:7],
        text=text or None,
        sector=cell["sector"] or None,
        size_class=_size(cell["size"], noted),
        framework=cell["framework"],
        lot=lot,
        lot_name=mapping.lots.get(lot, lot),
        scheme=mapping.scheme,
        buyer=mention(cell["buyer"], "buyer"),
        supplier=mention(cell["supplier"], "supplier"),
        public_from=public_from,
        basis="assumed",
        source=source.id,
    )


def gcloud_line_of(row: Mapping[str, str], note: Note) -> Line | None:
    """The payment of a row of G-Cloud's own form, given by heading; None as `line_of`."""
    where = gcloud.where()
    told = {target: row[heading] for target, heading in where.items()}
    return line_of(gcloud.mapping(), told, where, note)


def source_of(mapping: TableMapping, framework: str) -> Source:
    """The data set that a line belongs to."""
    return FICTIONAL if SAYS_FICTIONAL in framework else mapping.source


def _contract(source: Source, cell: Mapping[str, str], text: str) -> str:
    names = (cell["buyer"], cell["supplier"])
    buyer, supplier = (name_key(name) or name for name in names)
    plain = " ".join(words(text))
    return make_id("con", source.id, buyer, supplier, cell["framework"], cell["lot"], plain)


def _unfit(cell: Mapping[str, str], note: Note) -> bool:
    """True when a cell is empty that must not be, or can't be stored; each is noted."""
    found: list[tuple[str, str, str, str]] = []
    for name in NEEDED:
        if not cell[name]:
            found.append(("MISSING_VALUE", name, "empty", "fill it in"))
        elif wrong := too_long(cell[name]):
            found.append(("BAD_VALUE", name, wrong, "shorten it"))
    for name, text in cell.items():
        if wrong := of_text(text):
            found.append(("BAD_TEXT", name, wrong, "mend the text"))
    for finding in found:
        note(*finding)
    return bool(found)


def _size(text: str, note: Note) -> str | None:
    found = SIZES.get(text.lower())
    if text and not found:
        about = f"{text} is neither SME nor Large"
        note("UNKNOWN_SIZE", "size", about, "use one of the two")
    return found


def _amount(text: str, note: Note) -> int | None:
    if not text:
        note("MISSING_VALUE", "value", "empty", "give the amount in pounds")
        return None
    try:
        return to_e5(_typed(text))
    except (InvalidOperation, BadInput):
        note("BAD_VALUE", "value", f"{text} is no amount", "write pounds like 1234.50")
        return None


def _typed(text: str) -> Decimal:
    """An amount as people type it, or as a program writes it."""
    try:
        found = cells.amount_of(text)
    except ValueError:
        found = None
    return found if found is not None else Decimal(text.removeprefix("£").replace(",", ""))


def _month(text: str, mapping: TableMapping, note: Note) -> date | None:
    if not text:
        note("NO_PUBLIC_TIME", "month", "empty", "give the month of the return")
        return None
    advice = "write the month like 2013-06-01"
    try:
        month = _date(text, mapping.units.get("dates") == "month first")
    except ValueError:
        note("BAD_VALUE", "month", f"{text} is no date", advice)
        return None
    if month.year in YEARS:
        return month
    wrong = f"{text} is not in the years {YEARS[0]} to {YEARS[-1]}"
    note("BAD_VALUE", "month", wrong, advice)
    return None


@lru_cache(maxsize=1 << 10)  # a file of returns has a dozen months
def _date(text: str, month_first: bool) -> date:
    if len(text) == 7:
        return datetime.fromisoformat(f"{text}-01").date()
    return cells.day_of(text, month_first)

"""G-Cloud sales returns: a CSV in which a supplier's line of a month is one payment."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from graph.clock import YEARS, next_month, start_of
from graph.errors import BadInput
from graph.ids import make_id
from graph.money import to_e5
from graph.text import name_key, words
from hub.ingest.facts import Line, Mention, Source
from hub.ingest.identity import kind_of
from hub.ingest.redact import clean_text, without_emails
from hub.ingest.soundness import of_text, too_long

SOURCE = Source(
    make_id("src", "g-cloud-sales-returns"),
    "G-Cloud sales returns",
    "Cabinet Office",
    "Crown data; the copy states no licence",
)
# The fictional world writes returns too, under a framework that says so: a data set of its own.
FICTIONAL = Source(
    make_id("src", "fictional-sales-returns"),
    "Sales returns of the fictional world",
    "The demonstration of this hub",
    "invented",
    fictional=True,
)
SAYS_FICTIONAL = "(fictional)"
HEADER = frozenset(
    "ID Framework LotDescription SupplierName CustomerName ReturnMonth ProjectNameAndDescription "
    "EvidencedSpend Sector SMEorLarge".split()
)
SCHEME = "G-Cloud lot"
LOTS: Mapping[str, str] = {
    "1": "Infrastructure as a Service",
    "2": "Platform as a Service",
    "3": "Software as a Service",
    "4": "Specialist Cloud Services",
}
SIZES: Mapping[str, str] = {"sme": "sme", "large": "large"}
NEEDED = ("ID", "Framework", "LotDescription", "SupplierName", "CustomerName")
UK_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
CURRENCY = "GBP"

# Finding: code, column, message, advice.
Note = Callable[[str, str, str, str], None]


def line_of(row: Mapping[str, str], note: Note) -> Line | None:
    """The payment of a row; None when the row can't be used, with a finding for each reason."""
    cell = {name: without_emails(" ".join(row[name].split())) for name in HEADER}
    unfit = _unfit(cell, note)
    amount, month = _amount(cell["EvidencedSpend"], note), _month(cell["ReturnMonth"], note)
    if unfit or amount is None or month is None:
        return None
    public_from, source = start_of(next_month(month)), source_of(cell["Framework"])
    text, size = clean_text(cell["ProjectNameAndDescription"]), cell["SMEorLarge"].lower()
    if size and size not in SIZES:
        note("UNKNOWN_SIZE", "SMEorLarge", f"{size} is neither SME nor Large", "use one of the two")

    def mention(name: str, role: str) -> Mention:
        kind = kind_of(name, role)
        return Mention(source.id, name, kind, None, (), (), public_from, public_from, (role,))

    return Line(
        id=make_id("pay", source.id, cell["ID"]),
        contract=_contract(source, cell, text),
        reference=cell["ID"],
        amount_e5=amount,
        currency=CURRENCY,
        month=month.isoformat()[:7],
        text=text or None,
        sector=cell["Sector"] or None,
        size_class=SIZES.get(size),
        framework=cell["Framework"],
        lot=cell["LotDescription"],
        lot_name=LOTS.get(cell["LotDescription"], cell["LotDescription"]),
        buyer=mention(cell["CustomerName"], "buyer"),
        supplier=mention(cell["SupplierName"], "supplier"),
        public_from=public_from,
        basis="assumed",
        source=source.id,
    )


def source_of(framework: str) -> Source:
    """The data set that a line belongs to."""
    return FICTIONAL if SAYS_FICTIONAL in framework else SOURCE


def _contract(source: Source, cell: Mapping[str, str], text: str) -> str:
    names = (cell["CustomerName"], cell["SupplierName"])
    buyer, supplier = (name_key(name) or name for name in names)
    lot, plain = cell["LotDescription"], " ".join(words(text))
    return make_id("con", source.id, buyer, supplier, cell["Framework"], lot, plain)


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


def _amount(text: str, note: Note) -> int | None:
    if not text:
        note("MISSING_VALUE", "EvidencedSpend", "empty", "give the amount in pounds")
        return None
    try:
        return to_e5(Decimal(text.removeprefix("£").replace(",", "")))
    except (InvalidOperation, BadInput):
        note("BAD_VALUE", "EvidencedSpend", f"{text} is no amount", "write pounds like 1234.50")
        return None


def _month(text: str, note: Note) -> date | None:
    if not text:
        note("NO_PUBLIC_TIME", "ReturnMonth", "empty", "give the month of the return")
        return None
    advice = "write the month like 2013-06-01"
    try:
        month = _date(text)
    except ValueError:
        note("BAD_VALUE", "ReturnMonth", f"{text} is no date", advice)
        return None
    if month.year in YEARS:
        return month
    wrong = f"{text} is not in the years {YEARS[0]} to {YEARS[-1]}"
    note("BAD_VALUE", "ReturnMonth", wrong, advice)
    return None


def _date(text: str) -> date:
    uk = UK_DATE.fullmatch(text)
    if uk:
        return date(int(uk[3]), int(uk[2]), int(uk[1]))
    return datetime.fromisoformat(f"{text}-01" if len(text) == 7 else text).date()

"""Purchases as sales returns: one CSV line a month, as suppliers would report call-offs."""

from collections.abc import Iterator

from hub.demo.calendar import MONTHS, month
from hub.demo.chance import Chance
from hub.demo.sale import Sale

COLUMNS = (
    "ID",
    "Framework",
    "LotDescription",
    "SupplierName",
    "CustomerName",
    "ReturnMonth",
    "ProjectNameAndDescription",
    "EvidencedSpend",
    "Sector",
    "SMEorLarge",
)
CREDIT = 2  # percent of lines that give money back
SHARES = (100, 100, 100, 90, 110, 125)  # percent of the agreed monthly amount
Row = tuple[object, ...]


def line_id(sale: Sale, term: int) -> str:
    """The ID of the line of a sale's month; two lines never share one."""
    return f"{sale.number}{term:02d}"


def lines(sale: Sale, chance: Chance) -> Iterator[tuple[int, Row]]:
    """The lines of one sale with their months; those after the world's end are not made."""
    for term in range(sale.months):
        pence = sale.monthly * chance.pick(SHARES) // 100
        back = chance.percent(CREDIT)
        if sale.start + term < MONTHS:
            yield sale.start + term, _row(sale, term, -pence if back and term else pence)


def _row(sale: Sale, term: int, pence: int) -> Row:
    sign = "-" if pence < 0 else ""
    pounds, rest = divmod(abs(pence), 100)
    return (
        line_id(sale, term),
        sale.framework.code,
        sale.topic.lot,
        sale.firm.name,
        sale.buyer.name,
        month(sale.start + term).isoformat(),
        sale.title,
        f"{sign}{pounds}.{rest:02d}",
        sale.buyer.sector,
        sale.firm.size,
    )

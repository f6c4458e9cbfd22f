"""Purchases as sales returns: one CSV line a month, as suppliers would report call-offs."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

from hub.demo.market import MONTHS, Purchase, month

FRAMEWORK = "Demo-Cloud (fictional)"
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
CREDIT = 0.02  # share of lines that give money back
Line = tuple[int, int, Purchase, Decimal]


def write_returns(path: Path, purchases: Iterable[Purchase], random: Random) -> int:
    """Write the return lines in the order of their months; how many there are."""
    lines = [line for n, purchase in enumerate(purchases) for line in _lines(purchase, n, random)]
    lines.sort(key=lambda line: line[:2])
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_row(number, line) for number, line in enumerate(lines, 1))
    return len(lines)


def _lines(purchase: Purchase, number: int, random: Random) -> Iterator[Line]:
    for term in range(purchase.months):
        if purchase.start + term < MONTHS:
            share = Decimal(random.choice((100, 100, 100, 90, 110, 125))) / 100
            amount = (purchase.monthly * share).quantize(Decimal("0.01"))
            sign = -1 if term and random.random() < CREDIT else 1
            yield purchase.start + term, number, purchase, sign * amount


def _row(number: int, line: Line) -> tuple[object, ...]:
    term, _, purchase, amount = line
    return (
        number,
        FRAMEWORK,
        purchase.topic.lot,
        purchase.firm.name,
        purchase.buyer.name,
        month(term).isoformat(),
        purchase.title,
        amount,
        purchase.buyer.sector,
        purchase.firm.size,
    )

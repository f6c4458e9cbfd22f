"""Spend lists: lines into months of a buyer, and the payments that a month's editions make. Pure.

The rules are those of docs/decisions/0012: the later edition of a month holds, the earlier ones
stay for `asOf`, and the payments are a function of the set of editions.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.ids import make_id
from graph.text import name_key
from hub.ingest.facts import Mention
from hub.ingest.identity import kind_of, place_of
from hub.ingest.spendrows import SpendLine

FEW = 10  # a month with less than one line in ten of the largest month's holds stragglers


@dataclass(frozen=True, slots=True)
class Key:
    """What lines are summed by."""

    contract: str
    month: str
    currency: str
    tax: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Sum:
    """What they sum up to; `vat` None: no line stated any."""

    amount_e5: int
    lines: int
    vat_e5: int | None

    def with_line(self, line: SpendLine) -> "Sum":
        """One line more."""
        vat = self.vat_e5 if line.vat_e5 is None else (self.vat_e5 or 0) + line.vat_e5
        return Sum(self.amount_e5 + line.amount_e5, self.lines + 1, vat)


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """What was published of a month at one time; the greatest of one time holds."""

    since: str
    lines: int
    digest: str
    basis: str

    def __str__(self) -> str:
        """As it is stored."""
        return f"{self.since} {self.basis} {self.lines} {self.digest}"


@dataclass(frozen=True, slots=True)
class Purchase:
    """The contract behind sums."""

    id: str
    buyer: str
    supplier: str | None
    category: str | None


@dataclass
class Slice:
    """A month of a buyer in one file."""

    id: str
    buyer: str
    month: str
    lines: list[SpendLine] = field(default_factory=list[SpendLine])
    numbers: list[int] = field(default_factory=list[int])  # of the lines in the file

    @property
    def digest(self) -> str:
        """SHA-256 of the lines, whatever their order."""
        found = hashlib.sha256()
        for text in sorted(line.canonical for line in self.lines):
            found.update(text.encode() + b"\n")
        return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment: a sum over the run of editions in which it did not change."""

    key: Key
    sum: Sum
    since: str
    until: str | None
    basis: str

    def id(self, month: str) -> str:
        """`pay-…`; `month` is the id of the month that it is of."""
        key = self.key
        parts = (key.contract, month, key.month, key.currency, key.tax or "", self.since)
        return make_id("pay", *parts)


def edition_of(text: str) -> Edition:
    """An edition as it is stored."""
    since, basis, lines, digest = text.split(" ")
    return Edition(since, int(lines), digest, basis)


def slices(source: str, lines: Iterable[tuple[int, SpendLine]]) -> list[Slice]:
    """The months of each buyer in a file; stragglers stand with the nearest larger month."""
    told: defaultdict[str, defaultdict[str, list[tuple[int, SpendLine]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for number, line in lines:
        told[name_key(line.buyer) or line.buyer][line.month].append((number, line))
    found: list[Slice] = []
    for buyer, months in sorted(told.items()):
        homes = _homes({month: len(items) for month, items in months.items()})
        made: dict[str, Slice] = {}
        for month, items in sorted(months.items()):
            home = homes[month]
            one = made.setdefault(home, Slice(make_id("spd", source, buyer, home), buyer, home))
            one.lines += [line for _, line in items]
            one.numbers += [number for number, _ in items]
        found += made.values()
    return found


def _homes(counts: Mapping[str, int]) -> dict[str, str]:
    largest = max(counts.values())
    main = [month for month, count in counts.items() if count * FEW >= largest]

    def nearest(month: str) -> str:
        return min(
            main, key=lambda other: (abs(_ordinal(other) - _ordinal(month)), -_ordinal(other))
        )

    return {month: month if month in main else nearest(month) for month in counts}


def _ordinal(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])


def mentions_of(line: SpendLine, source: str, since: str) -> tuple[Mention, Mention | None]:
    """The buyer and the supplier of a line; a redacted supplier is nobody."""
    buyer = Mention(source, line.buyer, kind_of(line.buyer, "buyer"), None, (), (), since, since)
    if line.supplier is None:
        return buyer, None
    kind, place = kind_of(line.supplier, "supplier"), place_of(line.postcode)
    numbers = (line.number,) if line.number else ()
    unread = (f"GB-COH-{line.unread}",) if line.unread else ()
    return buyer, Mention(source, line.supplier, kind, place, numbers, unread, since, since)


def purchase_of(line: SpendLine, source: str, buyer: Mention, supplier: Mention | None) -> Purchase:
    """The contract of a line, keyed by mentions."""
    payee = supplier.id if supplier else ""
    id = make_id("con", "spend", source, buyer.id, payee, line.category or "")
    return Purchase(id, buyer.id, supplier.id if supplier else None, line.category)


def summed(lines: Iterable[tuple[str, SpendLine]]) -> dict[Key, Sum]:
    """Sums of lines, each given with its contract."""
    found: dict[Key, Sum] = {}
    for contract, line in lines:
        key = Key(contract, line.month, line.currency, line.tax, line.category)
        found[key] = found.get(key, Sum(0, 0, None)).with_line(line)
    return found


def told_at(payments: Iterable[Paid], moment: str) -> dict[Key, Sum]:
    """What the edition of a moment said."""
    return {
        one.key: one.sum
        for one in payments
        if one.since <= moment and (one.until is None or one.until > moment)
    }


def payments_of(editions: Sequence[tuple[Edition, Mapping[Key, Sum]]]) -> list[Paid]:
    """The payments of all editions of a month, each of another public time."""
    ordered = sorted(editions, key=lambda one: one[0].since)
    ends = [*(later[0].since for _, later in pairwise(ordered)), None]
    opened: dict[Key, Paid] = {}
    found: list[Paid] = []
    for (edition, sums), end in zip(ordered, ends, strict=True):
        for key, sum in sums.items():
            if key not in opened:
                opened[key] = Paid(key, sum, edition.since, None, edition.basis)
        for key, paid in list(opened.items()):
            following = next((told for e, told in ordered if e.since == end), {})
            if end is not None and following.get(key) != paid.sum:
                found.append(Paid(key, paid.sum, paid.since, end, paid.basis))
                del opened[key]
    return found + list(opened.values())

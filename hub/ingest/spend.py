"""Spend lists in: sums of a buyer's month to the graph, one transaction each, lines to Parquet."""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date

from graph import loading, spend
from graph.clock import next_month, start_of
from graph.driver import Step
from graph.money import LARGEST
from hub.ingest import spendlines
from hub.ingest.facts import Mention
from hub.ingest.files import File
from hub.ingest.grids import Grid
from hub.ingest.intake import Intake
from hub.ingest.rows import Row, batches
from hub.ingest.spendmonths import (
    Edition,
    Key,
    Paid,
    Purchase,
    Slice,
    Sum,
    edition_of,
    mentions_of,
    payments_of,
    purchase_of,
    slices,
    summed,
    told_at,
)
from hub.ingest.spendrows import SpendLine, line_of_row
from hub.ingest.tablerows import read_rows

First = tuple[str, str]  # public time and basis of a purchase


async def take(intake: Intake, file: File, grid: Grid) -> AsyncIterator[int]:
    """Load a spend list; gives the number of its lines that are done, after each month."""
    done = 0
    for one in slices(grid.mapping.source.id, _lines(intake, file, grid)):
        if intake.mine(one.buyer):
            await _Month(intake, file, grid, one).load()
        else:
            intake.summary.rows -= len(one.lines)
        done += len(one.lines)
        yield done


def assumed(month: str, rule: str | None) -> str | None:
    """The first instant at which a list of a month is assumed to be public; None: no rule.

    Lists are due by the end of the month after: after the month, or after its quarter.
    """
    if rule is None:
        return None
    day = date.fromisoformat(f"{month}-01")
    if rule == "quarter after":
        day = day.replace(month=(day.month + 2) // 3 * 3)
    return start_of(next_month(next_month(day)))


def _lines(intake: Intake, file: File, grid: Grid) -> Iterator[tuple[int, SpendLine]]:
    """The lines with their numbers; a row that makes none is counted as refused."""
    for at, line in read_rows(intake, file, grid, line_of_row):
        intake.count(line)
        if line:
            yield at, line


class _Month:
    """A month of a buyer on its way into the graph."""

    def __init__(self, intake: Intake, file: File, grid: Grid, one: Slice) -> None:
        self.intake, self.file, self.slice = intake, file, one
        self.source = grid.mapping.source
        self.rule = grid.mapping.units.get("assumed")
        self.purchases: dict[str, Purchase] = {}
        self.mentions: dict[str, Mention] = {}

    async def load(self) -> None:
        """Write it if it says something new; every line is counted as what became of it."""
        edition, sums = self._edition()
        if edition is None or not self._sound(sums):
            return
        wanted = list(self.mentions.values())
        if not self._in_time(edition):
            await self.intake.write([self.source], self.intake.mentions(wanted))
            return
        rows = await self.intake.graph.rows(spend.MONTHS, ids=[self.slice.id])
        known = [edition_of(text) for row in rows for text in row[2]]
        rival = next((one for one in known if one.since == edition.since), None)
        if rival and rival.digest == edition.digest and rival.basis >= edition.basis:
            self.intake.summary.repeats += edition.lines
            await self.intake.write([self.source], self.intake.mentions(wanted))
        elif rival and rival > edition:
            self._conflict(edition.lines, rival.lines)
            await self.intake.write([self.source], self.intake.mentions(wanted))
            return
        else:
            if rival and rival.digest != edition.digest:
                self._replaced(edition.lines, rival.lines)
            await self._write(edition, sums, [one for one in known if one != rival])
            self.intake.summary.spend += edition.lines
        if home := self.intake.options.spend:
            spendlines.keep(home, self.slice.id, edition.digest, self.slice.lines)

    def _edition(self) -> tuple[Edition | None, dict[Key, Sum]]:
        """What the file publishes of the month, and its sums; None: nobody knows since when."""
        fetched, lines = self.intake.options.fetched, self.slice.lines
        since = start_of(fetched) if fetched else assumed(self.slice.month, self.rule)
        if since is None:
            for number in self.slice.numbers:
                note = self.intake.note(self.file, number)
                note("NO_PUBLIC_TIME", "/", "since when it is public", "say --fetched DATE")
            self.intake.summary.refused_rows += len(lines)
            return None, {}
        told: list[tuple[str, SpendLine]] = []
        for line in lines:
            buyer, supplier = mentions_of(line, self.source.id, since)
            for mention in (buyer, supplier):
                if mention:
                    self._mention(mention)
            purchase = purchase_of(line, self.source.id, buyer, supplier)
            self.purchases[purchase.id] = purchase
            told.append((purchase.id, line))
        basis = "fetched" if fetched else "assumed"
        return Edition(since, len(lines), self.slice.digest, basis), summed(told)

    def _mention(self, mention: Mention) -> None:
        old = self.mentions.get(mention.id)
        self.mentions[mention.id] = old.joined(mention) if old else mention

    def _sound(self, sums: dict[Key, Sum]) -> bool:
        largest = max(max(abs(s.amount_e5), abs(s.vat_e5 or 0)) for s in sums.values())
        if largest <= LARGEST:
            return True
        note = self.intake.note(self.file, self.slice.numbers[0])
        wrong = f"the sums of {self.slice.month} are beyond a trillion; the month was left out"
        note("BAD_VALUE", "/", wrong, "mend the amounts")
        self.intake.summary.refused_rows += len(self.slice.lines)
        return False

    def _in_time(self, edition: Edition) -> bool:
        found = self.intake.in_time(edition.since)
        if not found:
            self.intake.summary.later += edition.lines - 1  # one was counted
        return found

    def _conflict(self, lines: int, kept: int) -> None:
        self.intake.summary.refused_rows += lines
        self._told(f"has {kept:,} lines, this one {lines:,} others; the former holds")

    def _replaced(self, lines: int, gone: int) -> None:
        """The other order of loading the same two: what was loaded before does not hold."""
        self._told(f"had {gone:,} lines, this one has {lines:,} others and holds instead of it")

    def _told(self, what: str) -> None:
        self.intake.report.add(
            "CONFLICTING_SPEND",
            self.file.name,
            f"{self.slice.month} of {self.slice.buyer}: another file of that day {what}",
            "join parts of a month into one file, or give --fetched the day of the correction",
        )

    async def _write(self, edition: Edition, sums: dict[Key, Sum], known: list[Edition]) -> None:
        """The month with this edition, in one transaction; its lines are on the disk before."""
        intake, home = self.intake, self.intake.options.spend
        if home:
            spendlines.keep(home, self.slice.id, edition.digest, self.slice.lines)
        rows = await intake.graph.rows(spend.PAYMENTS, id=self.slice.id)
        old = {row[0]: _stored(row) for row in rows}
        told = [(one, told_at(old.values(), one.since)) for one in known]
        now = {one.id(self.slice.id): one for one in payments_of([*told, (edition, sums)])}
        editions = sorted([*known, edition])
        steps = intake.mentions(list(self.mentions.values()))
        steps += await self._steps(old, now, editions)
        await intake.write([self.source], steps)
        if home:
            spendlines.sweep(home, self.slice.id, [one.digest for one in editions])

    async def _steps(
        self, old: dict[str, Paid], now: dict[str, Paid], editions: Sequence[Edition]
    ) -> list[Step]:
        first, gone = await self._firsts(old, now)
        month: Row = {"id": self.slice.id, "values": self._month(editions)}
        new = [self._row(id, one) for id, one in now.items() if id not in old]
        changed = [self._row(id, one) for id, one in now.items() if id in old and one != old[id]]
        made = [
            self._contract(self.purchases[id], at)
            for id, at in first.items()
            if id in self.purchases
        ]
        dated = [{"id": id, "publicFrom": at[0], "basis": at[1]} for id, at in first.items()]
        steps = [
            *_chunked(spend.MERGE_MONTHS, [month]),
            *_chunked(spend.DELETE_PAYMENTS, sorted(old.keys() - now.keys()), "ids"),
            *_chunked(spend.UPDATE_PAYMENTS, changed),
            *_chunked(loading.MERGE_CONTRACTS, made),
            *_chunked(spend.CREATE_PAYMENTS, new),
            *_chunked(loading.MERGE_BOUGHT, self._edges(first, "buyer", "sector")),
            *_chunked(loading.MERGE_SUPPLIED, self._edges(first, "supplier", "sizeClass")),
            *_chunked(spend.DATE_PURCHASES, dated),
            *_chunked(spend.DATE_BOUGHT, dated),
            *_chunked(spend.DATE_SUPPLIED, dated),
            *_chunked(spend.DELETE_PURCHASES, gone, "ids"),
        ]
        return steps

    async def _firsts(
        self, old: dict[str, Paid], now: dict[str, Paid]
    ) -> tuple[dict[str, First], list[str]]:
        """Since when each purchase is public, and the purchases that nothing shows any more."""
        touched = {one.key.contract for one in (*old.values(), *now.values())}
        found: dict[str, First] = {}
        for ids in batches(sorted(touched)):
            for contract, since, basis in await self.intake.graph.rows(
                spend.ELSEWHERE, ids=list(ids), month=self.slice.id
            ):
                found[contract] = min(found.get(contract, (since, basis)), (since, basis))
        for one in now.values():
            mine, contract = (one.since, one.basis), one.key.contract
            found[contract] = min(found.get(contract, mine), mine)
        return dict(sorted(found.items())), sorted(touched - found.keys())

    def _month(self, editions: Sequence[Edition]) -> Row:
        return {
            "buyer": self.slice.buyer,
            "month": self.slice.month,
            "editions": [str(one) for one in editions],
            "source": self.source.id,
        }

    def _row(self, id: str, one: Paid) -> Row:
        values = {
            "amountE5": one.sum.amount_e5,
            "vatE5": one.sum.vat_e5,
            "lines": one.sum.lines,
            "currency": one.key.currency,
            "tax": one.key.tax,
            "month": one.key.month,
            "text": one.key.text,
            "reference": self.slice.month,
            "publicFrom": one.since,
            "publicTo": one.until,
            "basis": one.basis,
            "source": self.source.id,
        }
        ends = {"publicFrom": one.since, "publicTo": one.until, "source": self.source.id}
        return {
            "id": id,
            "of": self.slice.id,
            "contract": one.key.contract,
            **ends,
            "values": values,
        }

    def _contract(self, purchase: Purchase, first: First) -> Row:
        values = {
            "origin": "spend",
            "title": purchase.category,
            "publicFrom": first[0],
            "basis": first[1],
            "source": self.source.id,
        }
        return {"id": purchase.id, "values": values}

    def _edges(self, first: dict[str, First], end: str, stated: str) -> list[Row]:
        """Rows of purchases or sales; what a spend list never states is null."""
        found: list[Row] = []
        for id, at in first.items():
            purchase = self.purchases.get(id)
            mention = getattr(purchase, end) if purchase else None
            if mention:
                dated = {"publicFrom": at[0], "source": self.source.id, stated: None}
                found.append({"mention": mention, "contract": id, **dated})
        return found


def _stored(row: Sequence[object]) -> Paid:
    _, contract, month, currency, tax, text, amount, lines, vat, since, until, basis = row
    key = Key(contract, month, currency, tax, text)  # type: ignore[arg-type]
    return Paid(key, Sum(amount, lines, vat), since, until, basis)  # type: ignore[arg-type]


def _chunked(
    statement: loading.Statement, rows: Sequence[object], name: str = "rows"
) -> list[Step]:
    return [Step(statement, {name: list(batch)}) for batch in batches(rows)] if rows else []

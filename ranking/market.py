"""The market at an instant: everything that was public by then, in arrays over suppliers."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache

import duckdb
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graph.clock import FORMAT
from ranking.index import Index
from ranking.snapshot import Snapshot
from ranking.text import Tokens, masked, name_words, tokens
from ranking.walks import Matrix, steps

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

STATE = "publicFrom <= $t AND (publicTo IS NULL OR publicTo > $t)"
DAY = "epoch(CAST(replace({}, 'Z', '') AS TIMESTAMP)) / 86400.0"
# Who sold to whom, per lot: since when, and the contracts behind it. Later facts have no say.
TRADES = f"""
WITH c AS (SELECT id, lot FROM contracts WHERE {STATE}),
     b AS (SELECT contract, organisation, sector, region, publicFrom FROM bought WHERE {STATE}),
     s AS (SELECT contract, organisation, publicFrom FROM supplied WHERE {STATE})
SELECT b.organisation AS buyer, s.organisation AS supplier, c.id AS contract,
       max(c.lot) AS lot, max(b.sector) AS sector, max(b.region) AS region,
       min(greatest(b.publicFrom, s.publicFrom)) AS since
FROM c JOIN b ON b.contract = c.id JOIN s ON s.contract = c.id
SEMI JOIN organisations ob ON ob.id = b.organisation
SEMI JOIN organisations os ON os.id = s.organisation
GROUP BY buyer, supplier, c.id ORDER BY buyer, supplier, c.id
"""
# What was sold in words: a contract's own, and those of each payment under it.
LINES = f"""
WITH c AS (
  SELECT id, trim(concat_ws(' ', title, description)) AS text, valueE5 FROM contracts WHERE {STATE}
), p AS (SELECT contract, text, amountE5, publicFrom FROM payments WHERE {STATE})
SELECT contract, coalesce(text, '') AS text, amountE5 AS amount, publicFrom AS since FROM p
UNION ALL
SELECT id, text, CASE WHEN id NOT IN (SELECT contract FROM p) THEN valueE5 END, NULL FROM c
ORDER BY ALL
"""
SUPPLIERS = "SELECT id FROM organisations WHERE suppliesFrom <= $t ORDER BY id"
NAMES = (
    "SELECT organisation, name FROM names SEMI JOIN organisations o ON o.id = organisation"
    " AND o.suppliesFrom <= $t ORDER BY ALL"
)
STATES = f"SELECT id, sector, region, sizeClass FROM organisation_states WHERE {STATE} ORDER BY ALL"
CODES = "SELECT DISTINCT contract, code FROM {} WHERE " + STATE + " ORDER BY ALL"


@lru_cache(maxsize=65_536)
def day_of(instant: str) -> float:
    """Days since 1970 of an instant."""
    return datetime.strptime(instant, FORMAT).replace(tzinfo=UTC).timestamp() / 86400.0


@dataclass(frozen=True)
class Trades:
    """One row per buyer, supplier and contract: indices, codes as text, day since when public."""

    buyer: Ints
    supplier: Ints
    contract: tuple[str, ...]
    lot: NDArray[np.str_]
    sector: NDArray[np.str_]
    region: NDArray[np.str_]
    day: Floats

    def where(self, kept: NDArray[np.bool_]) -> "Trades":
        """The rows that a mask keeps."""
        contract = tuple(c for c, k in zip(self.contract, kept, strict=True) if k)
        rows = (self.lot[kept], self.sector[kept], self.region[kept], self.day[kept])
        return Trades(self.buyer[kept], self.supplier[kept], contract, *rows)


@dataclass(frozen=True)
class Lines:
    """One row per distinct text of a trade: its trade, its words, its first day and amount."""

    trade: Ints
    text: tuple[str, ...]  # as published
    words: tuple[Tokens, ...]
    day: Floats
    amount: Floats  # currency units; NaN when unknown


class Market:
    """What was public at `until` (UTC text, inclusive). Built once; only read afterwards.

    `known_until` is the newest instant among those facts.
    """

    def __init__(self, snapshot: Snapshot, until: str) -> None:
        self.until = until
        # "Days since" is counted from the newest fact, so that a graph that was loaded up to some
        # instant and asked now answers as the whole graph asked as of that instant.
        self.known_until = snapshot.newest(until) or until
        self.day = day_of(self.known_until)
        self._snapshot = snapshot
        connection = snapshot.connect()
        try:
            self._fill(connection)
        finally:
            connection.close()

    def _fill(self, connection: duckdb.DuckDBPyConnection) -> None:
        def rows(sql: str) -> list[tuple[object, ...]]:
            return connection.execute(sql, {"t": self.until}).fetchall()

        self.suppliers: tuple[str, ...] = tuple(str(r[0]) for r in rows(SUPPLIERS))
        self.supplier_at = {id: i for i, id in enumerate(self.suppliers)}
        self.states = {str(r[0]): r[1:] for r in rows(STATES)}
        named: dict[str, list[str]] = {}
        for id, name in rows(NAMES):
            named.setdefault(str(id), []).append(str(name))
        self.names = [name_words(named.get(id, ())) for id in self.suppliers]
        trades = [r for r in rows(TRADES) if str(r[1]) in self.supplier_at]
        self.buyers = tuple(sorted({str(r[0]) for r in trades}))
        self.buyer_at = {id: i for i, id in enumerate(self.buyers)}
        self.trades = self._trades(trades)
        self.lines = self._lines(rows(LINES))
        self.codes = {
            table: _codes(rows(CODES.format(table))) for table in ("frameworks", "categories")
        }
        self.coded = {t: _by_code(self.trades.contract, held) for t, held in self.codes.items()}
        self._prepare()

    @cached_property
    def facts(self) -> str:
        """SHA-256 of the facts; training builds a market a month and needs none of theirs."""
        return self._snapshot.hash_until(self.until)

    def _trades(self, rows: Sequence[tuple[object, ...]]) -> Trades:
        sectors = [str(r[4] or self.sector_of(str(r[0])) or "") for r in rows]
        regions = [str(r[5] or self.region_of(str(r[0])) or "") for r in rows]
        return Trades(
            np.array([self.buyer_at[str(r[0])] for r in rows], dtype=np.int64),
            np.array([self.supplier_at[str(r[1])] for r in rows], dtype=np.int64),
            tuple(str(r[2]) for r in rows),
            np.array([str(r[3] or "") for r in rows], dtype=np.str_),
            np.array(sectors, dtype=np.str_),
            np.array(regions, dtype=np.str_),
            np.array([day_of(str(r[6])) for r in rows], dtype=np.float64),
        )

    def _lines(self, rows: Sequence[tuple[object, ...]]) -> Lines:
        of: dict[str, list[int]] = {}
        for i, contract in enumerate(self.trades.contract):
            of.setdefault(contract, []).append(i)
        found: dict[tuple[int, Tokens], tuple[float, float, str]] = {}
        spoken: dict[str, Tokens] = {}
        for contract, text, amount, since in rows:
            said = spoken.setdefault(str(text), tokens(str(text)))
            units = float("nan") if amount is None else float(str(amount)) / 100_000
            for i in of.get(str(contract), ()):
                day = day_of(str(since)) if since else float(self.trades.day[i])
                key = (i, masked(said, self.names[int(self.trades.supplier[i])]))
                day_before, units_before, shown = found.get(key, (day, units, str(text)))
                largest = float(np.fmax(units, units_before))
                found[key] = (min(day, day_before), largest, min(shown, str(text)))
        kept = sorted(found)
        return Lines(
            np.array([i for i, _ in kept], dtype=np.int64),
            tuple(found[k][2] for k in kept),
            tuple(said for _, said in kept),
            np.array([found[k][0] for k in kept], dtype=np.float64),
            np.array([found[k][1] for k in kept], dtype=np.float64),
        )

    def _prepare(self) -> None:
        """Build what several threads will read: a cached property filled twice would cost."""
        documents: list[list[str]] = [[] for _ in self.suppliers]
        for trade, said in zip(self.lines.trade, self.lines.words, strict=True):
            documents[int(self.trades.supplier[trade])].extend(said)
        self.index = Index(documents, self.lines.words)
        self.line_supplier: Ints = self.trades.supplier[self.lines.trade]
        self.line_buyer: Ints = self.trades.buyer[self.lines.trade]
        self.median_amount = self._median_amount()
        self.line_lot: NDArray[np.str_] = self.trades.lot[self.lines.trade]
        self.pairs = _first(self.trades, (self.trades.buyer, self.trades.supplier))
        lots: Ints = np.unique(self.trades.lot, return_inverse=True)[1]
        self.lot_pairs = _first(self.trades, (self.trades.buyer, self.trades.supplier, lots))
        wide = len(self.suppliers)  # trades are in order of buyer and supplier, so pairs are too
        keys = self.pairs.buyer * wide + self.pairs.supplier
        self.line_pair: Ints = np.searchsorted(keys, self.line_buyer * wide + self.line_supplier)
        shape = (len(self.buyers), len(self.suppliers))
        ones = np.ones(len(self.trades.buyer))
        matrix = sparse.csr_matrix((ones, (self.trades.buyer, self.trades.supplier)), shape=shape)
        matrix.data[:] = 1.0
        self.matrix: Matrix = matrix
        self.steps = steps(matrix)

    def _median_amount(self) -> Floats:
        found = np.full(len(self.suppliers), np.nan)
        known = self.lines.amount > 0
        supplier, amount = self.line_supplier[known], self.lines.amount[known]
        for i in np.unique(supplier):
            found[i] = np.median(amount[supplier == i])
        return found

    def state_of(self, id: str, at: int) -> str | None:
        """What is known of a body: 0 sector, 1 region, 2 size class; None: nothing."""
        state = self.states.get(id)
        return None if state is None or state[at] is None else str(state[at])

    def sector_of(self, id: str) -> str | None:
        """The sector of a body as known at that instant."""
        return self.state_of(id, 0)

    def region_of(self, id: str) -> str | None:
        """The region of a body as known at that instant."""
        return self.state_of(id, 1)

    def suppliers_of(self, buyer: str | None) -> frozenset[str]:
        """Whom a buyer has bought from so far."""
        at = self.buyer_at.get(buyer or "")
        if at is None:
            return frozenset()
        return frozenset(self.suppliers[i] for i in self.trades.supplier[self.trades.buyer == at])


def _first(trades: Trades, keys: tuple[Ints, ...]) -> Trades:
    order = np.lexsort((trades.day, *reversed(keys)))
    key = np.stack([k[order] for k in keys])
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (key[:, 1:] != key[:, :-1]).any(axis=0)
    kept = np.zeros(len(order), dtype=np.bool_)
    kept[order[new]] = True
    return trades.where(kept)


def _codes(rows: Sequence[tuple[object, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for contract, code in rows:
        found[str(contract)] = (*found.get(str(contract), ()), str(code))
    return found


def _by_code(contracts: Sequence[str], held: dict[str, tuple[str, ...]]) -> dict[str, Ints]:
    """Per code the trades under it."""
    found: dict[str, list[int]] = {}
    for i, contract in enumerate(contracts):
        for code in held.get(contract, ()):
            found.setdefault(code, []).append(i)
    return {code: np.array(rows, dtype=np.int64) for code, rows in found.items()}


class Markets:
    """The last few markets that were asked for, shared by threads."""

    def __init__(self, snapshot: Snapshot, kept: int = 8) -> None:
        self.snapshot = snapshot
        self._kept = kept
        self._markets: OrderedDict[str, Market] = OrderedDict()
        self._lock = threading.Lock()

    def at(self, until: str) -> Market:
        """The market at an instant; building one takes a moment and blocks the others."""
        with self._lock:
            market = self._markets.pop(until, None) or Market(self.snapshot, until)
            self._markets[until] = market
            while len(self._markets) > self._kept:
                self._markets.popitem(last=False)
            return market

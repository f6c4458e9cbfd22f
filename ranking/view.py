"""One need before one market: what several features share, counted once."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ranking import cpv, walks
from ranking.market import Floats, Ints, Market, Trades
from ranking.need import Need
from ranking.text import Tokens, tokens

Mask = NDArray[np.bool_]
SIMILAR = 0.25  # a line this close to the need (cosine) counts as a similar purchase


class View:
    """A need, the market that it may know, and the candidates (indices into its suppliers)."""

    def __init__(self, market: Market, need: Need, candidates: Ints | None = None) -> None:
        self.market = market
        self.need = need
        everyone = np.arange(len(market.suppliers), dtype=np.int64)
        self.candidates = everyone if candidates is None else candidates
        self.columns: dict[str, Floats] = {}  # features that were asked for, by name
        self.said: Tokens = tokens(need.text)
        self.buyer = market.buyer_at.get(need.buyer.id or "")
        known = need.buyer.id or ""
        self.sector = need.buyer.sector or market.sector_of(known)
        self.region = need.region or need.buyer.region or market.region_of(known)

    def of(self, candidates: Ints) -> "View":
        """The same need before other candidates; keeps what was counted."""
        view = View(self.market, self.need, candidates)
        for name in ("bm25", "cosines", "line_best", "nearness", "need_buyers", "peers"):
            if name in self.__dict__:
                view.__dict__[name] = self.__dict__[name]
        last = len(self.candidates) - 1
        at = np.searchsorted(self.candidates, candidates).clip(max=max(last, 0))
        if last >= 0 and self.columns and (self.candidates[at] == candidates).all():
            view.columns = {name: column[at] for name, column in self.columns.items()}
        return view

    @property
    def size(self) -> int:
        """How many suppliers the market has."""
        return len(self.market.suppliers)

    def pick(self, column: Floats) -> Floats:
        """The candidates' values of a column over all suppliers."""
        return column[self.candidates]

    def missing(self) -> Floats:
        """The column of a feature about which nothing is known."""
        return np.full(len(self.candidates), np.nan)

    def buyers(self, trades: Trades, kept: Mask | None = None) -> Floats:
        """Distinct buyers per supplier among trades that hold one row a buyer and supplier."""
        rows = trades.supplier if kept is None else trades.supplier[kept]
        return np.bincount(rows, minlength=self.size).astype(np.float64)

    def best(self, values: Floats, suppliers: Ints, start: float = 0.0) -> Floats:
        """The largest value per supplier; `start` where there is none."""
        found = np.full(self.size, start)
        np.maximum.at(found, suppliers, values)
        return found

    def sold(self, trades: Trades, weights: Floats) -> Floats:
        """Sum of weights, one a trade, per supplier."""
        return np.bincount(trades.supplier, weights=weights, minlength=self.size).astype(np.float64)

    def days_since(self, day: Floats, supplier: Ints) -> Floats:
        """Days since the newest of the given days per candidate; NaN where there is none."""
        newest = self.best(day, supplier, -np.inf)
        return self.pick(np.where(np.isfinite(newest), self.market.day - newest, np.nan))

    @cached_property
    def nearness(self) -> Floats | None:
        """Per trade how near its categories come to the need's, 0 to 1; None: nothing to compare.

        None too when the market knows no categories at all.
        """
        held = self.market.coded["categories"]
        if not self.need.categories or not held:
            return None
        found = np.zeros(len(self.market.trades.day))
        for code, rows in held.items():
            near = max(cpv.near(asked, code) for asked in self.need.categories)
            found[rows] = np.maximum(found[rows], near)
        return found

    @cached_property
    def need_buyers(self) -> Floats:
        """Per buyer, the squared cosine of its closest line: whoever bought something similar."""
        found = np.zeros(len(self.market.buyers))
        np.maximum.at(found, self.market.pairs.buyer, self.line_best**2)
        if self.buyer is not None:
            found[self.buyer] = 0.0
        return found

    @cached_property
    def bm25(self) -> Floats:
        """BM25 of the need per supplier."""
        return self.market.index.bm25(self.said)

    @cached_property
    def cosines(self) -> Floats:
        """Cosine of the need with every line."""
        return self.market.index.cosines(self.said)

    @cached_property
    def line_best(self) -> Floats:
        """The closest line of each first purchase (the rows of `market.pairs`)."""
        found = np.zeros(len(self.market.pairs.day))
        np.maximum.at(found, self.market.line_pair, self.cosines)
        return found

    @cached_property
    def peers(self) -> Floats | None:
        """Per buyer, how like this need's buyer it is; None when nothing is known of that one."""
        return walks.peers(self.market.matrix, self.buyer)

    @property
    def worded(self) -> bool:
        """Does anybody's sale share a word with the need?"""
        return bool(self.market.index.known(self.said))

    @property
    def understood(self) -> bool:
        """Does the market know a word, a lot, a framework or the neighbourhood of a category?"""
        near = self.nearness
        framework = self.need.framework in self.market.coded["frameworks"]
        return (
            self.worded or self._knows_lot or framework or (near is not None and bool(near.any()))
        )

    @property
    def learnt(self) -> bool:
        """Is the need like those of the past: known words, or at least a known lot and a sector?

        Past needs name no category, so one that has nothing but terms and a category is not.
        """
        terms = self._knows_lot and bool(self.sector) and not self.need.categories
        return self.worded or terms

    @property
    def _knows_lot(self) -> bool:
        return self.in_lot is not None and bool(self.in_lot.any())

    @property
    def in_sector(self) -> Mask | None:
        """The first purchases by bodies of the buyer's sector; None when it is unknown."""
        return None if not self.sector else self.market.pairs.sector == self.sector

    @property
    def in_lot(self) -> Mask | None:
        """The first purchases of the need's lot; None when it names none."""
        return None if not self.need.lot else self.market.lot_pairs.lot == self.need.lot

"""Popularity and recency: how many bodies buy from a supplier, and how lately."""

import numpy as np

from ranking.features.registration import feature
from ranking.market import Floats
from ranking.view import View

QUARTER = 92.0  # days
HALF_YEAR = 183.0


@feature("buyers", group="popularity and recency", text="How many bodies bought from it")
def buyers(view: View) -> Floats:
    """log(1 + distinct buyers)."""
    return np.log1p(view.pick(view.buyers(view.market.pairs)))


@feature("buyers_lately", group="popularity and recency", text="New buyers in the last quarter")
def buyers_lately(view: View) -> Floats:
    """log(1 + buyers whose first purchase became public in the last 92 days)."""
    return np.log1p(view.pick(view.buyers(view.market.pairs, _lately(view, QUARTER))))


@feature("growth", group="popularity and recency", text="New buyers, this half year and before")
def growth(view: View) -> Floats:
    """log of (1 + new buyers of the last 183 days) / (1 + of the 183 days before)."""
    latest = view.buyers(view.market.pairs, _lately(view, HALF_YEAR))
    both = view.buyers(view.market.pairs, _lately(view, 2 * HALF_YEAR))
    return view.pick(np.log((1.0 + latest) / (1.0 + both - latest)))


@feature("last_sale", group="popularity and recency", text="How long ago it last sold")
def last_sale(view: View) -> Floats:
    """Days since its newest line became public; NaN without lines."""
    return view.days_since(view.market.lines.day, view.market.line_supplier)


@feature("last_buyer", group="popularity and recency", text="How long ago it won a new buyer")
def last_buyer(view: View) -> Floats:
    """Days since its newest first purchase became public; NaN without any."""
    return view.days_since(view.market.pairs.day, view.market.pairs.supplier)


@feature("tenure", group="popularity and recency", text="How long it has been in the market")
def tenure(view: View) -> Floats:
    """Days since its first purchase became public; NaN without any."""
    first = -view.best(-view.market.pairs.day, view.market.pairs.supplier, -np.inf)
    return view.pick(np.where(np.isfinite(first), view.market.day - first, np.nan))


@feature("lines", group="popularity and recency", text="How many different things it has sold")
def lines(view: View) -> Floats:
    """log(1 + distinct lines)."""
    found = np.bincount(view.market.line_supplier, minlength=view.size)
    return np.log1p(view.pick(found.astype(np.float64)))


@feature("sector_lot_lately", group="popularity and recency", text="New buyers in sector and lot")
def sector_lot_lately(view: View) -> Floats:
    """log(1 + buyers of the sector and lot new in the last 183 days); NaN when unknown."""
    if view.in_lot is None or not view.sector:
        return view.missing()
    pairs = view.market.lot_pairs
    recent = pairs.day > view.market.day - HALF_YEAR
    kept = view.in_lot & (pairs.sector == view.sector) & recent
    return np.log1p(view.pick(view.buyers(pairs, kept)))


def _lately(view: View, days: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return view.market.pairs.day > view.market.day - days

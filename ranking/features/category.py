"""Category: who sells in this lot, sector, framework and category."""

import numpy as np

from ranking.features.registration import feature
from ranking.market import Floats
from ranking.view import View


@feature("lot_buyers", group="category", text="Bodies that bought from it in this lot")
def lot_buyers(view: View) -> Floats:
    """log(1 + distinct buyers in the need's lot); NaN when the need names no lot."""
    if view.in_lot is None:
        return view.missing()
    return np.log1p(view.pick(view.buyers(view.market.lot_pairs, view.in_lot)))


@feature("sector_buyers", group="category", text="Bodies of this sector that bought from it")
def sector_buyers(view: View) -> Floats:
    """log(1 + distinct buyers of the buyer's sector); NaN when the sector is unknown."""
    if view.in_sector is None:
        return view.missing()
    return np.log1p(view.pick(view.buyers(view.market.pairs, view.in_sector)))


@feature("sector_lot_buyers", group="category", text="Bodies of this sector in this lot")
def sector_lot_buyers(view: View) -> Floats:
    """log(1 + distinct buyers of the sector in the lot); NaN when either is unknown."""
    if view.in_lot is None or not view.sector:
        return view.missing()
    kept = view.in_lot & (view.market.lot_pairs.sector == view.sector)
    return np.log1p(view.pick(view.buyers(view.market.lot_pairs, kept)))


@feature("lot_focus", group="category", text="How much of its work is in this lot")
def lot_focus(view: View) -> Floats:
    """Share of its buyers that bought in the lot, shrunk to the lot's share with a weight of 2."""
    if view.in_lot is None or not len(view.in_lot):
        return view.missing()
    return _focus(view, view.buyers(view.market.lot_pairs, view.in_lot), view.in_lot.mean())


@feature("sector_focus", group="category", text="How much of its work is for this sector")
def sector_focus(view: View) -> Floats:
    """Share of its buyers in the sector, shrunk to the sector's share with a weight of 2."""
    if view.in_sector is None or not len(view.in_sector):
        return view.missing()
    return _focus(view, view.buyers(view.market.pairs, view.in_sector), view.in_sector.mean())


@feature("framework_buyers", group="category", text="Bodies that bought from it on this framework")
def framework_buyers(view: View) -> Floats:
    """log(1 + distinct buyers on the need's framework); NaN when the need names none."""
    if not view.need.framework:
        return view.missing()
    market = view.market
    rows = market.coded["frameworks"].get(view.need.framework, np.array([], dtype=np.int64))
    pairs = np.unique(market.trades.buyer[rows] * view.size + market.trades.supplier[rows])
    found = np.bincount(pairs % max(view.size, 1), minlength=view.size)
    return np.log1p(view.pick(found.astype(np.float64)))


@feature("category_exact", group="category", text="Contracts in the same category")
def category_exact(view: View) -> Floats:
    """log(1 + contracts in one of the need's categories); NaN when it names none."""
    near = view.nearness
    if near is None:
        return view.missing()
    return np.log1p(view.pick(view.sold(view.market.trades, (near == 1.0).astype(np.float64))))


@feature("category_near", group="category", text="The contract nearest in the tree of categories")
def category_near(view: View) -> Floats:
    """Largest 1 / (1 + steps) in the CPV tree between the need's and the contracts' categories."""
    near = view.nearness
    if near is None:
        return view.missing()
    return view.pick(view.best(near, view.market.trades.supplier))


def _focus(view: View, inside: Floats, share: float, weight: float = 2.0) -> Floats:
    everywhere = view.buyers(view.market.pairs)
    return view.pick((inside + weight * share) / (everywhere + weight))

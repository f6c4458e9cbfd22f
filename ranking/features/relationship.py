"""Relationship: what this buyer bought from the supplier before."""

import numpy as np

from ranking.features.registration import feature
from ranking.market import Floats
from ranking.view import View


@feature("bought_before", group="relationship", text="What this body bought from it before")
def bought_before(view: View) -> Floats:
    """log(1 + contracts between the buyer and the supplier); NaN when the buyer is unknown."""
    if view.buyer is None:
        return view.missing()
    mine = (view.market.trades.buyer == view.buyer).astype(np.float64)
    return np.log1p(view.pick(view.sold(view.market.trades, mine)))


@feature("bought_lately", group="relationship", text="How long ago this body bought from it")
def bought_lately(view: View) -> Floats:
    """Days since the buyer's newest line with the supplier; NaN when there is none."""
    if view.buyer is None:
        return view.missing()
    mine = view.market.line_buyer == view.buyer
    return view.days_since(view.market.lines.day[mine], view.market.line_supplier[mine])

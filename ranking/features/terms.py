"""Terms: size of sales, budget and region."""

import numpy as np

from ranking.features.registration import feature
from ranking.market import Floats
from ranking.view import View


@feature("typical_amount", group="terms", text="The usual size of its sales")
def typical_amount(view: View) -> Floats:
    """log10(1 + median amount of its lines in currency units); NaN without a positive amount."""
    return view.pick(np.log10(1.0 + view.market.median_amount))


@feature("budget_ratio", group="terms", text="This budget beside the usual size of its sales")
def budget_ratio(view: View) -> Floats:
    """log10(stated budget / median amount of its lines); NaN when either is unknown."""
    if view.need.budget is None or view.need.budget <= 0:
        return view.missing()
    return view.pick(np.log10(float(view.need.budget) / view.market.median_amount))


@feature("region_buyers", group="terms", text="Bodies of this region that bought from it")
def region_buyers(view: View) -> Floats:
    """log(1 + distinct buyers of the need's region); NaN when the region is unknown."""
    if not view.region or not (view.market.pairs.region != "").any():
        return view.missing()
    return np.log1p(
        view.pick(view.buyers(view.market.pairs, view.market.pairs.region == view.region))
    )

"""Graph: how buyers, suppliers and shared choices tie this buyer to a supplier."""

import numpy as np

from ranking import walks
from ranking.features.registration import feature
from ranking.market import Floats
from ranking.view import View


@feature("common_bodies", group="graph", text="Its buyers who share a supplier with this body")
def common_bodies(view: View) -> Floats:
    """log(1 + its buyers that share a supplier with this buyer); NaN without purchases."""
    if view.peers is None:
        return view.missing()
    near = (view.peers > 0).astype(np.float64)
    return np.log1p(view.pick(view.market.matrix.T @ near))


@feature("adamic_adar", group="graph", text="Ties to this body through rare suppliers")
def adamic_adar(view: View) -> Floats:
    """The same, each tie weighing 1 / log(1 + degree); NaN without purchases."""
    if view.buyer is None:
        return view.missing()
    return np.log1p(view.pick(walks.adamic_adar(view.market.matrix, view.buyer)))


@feature("pagerank", group="graph", text="How a walk from this body over shared suppliers meets it")
def pagerank(view: View) -> Floats:
    """log of personalised PageRank from the buyer (restart 0.15, 20 steps); NaN without buys."""
    if view.buyer is None:
        return view.missing()
    start = np.zeros(len(view.market.buyers))
    start[view.buyer] = 1.0
    return np.log(1e-6 + view.pick(walks.pagerank(view.market.steps, start, 0.15, 20)))


@feature("rp3beta", group="graph", text="Three steps from this body, popularity set aside")
def rp3beta(view: View) -> Floats:
    """RP3beta with beta 0.5, from the buyer; NaN without purchases."""
    if view.buyer is None:
        return view.missing()
    start = np.zeros(len(view.market.buyers))
    start[view.buyer] = 1.0
    return np.log(1e-6 + view.pick(walks.rp3beta(view.market.steps, start, 0.5)))


@feature("need_walk", group="graph", text="A walk from the bodies that bought something similar")
def need_walk(view: View) -> Floats:
    """log of PageRank from buyers weighted by their closest line to the need (restart 0.3)."""
    start = view.need_buyers
    if not start.any():
        return view.missing()
    return np.log(1e-6 + view.pick(walks.pagerank(view.market.steps, start, 0.3, 6)))

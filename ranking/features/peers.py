"""Reuse by peers: what bodies like this one, or with a like need, chose."""

import numpy as np

from ranking.features.registration import feature
from ranking.market import Floats
from ranking.view import View


@feature("peer_buyers", group="reuse by peers", text="Bodies with the same suppliers that use it")
def peer_buyers(view: View) -> Floats:
    """Sum of the likeness (cosine of suppliers) of its buyers to this one; NaN without buys."""
    if view.peers is None:
        return view.missing()
    return view.pick(view.market.matrix.T @ view.peers)


@feature("peer_share", group="reuse by peers", text="The share of like bodies that use it")
def peer_share(view: View) -> Floats:
    """The same divided by the likeness of all peers; NaN without purchases or peers."""
    if view.peers is None or not view.peers.any():
        return view.missing()
    return view.pick(view.market.matrix.T @ view.peers) / view.peers.sum()


@feature("need_peers", group="reuse by peers", text="Used by bodies that bought similar things")
def need_peers(view: View) -> Floats:
    """Sum over its buyers of how close that body's closest line comes to the need, squared."""
    if not view.said:
        return view.missing()
    return np.log1p(view.pick(view.market.matrix.T @ view.need_buyers))


@feature("sector_similar", group="reuse by peers", text="Bodies of this sector that bought similar")
def sector_similar(view: View) -> Floats:
    """Sum of squared cosines of the closest lines sold to the sector; NaN when unknown."""
    if view.in_sector is None or not view.said:
        return view.missing()
    return view.pick(view.sold(view.market.pairs, view.line_best**2 * view.in_sector))

"""Retrieval: the few hundred suppliers that are worth ranking, from several cheap orders."""

from collections.abc import Iterator

import numpy as np

from ranking.features.registration import FEATURES
from ranking.hyperparameters import RETRIEVED
from ranking.market import Floats, Ints
from ranking.rankers import FallbackRanker
from ranking.view import View

# Turns in each round: words first, then who sells in the sector and lot, peers, and popularity.
TURNS = ("bm25", "line_best", "sector_lot_buyers", "category_near", "need_peers", "buyers")


def retrieve(view: View, most: int = RETRIEVED) -> Ints:
    """At most `most` candidates in order of index: all of a small market, else the best of each.

    A need that models can't rank takes the best of the fallback, which will rank them again.
    Suppliers that the need excludes never appear. The result does not depend on input order.
    """
    excluded = view.need.exclude
    allowed = [i for i, id in enumerate(view.market.suppliers) if id not in excluded]
    if len(allowed) <= most:
        return np.array(allowed, dtype=np.int64)
    everyone = view.of(np.array(allowed, dtype=np.int64))
    found: dict[int, None] = {}
    for i in _turns(everyone):
        found[i] = None
        if len(found) == most:
            break
    return np.array(sorted(found), dtype=np.int64)


def _turns(view: View) -> Iterator[int]:
    columns = [FEATURES[name].column(view) for name in TURNS] if view.learnt else None
    orders = [_order(c, view.candidates) for c in columns or [FallbackRanker().score(view)]]
    for places in zip(*orders, strict=True):
        yield from (int(i) for i in places)


def _order(column: Floats, candidates: Ints) -> Ints:
    """Best first; ties and the unknown by id (suppliers are sorted by id)."""
    known = np.nan_to_num(column, nan=-np.inf)
    return candidates[np.argsort(-known, kind="stable")]

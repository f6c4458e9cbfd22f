"""Baselines: simple rankers that a learnt one has to beat, scored in the same way."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from ranking import walks
from ranking.features import matrix
from ranking.hyperparameters import LINEAR_PENALTY
from ranking.market import Floats
from ranking.rankers import Example
from ranking.view import View

Score = Callable[[View], Floats]
CLIP = 4.0  # standard deviations


def at_random(view: View) -> Floats:
    """A number out of need and supplier: the same each time, and like chance."""
    told = f"{view.need.text}|{view.need.buyer.id}|{view.need.known_until}"
    ids = (view.market.suppliers[i] for i in view.candidates)
    digests = (hashlib.sha256(f"{told}|{id}".encode()).digest() for id in ids)
    return np.array([int.from_bytes(d[:6]) / 2**48 for d in digests])


def popularity(view: View) -> Floats:
    """Distinct buyers."""
    return view.pick(view.buyers(view.market.pairs))


def sector_lot(view: View) -> Floats:
    """Distinct buyers in sector and lot; ties by those in the lot, then by all."""
    pairs = view.market.lot_pairs
    in_lot = np.ones(len(pairs.day), dtype=np.bool_) if view.in_lot is None else view.in_lot
    both = in_lot & (pairs.sector == view.sector)
    score = view.buyers(pairs, both) + 1e-3 * view.buyers(pairs, in_lot)
    return view.pick(score) + 1e-6 * popularity(view)


def bm25(view: View) -> Floats:
    """BM25 (k1 1.2, b 0.75, one document a supplier)."""
    return view.pick(view.bm25)


def peers(view: View) -> Floats:
    """Popularity among bodies with the same suppliers; of a new buyer, in its sector."""
    if view.peers is None or not view.peers.any():
        pairs = view.market.pairs
        return view.pick(view.buyers(pairs, pairs.sector == view.sector)) + 1e-3 * popularity(view)
    return view.pick(view.market.matrix.T @ view.peers) + 1e-6 * popularity(view)


def item_knn(view: View) -> Floats:
    """Cosine of suppliers with those that the buyer uses; of a new buyer, popularity."""
    if view.buyer is None:
        return popularity(view)
    owned = np.asarray(view.market.matrix[[view.buyer]].todense()).ravel()
    return view.pick(walks.item_knn(view.market.matrix, owned)) + 1e-6 * popularity(view)


def rp3beta(view: View) -> Floats:
    """RP3beta from the buyer; of a new buyer, popularity."""
    if view.buyer is None:
        return popularity(view)
    start = np.zeros(len(view.market.buyers))
    start[view.buyer] = 1.0
    return view.pick(walks.rp3beta(view.market.steps, start, 0.5)) + 1e-9 * popularity(view)


BASELINES: dict[str, Score] = {
    "random": at_random,
    "popularity": popularity,
    "sector and lot": sector_lot,
    "BM25": bm25,
    "peers": peers,
    "item-kNN": item_knn,
    "RP3beta": rp3beta,
}


def linear(examples: Sequence[Example], chosen: tuple[str, ...]) -> Score:
    """A linear model on the same features: which candidate wins, by a conditional logit."""
    rows = np.vstack([e.columns for e in examples])
    known = ~np.isnan(rows)
    mean = np.where(known, rows, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    spread = np.sqrt((np.where(known, rows - mean, 0.0) ** 2).mean(axis=0))
    spread[spread < 1e-9] = 1.0

    def standard(columns: Floats) -> Floats:
        return np.clip(np.nan_to_num((columns - mean) / spread), -CLIP, CLIP)

    sets = [(standard(e.columns), e.winner) for e in examples]
    start = np.zeros(rows.shape[1])
    found: Any = minimize(_loss, start, args=(sets,), jac=True, method="L-BFGS-B")
    weights = np.asarray(found.x, dtype=np.float64)

    def score(view: View) -> Floats:
        return standard(matrix(view, chosen)) @ weights

    return score


def _loss(weights: Floats, sets: list[tuple[Floats, int]]) -> tuple[float, Floats]:
    loss = LINEAR_PENALTY * float(weights @ weights)
    slope = 2 * LINEAR_PENALTY * weights
    for columns, winner in sets:
        scores = columns @ weights
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        loss -= float(np.log(chances[winner] + 1e-300))
        slope += chances @ columns - columns[winner]
    return loss, slope

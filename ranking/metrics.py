"""Measures of a ranking with one right answer, and intervals that resample whole buyers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ranking.market import Floats

K, DEEP = 10, 50
MEASURES = ("mrr@10", "hit@10", "ndcg@10", "recall@50")


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and its 95 % interval."""

    mean: float
    low: float
    high: float


def measures(place: int | None) -> tuple[float, float, float, float]:
    """MRR@10, hit@10, NDCG@10 (linear gain; one relevant supplier) and Recall@50.

    `place` is the winner's, from 1; None: it was not ranked, a miss.
    """
    if place is None:
        return (0.0, 0.0, 0.0, 0.0)
    top = place <= K
    gain = 1.0 / float(np.log2(1 + place)) if top else 0.0
    return (1.0 / place if top else 0.0, float(top), gain, float(place <= DEEP))


def place_of(ids: Sequence[str], winner: str) -> int | None:
    """The winner's place in an order, from 1; None when it is not there."""
    return ids.index(winner) + 1 if winner in ids else None


def ordered(ids: Sequence[str], scores: Floats) -> list[str]:
    """Best first, ties by id: a constant ranker has no luck beyond that."""
    return sorted(ids, key=dict(zip(ids, zip(-scores, ids, strict=True), strict=True)).__getitem__)


def interval(values: Sequence[float], clusters: Sequence[str], seed: int = 7) -> Interval:
    """Mean and 95 % bootstrap interval; clusters (buyers), not needs, are drawn."""
    found = np.asarray(values, dtype=np.float64)
    if not len(found):
        return Interval(float("nan"), float("nan"), float("nan"))
    of = np.unique(np.asarray(clusters), return_inverse=True)[1]
    sums, sizes = np.bincount(of, weights=found), np.bincount(of)
    drawn = np.random.default_rng(seed).multinomial(
        len(sums), np.full(len(sums), 1 / len(sums)), 2000
    )
    means = (drawn @ sums) / np.maximum(drawn @ sizes, 1)
    low, high = np.quantile(means, (0.025, 0.975))
    return Interval(float(found.mean()), float(low), float(high))


def exposure(is_sme: Sequence[bool | None]) -> tuple[float, float]:
    """Attention on SMEs and on all whose size is known, by place: sum of 1 / log2(1 + rank)."""
    weights = [(1.0 / float(np.log2(1 + i)), sme) for i, sme in enumerate(is_sme, 1)]
    known = [(weight, sme) for weight, sme in weights if sme is not None]
    return sum(weight for weight, sme in known if sme), sum(weight for weight, _ in known)

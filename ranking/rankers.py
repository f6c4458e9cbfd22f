"""Rankers: one score a candidate, and the parts that sum to it; the served ones and a fallback."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

import lightgbm
import numpy as np

from ranking.features import FEATURES, matrix
from ranking.hyperparameters import FALLBACK, LIGHTGBM, MONOTONE, TREES
from ranking.market import Floats
from ranking.view import View

START = "start"
# The fallback's blend when no word is known: the terms of the need first, category above all, and
# popularity among equals. Not measured: no past need has terms alone.
TERMS: Mapping[str, float] = MappingProxyType(
    {
        "category_near": 1.0,
        "category_exact": 0.1,
        "lot_buyers": 0.5,
        "framework_buyers": 0.5,
        "sector_lot_buyers": 0.1,
        "sector_buyers": 0.1,
        "buyers": 0.03,
    }
)


class Scorer(Protocol):
    """What every ranker can do; scores have no unit and mean nothing between two needs."""

    @property
    def version(self) -> str:
        """Names the ranker and what it was trained on."""
        ...

    @property
    def degraded(self) -> bool:
        """True when it stands in for a model: missing, refused or taught on other needs."""
        ...

    def score(self, view: View) -> Floats:
        """One score a candidate."""
        ...

    def parts(self, view: View) -> "Parts":
        """The scores taken apart; only for the page that is shown."""
        ...


@dataclass(frozen=True)
class Parts:
    """`values[i, j]`: what `names[j]` adds to candidate i's score; the last name is `start`."""

    names: tuple[str, ...]
    values: Floats


@dataclass(frozen=True)
class Example:
    """A decided past need: its matrix (a row a candidate) and the row of the winner."""

    columns: Floats
    winner: int


class LightGBMRanker:
    """LambdaMART over the features; `chosen` names the columns in order."""

    degraded = False

    def __init__(self, booster: Any, chosen: tuple[str, ...], version: str) -> None:
        self.booster = booster
        self.chosen = chosen
        self.version = version

    def score(self, view: View) -> Floats:
        """Sum of the trees."""
        return self._predict(matrix(view, self.chosen), contrib=False)

    def parts(self, view: View) -> Parts:
        """TreeSHAP values; the start is the model's mean score."""
        values = self._predict(matrix(view, self.chosen), contrib=True)
        return Parts((*self.chosen, START), values)

    def _predict(self, columns: Floats, *, contrib: bool) -> Floats:
        if not len(columns):
            return np.zeros((0, len(self.chosen) + 1) if contrib else 0)
        found = self.booster.predict(
            columns, raw_score=True, pred_contrib=contrib, num_threads=1, validate_features=False
        )
        return np.asarray(found, dtype=np.float64)


class FallbackRanker:
    """The blend of BM25, category and popularity that serves where no model can."""

    version = "fallback-1"
    degraded = True

    def score(self, view: View) -> Floats:
        """Sum of the parts."""
        return self.parts(view).values.sum(axis=1)

    def parts(self, view: View) -> Parts:
        """Each feature as a share of its largest value in the market, times its weight."""
        weights = FALLBACK if view.learnt else TERMS
        names = tuple(weights)
        values = [weight * _share(view, name) for name, weight in weights.items()]
        return Parts((*names, START), np.column_stack([*values, np.zeros(len(view.candidates))]))


def fit(examples: Sequence[Example], chosen: tuple[str, ...]) -> Any:
    """Train a booster; the same examples in the same order give a byte-equal model."""
    columns = np.vstack([e.columns for e in examples])
    labels = np.concatenate([np.arange(len(e.columns)) == e.winner for e in examples])
    data = lightgbm.Dataset(
        columns,
        labels.astype(np.float64),
        group=[len(e.columns) for e in examples],
        feature_name=list(chosen),
    )
    settings = {**LIGHTGBM, "monotone_constraints": [MONOTONE.get(name, 0) for name in chosen]}
    return lightgbm.train(settings, data, TREES)


def _share(view: View, name: str) -> Floats:
    """Of the largest value of any supplier, 0 to 1, whoever the candidates are; unknown is 0."""
    everyone = view.of(np.arange(view.size, dtype=np.int64))
    column = np.nan_to_num(FEATURES[name].column(everyone))
    best = float(column.max(initial=0.0))
    return view.pick(column) / best if best else np.zeros(len(view.candidates))

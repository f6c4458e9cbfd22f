"""The features, one file a group; each is a named function, the same for training and serving.

Public time, for all of them: a function sees the market of the need's instant and nothing else, and
that market holds facts public by then (`known_until`, inclusive) in the state they had then.
No facts give NaN; a count is 0 when we know that there is nothing. Counts are log(1 + n).
"""

import hashlib
import json

import numpy as np

from ranking.features import (  # each registers its functions; sorted, and so the columns
    category,
    graph,
    peers,
    popularity,
    relationship,
    terms,
    text_fit,
)
from ranking.features.registration import FEATURES
from ranking.market import Floats
from ranking.view import View

__all__ = [
    "FEATURES",
    "category",
    "features_hash",
    "graph",
    "matrix",
    "names",
    "peers",
    "popularity",
    "relationship",
    "terms",
    "text_fit",
]


def names(without: str | None = None) -> tuple[str, ...]:
    """The features in order, optionally without a group (for an ablation)."""
    return tuple(f.name for f in FEATURES.values() if f.group != without)


def matrix(view: View, chosen: tuple[str, ...] | None = None) -> Floats:
    """One row a candidate, one column a feature."""
    asked = chosen or names()
    for name in asked:
        if name not in view.columns:
            view.columns[name] = FEATURES[name].column(view)
    columns = [view.columns[name] for name in asked]
    return np.column_stack(columns) if len(view.candidates) else np.zeros((0, len(columns)))


def features_hash(chosen: tuple[str, ...]) -> str:
    """SHA-256 of the names in order: LightGBM itself can't see a wrong order."""
    return hashlib.sha256(json.dumps(chosen).encode()).hexdigest()

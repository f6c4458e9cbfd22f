"""The registry of features: a named function gives one column, in training and in serving."""

from collections.abc import Callable
from dataclasses import dataclass

from ranking.market import Floats
from ranking.view import View

Column = Callable[[View], Floats]
GROUPS = (
    "text fit",
    "category",
    "terms",
    "relationship",
    "graph",
    "popularity and recency",
    "reuse by peers",
)


@dataclass(frozen=True, slots=True)
class Feature:
    """A column's name, the group that its share of a score is summed under, and plain words."""

    name: str
    group: str
    text: str
    column: Column


FEATURES: dict[str, Feature] = {}


def feature(name: str, *, group: str, text: str) -> Callable[[Column], Column]:
    """Register a function under a name; columns stand in the order of registration."""
    if group not in GROUPS or name in FEATURES:
        raise ValueError(f"{name}: a new name and one of the groups {GROUPS}, please.")

    def register(column: Column) -> Column:
        FEATURES[name] = Feature(name, group, text, column)
        return column

    return register

"""The service: a need becomes suppliers in order, and the page that is shown gets its reasons."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ranking.features import FEATURES
from ranking.market import Markets
from ranking.need import Need
from ranking.rankers import START, FallbackRanker, Parts, Scorer
from ranking.reasons import Reason, reasons
from ranking.registry import Registry
from ranking.retrieval import retrieve
from ranking.snapshot import Snapshot
from ranking.view import View

NOTHING = "1970-01-01T00:00:00Z"  # the newest fact of an empty market


@dataclass(frozen=True, slots=True)
class Ranked:
    """A supplier and its score, which means nothing beside those of another need."""

    supplier_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates, best first; ties by id."""

    rows: tuple[Ranked, ...]
    model_version: str
    known_until: str  # the instant (UTC text) of the newest fact that was used
    degraded: bool  # the fallback ranked: no model fits the data, or none learnt from such needs
    understood: bool  # False: no word, category, lot or framework of the need is known
    data_version: str  # SHA-256 of the facts that were used: a graph loaded up to them has it too
    seen: tuple[View, Scorer] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature adds to a score; `start` is where every supplier begins."""

    feature: str
    group: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Contributions sum to the score within 1e-6; reasons are sentences with evidence."""

    contributions: tuple[Contribution, ...]
    reasons: tuple[Reason, ...]


class _Data:
    """One snapshot with its markets and models; replaced as a whole when a newer one is there."""

    def __init__(self, home: Path, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.newest = snapshot.data_up_to or NOTHING
        self.markets = Markets(snapshot)
        self.registry = Registry(home, snapshot)


class Ranker:
    """Matches needs on the newest snapshot under HUB_HOME; safe to call from several threads."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._data: _Data | None = None

    def match(self, need: Need) -> Ranking:
        """Rank at most 300 candidates; Unavailable when there is no snapshot.

        Without `known_until` all facts and the newest model are used. The fallback ranks a need
        unlike those that models learn from: what trees say there follows from nothing.
        """
        data = self._current()
        market = data.markets.at(need.known_until or data.newest)
        view = View(market, need)
        view = view.of(retrieve(view))
        scorer = data.registry.at(need.known_until) if view.learnt else FallbackRanker()
        scores = scorer.score(view)
        order = np.argsort(-scores, kind="stable")  # candidates are in order of id
        rows = tuple(Ranked(market.suppliers[view.candidates[i]], float(scores[i])) for i in order)
        return Ranking(
            rows=rows,
            model_version=scorer.version,
            known_until=market.known_until,
            degraded=scorer.degraded,
            understood=view.understood,
            data_version=market.facts,
            seen=(view, scorer),
        )

    def explain(self, ranking: Ranking, ids: Iterable[str]) -> dict[str, Explanation]:
        """Contributions and reasons of some rows of a ranking: the page that is shown."""
        view, scorer = ranking.seen
        asked = list(dict.fromkeys(ids))
        rows = np.array([view.market.supplier_at[id] for id in asked], dtype=np.int64)
        page = view.of(rows)
        parts = scorer.parts(page)
        return {id: _explain(page, parts, i, int(rows[i])) for i, id in enumerate(asked)}

    def _current(self) -> _Data:
        snapshot = Snapshot.current(self._home)
        with self._lock:
            if self._data is None or self._data.snapshot.version != snapshot.version:
                self._data = _Data(self._home, snapshot)
            return self._data


def _explain(view: View, parts: Parts, row: int, supplier: int) -> Explanation:
    values = parts.values[row]
    told = [_contribution(n, float(v)) for n, v in zip(parts.names, values, strict=True)]
    groups: dict[str, float] = {}
    for part in told:
        groups[part.group] = groups.get(part.group, 0.0) + part.value
    told.sort(key=lambda part: (-abs(part.value), part.feature))
    return Explanation(tuple(told), tuple(reasons(view, supplier, groups)))


def _contribution(name: str, value: float) -> Contribution:
    if name == START:
        return Contribution(START, START, value, "Where every supplier begins")
    known = FEATURES[name]
    return Contribution(name, known.group, value, known.text)

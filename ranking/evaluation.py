"""Evaluation: past needs, forward in time, every ranker on the same candidates, with intervals."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from graph.clock import end_of, london_day, next_month, start_of
from ranking.baselines import BASELINES, Score, linear
from ranking.features import names
from ranking.market import Market, Markets
from ranking.metrics import MEASURES, Interval, K, exposure, interval, measures, ordered, place_of
from ranking.needs import PastNeed, past_needs
from ranking.rankers import Example, FallbackRanker, LightGBMRanker, fit
from ranking.service import Ranker, Ranking
from ranking.snapshot import Snapshot
from ranking.training import cut_offs
from ranking.view import View

# The months whose first purchases are ranked. Settings were chosen on the second, never the first.
TEST = (date(2013, 7, 1), date(2013, 12, 1))
VALIDATION = (date(2013, 1, 1), date(2013, 6, 1))
FEWEST = 100  # needs that a fixed period must hold to be used
SERVED = "served"
Order = Callable[["Asked"], list[str]]


@dataclass(frozen=True)
class Asked:
    """A past need with the market it may know; candidates: all but the buyer's own suppliers."""

    past: PastNeed
    view: View


@dataclass(frozen=True, slots=True)
class Row:
    """One ranker's figures; `coverage`: distinct suppliers shown in the top 10 of all eligible."""

    ranker: str
    measures: dict[str, Interval]
    coverage: float
    sme_exposure: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """What `hub evaluate` prints."""

    protocol: str
    needs: int
    buyers: int
    unknown_winners: float  # share of needs whose winner nobody could have known: always a miss
    candidates: float  # mean number
    sme_pool: float | None
    degraded: float  # share of needs that the fallback ranker served
    models: list[str]
    rows: list[Row]
    quarters: dict[str, dict[str, float]]  # MRR@10 of the served ranker and BM25, per quarter

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def evaluate(
    snapshot: Snapshot,
    home: Path,
    *,
    validation: bool = False,
    only: Collection[str] | None = None,
) -> Report:
    """Rank the period's needs with every ranker, or some; models must have been trained before.

    Each month's needs are ranked on what was public before that month's own facts.
    """
    everything = past_needs(snapshot, end_of(london_day(snapshot.data_up_to)))
    chosen, protocol = period(everything, validation=validation)
    markets = Markets(snapshot, kept=2)
    ranker = Ranker(home)
    orders = _orders(snapshot, everything)
    asked = [_asked(markets, past) for past in chosen]
    served = [ranker.match(a.view.need) for a in asked]
    found = {
        name: [order(a) for a in asked]
        for name, order in orders.items()
        if only is None or name in only
    }
    found[SERVED] = [[row.supplier_id for row in ranking.rows] for ranking in served]
    return _report(protocol, asked, found, served)


def period(needs: Sequence[PastNeed], *, validation: bool = False) -> tuple[list[PastNeed], str]:
    """The needs to rank and in words how they were chosen: fixed for the 2013 returns."""
    first, last = VALIDATION if validation else TEST
    since, until = start_of(next_month(first)), start_of(next_month(last))
    fixed = [n for n in needs if since <= n.public <= until]
    if len(fixed) >= FEWEST:
        kind = "validation: settings were chosen on it" if validation else "test"
        return fixed, f"returns of {first:%B} to {last:%B %Y} ({kind})"
    quarters = sorted({_quarter(n) for n in needs})
    kept = set(quarters[len(quarters) // 2 :])
    return [n for n in needs if _quarter(n) in kept], "the last half of the quarters of the data"


def _asked(markets: Markets, past: PastNeed) -> Asked:
    market = markets.at(str(past.need.known_until))
    own = market.suppliers_of(past.need.buyer.id)
    need = replace(past.need, exclude=own)
    pool = [i for i, id in enumerate(market.suppliers) if id not in own]
    return Asked(past, View(market, need, np.array(pool, dtype=np.int64)))


def _orders(snapshot: Snapshot, needs: Sequence[PastNeed]) -> dict[str, Order]:
    """Every ranker but the served one as a function from a need to ids, best first."""
    last = london_day(snapshot.data_up_to)
    training = {end_of(cut_off): known for cut_off, known in cut_offs(snapshot, needs, last)}
    rankers: dict[str, Order] = {name: _by(score) for name, score in BASELINES.items()}
    rankers["linear"] = _trained(training, lambda known: linear(known, names()))
    rankers["without graph"] = _trained(training, lambda known: _ablation(known, "graph"))
    rankers["without peers"] = _trained(training, lambda known: _ablation(known, "reuse by peers"))
    rankers["fallback"] = _by(FallbackRanker().score)
    return rankers


def _by(score: Score) -> Order:
    def order(asked: Asked) -> list[str]:
        ids = [asked.view.market.suppliers[i] for i in asked.view.candidates]
        return ordered(ids, score(asked.view))

    return order


def _trained(training: dict[str, list[Example]], fitted: Callable[[list[Example]], Score]) -> Order:
    """The newest model that a need may know, fitted once each; before the first the fallback."""
    made: dict[str, Order] = {"": _by(FallbackRanker().score)}

    def order(asked: Asked) -> list[str]:
        known = [until for until in training if until <= str(asked.past.need.known_until)]
        newest = max(known, default="")
        if newest not in made:
            made[newest] = _by(fitted(training[newest]))
        return made[newest](asked)

    return order


def _ablation(known: list[Example], group: str) -> Score:
    kept = names(without=group)
    at = [names().index(name) for name in kept]
    cut = [Example(e.columns[:, at], e.winner) for e in known]
    return LightGBMRanker(fit(cut, kept), kept, f"without {group}").score


def _report(
    protocol: str, asked: list[Asked], found: dict[str, list[list[str]]], served: list[Ranking]
) -> Report:
    buyers = [str(a.past.need.buyer.id) for a in asked]
    pool = [sme for a in asked for sme in _sizes(a.view.market, _ids(a)) if sme is not None]
    return Report(
        protocol=protocol,
        needs=len(asked),
        buyers=len(set(buyers)),
        unknown_winners=_mean([a.past.winner not in a.view.market.supplier_at for a in asked]),
        candidates=_mean([len(a.view.candidates) for a in asked]),
        sme_pool=_mean(pool) if pool else None,
        degraded=_mean([s.degraded for s in served]),
        models=sorted({s.model_version for s in served}),
        rows=[_row(name, asked, lists, buyers) for name, lists in found.items()],
        quarters=_quarters(asked, found),
    )


def _row(name: str, asked: list[Asked], lists: list[list[str]], buyers: list[str]) -> Row:
    places = [place_of(ids, a.past.winner) for a, ids in zip(asked, lists, strict=True)]
    values = list(zip(*(measures(place) for place in places), strict=True))
    shown = {id for ids in lists for id in ids[:K]}
    eligible = {id for a in asked for id in _ids(a)}
    seen = [
        exposure(list(_sizes(a.view.market, ids[:K]))) for a, ids in zip(asked, lists, strict=True)
    ]
    small, known = sum(s for s, _ in seen), sum(k for _, k in seen)
    return Row(
        ranker=name,
        measures={m: interval(v, buyers) for m, v in zip(MEASURES, values, strict=True)},
        coverage=len(shown) / max(len(eligible), 1),
        sme_exposure=small / known if known else None,
    )


def _quarters(asked: list[Asked], found: dict[str, list[list[str]]]) -> dict[str, dict[str, float]]:
    told: dict[str, dict[str, float]] = {}
    for quarter in sorted({_quarter(a.past) for a in asked}):
        rows = [i for i, a in enumerate(asked) if _quarter(a.past) == quarter]
        told[quarter] = {"needs": len(rows)} | {
            name: _mean([measures(place_of(found[name][i], asked[i].past.winner))[0] for i in rows])
            for name in ("BM25", SERVED)
            if name in found
        }
    return told


def _ids(asked: Asked) -> list[str]:
    return [asked.view.market.suppliers[i] for i in asked.view.candidates]


def _sizes(market: Market, ids: Sequence[str]) -> Iterator[bool | None]:
    for id in ids:
        size = market.state_of(id, 2)
        yield None if size is None else size == "sme"


def _quarter(past: PastNeed) -> str:
    """Of the purchases themselves: a return is public on the first of the month after."""
    day = london_day(past.public) - timedelta(days=1)
    return f"{day.year} Q{(day.month + 2) // 3}"


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if len(values) else float("nan")

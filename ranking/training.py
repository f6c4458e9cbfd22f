"""Training: past needs become examples, examples one model for each calendar quarter."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from graph.clock import end_of, london_day
from ranking import registry
from ranking.features import matrix, names
from ranking.hyperparameters import FEWEST_NEEDS, MOST_NEEDS
from ranking.market import Markets
from ranking.needs import PastNeed, past_needs
from ranking.rankers import Example, fit
from ranking.retrieval import retrieve
from ranking.snapshot import Snapshot
from ranking.view import View

Told = Callable[[str], None]
QUARTER = timedelta(days=92)


@dataclass(frozen=True)
class Decided:
    """An example and the instant at which its outcome became public."""

    public: str
    example: Example


def asked(markets: Markets, past: PastNeed) -> View:
    """A past need before the market it may know, the buyer's own suppliers left out."""
    market = markets.at(str(past.need.known_until))
    need = replace(past.need, exclude=market.suppliers_of(past.need.buyer.id))
    view = View(market, need)
    return view.of(retrieve(view))


def decided(markets: Markets, past: PastNeed) -> Decided | None:
    """A need as an example over all features; None when its winner was no known candidate.

    It uses facts public before its own month only, so it is the same at every later cut-off.
    """
    view = asked(markets, past)
    at = view.market.supplier_at.get(past.winner, -1)
    rows = np.flatnonzero(view.candidates == at)
    if not len(rows) or len(view.candidates) < 2:
        return None
    return Decided(past.public, Example(matrix(view), int(rows[0])))


def quarters(first: date, last: date) -> Iterator[date]:
    """The first days of the calendar quarters after `first`, up to `last`."""
    year, month = first.year, (first.month - 1) // 3 * 3 + 1
    while True:
        year, month = (year, month + 3) if month < 10 else (year + 1, 1)
        if date(year, month, 1) > last:
            return
        yield date(year, month, 1)


def cut_offs(
    snapshot: Snapshot, needs: Sequence[PastNeed], last: date, newest: int | None = None
) -> Iterator[tuple[date, list[Example]]]:
    """Each quarter that learnt something new, with its training set: of the newest needs public
    by the end of its first day, as `asOf` is. `needs` come oldest first; `newest`: only so many
    of the last quarters."""
    markets = Markets(snapshot, kept=2)
    public = [need.public for need in needs]
    made: dict[int, Decided | None] = {}
    learnt = ""
    asked_for = list(quarters(london_day(public[0]), last)) if needs else []
    for cut_off in asked_for[-(newest or len(asked_for)) :]:
        until = bisect_right(public, end_of(cut_off))
        window = range(max(0, until - MOST_NEEDS), until)
        made = {i: made[i] if i in made else decided(markets, needs[i]) for i in window}
        known = [one for one in made.values() if one is not None]
        if len(known) >= FEWEST_NEEDS and known[-1].public > learnt:
            yield cut_off, [one.example for one in known]
            learnt = known[-1].public


def train(
    snapshot: Snapshot, home: Path, as_of: date | None, tell: Told, newest: int | None = None
) -> list[str]:
    """Train what is missing of the series of models up to a day; the versions of the whole series.

    A model stays when its file, code and data (the facts public by its cut-off) are unchanged.
    Models of quarters that have none by these facts are removed. `newest`: only so many of the last
    quarters are looked at; older models stay as they are and refuse to serve other facts.
    """
    if not snapshot.data_up_to:
        return []
    # Not cut at the newest fact: a quarter that begins after it may still have new needs to learn.
    last = as_of or london_day(snapshot.data_up_to) + QUARTER
    needs = past_needs(snapshot, end_of(last))
    series: list[str] = []
    kept: set[str] = set()
    for cut_off, known in cut_offs(snapshot, needs, last, newest):
        kept.add(cut_off.isoformat())
        series.append(_model(snapshot, home, cut_off, known, tell))
    if newest is None:
        registry.forget(home, kept, last)
    return series


def _model(snapshot: Snapshot, home: Path, cut_off: date, known: list[Example], tell: Told) -> str:
    facts = snapshot.hash_until(end_of(cut_off))
    folder = registry.folder(home, cut_off)
    if registry.why_not(folder, facts) is None:
        tell(f"model of {cut_off}: up to date")
        return registry.manifest(folder)["version"]
    booster = fit(known, names())
    version = registry.save(home, cut_off, booster.model_to_string(), facts, len(known))
    tell(f"model of {cut_off}: trained on {len(known)} needs")
    return version

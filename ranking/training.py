"""Training: past needs become examples, examples one model for each calendar quarter."""

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


def decided(snapshot: Snapshot, needs: Sequence[PastNeed]) -> list[Decided]:
    """The needs whose winner was a known candidate, as examples over all features, oldest first.

    A need uses facts public before its own month only, so an example is the same at every later
    cut-off and is made once.
    """
    markets = Markets(snapshot, kept=2)
    found: list[Decided] = []
    for past in needs:
        view = asked(markets, past)
        at = view.market.supplier_at.get(past.winner, -1)
        rows = np.flatnonzero(view.candidates == at)
        if len(rows) and len(view.candidates) > 1:
            found.append(Decided(past.public, Example(matrix(view), int(rows[0]))))
    return found


def quarters(first: date, last: date) -> Iterator[date]:
    """The first days of the calendar quarters after `first`, up to `last`."""
    year, month = first.year, (first.month - 1) // 3 * 3 + 1
    while True:
        year, month = (year, month + 3) if month < 10 else (year + 1, 1)
        if date(year, month, 1) > last:
            return
        yield date(year, month, 1)


def cut_offs(examples: Sequence[Decided], last: date) -> Iterator[tuple[date, list[Example]]]:
    """Each quarter that learnt something new, with its training set; inclusive, as `asOf` is."""
    if not examples:
        return
    before = 0
    for cut_off in quarters(london_day(examples[0].public), last):
        known = [d.example for d in examples if d.public <= end_of(cut_off)]
        if len(known) >= FEWEST_NEEDS and len(known) > before:
            yield cut_off, known[-MOST_NEEDS:]
            before = len(known)


def train(snapshot: Snapshot, home: Path, as_of: date | None, tell: Told) -> list[str]:
    """Train what is missing of the series of models up to a day; the versions of the whole series.

    A model stays when its file, code and data (the facts public by its cut-off) are unchanged.
    Models of quarters that have none by these facts are removed.
    """
    if not snapshot.data_up_to:
        return []
    # Not cut at the newest fact: a quarter that begins after it may still have new needs to learn.
    last = as_of or london_day(snapshot.data_up_to) + QUARTER
    examples = decided(snapshot, past_needs(snapshot, end_of(last)))
    series: list[str] = []
    kept: set[str] = set()
    for cut_off, known in cut_offs(examples, last):
        kept.add(cut_off.isoformat())
        series.append(_model(snapshot, home, cut_off, known, tell))
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

"""Matching: how long a warm match takes, with and without the explanation of the first page."""

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks._served import over_http
from graph.clock import end_of, london_day
from graph.errors import BadInput
from hub.gateway.loading import load_paths
from hub.gateway.session import open_hub
from hub.gateway.settings import Settings
from hub.worker.snapshots import write_snapshot
from ranking.need import Need
from ranking.needs import past_needs
from ranking.service import Ranker
from ranking.snapshot import Snapshot
from ranking.training import train

FILE = "gcloud-sales-2012-2013.csv"
PAGE = 10


def run(short: bool) -> list[dict[str, Any]]:
    """Milliseconds per need, p50 and p95, over past needs that are asked again now."""
    settings = Settings.from_env()
    if settings.data_dir is None:
        raise BadInput("HUB_DATA_DIR must name the folder of real data.")
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        home = replace(settings, home=Path(folder))
        load_paths([settings.data_dir / FILE], home)
        began = perf_counter()
        snapshot = asyncio.run(_snapshot(home))
        written = perf_counter()
        train(snapshot, home.home, None, lambda line: None)
        trained = perf_counter()
        rows = [
            {"step": "snapshot", "n": 1, **_figures([written - began])},
            {"step": "train all models", "n": 1, **_figures([trained - written])},
        ]
        count = 50 if short else 400
        rows += _matches(snapshot, Ranker(home.home), count)
        return rows + over_http(home.home, _asked(snapshot, count))


async def _snapshot(settings: Settings) -> Snapshot:
    async with open_hub(settings) as graph:
        return Snapshot.open(await write_snapshot(graph, settings.home))


def _matches(snapshot: Snapshot, ranker: Ranker, count: int) -> list[dict[str, Any]]:
    needs = _asked(snapshot, count)
    cold = _timed(lambda: _page(ranker, needs[0]))
    alone = [_timed(lambda n=need: ranker.match(n)) for need in needs]
    whole = [_timed(lambda n=need: _page(ranker, n)) for need in needs]
    return [
        {"step": "first match (builds the market)", "n": 1, **_figures([cold])},
        {"step": "match", "n": len(alone), **_figures(alone)},
        {"step": f"match, {PAGE} explained", "n": len(whole), **_figures(whole)},
    ]


def _asked(snapshot: Snapshot, count: int) -> list[Need]:
    """The newest past needs, to be asked again now."""
    past = past_needs(snapshot, end_of(london_day(snapshot.data_up_to)))[-count:]
    return [replace(p.need, known_until=None) for p in past]


def _page(ranker: Ranker, need: Need) -> None:
    found = ranker.match(need)
    ranker.explain(found, [row.supplier_id for row in found.rows[:PAGE]])


def _timed(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began


def _figures(seconds: list[float]) -> dict[str, float]:
    p50, p95 = (float(q) * 1000 for q in np.quantile(seconds, (0.5, 0.95)))
    return {"p50 ms": p50, "p95 ms": p95, "max ms": max(seconds) * 1000}

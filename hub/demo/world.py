"""The fictional world as files: sales returns, notices and a README that says it is invented."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from hub.demo import notices
from hub.demo.cast import bodies, firms
from hub.demo.market import Market, Purchase
from hub.demo.returns import write_returns


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of what; lines are about as many as stated."""

    buyers: int
    suppliers: int
    lines: int
    processes: int


SIZES = {
    "small": Size(60, 120, 800, 150),
    "medium": Size(400, 800, 20_000, 3_000),
    "large": Size(2_000, 4_000, 150_000, 20_000),
}
LINES_A_PURCHASE = 3.8  # on average, after the end of the world has cut some off
README = """\
Everything in this folder is fictional: every body, firm, purchase, price and number is invented.
No real organisation is meant. Made by `hub demo --size {size} --seed {seed}`.
Licence: CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/

data/returns.csv     sales returns of the invented framework "Demo-Cloud (fictional)"
data/notices/*.json  OCDS 1.1 release packages, one a month

Load it with: hub load data
"""


def write_world(folder: Path, size: str, seed: int) -> list[Path]:
    """Write the world of that size into the folder; the data files, which a loader can read.

    The same size and seed give the same bytes, on every machine.
    """
    random = Random(f"{size} {seed}")
    amount = SIZES[size]
    all_firms = firms(amount.suppliers, random)
    market = Market(bodies(amount.buyers, random), all_firms, random)
    called_off = round(amount.lines / LINES_A_PURCHASE)
    purchases = list(market.purchases(called_off + amount.processes))
    tendered = set(random.sample(range(len(purchases)), amount.processes))
    data = folder / "data"
    (data / "notices").mkdir(parents=True, exist_ok=True)
    (folder / "README.txt").write_text(README.format(size=size, seed=seed), encoding="utf-8")
    returns = data / "returns.csv"
    write_returns(returns, _pick(purchases, tendered, inside=False), random)
    made = notices.releases(_pick(purchases, tendered, inside=True), all_firms, random)
    return [returns, *_write_packages(data / "notices", made)]


def _pick(purchases: Sequence[Purchase], chosen: set[int], *, inside: bool) -> list[Purchase]:
    return [purchase for n, purchase in enumerate(purchases) if (n in chosen) is inside]


def _write_packages(folder: Path, made: list[notices.Release]) -> list[Path]:
    """One package a month."""
    months: dict[str, list[notices.Release]] = defaultdict(list)
    for release in made:
        months[release["date"][:7]].append(release)
    paths: list[Path] = []
    for name, group in months.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(notices.package(group), indent=1) + "\n", encoding="utf-8")
        paths.append(path)
    return paths

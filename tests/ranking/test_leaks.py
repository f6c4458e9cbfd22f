"""What becomes public later changes nothing that was known before (ranking.md 3.3)."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from graph.clock import london_day
from ranking.features import matrix
from ranking.market import Market
from ranking.need import Buyer, Need
from ranking.needs import past_needs
from ranking.service import Ranker
from ranking.snapshot import Snapshot
from ranking.training import train
from ranking.view import View
from tests.ranking.conftest import silent
from tests.ranking.worlds import CODES, TOPICS, Rows, World, cut, month, snapshot, superseded

KNOWN = 11  # the months whose facts the needs may know


def before_and_after(seed: int) -> tuple[Rows, Rows]:
    """A market, and the same with later facts of every kind."""
    world = World(seed, buyers=12, suppliers=9).grow(range(KNOWN + 1), deals=5)
    before = world.finished()
    later = World(seed + 1000, buyers=14, suppliers=11)
    later.count, later.roles = 90_000, dict(world.roles)
    later.rows = {name: list(found) for name, found in world.rows.items()}
    later.rows["names"] += [(b, f"Latecomer {b}") for b in (later.buyers[-1], later.suppliers[-1])]
    later.grow(range(KNOWN + 1, KNOWN + 5), deals=9)
    later.deal(KNOWN + 1, later.suppliers[0], later.buyers[0])  # roles that turn round
    return before, superseded(later.finished(), random.Random(seed), KNOWN + 1, share=0.5)


def needs(seed: int) -> list[Need]:
    """Some needs, of known buyers and of new ones."""
    dice = random.Random(seed)
    return [
        Need(
            text=" ".join(dice.sample(dice.choice(TOPICS).split(), 2)),
            categories=(dice.choice(CODES),),
            framework="Fictional framework",
            lot=dice.choice("123"),
            buyer=Buyer(id=f"org-buyer-{dice.randrange(14):03}", sector="Health", region="UKD"),
        )
        for _ in range(4)
    ]


def vectors(made: Snapshot, need: Need) -> tuple[tuple[str, ...], np.ndarray]:
    market = Market(made, month(KNOWN))
    return market.suppliers, matrix(View(market, need))


@pytest.mark.parametrize("seed", range(5))
def test_facts_that_become_public_later_change_no_feature(seed: int, tmp_path: Path) -> None:
    before, after = before_and_after(seed)
    one, other = snapshot(tmp_path / "a", before), snapshot(tmp_path / "b", after)
    assert len(after["contracts"]) > len(before["contracts"])
    for need in needs(seed):
        suppliers, found = vectors(one, need)
        same, again = vectors(other, need)
        assert suppliers == same
        np.testing.assert_array_equal(found, again)
        assert np.isfinite(found).any(axis=0).sum() >= 20


def test_the_same_facts_one_second_earlier_do_change_features(tmp_path: Path) -> None:
    before, after = before_and_after(3)
    early = {
        name: [tuple(month(2) if v == month(KNOWN + 1) else v for v in row) for row in found]
        for name, found in after.items()
    }
    one, other = snapshot(tmp_path / "a", before), snapshot(tmp_path / "b", early)
    need = needs(3)[0]
    assert vectors(one, need)[1].tobytes() != vectors(other, need)[1].tobytes()


def test_past_needs_do_not_change_with_what_comes_later(tmp_path: Path) -> None:
    before, after = before_and_after(4)
    one, other = snapshot(tmp_path / "a", before), snapshot(tmp_path / "b", after)
    assert past_needs(one, month(KNOWN)) == past_needs(other, month(KNOWN)) != []


def test_a_market_cut_at_an_instant_and_asked_now_answers_as_the_whole_asked_then(
    tmp_path: Path,
) -> None:
    world = World(seed=8).grow(range(14))
    whole = superseded(world.finished(), random.Random(2), 12)
    until = month(11)[:8] + "20T12:00:00Z"
    homes = {"whole": tmp_path / "whole", "cut": tmp_path / "cut"}
    for name, rows in (("whole", whole), ("cut", cut(whole, until))):
        made = snapshot(homes[name], rows, name)
        day = None if name == "whole" else london_day(until)
        assert train(made, homes[name], day, silent)
    then, now = Ranker(homes["whole"]), Ranker(homes["cut"])
    for need in needs(8):
        expected = then.match(replace(need, known_until=until))
        assert now.match(need) == expected
        assert now.match(replace(need, known_until=until)) == expected
        assert not expected.degraded
        ids = [row.supplier_id for row in expected.rows[:5]]
        assert now.explain(now.match(need), ids) == then.explain(expected, ids)

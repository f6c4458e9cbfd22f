"""Measures: what a constant and a perfect ranker score, and that another library agrees."""

import numpy as np
import pytest

from ranking.metrics import exposure, interval, measures, ordered, place_of

IDS = [f"org-{n:02}" for n in range(60)]


def test_a_perfect_ranker_scores_one_and_a_miss_nothing() -> None:
    assert measures(1) == (1.0, 1.0, 1.0, 1.0)
    assert measures(None) == (0.0, 0.0, 0.0, 0.0)
    assert measures(11)[:3] == (0.0, 0.0, 0.0)
    assert measures(50)[3] == 1.0
    assert measures(51)[3] == 0.0


def test_a_constant_ranker_scores_as_chance_does() -> None:
    same = ordered(IDS, np.zeros(len(IDS)))
    constant = [measures(place_of(same, winner))[0] for winner in IDS]
    dice = np.random.default_rng(1)
    chance = [
        measures(place_of(ordered(IDS, dice.random(len(IDS))), winner))[0] for winner in IDS * 40
    ]
    assert np.mean(constant) == pytest.approx(sum(1 / n for n in range(1, 11)) / 60)
    assert np.mean(constant) == pytest.approx(np.mean(chance), abs=0.01)


def test_ties_are_broken_by_id_whatever_the_input_order() -> None:
    scores = np.array([0.0, 1.0, 1.0, 0.0])
    assert ordered(["d", "c", "b", "a"], scores) == ["b", "c", "a", "d"]
    assert ordered(["a", "b", "c", "d"], scores[::-1]) == ["b", "c", "a", "d"]


def test_another_library_measures_the_same() -> None:
    ir = pytest.importorskip("ir_measures")
    dice = np.random.default_rng(2)
    lists = {f"q{n}": ordered(IDS, dice.random(len(IDS))) for n in range(40)}
    winners = {q: str(dice.choice(IDS)) for q in lists}
    wanted = [ir.RR @ 10, ir.Success @ 10, ir.nDCG @ 10, ir.R @ 50]
    run = {q: {id: float(-place) for place, id in enumerate(ids)} for q, ids in lists.items()}
    theirs = ir.calc_aggregate(wanted, {q: {w: 1} for q, w in winners.items()}, run)
    ours = np.mean([measures(place_of(ids, winners[q])) for q, ids in lists.items()], axis=0)
    assert [theirs[m] for m in wanted] == pytest.approx(ours.tolist())


def test_an_interval_is_wider_when_needs_hang_together() -> None:
    values = [float(n % 2) for n in range(200)]
    alone = interval(values, [str(n) for n in range(200)])
    together = interval(values, ["even" if n % 2 else str(n) for n in range(200)])
    assert alone.mean == together.mean == 0.5
    assert together.high - together.low > alone.high - alone.low
    assert alone.low < 0.5 < alone.high
    assert interval(values, [str(n) for n in range(200)]) == alone


def test_exposure_weighs_the_top_and_leaves_the_unknown_out() -> None:
    small, known = exposure([True, None, False])
    assert small == 1.0
    assert known == pytest.approx(1.5)

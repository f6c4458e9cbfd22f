"""Evaluation: the protocol, and on real returns the floors that show the baselines are whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.clock import end_of, london_day
from ranking.evaluation import FEWEST, SERVED, Report, evaluate, period
from ranking.needs import past_needs
from ranking.snapshot import Snapshot
from ranking.training import train
from tests.ranking import returns
from tests.ranking.conftest import Home, silent
from tests.ranking.worlds import snapshot


@pytest.fixture(scope="module")
def real(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The G-Cloud returns, read by the test's own reader, with all models."""
    folder = tmp_path_factory.mktemp("returns")
    made = snapshot(folder, returns.tables(data_dir))
    train(made, folder, date(2013, 10, 1), silent)  # the newest model that the period may know
    return Home(folder, made)


@pytest.fixture(scope="module")
def report(real: Home) -> Report:
    return evaluate(real.snapshot, real.folder, only={"random", "sector and lot", "BM25", SERVED})


def mrr(report: Report, ranker: str) -> float:
    return next(row.measures["mrr@10"].mean for row in report.rows if row.ranker == ranker)


def test_the_period_is_fixed_for_the_returns_of_2013(real: Home, report: Report) -> None:
    assert report.protocol == "returns of July to December 2013 (test)"
    needs = past_needs(real.snapshot, end_of(london_day(real.snapshot.data_up_to)))
    chosen, _ = period(needs)
    assert {n.public[:10] for n in chosen} == {
        "2013-07-31",
        "2013-08-31",
        "2013-09-30",
        "2013-11-01",
        "2013-12-01",
        "2014-01-01",
    }
    assert all(str(n.need.known_until) < n.public for n in chosen)
    earlier, words = period(needs, validation=True)
    assert max(n.public for n in earlier) < min(n.public for n in chosen)
    assert "settings were chosen on it" in words


def test_the_baselines_are_whole_and_the_served_ranker_is_not_below_them(report: Report) -> None:
    assert mrr(report, "random") < 0.05
    assert mrr(report, "sector and lot") >= 0.17
    assert mrr(report, "BM25") >= 0.31
    assert mrr(report, SERVED) > mrr(report, "sector and lot")
    assert mrr(report, SERVED) >= mrr(report, "BM25") - 0.01


def test_an_unknown_winner_is_a_miss_and_no_model_knows_the_month_it_ranks(
    report: Report,
) -> None:
    assert 0.25 < report.unknown_winners < 0.4
    assert report.degraded == 0
    assert [version[:10] for version in report.models] == ["2013-07-01", "2013-10-01"]
    for row in report.rows:
        assert row.measures["hit@10"].mean <= 1 - report.unknown_winners
        low_to_high = [row.measures["mrr@10"].low, row.measures["mrr@10"].high]
        assert low_to_high[0] < row.measures["mrr@10"].mean < low_to_high[1]
        assert 0 < row.coverage <= 1


def test_other_data_is_ranked_in_the_last_half_of_its_quarters(trained: Home) -> None:
    needs = past_needs(trained.snapshot, end_of(london_day(trained.snapshot.data_up_to)))
    chosen, words = period(needs)
    assert words == "the last half of the quarters of the data"
    assert 0 < len(chosen) < len(needs)
    few = [replace(n, public="2013-09-01T00:00:00Z") for n in needs[: FEWEST - 1]]
    assert period(few)[1] == words


def test_an_invented_market_with_a_pattern_is_learnt(trained: Home) -> None:
    found = evaluate(trained.snapshot, trained.folder, only={"random"})
    assert mrr(found, SERVED) > 2 * mrr(found, "random")
    assert found.needs > 50
    assert isinstance(trained.snapshot, Snapshot)

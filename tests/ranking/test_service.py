"""The service: order, explanations, reasons with evidence, and the ranker without a model."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ranking.features import names
from ranking.market import Markets
from ranking.need import Buyer, Need
from ranking.needs import past_needs
from ranking.rankers import LightGBMRanker
from ranking.service import Ranker, Ranking
from ranking.training import decided
from ranking.view import View
from tests.ranking.conftest import Home
from tests.ranking.worlds import World, month, snapshot

NEED = Need(
    text="orchard pruning saplings",
    categories=("45211000-9",),
    lot="1",
    buyer=Buyer(id="org-buyer-001", sector="Health"),
)


@pytest.fixture(scope="module")
def ranker(trained: Home) -> Ranker:
    return Ranker(trained.folder)


@pytest.fixture(scope="module")
def bare(trained: Home, tmp_path_factory: pytest.TempPathFactory) -> Ranker:
    """The same market without any model."""
    home = tmp_path_factory.mktemp("bare")
    snapshot(home, World(seed=5).grow(range(21)).finished())
    return Ranker(home)


def ids(ranking: Ranking) -> list[str]:
    return [row.supplier_id for row in ranking.rows]


def test_rows_come_best_first_and_once(ranker: Ranker) -> None:
    found = ranker.match(NEED)
    scores = [row.score for row in found.rows]
    assert scores == sorted(scores, reverse=True)
    assert len(set(ids(found))) == len(found.rows) == 18
    assert not found.degraded
    assert found.model_version.startswith("2022-")


@pytest.mark.parametrize("which", ["ranker", "bare"])
def test_contributions_and_start_sum_to_the_score(
    which: str, request: pytest.FixtureRequest
) -> None:
    service: Ranker = request.getfixturevalue(which)
    found = service.match(NEED)
    told = service.explain(found, ids(found))
    for row in found.rows:
        parts = told[row.supplier_id].contributions
        assert sum(part.value for part in parts) == pytest.approx(row.score, abs=1e-6)
        assert [part.feature for part in parts].count("start") == 1
        assert all(part.text for part in parts)


def test_without_a_model_the_fallback_ranks_and_says_so(bare: Ranker, ranker: Ranker) -> None:
    found = bare.match(NEED)
    assert found.degraded
    assert found.model_version == "fallback-1"
    assert bare.match(NEED) == found
    assert sorted(ids(found)) == sorted(ids(ranker.match(NEED)))


def test_before_the_first_model_the_fallback_ranks(ranker: Ranker) -> None:
    assert ranker.match(replace(NEED, known_until=month(2))).degraded
    assert not ranker.match(replace(NEED, known_until=month(20))).degraded


def test_every_reason_names_public_contracts_of_that_supplier(
    trained: Home, ranker: Ranker
) -> None:
    found = ranker.match(replace(NEED, known_until=month(15)))
    market = Markets(trained.snapshot).at(month(15))
    sold = list(zip(market.trades.contract, market.trades.supplier, strict=True))
    told = ranker.explain(found, ids(found))
    assert any(explanation.reasons for explanation in told.values())
    for id, explanation in told.items():
        own = {contract for contract, supplier in sold if market.suppliers[supplier] == id}
        for reason in explanation.reasons:
            assert reason.text.endswith(".")
            assert reason.evidence
            assert set(reason.evidence) <= own


def test_the_count_in_a_sentence_is_the_count_in_the_market(tmp_path: Path) -> None:
    world = World(seed=1)
    for at, buyer in enumerate(world.buyers[:3]):
        world.deal(at, buyer, world.suppliers[0], f"kiln glaze {at}")
    world.deal(3, world.buyers[0], world.suppliers[1], "ferry rope")
    snapshot(tmp_path, world.finished())
    service = Ranker(tmp_path)
    found = service.match(Need(text="kiln glaze"))
    told = service.explain(found, ids(found))
    first = told[world.suppliers[0]].reasons[0]
    assert first.text == "Sold 3 similar things to 3 bodies, for instance “kiln glaze 0”."
    assert set(first.evidence) == {"con-00001", "con-00002", "con-00003"}
    assert not any("similar" in r.text for r in told[world.suppliers[1]].reasons)


def test_an_excluded_supplier_never_appears(ranker: Ranker) -> None:
    best = ranker.match(NEED).rows[0].supplier_id
    found = ranker.match(replace(NEED, exclude=frozenset({best, "org-nobody"})))
    assert best not in ids(found)
    assert len(found.rows) == 17


def test_the_order_does_not_depend_on_the_order_of_rows(trained: Home, tmp_path: Path) -> None:
    rows = World(seed=5).grow(range(21)).finished()
    for table in rows.values():
        random.Random(9).shuffle(table)
    snapshot(tmp_path, rows)
    (tmp_path / "models").symlink_to(trained.folder / "models")
    assert Ranker(tmp_path).match(NEED) == Ranker(trained.folder).match(NEED)


def test_training_and_serving_see_the_same_vector(trained: Home, ranker: Ranker) -> None:
    needs = past_needs(trained.snapshot, month(20))
    past, markets = needs[-1], Markets(trained.snapshot)
    learnt = decided(markets, past)
    assert learnt is not None
    own = markets.at(str(past.need.known_until)).suppliers_of(past.need.buyer.id)
    found = ranker.match(replace(past.need, exclude=own))
    view, scorer = found.seen
    assert isinstance(scorer, LightGBMRanker)
    served = np.column_stack([view.columns[name] for name in names()])
    np.testing.assert_array_equal(learnt.example.columns, served)
    np.testing.assert_array_equal(scorer.score(view), scorer.booster.predict(served))


@pytest.mark.parametrize(
    "need",
    [Need(), Need(text="zzz qqq"), Need(text="of the"), Need(lot="9"), Need(categories=("x",))],
)
def test_a_need_that_fits_nobody_still_has_an_order(ranker: Ranker, need: Need) -> None:
    found = ranker.match(need)
    assert len(found.rows) == 18
    assert all(np.isfinite(row.score) for row in found.rows)
    assert ranker.explain(found, ids(found)[:3])


def test_an_empty_market_gives_an_empty_answer(tmp_path: Path) -> None:
    snapshot(tmp_path, World(seed=1).finished())
    service = Ranker(tmp_path)
    assert service.match(NEED).rows == ()


def test_of_a_large_market_three_hundred_are_ranked(tmp_path: Path) -> None:
    world = World(seed=3, buyers=30, suppliers=420)
    for n, supplier in enumerate(world.suppliers):
        world.deal(n % 9, world.buyers[n % 30], supplier)
    world.deal(9, world.buyers[0], world.suppliers[-1], "unheard of xylophones")
    snapshot(tmp_path, world.finished())
    found = Ranker(tmp_path).match(Need(text="xylophones"))
    assert len(found.rows) == 300
    assert found.rows[0].supplier_id == world.suppliers[-1]


def test_threads_that_ask_at_once_get_the_answer_that_one_gets(trained: Home) -> None:
    needs = [replace(NEED, lot=str(n % 3 + 1), known_until=month(12 + n % 4)) for n in range(24)]
    expected = [Ranker(trained.folder).match(need) for need in needs]
    shared = Ranker(trained.folder)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(shared.match, needs)) == expected


def test_a_newer_snapshot_is_seen_without_a_restart(tmp_path: Path) -> None:
    world = World(seed=1)
    world.deal(1, world.buyers[0], world.suppliers[0])
    snapshot(tmp_path, world.finished(), "one")
    service = Ranker(tmp_path)
    assert len(service.match(NEED).rows) == 1
    world.deal(2, world.buyers[0], world.suppliers[1])
    snapshot(tmp_path, world.finished(), "two")
    assert len(service.match(NEED).rows) == 2


def test_a_view_of_nobody_is_scored_without_a_fault(trained: Home, ranker: Ranker) -> None:
    everyone = frozenset(ids(ranker.match(NEED)))
    assert ranker.match(replace(NEED, exclude=everyone)).rows == ()
    assert View(Markets(trained.snapshot).at(month(3)), NEED).size > 0

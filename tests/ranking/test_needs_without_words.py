"""Needs of which no word is known: their terms decide, and where nothing is known that is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.clock import london_day
from ranking.need import Buyer, Need
from ranking.service import Ranker
from ranking.training import train
from tests.ranking.conftest import Home, silent
from tests.ranking.worlds import World, cut, month, snapshot

BRIDGES, ROADS, BAKERY = "45221100-3", "45233000-9", "15810000-9"


@pytest.fixture(scope="module")
def ranker(trained: Home) -> Ranker:
    return Ranker(trained.folder)


def large(home: Path) -> tuple[Ranker, World]:
    """420 suppliers; the last three, known to one body each, build bridges, roads and bread."""
    world = World(seed=3, buyers=30, suppliers=420)
    for n, supplier in enumerate(world.suppliers):
        for body in range(1 if n >= 417 else 2):
            world.deal(n % 9, world.buyers[(n + body) % 30], supplier)
    world.rows["categories"] = []
    contracts = {supplier: contract for contract, supplier, *_ in world.rows["supplied"]}
    for supplier, code in zip(world.suppliers[417:], (BRIDGES, ROADS, BAKERY), strict=True):
        world.rows["categories"].append((contracts[supplier], code, month(8), None))
    snapshot(home, world.finished())
    return Ranker(home), world


def test_a_category_alone_brings_its_own_then_its_neighbours_of_a_large_market(
    tmp_path: Path,
) -> None:
    ranker, world = large(tmp_path)
    bridges, roads, bakery = world.suppliers[417:]
    found = ranker.match(Need(categories=(BRIDGES,)))
    assert [row.supplier_id for row in found.rows[:2]] == [bridges, roads]
    assert len(found.rows) == 300
    assert bakery not in [row.supplier_id for row in found.rows]
    assert ranker.match(Need(categories=("15811000",))).rows[0].supplier_id == bakery
    told = ranker.explain(found, [bridges, roads])
    assert told[bridges].reasons[0].text == "Holds 1 contract in the category that you name."
    assert "in the same division as the category" in told[roads].reasons[0].text


def test_a_category_alone_goes_to_the_fallback_also_beside_a_model(ranker: Ranker) -> None:
    found = ranker.match(Need(categories=("45211000-9",), lot="1"))
    assert (found.degraded, found.model_version, found.understood) == (True, "fallback-1", True)
    told = ranker.explain(found, [row.supplier_id for row in found.rows])
    for row in found.rows:
        parts = told[row.supplier_id].contributions
        assert sum(part.value for part in parts) == pytest.approx(row.score, abs=1e-6)


def test_a_lot_and_a_sector_are_what_models_learn_from(ranker: Ranker) -> None:
    assert not ranker.match(Need(lot="1", buyer=Buyer(sector="Health"))).degraded
    assert ranker.match(Need(lot="1")).degraded


@pytest.mark.parametrize(
    ("need", "understood"),
    [
        (Need(text="orchard"), True),
        (Need(text="zzz qqq orchard"), True),
        (Need(text="zzz qqq", lot="1"), True),
        (Need(framework="Fictional framework"), True),
        (Need(categories=("45213000",)), True),
        (Need(text="облако", buyer=Buyer(sector="Health")), False),
        (Need(text="of the"), False),
        (Need(lot="9", framework="Another", categories=("33000000",)), False),
    ],
)
def test_what_is_known_of_a_need_is_told(ranker: Ranker, need: Need, understood: bool) -> None:
    found = ranker.match(need)
    assert found.understood is understood
    assert understood or found.degraded
    assert not ranker.match(replace(need, known_until="2019-01-01T00:00:00Z")).understood


@pytest.mark.parametrize(
    "need", [Need(categories=("72200000-7",)), Need(text="zzz"), Need(framework="Nowhere")]
)
def test_the_past_answers_as_it_did_when_it_was_now(tmp_path: Path, need: Need) -> None:
    whole, until = World(seed=8).grow(range(14)).finished(), month(11)
    homes = {"whole": (tmp_path / "whole", whole), "cut": (tmp_path / "cut", cut(whole, until))}
    for name, (home, rows) in homes.items():
        day = None if name == "whole" else london_day(until)
        assert train(snapshot(home, rows, name), home, day, silent)
    then, now = (Ranker(home) for home, _ in homes.values())
    assert then.match(replace(need, known_until=until)) == now.match(need)

"""Features: named, described, and right on a market that is small enough to count by hand."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from ranking.cpv import near
from ranking.features import FEATURES, features_hash, matrix, names
from ranking.features.registration import GROUPS, feature
from ranking.hyperparameters import MONOTONE
from ranking.market import Market
from ranking.need import Buyer, Need
from ranking.rankers import LightGBMRanker
from ranking.service import Ranker
from ranking.view import View
from tests.ranking.conftest import Home
from tests.ranking.worlds import SECTORS, World, hash_of, month, snapshot


def sector_of(buyer: str) -> str:
    """The sector that the invented world gives a buyer."""
    return SECTORS[hash_of(buyer) % len(SECTORS)]


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Market:
    """Supplier 0 sold kilns to three buyers, 1 sold lanterns to one of them, 2 only ferries."""
    world = World(seed=1)
    a, b, c, d = world.buyers[:4]
    for at, buyer in ((1, a), (2, b), (8, c)):
        world.deal(at, buyer, world.suppliers[0], "kiln glaze")
    world.deal(3, a, world.suppliers[1], "lantern dimmer")
    world.deal(9, d, world.suppliers[2], "ferry rope")
    rows = world.finished()
    rows["contracts"] = [(*row[:3], "1", *row[4:]) for row in rows["contracts"]]
    rows["categories"] = [("con-00001", "45211000-9", month(1), None)]
    return Market(snapshot(tmp_path_factory.mktemp("home"), rows), month(9))


def column(market: Market, name: str, need: Need) -> list[float]:
    """A feature of suppliers 0, 1 and 2."""
    return FEATURES[name].column(View(market, need)).tolist()


def test_there_are_twenty_features_and_each_says_what_it_is() -> None:
    assert len(FEATURES) >= 20
    assert {f.group for f in FEATURES.values()} == set(GROUPS)
    assert all(len(f.column.__doc__ or "") > 20 and f.text for f in FEATURES.values())
    assert not any(word in f.name for f in FEATURES.values() for word in ("sme", "size"))


def test_order_and_names_are_in_the_hash() -> None:
    assert features_hash(names()) != features_hash(names()[::-1])
    with pytest.raises(ValueError, match="new name"):
        feature("bm25", group="text fit", text="taken")


def test_words_find_who_sold_such_things(market: Market) -> None:
    need = Need(text="glaze for a kiln")
    bm25 = column(market, "bm25", need)
    assert bm25[0] > 0 == bm25[1] == bm25[2]
    assert column(market, "bm25_place", need)[0] == 0
    assert column(market, "similar_buyers", need) == pytest.approx([np.log1p(3), 0, 0])
    assert column(market, "line_best", Need(text="kiln glaze"))[0] == pytest.approx(1)


def test_lot_and_sector_count_distinct_buyers(market: Market) -> None:
    buyers = [f"org-buyer-{n:03}" for n in range(3)]
    sector = sector_of(buyers[0])
    alike = sum(sector_of(b) == sector for b in buyers)
    need = Need(text="kiln", lot="1", buyer=Buyer(sector=sector))
    assert column(market, "lot_buyers", need) == pytest.approx(np.log1p([3, 1, 1]).tolist())
    assert column(market, "sector_lot_buyers", need)[0] == pytest.approx(np.log1p(alike))
    assert column(market, "lot_buyers", Need(text="kiln", lot="2")) == [0, 0, 0]


def test_a_body_without_purchases_has_no_place_in_the_graph(market: Market) -> None:
    for name in ("pagerank", "rp3beta", "common_bodies", "peer_buyers", "bought_before"):
        assert np.isnan(column(market, name, Need(buyer=Buyer(id="org-unknown")))).all()


def test_walks_reach_what_bodies_with_the_same_suppliers_use(market: Market) -> None:
    need = Need(buyer=Buyer(id="org-buyer-001"))  # bought kilns, as body 0 did, who has lanterns
    assert column(market, "common_bodies", need)[1] == pytest.approx(np.log1p(1))
    for name in ("pagerank", "rp3beta", "adamic_adar", "peer_buyers"):
        found = column(market, name, need)
        assert found[1] > found[2], name


def test_days_are_counted_from_the_newest_public_fact(market: Market) -> None:
    assert market.known_until == month(9)
    assert column(market, "last_sale", Need())[2] == 0
    assert column(market, "buyers_lately", Need()) == pytest.approx(np.log1p([1, 0, 1]).tolist())


def test_the_budget_is_what_the_need_states_and_nothing_else(market: Market) -> None:
    assert np.isnan(column(market, "budget_ratio", Need(text="kiln"))).all()
    stated = column(market, "budget_ratio", Need(budget=Decimal(1000)))
    assert stated[0] == pytest.approx(np.log10(1000 / market.median_amount[0]))


def test_categories_are_near_along_the_tree(market: Market) -> None:
    need = Need(categories=("45211000-9",))
    assert column(market, "category_exact", need) == pytest.approx([np.log1p(1), 0, 0])
    assert column(market, "category_near", Need(categories=("45210000-2",)))[0] == 0.5
    assert near("45211000", "45200000") < near("45211000", "45210000") < 1
    assert near("45211000", "72000000") == 0
    assert np.isnan(column(market, "category_exact", Need(text="kiln"))).all()


def test_features_of_a_supplier_do_not_depend_on_the_other_candidates(market: Market) -> None:
    need = Need(text="kiln", lot="1", buyer=Buyer(id="org-buyer-001", sector="Health"))
    view = View(market, need)
    some = np.array([0, 2], dtype=np.int64)
    np.testing.assert_array_equal(matrix(view)[some], matrix(view.of(some)))


def test_an_empty_market_gives_an_empty_matrix(tmp_path: Path) -> None:
    made = snapshot(tmp_path, World(seed=1).finished())
    assert matrix(View(Market(made, month(1)), Need(text="kiln"))).shape == (0, len(names()))


def test_more_likeness_in_words_never_lowers_a_score(trained: Home) -> None:
    ranker = Ranker(trained.folder)
    found = ranker.match(Need(text="orchard pruning", lot="1", buyer=Buyer(sector="Health")))
    view, scorer = found.seen
    assert isinstance(scorer, LightGBMRanker)
    start, dice = matrix(view), np.random.default_rng(4)
    for name, sign in MONOTONE.items():
        at = scorer.chosen.index(name)
        walk = start[dice.integers(0, len(start), 200)].copy()
        low, high = np.nanmin(start[:, at]), np.nanmax(start[:, at])
        scores = [np.full(len(walk), -np.inf)]
        for value in np.linspace(low, high, 12)[:: int(sign)]:
            walk[:, at] = value
            scores.append(scorer.booster.predict(walk))
        assert (np.diff(np.stack(scores[1:]), axis=0) >= -1e-9).all(), name

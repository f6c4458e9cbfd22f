"""Past needs: first purchases, in words that do not give the winner away."""

from datetime import date
from pathlib import Path

from graph.clock import start_of
from ranking.needs import PastNeed, known_before, past_needs
from ranking.text import masked, name_words, tokens
from tests.ranking.worlds import World, month, snapshot


def needs_of(world: World, home: Path) -> list[PastNeed]:
    return past_needs(snapshot(home, world.finished()), month(40))


def test_only_the_first_purchase_of_a_pair_is_a_need(tmp_path: Path) -> None:
    world = World(seed=1)
    buyer, supplier, other = world.buyers[0], world.suppliers[0], world.suppliers[1]
    for at, sold_by in ((3, supplier), (5, supplier), (6, other)):
        world.deal(at, buyer, sold_by)
    found = [(n.need.buyer.id, n.winner, n.public) for n in needs_of(world, tmp_path)]
    assert found == [(buyer, supplier, month(3)), (buyer, other, month(6))]


def test_a_need_speaks_at_most_three_lines_of_its_first_day_without_the_winners_name(
    tmp_path: Path,
) -> None:
    world = World(seed=1)
    for words in ("delta four", "Ostermoor alpha", "charlie the bravo", "supplier echo"):
        world.deal(3, world.buyers[0], world.suppliers[0], words)
    world.deal(4, world.buyers[0], world.suppliers[0], "later words")
    (found,) = needs_of(world, tmp_path)
    assert found.need.text == "alpha charlie bravo delta four"


def test_a_need_may_know_the_months_before_its_own() -> None:
    july = start_of(date(2013, 7, 1))
    assert july == "2013-06-30T23:00:00Z"
    assert known_before(july) == "2013-06-30T22:59:59Z"
    assert known_before("2013-07-18T09:30:00Z") == "2013-06-30T22:59:59Z"


def test_words_are_folded_and_names_masked_word_by_word() -> None:
    assert tokens("The Café's IT & hosting") == ("cafe", "s", "it", "hosting")
    names = name_words(["Quill Haven Ltd"])
    assert masked(tokens("quill-haven and Quillhaven hosting ltd"), names) == ("hosting",)

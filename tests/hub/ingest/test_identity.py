"""Who is who: a partition of the set of mentions (cases.md W1 to W7)."""

from collections import defaultdict
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.ingest import grouping
from hub.ingest.decisions import Decision, decided
from hub.ingest.doubting import likeliest
from hub.ingest.facts import Mention
from hub.ingest.grouping import Evidence, Meaning
from hub.ingest.identity import kind_of, place_of
from hub.ingest.likeness import Doubt
from hub.ingest.subjects import of_mention

NAMES = ("Quill Ltd", "QUILL LIMITED", "Fennel & Co. Ltd", "Fennel and Company Limited", "Fennel")
NUMBERS = ("GB-COH-05912608", "GB-COH-05912609", "GB-PPON-PFKS-1234-BBBB", "GB-NHS-XYZ")


def mention(
    name: str, *numbers: str, place: str | None = None, source: str = "src-a", role: str = "buyer"
) -> Mention:
    """An invented mention."""
    kind, numbers = kind_of(name, role), tuple(sorted(numbers))
    day = "2026-01-01"
    return Mention(source, name, kind, place, numbers, (), day, day, (role,) if role else ())


def meanings(mentions: Iterable[Mention]) -> list[Meaning]:
    """What each mention means."""
    return grouping.meanings(list(mentions))[0]


def disputed(mentions: list[Mention]) -> list[str]:
    """Numbers that stand beside contradicting ones."""
    return grouping.disputed(mentions, grouping.meanings(mentions)[1])


def groups(mentions: Iterable[Mention]) -> set[frozenset[str]]:
    """The partition as sets of mention ids."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in meanings(mentions):
        found[one.organisation].add(one.mention)
    return {frozenset(group) for group in found.values()}


def together(*mentions: Mention) -> bool:
    return len(groups(mentions)) == 1


def drawn(name: str, numbers: set[str], place: str | None, source: str) -> Mention:
    return mention(name, *numbers, place=place, source=source)


MENTIONS = st.builds(
    drawn,
    st.sampled_from((*NAMES, "St Mary's Primary School", "n/a")),
    st.sets(st.sampled_from(NUMBERS), max_size=2),
    st.sampled_from((None, "zz11zz", "zz22zz")),
    st.sampled_from(("src-a", "src-b")),
)


@settings(deadline=None)
@given(st.lists(MENTIONS, unique_by=lambda one: one.id, max_size=9), st.randoms())
def test_the_partition_is_a_function_of_the_set(found: list[Mention], random: Random) -> None:
    assert meanings(found) == meanings(random.sample(found, len(found)))


@settings(deadline=None)
@given(st.lists(MENTIONS, unique_by=lambda one: one.id, max_size=9))
def test_groups_cover_all_and_hold_no_contradiction(found: list[Mention]) -> None:
    by_id = {one.id: one for one in found}
    wanted = meanings(found)
    assert [one.mention for one in wanted] == sorted(by_id)
    for group in groups(found):
        assert {one.organisation for one in wanted if one.mention in group} == {min(group)}
        for scheme in ("GB-COH", "GB-PPON", "GB-NHS"):
            sets = [{n for n in by_id[id].identifiers if n.startswith(scheme)} for id in group]
            held = [numbers for numbers in sets if numbers]
            # A mention with two numbers may tie others; without one, one number is all there is.
            assert len(set().union(*held)) < 2 or any(len(numbers) > 1 for numbers in held)


@settings(deadline=None)
@given(st.lists(MENTIONS, unique_by=lambda one: one.id, max_size=9))
def test_every_join_has_evidence(found: list[Mention]) -> None:
    by_id = {one.id: one for one in found}
    for one in meanings(found):
        group = [by_id[o.mention] for o in meanings(found) if o.organisation == one.organisation]
        me, others = by_id[one.mention], [o for o in group if o.id != one.mention]
        shares = any(set(me.identifiers) & set(o.identifiers) for o in others)
        same = any(me.key == o.key and me.kind == o.kind for o in others)
        assert not others or shares or same
        assert (one.basis == "canonical") == (one.mention == one.organisation)
        assert one.basis != "identifier" or shares
        assert one.basis != "name" or same


def test_twenty_shuffles_give_one_list_of_merges_and_of_doubts() -> None:
    words = ("Quill", "Quills", "Fennel", "Marram", "Sedge")
    names = [f"{a} {b} {c}" for a in words for b in words for c in ("Ltd", "plc", "Council", "")]
    dice = Random(7)
    made = [
        mention(name, *dice.sample(NUMBERS, dice.choice((0, 0, 1))), source=source, role=role)
        for name in names
        for source, role in (("src-a", "buyer"), ("src-b", "supplier"))
    ]
    taken = [one.id for one in made]
    join = decided("join", taken[0], taken[9], why="a", by="b", evidence=None, at="2026-01-01")
    split = decided("split", taken[1], taken[8], why="a", by="b", evidence=None, at="2026-01-01")

    def told(decisions: tuple[Decision, ...]) -> tuple[list[Meaning], list[Doubt]]:
        found, kept = grouping.meanings(made, Evidence(decisions=decisions))
        return found, likeliest([of_mention(one) for one in made], kept)

    wanted = told((join, split))
    assert len({one.organisation for one in wanted[0]}) < len(made)
    assert wanted[1]
    for seed in range(20):
        Random(seed).shuffle(made)
        assert told((split, join) if seed % 2 else (join, split)) == wanted


def test_one_number_is_one_body_whatever_it_is_called() -> None:  # W4
    assert together(mention("Quill Ltd", NUMBERS[0]), mention("Fennel Ltd", NUMBERS[0]))


def test_a_company_number_and_a_ppon_are_tied_by_a_mention_with_both() -> None:
    tie = mention("Quill Group Ltd", NUMBERS[0], NUMBERS[2])
    assert together(mention("Quill Ltd", NUMBERS[0]), tie, mention("Fennel Ltd", NUMBERS[2]))


def test_spellings_of_one_legal_form_join_and_others_do_not() -> None:  # W5
    one, two = mention("Fennel & Co. Ltd"), mention("Fennel and Company Limited")
    assert together(one, two)
    assert not together(one, mention("Fennel Ltd"))


def test_different_numbers_of_one_register_keep_equal_names_apart() -> None:
    one, other = mention("Quill Ltd", NUMBERS[0]), mention("Quill Limited", NUMBERS[1])
    assert not together(one, other)
    # Somebody of that name without a number could be either: it stands for itself.
    nameless = mention("QUILL LTD")
    assert groups([one, other, nameless]) == {frozenset({m.id}) for m in (one, other, nameless)}


def test_a_number_that_contradicts_is_reported_and_joins_nothing() -> None:
    one = mention("Quill Ltd", NUMBERS[0], NUMBERS[2])
    other = mention("Fennel Ltd", NUMBERS[1], NUMBERS[2])
    assert not together(one, other)
    assert disputed([one, other]) == [NUMBERS[2]]
    assert disputed([one]) == []


def test_schools_of_one_name_in_two_places_stay_apart() -> None:  # W7
    name = "St Mary's Primary School"
    here, there = mention(name, place="zz11zz"), mention(name, place="zz22zz")
    assert not together(here, there)
    assert together(here, mention(name, place="zz11zz", source="src-b"))
    nowhere = mention(name)
    assert not together(here, nowhere)
    assert not together(nowhere, mention(name, source="src-b"))
    assert len(groups([here, there, nowhere])) == 3
    numbered = (mention(name, "GB-UKPRN-10000001", place=p) for p in ("zz11zz", "zz22zz"))
    assert together(*numbered)


def test_a_council_is_one_body_in_two_buildings() -> None:
    name = "Ostermoor Borough Council"
    assert together(mention(name, place="zz11zz"), mention(name, place="zz22zz"))


def test_a_name_that_names_nobody_joins_nothing() -> None:
    assert not together(mention("N/A", source="src-a"), mention("n/a", source="src-b"))
    assert not together(mention("-", source="src-a"), mention("--", source="src-b"))


@pytest.mark.parametrize(
    ("name", "role", "kind"),
    [
        ("Quill P.L.C.", "buyer", "company"),
        ("Ostermoor Council", "supplier", "public"),
        ("Ostermoor Council Trading Ltd", "supplier", "company"),
        ("Quill", "buyer", "public"),
        ("Quill", "supplier", "company"),
        ("Quill", "", "other"),
    ],
)
def test_the_kind_is_in_the_name_or_else_in_the_role(name: str, role: str, kind: str) -> None:
    assert kind_of(name, role) == kind


def test_places_are_compared_without_spaces_and_case() -> None:
    assert place_of("ZZ1 1zz") == place_of("zz11ZZ") == "zz11zz"
    assert place_of("") is place_of(None) is place_of(" - ") is None

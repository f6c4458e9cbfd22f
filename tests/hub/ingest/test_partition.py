"""Which names are one body: every kind of evidence and of contradiction, with invented names."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from graph.errors import BadInput
from hub.ingest.identify import identify, read_lines
from hub.ingest.likeness import doubts
from hub.ingest.listed import Listed, listed
from hub.ingest.partition import partition
from hub.ingest.subjects import Subject, of_line

AUTHORITIES = """official-name,nice-name,gss-code,alt-names,end-date
Quillmere City Council,Quillmere,X01,"Quillmere on Sea City Council,Cwilmor",
Fennelshire Council,Fennelshire,X02,,
Fennelshire County Council,Fennelshire County,X03,,2019-03-31
"""
FORCES = "police-force\tname\nquill\tQuillshire Police\nfen\tFennelshire Constabulary\n"
BODIES = (
    "cloudstore-buyer\tname\tsector\tsubsector\n"
    "1\tBramblewick Foundation\tEducation\t\n2\tBramblewick Foundation\tEducation\t\n"
)
ORGANISATIONS = "government-organisation\tname\twebsite\nD1\tOffice of Tides\t\n"


@pytest.fixture
def lists(tmp_path: Path) -> Listed:
    """Four invented reference lists under names of no meaning."""
    for name, text in (
        ("a.csv", AUTHORITIES),
        ("b.tsv", FORCES),
        ("c.tsv", BODIES),
        ("d.tsv", ORGANISATIONS),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return listed(tmp_path)


def subjects(*names: str | dict[str, object]) -> list[Subject]:
    """One of each name, with ids that are their places."""
    rows = ({"name": name} if isinstance(name, str) else name for name in names)
    return [of_line({"id": str(index), "source": "list", **row}) for index, row in enumerate(rows)]


def joined(*names: str | dict[str, object], lists: Listed | None = None) -> bool:
    return len({one.group for one in partition(subjects(*names), lists)[0]}) == 1


def doubted(*names: str | dict[str, object]) -> bool:
    found = subjects(*names)
    return bool(doubts(found, partition(found)[1]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quillmere City Council", "City of Quillmere Council"),
        ("Ostermoor Borough Council", "Ostermoor Metropolitan Borough Council"),
        ("Ostermoor Borough Council", "METROPOLITAN BOROUGH OF OSTERMOOR"),
        ("London Borough of Ostermoor", "LB Ostermoor"),
        ("Ostermoor Council", "Ostermoor Borough Council"),
        ("Ostermoor Borough Council", "Ostermoor Borough Council Environmental Services"),
        ("Ostermoor Council", "Ostermoor Council (River Banks Team)"),
        ("Procurement Team, Ostermoor Council", "Ostermoor Council"),
        ("Cyngor Sir Ostermoor County Council", "Ostermoor County Council"),
        ("Quillshire Police", "Quillshire Constabulary"),
        ("Quill & Fennel Police", "Quill and Fennel Constabulary"),
        ("Quillmere NHS Trust", "Quillmere Hospitals NHS Foundation Trust"),
        ("NHS Quill Fennel CSU", "Quill Fennel Commissioning Support Unit"),
        ("Office of the Tidal Flats Ombudsman", "Tidal Flats Ombudsman"),
        ("University of Quillmere", "Quillmere University"),
        ("City of Quillmere Community College", "Quillmere Community College"),
        ("Ostermoor Moorland Asc", "Ostermoor Moorland Association"),
        ("Ostermoor Tides Board (NI)", "Ostermoor Tides Board Northern Ireland"),
        ("Quillory Fennel Ltd", "Quilllory Fennel Limited"),
        ("Quill Fennel", "Quill Fennel plc"),
        ("Quill Ltd (Harbour Works)", "Quill Limited"),
        ("QFS (Quill Fennel Sedge)", "Quill Fennel Sedge"),
        ("Quill Groundworks Ltd T/A Fennel Diggers", "Fennel Diggers Ltd"),
        ("Llywodraeth y Llanw / Tidal Office", "Tidal Office"),
        ("Quill &amp; Fennel Ltd", "Quill & Fennel Limited"),
        ("The Ostermoor Conservators", "Ostermoor Conservators The"),
    ],
)
def test_names_of_one_body_join_and_similar_ones_do_not(one: str, other: str) -> None:
    assert joined(one, other)
    assert joined(other, one)
    assert not joined(one, "Marram " + other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quillshire Council", "Quillshire County Council"),
        ("Quillmere City Council", "Quillmere District Council"),
        ("Quillshire Police", "Quillshire Police Authority"),
        ("Quillshire Police", "Police and Crime Commissioner for Quillshire"),
        ("Quillshire Police", "Quillshire Police Federation"),
        ("Quillmere Council", "Quillmere CCG"),
        ("Quillmere PCT", "Quillmere NHS Foundation Trust"),
        ("Quillmere CCG", "NHS Quillmere Integrated Care Board"),
        ("North Quill Council", "South Quill Council"),
        ("Quillshire Council", "East Quillshire Council"),
        ("Ostermoor Fire and Rescue Service", "Ostermoor Fire and Rescue Authority"),
        ("Tides Review Commission for England", "Tides Review Commission for Wales"),
        ("Quill Fennel Ltd", "Quill Fennel plc"),
        ("Ostermoor Council", "Ostermoor Council Trading Ltd"),
        ("Ostermoor Council", "Ostermoor Council for Voluntary Service"),
        ("Ostermoor City Council", "Ostermoor City Homes"),
    ],
)
def test_two_kinds_of_body_stay_apart(one: str, other: str) -> None:
    assert not joined(one, other)
    assert joined(one, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("City of Quillmere Police", "Quillmere Police"),
        ("City of Quillmere University", "Quillmere University"),
        ("City of Quillmere Lamps Ltd", "Quillmere Lamps Ltd"),
        ("FT Marram Ltd", "Foundation Trust Marram Ltd"),
        ("Boro Marram Ltd", "Borough Marram Ltd"),
        ("Fennel A Ltd", "Fennel Ltd"),
        ("Quill Y Fennel Ltd", "Quill Fennel Ltd"),
        ("Marram Fire Brigade Ltd", "Marram Fire Rescue Ltd"),
        ("Marram University Sedge Ltd", "Sedge University Marram Ltd"),
        ("Marram Housing Sedge", "Sedge Housing Marram"),
        ("Quill Ltd t/a Fennel Diggers", "Marram Ltd t/a Fennel Diggers"),
    ],
)
def test_firms_and_cities_a_word_apart_stay_apart(one: str, other: str) -> None:
    assert not joined(one, other)
    assert not joined(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quill Solution Ltd", "Quill Solutions Limited"),
        ("Quill Fennel Ltd (Ostermoor)", "Quill Fennel Ltd (Marram)"),
        ("Ada Quill t/a Fennel Diggers", "Fennel Diggers Ltd"),
    ],
)
def test_firms_that_may_be_two_are_a_doubt(one: str, other: str) -> None:
    assert not joined(one, other)
    assert not joined(other, one)
    assert doubted(one, other)


def test_a_firm_is_found_with_and_without_its_site_its_form_and_its_traders_name() -> None:
    assert joined("Quill Fennel Ltd (Ostermoor)", "Quill Fennel Limited")
    assert joined("Quill Solutions", "Quill Solutions Ltd")
    assert joined("Quill Solution", "Quill Solutions")
    assert joined("Ada Quill t/a Fennel Diggers", "Fennel Diggers")
    assert joined("Marram Sedge Ltd t/a Fennel Diggers", "Fennel Diggers Ltd")


def test_a_list_may_have_one_name_thousands_of_times() -> None:
    assert joined(*["Quill Fennel Ltd"] * 8000)


def test_who_could_be_either_of_two_bodies_stays_alone() -> None:
    found = subjects("Quill Fennel Ltd", "Quill Fennel plc", "Quill Fennel")
    assert len({one.group for one in partition(found)[0]}) == 3


def test_a_buyer_without_a_legal_form_is_not_the_firm_of_that_name() -> None:
    firm: dict[str, object] = {"name": "Quill Fennel Ltd", "role": "supplier"}
    assert joined("Quill Fennel", firm)
    assert not joined({"name": "Quill Fennel", "role": "buyer"}, firm)


def test_numbers_join_other_names_and_keep_equal_names_apart() -> None:
    def firm(name: str, number: str) -> dict[str, object]:
        return {"name": name, "company_number": number}

    assert joined(firm("Quill Ltd", "5912608"), firm("Fennel Ltd", "05912608"))
    pair = firm("Quill Ltd", "05912608"), firm("Quill Ltd", "05912609")
    assert not joined(*pair)
    assert doubted(*pair)


@pytest.mark.parametrize(
    "name", ["St Quill's Primary School", "The Heron Surgery", "Quill Health Centre"]
)
def test_a_common_name_needs_a_place(name: str) -> None:
    def school(place: str) -> dict[str, object]:
        return {"name": name, "postcode": place}

    assert joined(school("ZZ1 1ZZ"), school("zz11zz"))
    assert not joined(school("ZZ1 1ZZ"), school("ZZ2 2ZZ"))
    assert not joined(name, {"name": name, "source": "another"})


def test_two_rows_of_one_list_with_one_name_are_a_doubt() -> None:
    pair = ({"name": "Quill Foundation", "urn": urn} for urn in ("1", "2"))
    rows: list[dict[str, object]] = [dict(row) for row in pair]
    assert not joined(*rows)
    assert doubted(*rows)
    college = {"name": "Quill College", "subsector": "Secondary Schools"}
    assert not joined(dict(college), {**college, "subsector": "Universities"})


def test_names_of_one_listed_body_join(lists: Listed) -> None:
    names = ("Quillmere on Sea City Council", "City of Quillmere Council", "Cwilmor")
    assert not joined(*names)
    assert joined(*names, lists=lists)


def test_names_of_two_listed_bodies_stay_apart(lists: Listed) -> None:
    for pair in (("Fennelshire Council", "Fennelshire County Council"), ("Fennelshire", "Cwilmor")):
        assert not joined(*pair, lists=lists)
    assert lists.body("Quillshire Constabulary") == "police-forces:quill"
    assert lists.body("Office of Tides") == "government-organisations:D1"
    assert lists.body("Bramblewick Foundation") is None


def test_a_firm_of_a_listed_place_is_not_its_council(lists: Listed) -> None:
    assert not joined("Quillmere City Council", "Quillmere Ltd", lists=lists)


def test_a_name_listed_for_several_bodies_needs_more(lists: Listed) -> None:
    pair: list[dict[str, object]] = [
        {"name": "Bramblewick Foundation", "source": source} for source in ("one", "two")
    ]
    assert joined(*pair)
    assert not joined(*pair, lists=lists)


def test_a_folder_without_lists_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(BadInput, match="no reference list"):
        listed(tmp_path)
    with pytest.raises(BadInput, match="no folder"):
        listed(tmp_path / "gone")
    assert listed(None).body("Quillmere") is None


def test_a_damaged_list_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.tsv").write_bytes(b"police-force\tname\nquill\tQuillsh\xefre Police\n")
    with pytest.raises(BadInput, match="broken.tsv can't be read"):
        listed(tmp_path)


def test_short_rows_of_a_list_name_nobody(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "a.csv").write_text(f"{AUTHORITIES.splitlines()[0]}\nQuillmere Council\n")
    (tmp_path / "b.tsv").write_text("police-force\tname\nquill\n\tFennelshire Police\n")
    found = listed(tmp_path)
    assert found.body("Quillmere Council") == "local-authorities:Quillmere Council"
    assert found.body("...") is found.body("Fennelshire Police") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ostermoor Tides Board", "Ostermoor Tides and Dunes Board"),
        ("Marramfield Limited", "Maramfeild Limited"),
        ("QFSO", "Quill Fennel Sedge Office"),
        ("Ostermoor City Council", "Ostermoor County Borough Council"),
    ],
)
def test_what_is_merely_similar_is_a_doubt(one: str, other: str) -> None:
    assert not joined(one, other)
    assert doubted(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quillshire Police", "Quillshire Police Authority"),
        ("North Quill Council", "South Quill Council"),
        ("Quill Ltd", "Marram Ltd"),
    ],
)
def test_what_is_contradicted_or_unlike_is_no_doubt(one: str, other: str) -> None:
    assert not doubted(one, other)


WORDS = ("Quill", "Fennel", "North", "City", "Council", "Police", "NHS Trust", "Ltd", "plc", "CCG")


def world(random: Random) -> list[Subject]:
    """Names by chance of few words, so that much joins and much contradicts."""
    return [
        of_line(
            {
                "id": f"m{index}",
                "name": " ".join(random.sample(WORDS, random.randint(1, 4))),
                "role": random.choice(("", "buyer", "supplier")),
                "company_number": random.choice((None, None, "05912608", "05912609")),
                "postcode": random.choice(("", "ZZ1 1ZZ")),
            }
        )
        for index in range(60)
    ]


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_the_subjects_changes_nothing(seed: int) -> None:
    found = world(Random(1))
    placed, groups = partition(found)
    shuffled = Random(seed).sample(found, len(found))
    again, others = partition(shuffled)
    assert again == placed
    assert doubts(shuffled, others) == doubts(found, groups)
    assert 1 < len({one.group for one in placed}) < len(found)


def test_no_group_holds_two_numbers_of_one_register() -> None:
    for seed in range(20):
        found = world(Random(seed))
        numbers: dict[str, set[str]] = {}
        for one, placed in zip(sorted(found, key=lambda s: s.id), partition(found)[0], strict=True):
            numbers.setdefault(placed.group, set()).update(one.identifiers)
        assert all(len(held) < 2 for held in numbers.values())


def lines(*rows: str) -> Iterable[bytes]:
    return (row.encode() for row in rows)


def test_lines_that_cannot_be_read_are_named_and_the_others_answered() -> None:
    found = read_lines(
        lines(
            '{"id": "a", "name": "Quill Ltd"}',
            "",
            "{",
            "[1]",
            '{"name": "Quill Ltd"}',
            '{"id": "a", "name": "Fennel"}',
            '{"id": 7, "name": " "}',
            '{"id": 8, "name": "Quill Limited", "role": 3, "identifier": "x"}',
            f'{{"id": 9, "name": "{"Quill " * 400}"}}',
        )
    )
    assert [(row["line"], row["id"]) for row in found.refused] == [
        (3, None),
        (4, None),
        (5, None),
        (6, "a"),
        (7, 7),
        (9, 9),
    ]
    one, other = identify(found.subjects, [], Listed())
    assert (one["id"], other["id"]) == ("a", "8")
    assert one["group"] == other["group"]
    assert one["organisation"] is None


def test_each_member_of_a_doubtful_group_is_listed() -> None:
    rows = ("Ostermoor Tides Board", "Ostermoor Tides Board", "Ostermoor Tides and Dunes Board")
    answers = identify(subjects(*rows), [], Listed())
    assert [one["id"] for one in answers[2]["doubtful"]] == ["0", "1"]
    assert [one["id"] for one in answers[0]["doubtful"]] == ["2"]
    assert all(0 < one["score"] < 0.9 and one["why"] for one in answers[2]["doubtful"])

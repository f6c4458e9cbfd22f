"""What is personal goes, wherever it is written; what names a firm or a body stays."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.ingest.canonical import canonical
from hub.ingest.persons import has_shape, is_person, public_name
from hub.ingest.redact import clean_release, clean_text
from tests.hub.ingest.given import award, release, supplier

Json = dict[str, Any]
HOME = {"streetAddress": "4 Mill Lane", "locality": "Ostermoor", "postalCode": "ZZ1 1ZZ"}
SOLE = {"classifications": [{"scheme": "x", "description": "Sole trader"}]}


def cleaned(*parties: Json, **more: Any) -> str:
    """The text of a cleaned release."""
    return canonical(clean_release(release(parties=list(parties), **more)))


@pytest.mark.parametrize(
    "text",
    [
        "ann.lee+x@ostermoor.example",
        "ann [at] ostermoor.example",
        "ann(at)ostermoor(dot)example",
        "ANN＠ostermoor.example",
        "mailto:ann%40ostermoor.example",
        "01632 960123/4",
        "0800 368 4850/ Fax",
        "Tel.01632 960123",
        "01632.960.123",
        "+353 1 555 0123",
        "(+44) 1632 960123",
        "Phone:-01632960123",
    ],
)
def test_addresses_and_numbers_go_however_they_are_written(text: str) -> None:
    left = clean_text(f"Ask {text} today")
    assert "removed]" in left
    assert "ostermoor" not in left.casefold()
    assert "960" not in left
    assert left.startswith("Ask")
    assert left.endswith("today")


@pytest.mark.parametrize(
    "text",
    [
        "01 04 2025 31 03 2027",
        "0.0123456789 of 1",
        "https://notices.invalid/0123456789/2020",
        "AB-01234567890",
        "look @ this at.once",
    ],
)
def test_dates_fractions_addresses_of_pages_and_references_stay(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    "more",
    [
        {"details": SOLE},
        {"details": {"legalForm": "Sole trader (unregistered)"}},
        {"details": {"scale": "selfEmployed"}},
        {"details": {"isSoleTrader": True}},
        {"details": {"soleTrader": "Yes"}, "identifier": {"scheme": "GB-COH", "id": "05912608"}},
        {"supplierType": "Individual"},
    ],
)
def test_who_is_stated_to_be_a_sole_trader_keeps_name_and_area(more: Json) -> None:
    left = cleaned(supplier("Quillon Ashgrave", "s-1", address=HOME, **more))
    assert "Quillon Ashgrave" in left
    assert '"address":{"locality":"Ostermoor","postalCode":"ZZ1"}' in left
    assert "Mill Lane" not in left


@pytest.mark.parametrize(
    "party",
    [
        supplier("Quillfeather Software Ltd", "s", address=HOME),
        supplier("Quillon Ashgrave", "s", address=HOME),  # nothing says that it is a person
        supplier(
            "Jane Example", "s", address=HOME, identifier={"scheme": "GB-COH", "id": "05912608"}
        ),
        supplier("Jane Example", "s", address=HOME, details={"scale": "large"}),
        supplier("Jane Example Plumbing", "s", address=HOME),
        supplier("Jane & Sons", "s", address=HOME),
        supplier(
            "Care Homes", "s", address=HOME, details={"sic": "Individual and family services"}
        ),
        supplier("Fennel Ltd", "s", address=HOME, details={"isSoleTrader": False}),
        supplier("Jane Example T/A Fennel Ltd", "s", address=HOME),
        {"id": "b", "name": "Jane Example", "roles": ["buyer"], "address": HOME},
    ],
)
def test_firms_and_bodies_keep_all_that_was_published(party: Json) -> None:
    published = release(parties=[party])
    assert clean_release(published) == published


def test_a_person_without_number_is_known_by_title_or_given_name() -> None:
    for name in ("Jane Example", "Mr Quillon Ashgrave", "JANE EXAMPLE", "Jane Example t/a Fennels"):
        assert is_person(supplier(name, "s"))
    for name in ("Morgan Taylor", "Grant Scott", "Jane", "Jane's Flooring", "Jane Example LLP"):
        assert not is_person(supplier(name, "s"))


@pytest.mark.parametrize(
    ("written", "public"),
    [
        ("Jane Example T/A Fennel Gardens", "Fennel Gardens"),
        ("Jane Example (trading as Fennel Gardens)", "Fennel Gardens"),
        ("Jane Example (Sole Trader)", "Jane Example"),
        ("Jane Example, 4 Mill Lane, Ostermoor ZZ1 1ZZ", "Jane Example"),
        ("A & B Fennel T/A Fennels", "A & B Fennel"),
    ],
)
def test_the_business_name_stays(written: str, public: str) -> None:
    assert public_name(written) == public


def test_a_trading_name_hides_its_owner_in_every_reference_and_text() -> None:
    party = supplier(
        "Jane Example T/A Fennel Gardens",
        "s-1",
        address={**HOME, "streetAddress": "Flat 2,\n4 Mill Lane"},
        identifier={"scheme": "GB-PPON", "id": "PFKS-1234-CCCC", "legalName": "Jane R Example"},
        additionalIdentifiers=[{"scheme": "GB-VAT", "id": "123456789"}],
        details={**SOLE, "homeAddress": "9 Other Road"},
    )
    text = "Awarded to jane  EXAMPLE of 4 Mill Lane, ZZ1 1ZZ."
    published = release(
        parties=[party], awards=[award("1", party, description=text)], description=text
    )
    left = clean_release(published)
    assert left["awards"][0]["suppliers"] == [{"id": "s-1", "name": "Fennel Gardens"}]
    for gone in ("Jane", "Example", "EXAMPLE", "Mill Lane", "Flat 2", "1ZZ", "123456789", "Road"):
        assert gone not in canonical(left)
    assert "PFKS-1234-CCCC" in canonical(left)
    marks = "[personal data removed] of [personal data removed], [personal data removed]."
    assert left["description"] == f"Awarded to {marks}"


def test_what_contact_points_say_is_sought_in_texts_but_names_of_parties_stay() -> None:
    contact = {"name": "Mr Quillon Ashgrave", "telephone": "Ext 1632-960-12"}
    teams = {"name": "Procurement Team"}
    left = cleaned(
        supplier("Fennel Ltd", "s-1", contactPoint=contact),
        supplier("Ann Ashgrave Joinery Ltd", "s-2", contactPoint={"name": "Ann Ashgrave"}),
        description="See Quillon  Ashgrave (Ext 1632-960-12) or the Procurement Team. "
        "Ann Ashgrave Joinery Ltd waits.",
        x_notes=[{"contact_name": "Perrin Oakhollow", "text": "Perrin Oakhollow knows"}],
        planning=teams,
    )
    for gone in ("Quillon", "960-12", "Perrin"):
        assert gone not in left
    assert "Procurement Team" in left
    assert "Ann Ashgrave Joinery Ltd waits" in left


def test_posts_and_firms_have_no_persons_shape() -> None:
    for name in (
        "Head Of Procurement",
        "Commercial Team",
        "Fennel Ltd",
        "1st Choice",
        "fennel gmbh",
    ):
        assert not has_shape(name)
    for name in ("Mary-Ann O'Fennel", "Mrs Fennel", "J. R. Fennel"):
        assert has_shape(name)


names = st.sampled_from(
    [
        "Jane Example",
        "Jane Example T/A Fennels",
        "Mr J Fennel (sole trader)",
        "Fennel Ltd",
        "0",
        "",
        "ZZ1 1ZZ",
    ]
)
texts = st.text(st.sampled_from("0123456789 @.a[]()+-/%Jane"), max_size=40) | names
parties = st.fixed_dictionaries(
    {"id": st.sampled_from(["s-1", "s-2"]), "name": names, "roles": st.just(["supplier"])},
    optional={
        "address": st.dictionaries(
            st.sampled_from(["streetAddress", "locality", "postalCode", "region"]), texts
        ),
        "contactPoint": st.dictionaries(st.sampled_from(["name", "telephone", "email"]), texts),
        "details": st.just(SOLE),
    },
)


@settings(max_examples=300, deadline=None)
@given(found=st.lists(parties, max_size=3), text=texts, keys=st.dictionaries(texts, texts))
def test_cleaning_twice_is_cleaning_once(found: list[Json], text: str, keys: Json) -> None:
    published = release(parties=found, description=text, x=keys, suppliers=found)
    once = clean_release(published)
    assert clean_release(once) == once


def test_the_holder_of_a_purchasing_card_is_left_out_and_other_holders_stay() -> None:
    told = release(unmapped={"Card Holder": "Quillon Ashgrave", "Licence holder": "Fennel Ltd"})
    assert clean_release(told)["unmapped"] == {"Licence holder": "Fennel Ltd"}

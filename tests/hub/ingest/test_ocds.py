"""Releases as they are stored: public time, digest, and nothing personal."""

import json
from datetime import date
from typing import Any

import pytest

from hub.ingest.ocds import release_of, source_of
from hub.ingest.redact import clean_text
from tests.hub.ingest.given import Noted, buyer, release


def stored(published: Any, fetched: date | None = None) -> Any:
    made = release_of(published, fetched, Noted())
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("written", "public_from"),
    [
        ("2026-07-01T10:00:00+01:00", "2026-07-01T09:00:00Z"),
        ("2026-07-01T10:00:00Z", "2026-07-01T10:00:00Z"),
        ("2026-07-01T10:00:00", "2026-07-01T09:00:00Z"),  # a naive time is London's
        ("2026-01-01T10:00:00.123Z", "2026-01-01T10:00:00Z"),
        ("2026-07-01", "2026-06-30T23:00:00Z"),
    ],
)
def test_the_public_time_is_the_releases_date(written: str, public_from: str) -> None:
    made = stored(release(date=written))
    assert (made.public_from, made.basis) == (public_from, "stated")


def test_a_release_without_a_date_needs_a_fetched_one() -> None:
    noted = Noted()
    assert release_of(release(date=""), None, noted) is None
    assert noted.found == [("NO_PUBLIC_TIME", "/date")]
    made = stored(release(date=""), date(2026, 7, 1))
    assert (made.public_from, made.basis) == ("2026-06-30T23:00:00Z", "fetched")


@pytest.mark.parametrize(
    ("published", "code"),
    [
        (["no object"], "NOT_A_RELEASE"),
        ({"id": "1"}, "NOT_A_RELEASE"),
        ({"ocid": 7}, "NOT_A_RELEASE"),
        (release(date="soon"), "BAD_VALUE"),
        (release(title="\ud800"), "BAD_TEXT"),
    ],
)
def test_what_is_no_release_is_refused(published: object, code: str) -> None:
    noted = Noted()
    assert release_of(published, None, noted) is None
    assert noted.codes == {code}


def test_the_same_release_is_the_same_whatever_the_order_of_its_keys() -> None:
    one = release()
    assert stored(one) == stored(dict(reversed(one.items())))
    assert stored(one).digest != stored({**one, "language": "en"}).digest


def test_a_release_needs_no_id() -> None:
    published = release()
    del published["id"]
    assert stored(published).reference is None


def test_contact_points_and_addresses_in_texts_are_gone() -> None:
    person = {"name": "Ann Example", "email": "ann@ostermoor.example", "telephone": "01632 960123"}
    text = "Ask ann@ostermoor.example or +44 (0)1632 960 123 by 10.30."
    party = buyer(contactPoint=person, address={"postalCode": "ZZ1 1ZZ"})
    published = release(description=text, parties=[party], planning={"persons": [person]})
    raw = stored(published).raw
    assert "Ann" not in raw
    assert "960" not in raw
    assert "ann@" not in raw
    assert json.loads(raw)["description"] == "Ask [e-mail removed] or [telephone removed] by 10.30."
    assert json.loads(raw)["parties"][0]["address"] == {"postalCode": "ZZ1 1ZZ"}


@pytest.mark.parametrize(
    "text",
    [
        "CPV 03000000 and 09310000-5",
        "lot 2026/S 000-040413",
        "see notice 041234-2026 of March",
        "£10,000,000 to 31/03/2029",
        "reference 0123456789012345",
        "company 05912608",
        "2025-01-27T00:00:00Z",
    ],
)
def test_numbers_that_are_no_telephone_stay(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    "number", ["01632 960123", "(01632) 960 123", "07700 900123", "+447700900123"]
)
def test_telephone_numbers_go(number: str) -> None:
    assert clean_text(f"ring {number}, please") == "ring [telephone removed], please"


def test_amounts_are_stored_digit_by_digit() -> None:
    from hub.ingest.canonical import parsed

    exact = '{"date":"2026-01-01","ocid":"o-1","tender":{"value":{"amount":92233720368547.75807}}}'
    assert stored(parsed(exact)).raw == exact


def test_the_ocid_tells_the_data_set() -> None:
    assert source_of("ocds-h6vhtk-0").name == "Find a Tender"
    assert source_of("ocds-zzzzzz-1").id == source_of("ocds-zzzzzz-2").id
    assert source_of("ocds-demo00-1").fictional

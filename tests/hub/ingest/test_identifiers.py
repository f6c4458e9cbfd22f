"""Registers' numbers: which forms are relied on (cases.md W1 to W3)."""

import pytest

from hub.ingest.identifiers import normal, of_party_id


@pytest.mark.parametrize(
    ("scheme", "number", "found"),
    [
        ("GB-COH", "5912608", "GB-COH-05912608"),
        ("GB-COH", "05912608", "GB-COH-05912608"),
        ("GB-COH", "SC24322", "GB-COH-SC024322"),
        ("gb-coh", " sc 024322 ", "GB-COH-SC024322"),
        ("GB-COH", 5912608, "GB-COH-05912608"),
        ("GB-COH", "RC000000", "GB-COH-RC000000"),
        ("GB-COH", "GB-COH-05912608", "GB-COH-05912608"),
        ("GB-PPON", "PFKS-1234-BBBB", "GB-PPON-PFKS-1234-BBBB"),
        ("GB-PPON", "GB-PPON:pfks-1234-bbbb", "GB-PPON-PFKS-1234-BBBB"),
        ("GB-SRS", "example.invalid/aB3", "GB-SRS-example.invalid/aB3"),
        ("GB-NHS", "xyz", "GB-NHS-XYZ"),
    ],
)
def test_a_number_is_kept_in_one_form(scheme: str, number: str | int, found: str) -> None:
    assert normal(scheme, number) == found


@pytest.mark.parametrize(
    ("scheme", "number"),
    [
        ("GB-COH", "XYZ"),  # an NHS code under the wrong scheme
        ("GB-COH", "0591260"),  # a digit is missing: no spreadsheet leaves the zero in front
        ("GB-COH", "SC02432"),
        ("GB-COH", "00000000"),
        ("GB-COH", "N/A"),
        ("GB-SRS", "none"),
        ("GB-PPON", "PFKS-123-BBBB"),
        ("GB-FTS", "123456"),
        ("GB-CFS", "123456"),
        ("Other", "5912608"),
        ("", "5912608"),
        (None, "5912608"),
        ("GB-COH", None),
        ("GB-COH", ["05912608"]),
    ],
)
def test_a_number_without_a_valid_form_identifies_nobody(scheme: object, number: object) -> None:
    assert normal(scheme, number) is None


def test_a_party_id_may_carry_a_register_number_but_never_a_portals() -> None:
    assert of_party_id("GB-PPON-PFKS-1234-BBBB") == "GB-PPON-PFKS-1234-BBBB"
    assert of_party_id("GB-PPON:PFKS-1234-BBBB") == "GB-PPON-PFKS-1234-BBBB"
    assert of_party_id("GB-COH-5912608") == "GB-COH-05912608"
    assert of_party_id("GB-COH-XYZ") is None
    assert of_party_id("GB-FTS-5912608") is None
    assert of_party_id("GB-CFS-5912608") is None
    assert of_party_id(7) is None

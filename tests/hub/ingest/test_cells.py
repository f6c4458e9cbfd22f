"""Cells of tables: money, days, sizes and codes as people type them."""

from datetime import date
from decimal import Decimal

import pytest

from hub.ingest.cells import BLACKED_OUT, amount_of, codes_of, day_of, is_total, names_of, size_of


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("£1,234.50", "1234.50"),
        (" \ufffd880,000.00 ", "880000.00"),
        ("1.2m", "1200000"),
        ("£12k", "12000"),
        ("(500)", "-500"),
        ("-£20", "-20"),
        ("2 million", "2000000"),
        ("GBP 7", "7"),
        ("120.50CR", "-120.50"),
        ("£1,120.50 Cr", "-1120.50"),
        ("120.50 DR", "120.50"),
        ("1,120.50-", "-1120.50"),
        ("\ufffd-   ", None),
    ],
)
def test_money_is_read_as_people_type_it(text: str, amount: str | None) -> None:
    assert amount_of(text) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    "text",
    ["about 5", "1,23", "5 per year", "£", "1.2.3", "NaN", "1e9", "$5", "-5CR", "(5)-", "5C"],
)
def test_what_is_no_amount_is_never_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        amount_of(text)


def test_days_are_read_in_the_forms_of_the_house() -> None:
    wanted = date(2024, 2, 1)
    for text in ("01/02/2024", "1.2.24", "2024-02-01", "1 February 2024", "01-Feb-24", "45323"):
        assert day_of(text, month_first=False) == wanted
    assert day_of("01/02/2024 00:00", month_first=False) == wanted
    assert day_of("02/01/2024", month_first=True) == wanted
    for text, year in (("99", 1999), ("90", 1990), ("89", 2089), ("75", 2075), ("00", 2000)):
        for form in (f"31/03/{text}", f"31-Mar-{text}", f"31 Mar {text}"):
            assert day_of(form, month_first=False) == date(year, 3, 31)
    for text in ("01/06/206", "31/02/2024", "soon", "2024", "12345678"):
        with pytest.raises(ValueError, match=r".+"):
            day_of(text, month_first=False)


def test_sizes_codes_and_totals() -> None:
    assert [size_of(text) for text in ("SME", "Yes (micro)", "NO", "Large", "Charity", "L1")] == (
        ["sme", "sme", "large", "large", None, None]
    )
    assert codes_of("34928500-3, 50232000; 123") == ["34928500", "50232000"]
    assert [is_total(text) for text in ("Total", "GRAND TOTAL:", "Totally new lamps")] == (
        [True, True, False]
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fennel Ltd; Tansy", ["Fennel Ltd", "Tansy"]),
        ("Fennel Ltd\nTansy plc", ["Fennel Ltd", "Tansy plc"]),
        ("Fennel Ltd, Tansy plc and Quill LLP", ["Fennel Ltd", "Tansy plc", "Quill LLP"]),
        ("Fennel Ltd / Fennel Ltd", ["Fennel Ltd"]),
    ],
)
def test_several_names_in_a_cell_are_several(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Fennel & Sons Ltd",
        "Quill and Tansy plc",
        "Fennel Ltd, formerly Tansy Ltd",
        "Fennel Ltd; trading as Lamps",
        "Lamps, Posts and Roads Limited",
        "Quillfeather\nLighting Ltd",
        "Fennel Ltd; 2",
        "Fennel Ltd (a Tansy plc company)",
        ";",
    ],
)
def test_one_name_is_never_cut(text: str) -> None:
    assert names_of(text) == [" ".join(text.split())]


@pytest.mark.parametrize(
    "name",
    ["REDACTED PERSONAL DATA", "Individual", "GDPR", "Foster carer - Quillon Ashgrave", "XXXX"],
)
def test_a_name_that_was_blacked_out_is_no_name(name: str) -> None:
    assert BLACKED_OUT.match(name)


@pytest.mark.parametrize("name", ["Individual Restaurants plc", "Fostering First Ltd", "Xenon"])
def test_a_name_that_begins_alike_is_one(name: str) -> None:
    assert not BLACKED_OUT.match(name)

"""Money: exact both ways, and what is not exact is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInput
from graph.money import LARGEST, from_e5, to_e5


@given(st.integers(-LARGEST, LARGEST))
def test_what_goes_out_comes_back(units: int) -> None:
    assert to_e5(from_e5(units)) == units


@pytest.mark.parametrize(
    "amount", ["0.000001", "1." + "0" * 40 + "1", "1e13", "-1e13", "1e999999", "NaN", "Infinity"]
)
def test_an_amount_that_would_not_be_exact_is_refused(amount: str) -> None:
    with pytest.raises(BadInput):
        to_e5(Decimal(amount))


def test_pence_are_shown_as_pence_and_unit_prices_in_full() -> None:
    assert [str(from_e5(units)) for units in (90_000_000, -100_000, 1230)] == [
        "900.00",
        "-1.00",
        "0.0123",
    ]


def test_ninety_sums_of_the_largest_amount_fit_in_64_bits() -> None:
    assert 90 * LARGEST < 2**63

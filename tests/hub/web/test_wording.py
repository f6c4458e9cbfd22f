"""How values read on pages."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from hub.web import links, wording


@dataclass
class Amount:
    """Money."""

    amount: Decimal
    currency: str


def test_money_names_its_currency_and_a_missing_value_is_not_zero() -> None:
    assert wording.money(Amount(Decimal("1234.5"), "GBP")) == "£1,234.50"
    assert wording.money(Amount(Decimal("-12"), "GBP")) == "−£12.00"
    assert wording.money(Amount(Decimal("5"), "AED")) == "AED 5.00"
    assert wording.money(None) == "Not published"
    assert wording.money(Amount(Decimal(0), "GBP")) == "£0.00"


def test_sums_of_different_currencies_stay_apart() -> None:
    both = [Amount(Decimal(1), "GBP"), Amount(Decimal(2), "EUR")]
    assert wording.sums(both) == "£1.00, €2.00"
    assert wording.sums([]) == "None recorded"


def test_days_months_counts_and_terms_read_as_words() -> None:
    assert wording.day(date(2026, 3, 1)) == "1 March 2026"
    assert wording.day(datetime(2025, 4, 30, 23, tzinfo=UTC)) == "1 May 2025"
    assert wording.month("2013-06") == "June 2013"
    assert wording.suppliers(1) == "1 supplier"
    assert wording.contracts(1234) == "1,234 contracts"
    assert wording.term(date(2025, 1, 1), None) == "From 1 January 2025, end not published"
    assert wording.term(None, None) == "Not published"
    assert wording.region("UKC") == "North East (UKC)"
    assert wording.region("XX") == "XX"
    assert wording.region(None) == "Not stated"


@dataclass
class Stands:
    """Where a page of the API stands."""

    has_next_page: bool
    end_cursor: str | None


def test_only_what_has_a_page_is_a_link_and_the_day_goes_along() -> None:
    assert links.thing("con-1") == "/contracts/con-1"
    assert links.thing("sup-1", date(2025, 3, 31)) == "/suppliers/sup-1?asOf=2025-03-31"
    assert links.thing("pay-1") is None
    assert links.supplier("a/b?c") == "/suppliers/a%2Fb%3Fc"
    more, last = Stands(True, "a="), Stands(False, "a=")
    assert links.further("/buyers/buy-1?asOf=2025-03-31", more) == (
        "/buyers/buy-1?asOf=2025-03-31&after=a%3D"
    )
    assert links.further("/buyers/buy-1", last) == ""

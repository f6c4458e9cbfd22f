"""Public time: fixed width, London days, no day that breaks it."""

from datetime import UTC, date, datetime

import pytest

from graph.clock import end_of, instant, london_day, start_of


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("2013-03-30", "2013-03-30T23:59:59Z"),
        ("2013-03-31", "2013-03-31T22:59:59Z"),  # clocks go forward at 01:00
        ("2013-10-26", "2013-10-26T22:59:59Z"),
        ("2013-10-27", "2013-10-27T23:59:59Z"),  # and back at 02:00
        ("9999-12-31", "9999-12-31T23:59:59Z"),  # the last day that Python knows
    ],
)
def test_a_day_ends_when_london_says_so(day: str, end: str) -> None:
    assert end_of(date.fromisoformat(day)) == end


def test_a_day_begins_one_second_after_the_day_before_ends() -> None:
    for month, day in ((3, 31), (4, 1), (10, 27), (10, 28)):
        first = start_of(date(2013, month, day))
        assert first[-2:] == "0Z"
        assert london_day(first) == date(2013, month, day)
        assert end_of(date(2013, month, day)) > first


def test_text_order_is_time_order_even_for_the_year_one() -> None:
    # Some publishers write 0001-01-01 where they mean nothing.
    assert instant(datetime(1, 1, 1, tzinfo=UTC)) == "0001-01-01T00:00:00Z"
    assert end_of(date(999, 1, 1)) < "2013-01-01T00:00:00Z"


def test_fractions_of_a_second_never_reach_the_text() -> None:
    assert instant(datetime(2013, 6, 30, 22, 59, 59, 999999, UTC)) == end_of(date(2013, 6, 30))

"""Windows: no bound lies where London clocks show one time twice."""

import pytest

from hub.ingest.remotewindows import Window, asked, halves

NIGHT = ("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z")  # the middle is shown twice
TWICE = ("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z")


def test_a_night_of_autumn_is_parted_beside_the_doubtful_hours() -> None:
    assert halves(Window(*NIGHT)) == (
        Window(NIGHT[0], TWICE[1]),
        Window(TWICE[1], NIGHT[1]),
    )
    assert halves(Window("2026-10-24T23:30:00Z", TWICE[1])) is None


def test_bounds_in_the_doubtful_hours_move_outwards() -> None:
    assert asked("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z") == Window(NIGHT[0], TWICE[1])


@pytest.mark.parametrize(("end", "parts"), [("09:00:01", 0), ("09:00:02", 2)])
def test_a_second_has_no_halves(end: str, parts: int) -> None:
    found = halves(Window("2026-09-01T09:00:00Z", f"2026-09-01T{end}Z"))
    assert len(found or ()) == parts

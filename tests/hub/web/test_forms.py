"""The form of a need: what is kept, what is a mistake, and where the summary leads."""

from datetime import date

import pytest

from hub.web.forms import Mistake, NeedForm

FULL = {
    "need": " redact letters ",
    "sector": "Health",
    "asOf-day": "31",
    "asOf-month": "3",
    "asOf-year": "2025",
}


def test_a_form_gives_the_same_form_back_through_its_own_address() -> None:
    form = NeedForm.of(FULL)
    assert form.need == "redact letters"
    assert form.as_of == date(2025, 3, 31)
    assert NeedForm.of(form.values) == form
    assert form.url == (
        "/match?need=redact+letters&sector=Health&asOf-day=31&asOf-month=3&asOf-year=2025"
    )


def test_an_empty_need_is_a_mistake_at_the_need() -> None:
    form = NeedForm.of({"need": "  "}).checked()
    assert form.mistakes == (Mistake("need", "Enter what you need"),)
    assert form.message("need") == "Enter what you need"
    assert form.message("asOf") == ""


@pytest.mark.parametrize(
    ("day", "month", "year", "leads_to"),
    [
        ("31", "2", "2025", "asOf-day"),
        ("", "2", "2025", "asOf-day"),
        ("1", "", "2025", "asOf-month"),
        ("1", "2", "", "asOf-year"),
        ("1", "2", "soon", "asOf-year"),
        ("1", "2", "0", "asOf-day"),
    ],
)
def test_a_day_that_is_not_real_is_a_mistake_at_its_part(
    day: str, month: str, year: str, leads_to: str
) -> None:
    form = NeedForm(need="x", day=day, month=month, year=year).checked()
    assert [mistake.field for mistake in form.mistakes] == [leads_to]
    assert form.message("asOf") == "The date must be a real date"
    assert (form.day, form.month, form.year) == (day, month, year)


def test_without_a_day_the_form_asks_about_now() -> None:
    form = NeedForm.of({"need": "x"}).checked()
    assert form.mistakes == ()
    assert form.as_of is None


def test_what_html_cannot_hold_is_taken_out_of_a_need() -> None:
    assert NeedForm.of({"need": "\x00cloud\x1b hosting\nfor two"}).need == "cloud  hosting\nfor two"

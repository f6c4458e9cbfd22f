"""What pages read from an address besides the form: a day to go back to; how a look-up fails."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date

from starlette.requests import Request

from hub.web.trouble import Missing, Refused, refusals


def as_of_day(request: Request) -> date | None:
    """The day in `?asOf=2025-03-31`; Missing when it is no real day, for there is no such page."""
    value = request.query_params.get("asOf")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise Missing from error


@contextmanager
def looked_up() -> Generator[None]:
    """An id or cursor that the API refuses was never a page of ours: Missing."""
    try:
        with refusals():
            yield
    except Refused as refused:
        raise Missing from refused

"""Windows of time to ask an API for: London days, and halves of what is too full."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from graph.clock import FORMAT, instant, london_day, read_twice, start_of
from graph.errors import BadInput

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """From one instant to another, as graph.clock writes them.

    Neighbours share a bound: whichever side an API counts it to, no second falls between them.
    """

    start: str
    end: str

    def holds(self, other: "Window") -> bool:
        """True when the other one lies inside."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Window") -> bool:
        """True when they share an instant at least."""
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"


def moment_of(text: str, *, end: bool = False) -> str:
    """The instant that a person means: a London day (its `end`: the next one's start) or a time.

    A time without a zone is London time. Raises BadInput.
    """
    try:
        if DAY.fullmatch(text):
            day = date.fromisoformat(text)
            return start_of(day + timedelta(days=1) if end else day)
        return instant(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        raise BadInput(
            f"{text} is no day or time; write 2026-09-01 or 2026-09-01T14:30:00"
        ) from None


def asked(start: str, end: str) -> Window:
    """The window to ask for; bounds that London clocks show twice are moved outwards.

    Raises BadInput when it holds no time.
    """
    if start >= end:
        raise BadInput(f"The window from {start} to {end} is empty: --from must be before --to.")
    return Window(_off(start, -HOUR), _off(end, HOUR))


def days(window: Window) -> Iterator[Window]:
    """The London days of a window; the first and the last may be parts of one."""
    at = window.start
    while at < window.end:
        next_day = start_of(london_day(at) + timedelta(days=1))
        yield Window(at, min(next_day, window.end))
        at = next_day


def halves(window: Window) -> tuple[Window, Window] | None:
    """Both halves; None when it can't be parted by a time that clocks show once, in seconds."""
    start, end = _read(window.start), _read(window.end)
    middle = _text(start + timedelta(seconds=int((end - start).total_seconds()) // 2))
    for at in (_off(middle, -HOUR), _off(middle, HOUR)):
        if window.start < at < window.end:
            return Window(window.start, at), Window(at, window.end)
    return None


def _off(moment: str, step: timedelta) -> str:
    """The nearest whole hour on one side that London clocks show once; the moment if it is one."""
    if not read_twice(moment):
        return moment
    at = _read(moment).replace(minute=0, second=0)
    while read_twice(_text(at)):
        at += step
    return _text(at)


def _read(moment: str) -> datetime:
    return datetime.strptime(moment, FORMAT).replace(tzinfo=UTC)


def _text(moment: datetime) -> str:
    return instant(moment)

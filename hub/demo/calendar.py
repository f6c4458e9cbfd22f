"""The time of the fictional world: ten years that end on a fixed day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

FIRST = date(2016, 4, 1)
MONTHS = 120
LONDON = ZoneInfo("Europe/London")


def month(number: int) -> date:
    """The first day of month `number` of the world."""
    years, months = divmod(FIRST.month - 1 + number, 12)
    return date(FIRST.year + years, months + 1, 1)


END = month(MONTHS)


def moment(day: date, hour: int = 10, minute: int = 30) -> str:
    """An instant of a day in London, as publishers write it."""
    return datetime.combine(day, time(hour, minute), LONDON).isoformat()


def midnight(day: date) -> str:
    """A day as OCDS dates write it."""
    return moment(day, 0, 0)


def financial_year(day: date) -> str:
    """The year from April to March in which a day lies, like 2016-17."""
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"

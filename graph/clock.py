"""Public time: when the hub's world could know a fact; fixed-width UTC text, so text order is time.

The London calendar is used because UK publishers date by it. No zoneinfo value leaves this module.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
FORMAT = "%Y-%m-%dT%H:%M:%SZ"
# Years in which something can have become public: others are slips of the pen, and at the ends of
# the calendar arithmetic fails.
YEARS = range(1990, 2100)


def instant(moment: datetime) -> str:
    """`2013-06-30T23:00:00Z`; a naive value is read as London time, as the portals write it."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=LONDON)
    # isoformat, not strftime: that writes the year 999 with three digits, and text order breaks
    return zoned.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def start_of(day: date) -> str:
    """The first instant of a London day."""
    return instant(datetime.combine(day, time(), LONDON))


def end_of(day: date) -> str:
    """The last second of a London day: what `asOf: day` means, inclusive."""
    return instant(datetime.combine(day, time(23, 59, 59), LONDON))


def london_day(moment: str) -> date:
    """The London day in which an instant (text as made here) lies."""
    return _london(moment).date()


def next_month(day: date) -> date:
    """The first day of the month after `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def wall_of(moment: str) -> str:
    """What a clock in London shows at an instant, without a zone: `2013-07-01T00:00:00`."""
    return _london(moment).replace(tzinfo=None).isoformat()


def read_twice(moment: str) -> bool:
    """True in the two hours of autumn that London clocks show alike."""
    zoned = _london(moment)
    return zoned.replace(fold=0).utcoffset() != zoned.replace(fold=1).utcoffset()


def _london(moment: str) -> datetime:
    return datetime.strptime(moment, FORMAT).replace(tzinfo=UTC).astimezone(LONDON)

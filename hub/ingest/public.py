"""When something became public, as it says itself or as whoever fetched it does."""

from datetime import date, datetime
from typing import Any

from graph.clock import YEARS, instant, start_of
from hub.ingest.soundness import Note


def public_time(value: Any, fetched: date | None, note: Note, path: str) -> tuple[str | None, str]:
    """The instant and its basis; None and a finding at `path` when there is none to rely on.

    A time without a zone is London's, a day is its first instant there.
    """
    if isinstance(value, str) and value.strip():
        advice = "write it like 2026-01-31T09:00:00Z"
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            note("BAD_VALUE", path, f"{value} is no date", advice)
            return None, ""
        if moment.year in YEARS:
            return instant(moment), "stated"
        wrong = f"{value} is not in the years {YEARS[0]} to {YEARS[-1]}"
        note("BAD_VALUE", path, wrong, advice)
        return None, ""
    if fetched:
        return start_of(fetched), "fetched"
    note("NO_PUBLIC_TIME", path, "no date in it", "add the date, or say --fetched DATE")
    return None, ""

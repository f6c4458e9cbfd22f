"""Over time: what later releases of a process did to what the first ones said."""

from collections.abc import Iterator

from hub.ingest.quality.subject import Judged, Subject, walked


def same_title(subject: Subject) -> Iterator[Judged]:
    """A tender keeps its title (Pelican: time-based tender_title)."""
    before = next((value for _, value in walked("", subject.first, ("tender", "title"))), None)
    now = subject.first_at("tender", "title")
    if before and now and subject.first is not subject.body:
        yield Judged("/tender/title", f"{before} → {now}", before == now)

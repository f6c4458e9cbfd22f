"""Changing one value of a release, and what the facts are then."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from hub.ingest.canonical import parsed
from hub.ingest.coerce import mended
from hub.ingest.compile import Process, history
from hub.ingest.facts import Release
from hub.ingest.ledger import Entry, entries
from hub.ingest.ocds import ignored, prepared, release_of

Json = dict[str, Any]
DAY = "2031-03-05"


def as_stored(published: Json) -> Json:
    """The release as the hub holds it, without what has a wrong type or is empty."""
    release = release_of(published, date(2026, 1, 1), ignored)
    assert release is not None
    return mended(parsed(release.raw), ignored)


def ledger_of(stored: Json) -> list[Entry]:
    """What the ledger says of each value."""
    release = release_of(stored, date(2026, 1, 1), ignored)
    assert release is not None
    return list(entries(prepared(release, ignored)[0]))


def facts(stored: Json) -> object:
    """All that the graph would hold of a release alone, but for its raw text and what names it."""
    release = release_of(stored, date(2026, 1, 1), ignored)
    if release is None:
        return None
    told = _named(release)
    one, mentions = prepared(release, ignored)
    found = history(Process((release.ocid,), [one]))
    return (
        told,
        sorted(map(repr, mentions)),
        [repr(node) for node in found.nodes],
        sorted(map(repr, found.links)),
        len(found.skipped),
    )


def _named(release: Release) -> tuple[object, ...]:
    return (release.ocid, release.reference, release.public_from, release.basis, release.source)


def disagreements(stored: Json, told: list[Entry]) -> Iterator[tuple[str, object, bool]]:
    """Entries whose value, once changed, shows that the ledger is wrong: path, value, verdict."""
    before = facts(stored)
    for entry in told:
        holder: Any = stored
        for part in entry.path[:-1]:
            holder = holder[part]
        key: Any = entry.path[-1]
        value = holder[key]
        holder[key] = other(value, str(entry.pattern.rsplit("/", 1)[-1]))
        changed = facts(stored) != before
        holder[key] = value
        if changed != entry.typed:
            yield entry.pattern, value, entry.typed


def other(value: object, name: str) -> object:
    """Another value of that kind: another day where a day belongs, else something longer."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float | Decimal):
        return value + 1
    text = str(value)
    if re.match(r"\d{4}-\d\d-\d\d", text) and ("date" in name.lower() or "Deadline" in name):
        return DAY + text[10:] if text[:10] != DAY else "2032" + text[4:]
    return text + "x"

"""A record as it is written, checked field by field, and what it says in the hub's words."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from graph.ids import make_id
from hub.ingest.canonical import canonical, parsed
from hub.ingest.facts import Json, Mention, Source
from hub.ingest.frameworks import code_of
from hub.ingest.own import references
from hub.ingest.own.fields import Wrong, text
from hub.ingest.own.nouns import NOUNS, Noun
from hub.ingest.own.values import Told, read
from hub.ingest.parties import mention_of
from hub.ingest.public import public_time
from hub.ingest.soundness import Note, unwritable

GENERAL = frozenset({"noun", "key", "publicFrom", "values", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body behind a record: its mention and what was stated of it; `type`: of the edge."""

    type: str
    mention: Mention
    stated: Mapping[str, str | None]


@dataclass(frozen=True)
class Record:
    """One record; `told` is None when it withdraws. `raw`: its values, redacted, as JSON."""

    id: str
    noun: str
    thing: str
    key: str
    raw: str
    public_from: str
    basis: str
    source: str
    told: Told | None

    @cached_property
    def order(self) -> tuple[str, str, str]:
        """Of two records of one instant the one that is last by its digest holds."""
        return (self.public_from, hashlib.sha256(self.raw.encode()).hexdigest(), self.basis)

    @cached_property
    def bodies(self) -> list[Body]:
        """The bodies that it names."""
        if self.told is None:
            return []
        return [
            Body(type, mention_of_party(party, role, self), stated_of(party))
            for name, (type, role) in NOUNS[self.noun].bodies.items()
            if (party := self.told.parties.get(name))
        ]


def source_of(header: Mapping[str, Any], note: Note) -> Source | None:
    """The data set that a header names; None when it can't be used, with a finding."""
    if header.get("hub") != 1:
        note("BAD_VALUE", "/hub", "a version of the format that is unknown", 'write "hub": 1')
        return None
    try:
        name = references.key(header.get("source"))
        said = [text(header.get(part)) for part in ("name", "publisher", "licence")]
    except Wrong as wrong:
        note("BAD_VALUE", "/", f"the header: {wrong.message}", wrong.advice)
        return None
    if not name.replace("-", "").isalnum() or name != name.lower() or not name.isascii():
        advice = "use small letters, digits and hyphens"
        note("BAD_VALUE", "/source", f"{name!r} is no name of a data set", advice)
        return None
    return Source(references.source_id(name), *said, fictional=header.get("fictional") is True)


def record_of(value: Json, source: Source, fetched: date | None, note: Note) -> Record | None:
    """The record as it will be stored; None when it can't be, with a finding for each reason."""
    noun = NOUNS.get(str(value.get("noun")))
    if noun is None or noun.name == "lot":
        known = ", ".join(name for name in NOUNS if name != "lot")
        note("UNKNOWN_NOUN", "/noun", f"{value.get('noun')!r} is no noun", f"use {known}")
        return None
    if wrong := unwritable(value):
        note("BAD_TEXT", *wrong)
        return None
    public_from, basis = public_time(value.get("publicFrom"), fetched, note, "/publicFrom")
    try:
        key = references.key(value.get("key"))
    except Wrong as wrong:
        note(
            "BAD_VALUE" if "key" in value else "MISSING_VALUE", "/key", wrong.message, wrong.advice
        )
        return None
    if noun.name == "framework":
        key = code_of(key)
    found = _values(value, noun, source.id, note)
    if public_from is None or found is None:
        return None
    kept, told = found
    raw = canonical(kept)
    # Its text does not say when; fetched again on another day it was public on that day too.
    when = basis if basis == "fetched" else ""
    id = make_id("rec", source.id, noun.name, key, public_from, raw, when)
    parts = (key,) if noun.name == "framework" else (source.id, key)
    return Record(
        id,
        noun.name,
        make_id(noun.prefix, *parts),
        key,
        raw,
        public_from,
        basis,
        source.id,
        told,
    )


def stored(row: Sequence[Any]) -> Record:
    """A record as the graph keeps it."""
    id, noun, thing, key, raw, public_from, basis, source = row
    told = told_of(noun, parsed(raw), source)
    return Record(id, noun, thing, key, raw, public_from, basis, source, told)


def told_of(noun: str, kept: Json | None, source: str) -> Told | None:
    """What stored values say; they were checked when they came."""
    if kept is None:
        return None
    found = read(kept, NOUNS[noun], source, unheard)
    assert found is not None
    return found[1]


def mention_of_party(party: Json, role: str, record: Record) -> Mention:
    """How a record names a body."""
    mention = mention_of(party, role, record.source, record.public_from)
    assert mention is not None
    return mention


def stated_of(party: Json) -> Mapping[str, str | None]:
    """What a record says of a body besides its name."""
    region = (party.get("address") or {}).get("region")
    return {
        "sector": party.get("sector"),
        "sizeClass": party.get("sizeClass"),
        "region": region,
    }


def _values(value: Json, noun: Noun, source: str, note: Note) -> tuple[Any, Told | None] | None:
    for name in value.keys() - GENERAL:
        note("UNKNOWN_FIELD", f"/{name}", f"{name} is no field of a record", "leave it out")
    withdrawn, values = value.get("withdrawn", False), value.get("values")
    if withdrawn is True and values is None:
        return None, None
    if withdrawn is not False or not isinstance(values, dict):
        advice = 'give "values": { … }, or "withdrawn": true and no values'
        note("MISSING_VALUE", "/values", "neither values nor withdrawn", advice)
        return None
    return read(values, noun, source, note)


def unheard(code: str, path: str, message: str, advice: str) -> None:
    """For what was heard when it came."""

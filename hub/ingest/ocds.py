"""OCDS releases: from the published JSON to an immutable, redacted release that can be compiled."""

import hashlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from graph.ids import make_id
from hub.ingest.canonical import canonical, parsed
from hub.ingest.coerce import Note, mended
from hub.ingest.compile import Prepared
from hub.ingest.distinct import made_distinct
from hub.ingest.facts import Json, Mention, Release, Source
from hub.ingest.notices import odd_notices
from hub.ingest.parties import with_mentions
from hub.ingest.performance import odd_performance
from hub.ingest.public import public_time
from hub.ingest.redact import clean_release, without_emails
from hub.ingest.soundness import too_long, unwritable
from hub.ingest.stated import day, money

OGL = "Open Government Licence v3.0"
PUBLISHERS: Mapping[str, tuple[str, str]] = {
    "ocds-h6vhtk": ("Find a Tender", "Cabinet Office"),
    "ocds-b5fd17": ("Contracts Finder", "Cabinet Office"),
    "ocds-r6ebe6": ("Public Contracts Scotland", "Scottish Government"),
    "ocds-kuma6s": ("Sell2Wales", "Sell2Wales"),
}
FICTIONAL = "ocds-demo00"
PLACEHOLDER = 100_000  # one currency unit in 10⁻⁵ units: nobody buys anything for that


def source_of(ocid: str) -> Source:
    """The data set that an ocid belongs to: its prefix says who publishes."""
    prefix = "-".join(ocid.split("-", 2)[:2])
    id = make_id("src", "ocds", prefix)
    if prefix == FICTIONAL:
        return Source(
            id, "Notices of the fictional world", "The demonstration of this hub", "invented", True
        )
    if prefix in PUBLISHERS:
        name, publisher = PUBLISHERS[prefix]
        return Source(id, name, publisher, OGL)
    return Source(id, f"OCDS releases {prefix}", "not stated", "none stated")


def ocid_of(value: Any) -> str:
    """The ocid that `release_of` will give it; "" when there is none."""
    ocid = value.get("ocid") if isinstance(value, dict) else None
    return without_emails(ocid).strip() if isinstance(ocid, str) else ""


def release_of(
    value: Any, fetched: date | None, note: Note, source: Source | None = None
) -> Release | None:
    """The release as it will be stored; None when it can't be, with a finding that says why.

    `source`: the data set that it comes from, when its ocid is not what says so.
    """
    read = cleaned_release(value, fetched, note, source)
    return read and read[0]


def cleaned_release(
    value: Any, fetched: date | None, note: Note, source: Source | None = None
) -> tuple[Release, Json] | None:
    """As `release_of`, with what its raw text says: `prepared` need not read that again."""
    ocid = value.get("ocid") if isinstance(value, dict) else None
    if not isinstance(ocid, str) or not (ocid := ocid.strip()):
        note("NOT_A_RELEASE", "/ocid", "no ocid in it", "give releases, whole, with their ocid")
        return None
    if wrong := unwritable(value):
        note("BAD_TEXT", *wrong)
        return None
    if wrong := too_long(ocid):
        note("BAD_VALUE", "/ocid", wrong, "give the ocid as it was registered")
        return None
    value = clean_release(value)
    ocid = value["ocid"].strip()
    raw = canonical(value)
    digest = hashlib.sha256(raw.encode()).hexdigest()
    public_from, basis = public_time(value.get("date"), fetched, note, "/date")
    if not public_from:
        return None
    reference = value.get("id")
    told_by = (source or source_of(ocid)).id
    known_as = None if reference in (None, "", [], {}) else str(reference)
    # Its text does not say when; fetched again on another day it was public on that day too.
    when = (public_from,) if basis == "fetched" else ()
    id = make_id("rel", ocid, digest, *when)
    return Release(id, ocid, known_as, digest, raw, public_from, basis, told_by), value


def prepared(
    release: Release, note: Note, cleaned: Json | None = None
) -> tuple[Prepared, list[Mention]]:
    """The release ready for compiling, from its stored text alone, and the mentions in it.

    `cleaned`: what that text says, where it is at hand.
    """
    told = parsed(release.raw) if cleaned is None else cleaned
    body = made_distinct(mended(told, note), note)
    marked, mentions = with_mentions(body, release.source, release.public_from)
    return Prepared(release, marked), mentions


def ignored(code: str, path: str, message: str, advice: str) -> None:
    """For a release that was looked through when it was loaded: its findings are known."""


def looked_through(body: Json, mentions: list[Mention], note: Note) -> None:
    """Findings about what is kept as published but is likely wrong."""
    for mention in mentions:
        for number in mention.unread:
            note(
                "UNREAD_IDENTIFIER",
                "/parties",
                f"{number} of {mention.name} has no valid form and joins nothing",
                "check scheme and number",
            )
    odd_notices(body, note)
    odd_performance(body, note)
    for path, holder in _valued(body):
        _value(path, holder, body, note)
    for path, text in _days(body):
        if text and not day(text):
            note("BAD_DATE", path, f"{text} is no date; left empty", "write it like 2026-01-31")
    for at, contract in enumerate(body.get("contracts") or []):
        term = contract.get("period") or {}
        start, end = str(term.get("startDate", "")), str(term.get("endDate", "-"))
        if start[:10] == end[:10]:
            note(
                "ONE_DAY_TERM",
                f"/contracts/{at}/period",
                "the term starts and ends on one day",
                "state the term in startDate and endDate, not only in maxExtentDate",
            )


def _days(body: Json) -> list[tuple[str, object]]:
    """The days of awards and contracts, as written, with their paths."""
    found: list[tuple[str, object]] = []
    for list_name, day_name, term_name in (
        ("awards", "date", "contractPeriod"),
        ("contracts", "dateSigned", "period"),
    ):
        for at, item in enumerate(body.get(list_name) or []):
            path, term = f"/{list_name}/{at}", item.get(term_name) or {}
            found.append((f"{path}/{day_name}", item.get(day_name)))
            for end in ("startDate", "endDate"):
                found.append((f"{path}/{term_name}/{end}", term.get(end)))
    return found


def _value(path: str, holder: Json, body: Json, note: Note) -> None:
    value: Json = holder["value"]
    amount, _, currency = money(value)
    if amount is None and "amount" in value:
        note("BAD_AMOUNT", f"{path}/value/amount", "no amount; left empty", "write a plain number")
    elif amount is not None and _exact(value["amount"]) != amount:
        note("ROUNDED_AMOUNT", f"{path}/value/amount", "more than five decimals", "round it")
    if amount is not None and abs(amount) <= PLACEHOLDER:
        note("PLACEHOLDER_VALUE", f"{path}/value/amount", "not a likely price", "give the value")
    tender: Json = (body.get("tender") or {}).get("value") or {}
    differs = currency and tender.get("currency") and currency != tender["currency"]
    if differs and value.get("amount") == tender.get("amount"):
        note(
            "DOUBTFUL_CURRENCY",
            f"{path}/value/currency",
            f"the tender has the same number in {tender['currency']}",
            "check the currency; it was kept",
        )


def _exact(amount: object) -> object:
    scaled = Decimal(str(amount)) * 100_000
    return int(scaled) if scaled == int(scaled) else None


def _valued(body: Json) -> list[tuple[str, Json]]:
    tender: Json = body.get("tender") or {}
    lists: list[tuple[str, list[Json]]] = [
        ("/tender/lots", tender.get("lots") or []),
        ("/awards", body.get("awards") or []),
        ("/contracts", body.get("contracts") or []),
    ]
    found = [(f"{path}/{at}", item) for path, items in lists for at, item in enumerate(items)]
    return [(path, item) for path, item in [("/tender", tender), *found] if item.get("value")]

"""Field-level checks: codes, coverage, forms and ranges of single values."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from hub.ingest.quality.subject import Judged, Subject, moment, number

# OCDS 1.1.5, closed code lists tenderStatus, method, awardStatus and contractStatus.
CODES: Mapping[tuple[str, ...], frozenset[str]] = {
    ("tender", "status"): frozenset(
        "planning planned active cancelled unsuccessful complete withdrawn".split()
    ),
    ("tender", "procurementMethod"): frozenset("open selective limited direct".split()),
    ("awards", "status"): frozenset("pending active cancelled unsuccessful".split()),
    ("contracts", "status"): frozenset("pending active cancelled terminated".split()),
}
DATES = (
    ("date",),
    ("tender", "tenderPeriod", "startDate"),
    ("tender", "tenderPeriod", "endDate"),
    ("awards", "date"),
    ("awards", "contractPeriod", "startDate"),
    ("awards", "contractPeriod", "endDate"),
    ("contracts", "dateSigned"),
    ("contracts", "period", "startDate"),
    ("contracts", "period", "endDate"),
)
AMOUNTS = (
    ("tender", "value", "amount"),
    ("awards", "value", "amount"),
    ("contracts", "value", "amount"),
)
DOCUMENTS = (
    ("planning", "documents", "url"),
    ("tender", "documents", "url"),
    ("awards", "documents", "url"),
    ("contracts", "documents", "url"),
)
YEARS = range(1970, 2051)
OCID = re.compile(r"ocds-[a-z0-9]{6}-\S+")


def codes(subject: Subject) -> Iterator[Judged]:
    """A status or method is a code of its closed list (Pelican: field level, codelist)."""
    for path, known in CODES.items():
        for at, value in subject.places(*path):
            yield Judged(at, value, value in known)


def title(subject: Subject) -> Iterator[Judged]:
    """A tender has a title that is not empty (Pelican: coverage.non_empty)."""
    if isinstance(tender := subject.body.get("tender"), Mapping):
        said = tender.get("title")
        yield Judged("/tender/title", said, bool(said and str(said).strip()))


def buyer_name(subject: Subject) -> Iterator[Judged]:
    """A process names its buyer (Pelican: coverage.exists)."""
    said = subject.first_at("buyer", "name")
    yield Judged("/buyer/name", said, bool(said))


def ocid_form(subject: Subject) -> Iterator[Judged]:
    """An ocid starts with `ocds-` and a registered prefix of six (Pelican: format.ocid)."""
    yield Judged("/ocid", subject.ocid, bool(OCID.fullmatch(subject.ocid)))


def date_form(subject: Subject) -> Iterator[Judged]:
    """A date can be read as ISO 8601 (OCDS 1.1.5 `format: date-time`)."""
    for path in DATES:
        for at, value in subject.places(*path):
            yield Judged(at, value, moment(value) is not None)


def date_range(subject: Subject) -> Iterator[Judged]:
    """A date lies in 1970 to 2050 (Pelican: range.date_time)."""
    for path in DATES:
        for at, value in subject.places(*path):
            if read := moment(value):
                yield Judged(at, value, read.year in YEARS)


def amount_range(subject: Subject) -> Iterator[Judged]:
    """An amount is a number and not negative (Pelican: range.number)."""
    for path in AMOUNTS:
        for at, value in subject.places(*path):
            read = number(value)
            yield Judged(at, value, read is not None and read >= 0)


def document_address(subject: Subject) -> Iterator[Judged]:
    """A document's address is http or https with a host (OCDS 1.1.5 `format: uri`)."""
    for path in DOCUMENTS:
        for at, value in subject.places(*path):
            yield Judged(at, value, _address(value))


def _address(value: object) -> bool:
    try:
        parts = urlsplit(str(value))
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)

"""Coherent: what stands in one process does not contradict itself in time or status."""

from collections.abc import Iterator

from hub.ingest.quality.subject import Judged, Subject, moment, walked

PERIODS = (
    ("tender", "tenderPeriod"),
    ("tender", "contractPeriod"),
    ("awards", "contractPeriod"),
    ("contracts", "period"),
)
UNFINISHED = frozenset("planning planned active cancelled unsuccessful withdrawn".split())
NOT_AWARDED = frozenset("pending cancelled unsuccessful".split())


def periods(subject: Subject) -> Iterator[Judged]:
    """A period does not end before it starts (Pelican: coherent.period)."""
    for path in PERIODS:
        for at, value in subject.places(*path):
            start, end = moment(value.get("startDate")), moment(value.get("endDate"))
            if start and end:
                yield Judged(at, f"{value['startDate']} to {value['endDate']}", start <= end)


def awarded_after_tender(subject: Subject) -> Iterator[Judged]:
    """An award is not dated before the tender period ended (Pelican: coherent.dates)."""
    end = moment(subject.first_at("tender", "tenderPeriod", "endDate"))
    for at, value in subject.places("awards", "date"):
        if end and (awarded := moment(value)):
            yield Judged(at, value, end <= awarded)


def signed_after_award(subject: Subject) -> Iterator[Judged]:
    """A contract is not signed before its award (Pelican: coherent.dates)."""
    dates = {one.get("id"): one.get("date") for _, one in subject.places("awards")}
    for at, contract in subject.places("contracts"):
        award = moment(dates.get(contract.get("awardID")))
        signed = moment(contract.get("dateSigned"))
        if award and signed:
            yield Judged(f"{at}/dateSigned", contract["dateSigned"], award <= signed)


def tender_status(subject: Subject) -> Iterator[Judged]:
    """A tender that is not complete has no awards and contracts (Pelican: tender_status)."""
    status = subject.first_at("tender", "status")
    if status in UNFINISHED:
        more = bool(subject.body.get("awards") or subject.body.get("contracts"))
        yield Judged("/tender/status", status, not more)


def award_status(subject: Subject) -> Iterator[Judged]:
    """An award that is not active has no contract (Pelican: awards_status)."""
    signed = {one.get("awardID") for _, one in subject.places("contracts")}
    for at, award in subject.places("awards"):
        if award.get("status") in NOT_AWARDED:
            yield Judged(f"{at}/status", award["status"], award.get("id") not in signed)


def contract_status(subject: Subject) -> Iterator[Judged]:
    """A contract that is pending or cancelled has no transactions (Pelican: contracts_status)."""
    for at, contract in subject.places("contracts"):
        if contract.get("status") in ("pending", "cancelled"):
            paid = walked(at, contract, ("implementation", "transactions"))
            yield Judged(f"{at}/status", contract["status"], not any(paid))


def direct_tenderers(subject: Subject) -> Iterator[Judged]:
    """A direct award has at most one tenderer (Pelican: method against tenderers)."""
    count = subject.first_at("tender", "numberOfTenderers")
    if subject.first_at("tender", "procurementMethod") == "direct" and isinstance(count, int):
        yield Judged("/tender/numberOfTenderers", count, count <= 1)

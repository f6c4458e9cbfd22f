"""Consistent and reference checks: what is said twice agrees, what is pointed at is there."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import chain
from math import ceil, floor

from hub.ingest.distinct import published
from hub.ingest.facts import Json
from hub.ingest.quality.coherent import PERIODS
from hub.ingest.quality.subject import Judged, Place, Subject, moment, number, priced

HALF = Decimal("0.5")
DAY = timedelta(days=1)
REFERENCES = (
    (("buyer",), "buyer"),
    (("tender", "procuringEntity"), "procuringEntity"),
    (("tender", "tenderers"), "tenderer"),
    (("awards", "suppliers"), "supplier"),
)


def tenderer_count(subject: Subject) -> Iterator[Judged]:
    """`numberOfTenderers` is the number of tenderers listed (Pelican: number_of_tenderers)."""
    count = subject.first_at("tender", "numberOfTenderers")
    listed = [one for _, one in subject.places("tender", "tenderers")]
    if isinstance(count, int) and listed:
        yield Judged("/tender/numberOfTenderers", count, count == len(listed))


def duration(subject: Subject) -> Iterator[Judged]:
    """`durationInDays` is the span of the period, up or down to a whole day.

    Up to its latest end where it has no other (Pelican: period_duration_in_days).
    """
    for path in PERIODS:
        for at, value in subject.places(*path):
            end = moment(value.get("endDate")) or moment(value.get("maxExtentDate"))
            start, days = moment(value.get("startDate")), number(value.get("durationInDays"))
            if start and end and days is not None:
                span = (end - start) / DAY
                sound = floor(span) <= days <= ceil(span)
                yield Judged(f"{at}/durationInDays", str(days), sound)


def contract_values(subject: Subject) -> Iterator[Judged]:
    """An award's contracts sum to 50 to 150% of its value (Pelican: contracts_value).

    Only of an award with an id of its own, where all amounts have one sign and one currency: the
    hub converts none.
    """
    by_award: defaultdict[object, list[Json]] = defaultdict(list)
    for _, contract in subject.places("contracts"):
        by_award[contract.get("awardID")].append(contract)
    awards = list(subject.places("awards"))
    times = Counter(award.get("id") for _, award in awards)
    for at, award in awards:
        prices = [priced(one) for one in by_award[award.get("id")]]
        known = [price for price in prices if price]
        said = priced(award)
        if said and known and len(known) == len(prices) and times[award.get("id")] == 1:
            if all(_comparable(said, one) for one in known):
                total = sum(amount for amount, _ in known)
                sound = abs(said[0] - total) <= HALF * abs(said[0])
                yield Judged(f"{at}/value", f"{said[0]} against {total}", sound)


def planned_value(subject: Subject) -> Iterator[Judged]:
    """Tender's value and budget differ by at most half the tender's value, in one currency.

    (Pelican: tender_value.)
    """
    budget = priced({"value": subject.first_at("planning", "budget", "amount")})
    tender = priced(subject.body.get("tender"))
    if budget and tender and _comparable(tender, budget):
        sound = abs(tender[0] - budget[0]) <= HALF * abs(tender[0])
        yield Judged("/tender/value", f"{tender[0]} against {budget[0]}", sound)


def _comparable(one: tuple[Decimal, str], other: tuple[Decimal, str]) -> bool:
    """In one currency, and of one sign: a credit says nothing about a price."""
    return one[1] == other[1] and (one[0] > 0) == (other[0] > 0)


def roles(subject: Subject) -> Iterator[Judged]:
    """A party that is pointed at has the role it is pointed at for (Pelican: parties_role)."""
    parties: defaultdict[str, set[str]] = defaultdict(set)
    for _, one in subject.objects("parties"):
        parties[published(one)].update(one.get("roles") or [])
    for role, (at, reference) in _references(subject):
        if (id := published(reference)) in parties:
            yield Judged(at, f"{id} as {role}", role in parties[id])


def parties(subject: Subject) -> Iterator[Judged]:
    """A buyer, supplier or tenderer is in `parties` by its id (Pelican: reference.parties).

    By its id as published: of two of one id in a list the hub tells one from the other.
    """
    known = {published(one) for _, one in subject.objects("parties")} - {""}
    for _, (at, reference) in _references(subject):
        yield Judged(f"{at}/id", published(reference), published(reference) in known)


def contract_award(subject: Subject) -> Iterator[Judged]:
    """A contract's `awardID` is the id of exactly one award (Pelican: contract_in_awards)."""
    known = Counter(one.get("id") for _, one in subject.places("awards"))
    for at, contract in subject.places("contracts"):
        award = contract.get("awardID")
        yield Judged(f"{at}/awardID", award, known[award] == 1)


def _references(subject: Subject) -> Iterator[tuple[str, Place]]:
    for path, role in REFERENCES:
        found = subject.places(*path)
        yield from chain((role, one) for one in found if isinstance(one[1], dict))

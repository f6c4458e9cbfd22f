"""Data-set level: distributions and repetition over all processes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from hub.ingest.quality.subject import Judged, Subject, priced

FEWEST = 1_000  # processes: Pelican's least sample for the share of one buyer
MOST_BUYER = 0.5
LEAST_BUYER = 0.01
MOST_VALUES = 0.1
TOP = 3
MOST_OPEN, LEAST_OPEN = 0.99, 0.01
OPEN = ("active", "complete")  # statuses of a tender that goes, or went, its way
STATUSES = (*OPEN, "planning", "planned", "cancelled", "unsuccessful", "withdrawn")

Found = Iterator[tuple[str, Judged]]  # with the ocid of the first to bear it


@dataclass
class Census:
    """What is counted over all processes, each key with the first ocid that bears it."""

    tenders: Counter[str] = field(default_factory=Counter[str])
    buyers: Counter[str] = field(default_factory=Counter[str])
    values: Counter[str] = field(default_factory=Counter[str])
    statuses: Counter[str] = field(default_factory=Counter[str])
    firsts: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def add(self, subject: Subject) -> None:
        """Count a process."""
        self._count("tender", self.tenders, subject, subject.first_at("tender", "id"))
        self._count("buyer", self.buyers, subject, subject.first_at("buyer", "name"))
        self._count("status", self.statuses, subject, subject.first_at("tender", "status"))
        for _, award in subject.places("awards"):
            price = priced(award)
            self._count("value", self.values, subject, price and f"{price[0]} {price[1]}")

    def _count(self, of: str, counter: Counter[str], subject: Subject, key: object) -> None:
        if key is not None:
            counter[str(key)] += 1
            self.firsts.setdefault((of, str(key)), subject.ocid)


def unique_tender(census: Census) -> Found:
    """No two processes have one tender id (Pelican: data-set level, unique tender id)."""
    for key, count in census.tenders.items():
        for _ in range(count):
            yield census.firsts["tender", key], Judged("/tender/id", key, count == 1)


def buyer_share(census: Census) -> Found:
    """The commonest buyer has 1 to 50% of 1,000 processes or more (Pelican: buyer_repetition)."""
    total = census.buyers.total()
    if total >= FEWEST:
        key, count = census.buyers.most_common(1)[0]
        sound = LEAST_BUYER < count / total < MOST_BUYER
        yield (
            census.firsts["buyer", key],
            Judged("/buyer/name", f"{key}: {count} of {total}", sound),
        )


def value_repetition(census: Census) -> Found:
    """The three commonest values of awards are under 10% of all (Pelican: value_repetition)."""
    total = census.values.total()
    if total:
        common = census.values.most_common(TOP)
        count = sum(times for _, times in common)
        said = f"{', '.join(key for key, _ in common)}: {count} of {total}"
        ocid = census.firsts["value", common[0][0]]
        yield ocid, Judged("/awards/value", said, count / total < MOST_VALUES)


def status_shares(census: Census) -> Found:
    """Of tenders with a status of OCDS, 1 to 99% are active or complete.

    A feed in which none ever fails, or all do, leaves something out (Pelican: tender_status).
    """
    known = {key: census.statuses[key] for key in STATUSES if census.statuses[key]}
    if total := sum(known.values()):
        count = sum(known.get(key, 0) for key in OPEN)
        ocid = census.firsts["status", max(known, key=lambda key: (known[key], key))]
        sound = LEAST_OPEN <= count / total <= MOST_OPEN
        said = f"{count} of {total} active or complete"
        yield ocid, Judged("/tender/status", said, sound)

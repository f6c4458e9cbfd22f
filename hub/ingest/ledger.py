"""The ledger of a load: each value of each release, whether a field of the graph took it.

Typed, raw only and empty add up to the values of the releases as they are stored.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hub.ingest.canonical import parsed
from hub.ingest.compile import Prepared
from hub.ingest.contents import contents
from hub.ingest.distinct import PUBLISHED
from hub.ingest.facts import Json
from hub.ingest.ocdspaths import Row, by_path
from hub.ingest.parties import MENTION
from hub.ingest.performance import MOST_EVENTS
from hub.ingest.process import MOST
from hub.ingest.stated import MOST_MONTHS, count, day, money
from hub.ingest.telling import Scalar, Telling, Way

TABLE: Mapping[str, tuple[Row, ...]] = by_path()
# Lists whose objects are nodes: without an id there is none, and an id that several share is made
# of the whole object, so that each value in it tells it from the others.
NODES = frozenset(
    "lots awards contracts amendments proposedAmendments agreedMetrics metrics observations "
    "performanceFailures".split()
)
DAYS = frozenset(
    "date dateSigned datePublished startDate endDate maxExtentDate finalStatusDate decisionDate "
    "penaltyDate openFrameworkSchemeEndDate assessmentSummariesDateSent "
    "expressionOfInterestDeadline".split()
)
FLAGS = frozenset(
    "aboveThreshold hasRenewal hasOptions penaltyPaid sme vcse shelteredWorkshop "
    "publicServiceMissionOrganization hasFrameworkAgreement hasDynamicPurchasingSystem "
    "isOpenFrameworkScheme".split()
)
AMOUNTS = frozenset({"amount", "amountGross"})
COUNTS = {"durationInMonths": MOST_MONTHS, "events": MOST_EVENTS, "maximumParticipants": MOST}
LEFT_OUT = "(of a wrong type, or said twice)"


def readable(key: str, value: object) -> bool:
    """False for what its field can't hold: no day, no amount, no sensible number, no yes or no."""
    if key in DAYS:
        return day(value) is not None
    if key in FLAGS:
        return isinstance(value, bool)
    if key in AMOUNTS:
        return money({"amount": value})[0] is not None
    if key in COUNTS:
        return count(value, COUNTS[key]) is not None
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: the way to it, that way without places in lists, and whether it is typed."""

    path: Way
    pattern: str
    typed: bool


def entries(prepared: Prepared) -> Iterator[Entry]:
    """Each value of a release that is ready for compiling."""
    body = prepared.body
    found = contents(body, (prepared.release.ocid,))
    telling = Telling(body, any(label == "Contract" for label, _ in found.nodes))
    for scalar, state in _scalars(body, (), (), telling, None):
        pattern = "/".join("*" if isinstance(part, int) else part for part in scalar.path)
        rows = TABLE.get(pattern, ())
        typed = state
        if typed is None:
            taken = any(row.when(scalar) for row in rows)
            typed = taken and readable(scalar.key, scalar.value)
        yield Entry(scalar.path, pattern, typed)


def _scalars(
    value: Any, path: Way, way: tuple[Json, ...], telling: Telling, state: bool | None
) -> Iterator[tuple[Scalar, bool | None]]:
    """Values, and what their objects decide: all typed, none, or None when the table does."""
    if isinstance(value, dict):
        inside: Json = value
        if path and isinstance(path[-1], int):
            state = _decided(str(path[-2]), inside, state)
        for key, item in inside.items():
            if key not in (PUBLISHED, MENTION):
                yield from _scalars(item, (*path, key), (*way, inside), telling, state)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _scalars(item, (*path, at), way, telling, state)
    elif not empty(value):
        yield Scalar(value, path, way, telling), state


def _decided(list_name: str, item: Json, state: bool | None) -> bool | None:
    is_node = list_name in NODES or (list_name == "documents" and "noticeType" in item)
    if state is not None or not is_node:
        return state
    if "id" not in item:
        return False
    return True if PUBLISHED in item else None


def empty(value: object) -> bool:
    """True for what says nothing: null and blank texts."""
    return value is None or (isinstance(value, str) and not value.strip())


def leaves(value: Any) -> Iterator[object]:
    """All values inside, empty ones too."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from leaves(item)
    else:
        yield value


@dataclass
class Ledger:
    """Counts by path; `typed` + `raw_only` + `empty` = values of the releases."""

    releases: int = 0
    empty: int = 0
    typed: Counter[str] = field(default_factory=Counter[str])
    raw_only: Counter[str] = field(default_factory=Counter[str])

    def add(self, prepared: Prepared) -> None:
        """Count a release that is stored with its raw text."""
        said = [empty(value) for value in leaves(parsed(prepared.release.raw))]
        self.releases += 1
        self.empty += sum(said)
        left = len(said) - sum(said)
        for entry in entries(prepared):
            (self.typed if entry.typed else self.raw_only)[entry.pattern] += 1
            left -= 1
        if left:
            self.raw_only[LEFT_OUT] += left

    def record(self) -> Mapping[str, Any]:
        """For JSON: sums, and each path with the fields that take it."""
        paths = sorted({*self.typed, *self.raw_only})
        return {
            "releases": self.releases,
            "values": self.typed.total() + self.raw_only.total() + self.empty,
            "typed": self.typed.total(),
            "raw_only": self.raw_only.total(),
            "empty": self.empty,
            "paths": [
                {
                    "path": path,
                    "typed": self.typed[path],
                    "raw_only": self.raw_only[path],
                    "fields": list(dict.fromkeys(row.field for row in TABLE.get(path, ()))),
                }
                for path in paths
            ],
        }

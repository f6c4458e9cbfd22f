"""What a check looks at: one process as compiled, and how to walk through it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from hub.ingest.compile import Process, folded
from hub.ingest.facts import Json

MAGNITUDE = 30  # powers of ten; no money, count or duration comes near
Place = tuple[str, Any]  # a JSON pointer and what stands there


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing that a check applies to: where, what stands there, and whether it is sound."""

    path: str
    value: object
    passed: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A process: its newest compiled `body`, the `first` one, and when its tender was published.

    `opened` is UTC text; None when no release is tagged `tender`.
    """

    ocid: str
    body: Json
    first: Json
    opened: str | None

    def places(self, *path: str) -> Iterator[Place]:
        """Everything that stands at a path of keys; lists on the way are walked through."""
        yield from walked("", self.body, path)

    def objects(self, *path: str) -> Iterator[Place]:
        """The objects at a path: extensions are stored as published, whatever stands in them."""
        return (place for place in self.places(*path) if isinstance(place[1], dict))

    def first_at(self, *path: str) -> Any:
        """What stands first at a path; None when nothing does."""
        return next((value for _, value in self.places(*path)), None)


def subject(process: Process) -> Subject | None:
    """The process as it is compiled now; None when all its releases contradict one another."""
    bodies = [body for _, _, body in folded(process, [])]
    if not bodies:
        return None
    tenders = (one for one in process.releases if "tender" in (one.body.get("tag") or []))
    opened = next((one.release.public_from for one in tenders), None)
    return Subject(process.ocid, bodies[-1], bodies[0], opened)


def walked(at: str, value: Any, path: tuple[str, ...]) -> Iterator[Place]:
    """All values at a path below `value`, with their pointers; empty ones are left out."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from walked(f"{at}/{number}", item, path)
    elif not path:
        if value not in (None, "", {}):
            yield at, value
    elif isinstance(value, Mapping) and path[0] in value:
        yield from walked(f"{at}/{path[0]}", value[path[0]], path[1:])


def moment(text: object) -> datetime | None:
    """A date and time as written, UTC when it names no zone; None when it is none."""
    try:
        read = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return read.replace(tzinfo=read.tzinfo or UTC) if read else None


def number(value: object) -> Decimal | None:
    """A JSON number; None for anything else, and where reckoning would leave Decimal's range."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    read = Decimal(str(value))
    return read if abs(read.adjusted()) <= MAGNITUDE else None


def priced(holder: Any) -> tuple[Decimal, str] | None:
    """Amount and currency of an object's `value`, when both are stated and it is not zero."""
    value = holder.get("value") if isinstance(holder, Mapping) else None
    if not isinstance(value, Mapping):
        return None
    amount, currency = number(value.get("amount")), value.get("currency")
    return (amount, str(currency)) if amount and currency else None

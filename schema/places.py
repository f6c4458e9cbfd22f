"""Places of a match's answer that one statement fills: planned nodes, and records that witness."""

from dataclasses import dataclass, field
from typing import Any

from graph.clock import london_day
from graph.selection import HopSelection, Root, Selection, Slot
from schema.complete import Values
from schema.planned import Found
from schema.record import Record

SEEN = Selection(
    "Contract",
    ("title", "publicFrom"),
    (),
    (HopSelection("buyer", Selection("Buyer", ("name",))),),
)


@dataclass(slots=True)
class Place:
    """Where planned nodes stand: what is wanted of them, and later their records by key."""

    found: Found
    records: dict[str, Record] = field(default_factory=dict[str, Record])

    @property
    def root(self) -> Root:
        """The root that reads them."""
        return self.found.root

    def fill(self, rows: list[list[Any]], values: Values) -> None:
        """Takes what was read."""
        self.records = dict(self.found.records(rows, values))


@dataclass(slots=True)
class Witnesses:
    """The contracts behind reasons: a line on each that the reader may see, by id."""

    slot: Slot
    texts: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def root(self) -> Root:
        """The root that reads them."""
        return Root(SEEN, slot=self.slot)

    def fill(self, rows: list[list[Any]], values: Values) -> None:
        """Takes what was read."""
        self.texts = {id: line(*row) for id, row in rows}


def line(title: str | None, public: str, buyers: list[list[str]]) -> str:
    """`Parking permits, bought by Ostermoor Council, public since 1 July 2013`."""
    day = london_day(public)
    bought = f", bought by {buyers[0][0]}" if buyers else ""
    return f"{title or 'Untitled'}{bought}, public since {day.day} {day:%B %Y}"

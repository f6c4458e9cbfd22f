"""A small random market with facts of every noun: hidden, closed, superseded and damaged ones too.

All that a plan must get right occurs: nodes and edges that are withheld, closed or not yet public,
states, several edges of one pair, several nodes behind a to-one hop, instants on both sides of a
day's end. Damage is what no loader writes: a null in a column that is promised, a number that is
no `Int`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from graph.catalogue import VERSIONED
from graph.registry import SHAPES
from graph.shape import Column, Hop
from schema.declare import day, instant
from schema.filtering import fields_of
from schema.node import PREFIXES
from schema.prices import tiers
from schema.scalars import Basis
from tests.factories import Market, Row

# What a day of `asOf` means, in UTC: the end of that day in London, in winter and in summer.
DAYS = {"2020-01-31": "2020-01-31T23:59:59Z", "2021-06-30": "2021-06-30T22:59:59Z"}
INSTANTS = (
    "2020-01-01T00:00:00Z",
    "2020-01-31T23:59:59Z",
    "2020-02-01T00:00:00Z",
    "2021-06-30T22:59:59Z",
    "2021-06-30T23:00:00Z",
)
TEXTS = ("Ash", "ash tree", "Birch & Elm", "Éclair", "", 'a"b\\c', "😀 elm")
DATES = ("2019-12-31", "2021-06-30", "2022-01-01")
AMOUNTS = (-250_000, 0, 100_000, 123_456, 10**17)
NUMBERS = (0, 1, 12, 36)
TOO_LARGE = 2**31
LABELS = {"Organisation": 6, "Contract": 7}
HOP = re.compile(r"\(\{p\}\)(?P<back><)?-\[\{r\}:(?P<type>\w+)\]->?\(\{x\}:(?P<label>\w+)\)")


@dataclass(frozen=True, slots=True)
class Link:
    """The edges that a hop follows, from their source's label to their target's."""

    type: str
    source: str
    target: str
    outward: bool

    @property
    def ends(self) -> tuple[str, str, str]:
        """Under which the edges are kept."""
        return self.type, self.source, self.target


def link(label: str, hop: Hop) -> Link | None:
    """What a hop follows; None for one between the roles of one body."""
    found = HOP.fullmatch(hop.pattern)
    if found is None:
        return None
    ends = (found["label"], label) if found["back"] else (label, found["label"])
    return Link(found["type"], *ends, outward=not found["back"])


def prefix(label: str) -> str:
    """The beginning of the ids of a label."""
    return next(prefix for prefix, noun in PREFIXES.items() if SHAPES[noun].label == label)


class World(Market):
    """The facts: `nodes` by label and `edges` by type and ends, as they are written."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self.random = random
        self.kinds = dict(kinds())
        for label in sorted({shape.label for shape in SHAPES.values()}):
            for n in range(LABELS.get(label, 4)):
                self.node(label, f"{prefix(label)}-{n}")
        for found in sorted(set(links()), key=str):
            self.link(found)

    def often(self, share: float) -> bool:
        """True that often."""
        return self.random.random() < share

    def node(self, label: str, id: str) -> None:
        """A node with its mention or its superseded states."""
        row: Row = {"id": id, "publicFrom": self.random.choice(INSTANTS[:4])}
        row |= {name: self.value(label, column) for name, column in columns(label).items()}
        row |= {"publicTo": self.random.choice(INSTANTS[2:]) if self.often(0.06) else None}
        row |= {"withheld": "court order" if self.often(0.06) else None}
        self.nodes[label][id] = row
        if label == "Organisation":
            row |= {role: self.maybe(INSTANTS) for role in ("buysFrom", "suppliesFrom")}
            self.mention(id, row["name"], id)
        if any(node.label == label for node in VERSIONED) and self.often(0.6):
            later = [moment for moment in INSTANTS if moment > row["publicFrom"]]
            cuts = sorted(self.random.sample(later, min(len(later), self.random.randint(1, 2))))
            for start, end in zip([row["publicFrom"], *cuts], cuts, strict=False):
                old = {c.name: self.value(label, c) for c in columns(label).values() if c.versioned}
                self.was(label, id, start, end, **old)

    def value(self, label: str, column: Column) -> Any:
        """A value of a column; null where it may be, and sometimes where it may not."""
        kept = {
            order.column for s in SHAPES.values() if s.label == label for order in s.orders.values()
        }
        if column.name not in kept and self.often(0.2 if column.required else 0.25):
            return None
        return self.known(self.kinds.get((label, column.name), ""), column)

    def known(self, kind: str, column: Column) -> Any:
        """A value that is none of null."""
        choice = self.random.choice
        if column.type is bool:
            return self.often(0.5)
        if column.type is int:
            amount = column.name.endswith("E5")
            return (
                TOO_LARGE
                if not amount and self.often(0.05)
                else choice(AMOUNTS if amount else NUMBERS)
            )
        if column.name == "currency":
            return choice(("GBP", "EUR"))
        if kind == "tiers":
            return ["1 9 150000", "10 - 123456"][: self.random.randint(0, 2)]
        if column.type == list[str]:
            return list(TEXTS[: self.random.randint(0, 3)])
        return choice(
            {"day": DATES, "instant": INSTANTS, "Basis": ("stated", "assumed", "fetched")}.get(
                kind, TEXTS
            )
        )

    def maybe(self, values: tuple[str, ...]) -> str | None:
        """One of them or null."""
        return self.random.choice((*values, None))

    def link(self, found: Link) -> None:
        """Edges of one kind."""
        for source in self.nodes[found.source]:
            for target in self.nodes[found.target]:
                if self.often(2.4 / len(self.nodes[found.target])):
                    for start, end in self.intervals(single(found)):
                        ends = (found.source, source, found.target, target)
                        self.edge(found.type, *ends, publicFrom=start, publicTo=end)

    def intervals(self, one: bool) -> Iterator[tuple[str, str | None]]:
        """When an edge holds: once, or again after it ended, or twice at a time."""
        start, middle, end = sorted(self.random.choices(INSTANTS, k=3))
        if self.often(0.6):
            yield start, None
        elif one:
            yield start, middle
            yield end, None
        else:
            yield start, end
            yield middle, None


def columns(label: str) -> Mapping[str, Column]:
    """The stored columns that the shapes of a label read, without those of every node."""
    own = (c for shape in SHAPES.values() if shape.label == label for c in shape.columns)
    return {c.name: c for c in own if c.expr is None and c.name not in ("id", "publicFrom")}


def kinds() -> Iterator[tuple[tuple[str, str], str]]:
    """By label and column, what kind of text it holds, as the API's types tell."""
    names: dict[Any, str] = {day: "day", instant: "instant", Basis: "Basis", tiers: "tiers"}
    for shape in SHAPES.values():
        for name, reads in fields_of(shape.name).items():
            if reads.convert is not None:
                column = reads.names[0] if reads.names else name
                yield (shape.label, column), names[reads.convert]


def links() -> Iterator[Link]:
    """The edges of all hops, each told as one that leads outward."""
    for shape in SHAPES.values():
        for hop in shape.hops:
            if (found := link(shape.label, hop)) is not None:
                yield Link(found.type, found.source, found.target, outward=True)


def single(found: Link) -> bool:
    """Has a pair one edge at a time? So it is where a hop to many gives nodes as they come."""
    for shape in SHAPES.values():
        for hop in shape.hops:
            other = link(shape.label, hop)
            if other and (other.type, other.source, other.target) == found.ends:
                if hop.many and not hop.distinct:
                    return True
    return False

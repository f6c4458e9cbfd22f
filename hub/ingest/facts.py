"""Facts: what a file says, in the hub's words, before any of it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, LiteralString, NamedTuple

from graph.ids import make_id
from graph.text import name_key

Value = str | int | list[str] | None
Values = Mapping[str, Value]
Json = dict[str, Any]
NOTHING: Values = MappingProxyType({})


@dataclass(frozen=True)
class Mention:
    """An organisation as one source names it.

    `first_seen` and `last_seen` are public times; everything else but `unread` and `roles` makes
    the id. `roles` (buyer, supplier) are those of all its uses: they are evidence of who it is.
    """

    source: str
    name: str
    kind: str
    place: str | None
    identifiers: tuple[str, ...]
    unread: tuple[str, ...]
    first_seen: str
    last_seen: str
    roles: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """`org-…`, the same for every use of this name by this source."""
        place = self.place or ""
        return make_id("org", self.source, self.name, self.kind, place, *self.identifiers)

    @cached_property
    def key(self) -> str:
        """The normalised name."""
        return name_key(self.name)

    def covers(self, other: "Mention") -> bool:
        """True when another use of this mention tells nothing new."""
        return (
            self.first_seen <= other.first_seen
            and other.last_seen <= self.last_seen
            and set(self.roles).issuperset(other.roles)
            and set(self.unread).issuperset(other.unread)
        )

    def joined(self, other: "Mention") -> "Mention":
        """Both uses of one mention; the order does not matter."""
        return replace(
            self,
            unread=tuple(sorted({*self.unread, *other.unread})),
            roles=tuple(sorted({*self.roles, *other.roles})),
            first_seen=min(self.first_seen, other.first_seen),
            last_seen=max(self.last_seen, other.last_seen),
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A data set, named by its mapping."""

    id: str
    name: str
    publisher: str
    licence: str
    fictional: bool = False


Order = tuple[str, int, str]


def order_of(public_from: str, reference: str) -> Order:
    """The order in which lines became public; of one month by their numbers, as numbers."""
    digits = len(reference) <= 100 and reference.isascii() and reference.isdigit()
    return (public_from, int(reference) if digits else -1, reference)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sales return: a payment, and the purchase it belongs to."""

    id: str
    contract: str
    reference: str
    amount_e5: int
    currency: str
    month: str
    text: str | None
    sector: str | None
    size_class: str | None
    framework: str
    lot: str
    lot_name: str
    scheme: str
    buyer: Mention
    supplier: Mention
    public_from: str
    basis: str
    source: str

    @property
    def order(self) -> "Order":
        """Its place among the lines of its contract."""
        return order_of(self.public_from, self.reference)


@dataclass(frozen=True, slots=True)
class Release:
    """One OCDS release, redacted; `raw` is its canonical JSON and `digest` the SHA-256 of that."""

    id: str
    ocid: str
    reference: str | None
    digest: str
    raw: str
    public_from: str
    basis: str
    source: str


class State(NamedTuple):
    """The values that held from one public time until another; `until` None: they still do."""

    since: str
    until: str | None
    values: Values


class Node(NamedTuple):
    """A node with its whole history, oldest state first."""

    label: LiteralString
    id: str
    fixed: Values
    states: tuple[State, ...]
    until: str | None
    basis: str
    source: str

    @property
    def since(self) -> str:
        """The first instant at which it was public."""
        return self.states[0].since


class Link(NamedTuple):
    """An edge over one interval. `start` of BOUGHT and SUPPLIED is a mention's id."""

    type: LiteralString
    start: str
    end: str
    since: str
    until: str | None
    source: str
    values: Values = NOTHING

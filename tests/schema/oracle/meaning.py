"""What the facts mean to a reader, hop by hop in plain Python, without any of `graph/plan.py`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from graph.registry import SHAPES
from schema.declare import Reads
from schema.filtering import fields_of
from tests.factories import Row
from tests.schema.oracle.facts import World, link

ROLES = {"Buyer": "buysFrom", "Supplier": "suppliesFrom"}
HELD = frozenset({"Organisation", *ROLES})


@dataclass(frozen=True, slots=True)
class Seen:
    """A node that the reader may see, as one type, with the values of the day `t` or of now."""

    type: str
    row: Row
    t: str | None

    @property
    def id(self) -> str:
        """The id that the graph holds."""
        return self.row["id"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Reads a world."""

    world: World

    def all(self, type: str, t: str | None) -> list[Seen]:
        """All nodes of a type that there are to see."""
        rows = self.world.nodes[SHAPES[type].label].values()
        return [Seen(type, self.dated(type, row, t), t) for row in rows if shown(type, row, t)]

    def of(self, type: str, id: str, t: str | None) -> Seen | None:
        """The node of a type with that stored id."""
        return next((one for one in self.all(type, t) if one.id == id), None)

    def dated(self, type: str, row: Row, t: str | None) -> Row:
        """A node's values: those of the state that covers the day, if there is one."""
        label = SHAPES[type].label
        states = self.world.nodes.get(f"{label}State", {}) if t else {}
        for state in states.values():
            if (
                state["id"].startswith(row["id"] + "~")
                and state["publicFrom"] <= str(t) < state["publicTo"]
            ):
                kept = ("id", "publicFrom", "publicTo")
                return row | {name: value for name, value in state.items() if name not in kept}
        return row

    def behind(self, source: Seen, name: str) -> list[Seen]:
        """The nodes behind a hop, each once."""
        hop = SHAPES[source.type].hop(name)
        found = link(SHAPES[source.type].label, hop)
        if found is None:
            ids = {source.id}
        else:
            near, far = ("a", "b") if found.outward else ("b", "a")
            edges = self.world.edges[found.ends]
            held = (edge for edge in edges if holds(edge["values"], source.t))
            ids = {edge[far] for edge in held if edge[near] == source.id}
        return [one for one in self.all(hop.to, source.t) if one.id in ids]

    def meets(self, one: Seen, where: Mapping[str, Any]) -> bool:
        """Does a node meet a `where`? What is not known meets nothing but isNull."""
        return all(self.part(one, name, given) for name, given in where.items())

    def part(self, one: Seen, name: str, given: Any) -> bool:
        """Does it meet what is said under one name?"""
        if name == "AND":
            return all(self.meets(one, where) for where in given)
        if name == "OR":
            return any(self.meets(one, where) for where in given)
        if name == "NOT":
            return not self.meets(one, given)
        reads = fields_of(one.type)[name]
        if reads.kind == "one":
            return any(self.meets(other, given) for other in self.behind(one, name))
        if reads.kind == "many":
            others = self.behind(one, name)
            met = {key: any(self.meets(other, w) for other in others) for key, w in given.items()}
            return met.get("some", True) and not met.get("none", False)
        if reads.kind == "money":
            amount, currency = (one.row[column] for column in reads.names)
            bounds = {op: int(Decimal(v) * 100_000) for op, v in given.items() if op != "currency"}
            known = amount is not None and currency == given["currency"]
            return known and all(compare(op, amount, bound) for op, bound in bounds.items())
        value = stored(one, name, reads)
        return all(compare(op, value, alike(name, value_of(given[op]))) for op in given)


def shown(type: str, row: Row, t: str | None) -> bool:
    """May the reader see the node as that type?"""
    if row["withheld"] is not None:
        return False
    if type in HELD:
        roles = [ROLES[type]] if type in ROLES else ROLES.values()
        return any(row[r] is not None and (t is None or row[r] <= t) for r in roles)
    return holds(row, t)


def holds(row: Row, t: str | None) -> bool:
    """Is it public on the day, or now?"""
    if t is None:
        return row["publicTo"] is None
    return row["publicFrom"] <= t and (row["publicTo"] is None or row["publicTo"] > t)


def stored(one: Seen, name: str, reads: Reads) -> Any:
    """The stored value behind a plain field."""
    if name == "since":
        return one.row[ROLES[one.type]]
    return one.row[reads.names[0] if reads.names else name]


def alike(name: str, value: Any) -> Any:
    """The ids of a body are the same in all roles."""
    if isinstance(value, list):
        return [alike(name, each) for each in value]
    if name == "id" and str(value)[:4] in ("buy-", "sup-"):
        return "org-" + value[4:]
    return value


def value_of(given: Any) -> Any:
    """A given value as facts hold it: an instant in UTC, a basis in small letters."""
    if isinstance(given, list):
        return [value_of(each) for each in given]
    if isinstance(given, str) and given in ("STATED", "ASSUMED", "FETCHED"):
        return given.lower()
    if isinstance(given, str) and given[10:11] == "T":
        return datetime.fromisoformat(given).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return given


COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda value, given: value == given,
    "in": lambda value, given: value in given,
    "has": lambda value, given: given in value,
    "startsWith": lambda value, given: value.lower().startswith(given.lower()),
    "contains": lambda value, given: given.lower() in value.lower(),
    "gt": lambda value, given: value > given,
    "gte": lambda value, given: value >= given,
    "lt": lambda value, given: value < given,
    "lte": lambda value, given: value <= given,
}


def compare(operator: str, value: Any, given: Any) -> bool:
    """One comparison."""
    if operator == "isNull":
        return (value is None) == given
    return value is not None and COMPARED[operator](value, given)


def ordered(nodes: list[Seen], order: str) -> list[tuple[str, str, Seen]]:
    """Key, id and node in an order; the id breaks ties, upwards."""
    keyed = [(key(one, order), one.id, one) for one in nodes]
    keyed.sort(key=lambda each: each[1])
    if order != "id":
        falling = order == "newest"
        keyed.sort(key=lambda each: each[0], reverse=falling)
    return keyed


def key(one: Seen, order: str) -> str:
    """What a node is ordered by."""
    columns = {"name": "name", "code": "code", "id": "id"}
    when = ROLES.get(one.type, "publicFrom")
    return one.row[columns.get(order, when)]


def after(place: tuple[str, str], than: tuple[str, str], order: str) -> bool:
    """Does a place (key, id) come after another one in an order?"""
    if place[0] == than[0]:
        return place[1] > than[1]
    return (place[0] < than[0]) if order == "newest" else (place[0] > than[0])


def groups(nodes: list[Seen], column: str, currency: str) -> Iterator[tuple[str, list[int]]]:
    """The known amounts of a column by currency, in the order of the codes."""
    known = [one.row for one in nodes if None not in (one.row[column], one.row[currency])]
    for code in sorted({row[currency] for row in known}):
        yield code, [row[column] for row in known if row[currency] == code]

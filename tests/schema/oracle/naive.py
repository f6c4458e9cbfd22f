"""The API answered field by field: the committed SDL, plain resolvers, graphql-core's executor.

Nothing is planned and nothing of `schema/` completes a value, so what comes out (data, order of
keys, errors, their paths, how far a null goes) is graphql-core's own word on the facts.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError, GraphQLSchema, build_schema, graphql

from graph.registry import SHAPES
from graph.text import name_key
from schema.declare import instant
from schema.filtering import fields_of
from schema.prices import tiers
from schema.scalars import Basis
from tests.factories import Row
from tests.schema.oracle.facts import DAYS, prefix
from tests.schema.oracle.meaning import HELD, Meaning, Seen, after, groups, ordered, stored
from tests.tree import ROOT

Values = dict[str, Any]
EXACT = Context(prec=80)
PREFIX = {"Buyer": "buy", "Supplier": "sup"}


@cache
def plain_schema() -> GraphQLSchema:
    """The committed SDL, without a resolver."""
    text = (ROOT / "schema.graphql").read_text()
    return build_schema(text, assume_valid=True, assume_valid_sdl=True)


@dataclass(frozen=True, slots=True)
class Naive:
    """Answers documents from a world; `denied` are the fields that the reader may not read."""

    meaning: Meaning
    denied: frozenset[tuple[str, str]] = frozenset()

    async def answer(self, document: str, variables: Mapping[str, Any]) -> ExecutionResult:
        """Data and errors."""
        return await graphql(
            plain_schema(),
            document,
            variable_values=dict(variables),
            field_resolver=self.resolve,
            type_resolver=type_of,
        )

    def resolve(self, source: Any, info: Any, **given: Any) -> Any:
        """The value of any field."""
        type, name = info.parent_type.name, info.field_name
        if (type, name) in self.denied:
            raise GraphQLError(f"{type}.{name}", extensions={"code": "FORBIDDEN"})
        if type == "Query":
            return self.root_later(name, info, given)
        if isinstance(source, Seen):
            return self.field(source, name, given)
        value = source[name]
        return value() if callable(value) else value

    async def root_later(self, name: str, info: Any, given: Values) -> Any:
        """A root field: awaited as a planned one is, so that one's error does not stop another."""
        return self.root(name, info, given)

    def root(self, name: str, info: Any, given: Values) -> Any:
        """A root field."""
        t = DAYS[given["asOf"]] if given.get("asOf") else None
        if name == "nodes":
            return [self.node(id, t) for id in given["ids"]]
        if name == "node":
            return self.node(given["id"], t)
        kind = info.return_type
        type = str(getattr(kind, "of_type", kind)).removesuffix("Connection")
        if name.endswith("s"):
            return self.connection(type, self.meaning.all(type, t), given, "")
        return self.single(type, given, t)

    def node(self, id: str, t: str | None) -> Seen | None:
        """Any node by its id."""
        role, _, rest = id.partition("-")
        for type, shape in SHAPES.items():
            if role == PREFIX.get(type, prefix(shape.label)):
                return self.meaning.of(type, f"org-{rest}" if type in HELD else id, t)
        return None

    def single(self, type: str, given: Values, t: str | None) -> Seen | None:
        """One node by its id, its ocid or a name spelt alike."""
        by, value = next(p for p in given.items() if p[0] != "asOf" and p[1] is not None)
        if by == "id":
            own = "org-" + value.partition("-")[2] if type in HELD else value
            return self.meaning.of(type, own, t)
        found = [
            one
            for one in self.meaning.all(type, t)
            if (one.row["ocid"] == value if by == "ocid" else self.called(one, value))
        ]
        if len(found) > 1:
            raise GraphQLError("several", extensions={"code": "CONFLICT"})
        return found[0] if found else None

    def called(self, one: Seen, name: str) -> bool:
        """Is a body called so?"""
        return self.meaning.world.nodes["Mention"][one.id]["nameKey"] == name_key(name)

    def field(self, one: Seen, name: str, given: Values) -> Any:
        """A field of a noun."""
        reads = fields_of(one.type)[name]
        if reads.kind == "many":
            hop = SHAPES[one.type].hop(name)
            return self.connection(hop.to, self.meaning.behind(one, name), given, hop.order)
        if reads.kind == "one":
            found = sorted(self.meaning.behind(one, name), key=lambda other: other.id)
            return found[0] if found else None
        if reads.kind == "sums":
            return list(paid([other.row for other in self.meaning.behind(one, "payments")]))
        if reads.kind == "money":
            amount, currency = (one.row[column] for column in reads.names)
            return None if None in (amount, currency) else money(amount, currency)
        if name == "id" and one.type in PREFIX:
            return PREFIX[one.type] + one.id[3:]
        value = stored(one, name, reads)
        return None if value is None else SHOWN.get(reads.convert, same)(value)

    def connection(self, type: str, nodes: list[Seen], given: Values, usual: str) -> Values:
        """A page, and what is told of the whole list."""
        if given.get("where") is not None:
            nodes = [one for one in nodes if self.meaning.meets(one, given["where"])]
        order = (given.get("orderBy") or usual).lower()
        rows, back = ordered(nodes, order), given.get("last") is not None
        for side in ("after", "before"):
            if given.get(side) is not None:
                own, *place = orjson.loads(urlsafe_b64decode(given[side]))
                assert own == order
                rows = [row for row in rows if beyond(row[:2], tuple(place), order, side)]
        size = given["last"] if back else given.get("first") or 20
        page, more = (rows[-size:] if back else rows[:size]), len(rows) > size
        cursors = [cursor(order, row[0], row[1]) for row in page]
        return {
            "nodes": [row[2] for row in page],
            "edges": [
                {"cursor": at, "node": row[2]} for at, row in zip(cursors, page, strict=True)
            ],
            "totalCount": len(nodes),
            "aggregate": lambda: self.aggregate(type, nodes),
            "pageInfo": {
                "hasNextPage": given.get("before") is not None or (more and not back),
                "hasPreviousPage": given.get("after") is not None or (more and back),
                "startCursor": cursors[0] if cursors else None,
                "endCursor": cursors[-1] if cursors else None,
            },
        }

    def aggregate(self, type: str, nodes: list[Seen]) -> Values:
        """What is told of all nodes of a list, whatever the page."""
        told: Values = {"count": len(nodes)}
        for name, reads in fields_of(type).items():
            if reads.kind == "money":
                found = groups(nodes, *reads.names)
                told[name] = [{"currency": code, **amounts(of)} for code, of in found]
            elif reads.kind == "column":
                values = [stored(one, name, reads) for one in nodes]
                convert = SHOWN.get(reads.convert, same)
                told[name] = figures([convert(v) for v in values if v is not None])
        return told


def paid(payments: list[Row]) -> Iterator[Values | None]:
    """A total per currency; null where one is not known, which no loader writes."""
    codes = {payment["currency"] for payment in payments}
    for code in sorted(codes, key=lambda code: (code is None, code)):
        units = [payment["amountE5"] for payment in payments if payment["currency"] == code]
        yield None if None in (code, *units) else money(sum(units), code)


def type_of(one: Seen, *_: Any) -> str:
    """The type of a node behind the interface."""
    return one.type


SHOWN: dict[Any, Callable[[Any], Any]] = {
    instant: lambda text: datetime.fromisoformat(text).isoformat(),
    Basis: lambda text: text.upper(),
    tiers: lambda told: [tier(*text.split()) for text in told],
}


def same(value: Any) -> Any:
    """A value that is shown as it is stored."""
    return value


def tier(first: str, last: str, price: str) -> Values:
    """A price by quantity."""
    most = None if last == "-" else int(last)
    return {"from": int(first), "to": most, "price": amount(int(price))}


def cursor(order: str, key: str, id: str) -> str:
    """The cursor of a node in an order."""
    return urlsafe_b64encode(orjson.dumps([order, key, id])).decode()


def beyond(place: tuple[str, str], than: tuple[str, str], order: str, side: str) -> bool:
    """Does a place lie on that side of a cursor?"""
    return after(place, than, order) if side == "after" else after(than, place, order)


def figures(known: list[Any]) -> Values:
    """What is told of numbers, days or instants; of other values nothing is asked."""
    told: Values = {"count": len(known), "min": None, "max": None, "sum": None, "avg": None}
    if known and type(known[0]) in (int, str):
        told |= {"min": min(known), "max": max(known)}
    if known and type(known[0]) is int:
        told |= {"sum": str(sum(known)), "avg": mean(sum(known) * 100_000, len(known))}
    return told


def amount(units: int) -> str:
    """10⁻⁵ units as text with two decimals at least and five at most."""
    whole, rest = divmod(abs(units), 100_000)
    decimals = f"{rest:05}".rstrip("0").ljust(2, "0")
    return f"{'-' if units < 0 else ''}{whole}.{decimals}"


def money(units: int, currency: str) -> Values:
    """An amount of money."""
    return {"amount": amount(units), "currency": currency}


def mean(units: int, count: int) -> str:
    """The mean as text, a half to the even digit."""
    exact = EXACT.divide(Decimal(units), Decimal(count))
    return amount(int(exact.quantize(Decimal(1), ROUND_HALF_EVEN, EXACT)))


def amounts(of: list[int]) -> Values:
    """What is told of amounts in one currency."""
    ends = {"sum": amount(sum(of)), "min": amount(min(of)), "max": amount(max(of))}
    return {"count": len(of), "avg": mean(sum(of), len(of)), **ends}

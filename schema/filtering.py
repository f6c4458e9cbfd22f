"""From a given `where` to a filter: names and slots; values are turned into what is stored."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, cast

from strawberry.utils.str_converters import to_camel_case

from auth.policies import ViewerClass, gate
from graph.clock import instant
from graph.errors import BadInput, Forbidden, LimitExceeded
from graph.ids import as_role
from graph.money import to_e5
from graph.registry import SHAPES
from graph.selection import Comparison, Either, Every, Filter, Operator, Opposite, Through
from graph.shape import Shape
from schema.declare import READS, Reads
from schema.nouns import NOUNS

DEEPEST = 4  # wheres inside one another
MOST = 20  # comparisons and relations: Neo4j plans each, with asOf in two states
LONGEST = 100  # values of one `in`
FOLDED = frozenset({"startsWith", "contains"})  # regardless of case
ROLES = ("org-", "buy-", "sup-")
Given = Mapping[str, Any]


@cache
def fields_of(noun: str) -> Mapping[str, Reads]:
    """What each field of a noun reads, by its GraphQL name."""
    found: Any = next(type for type in NOUNS if type.__name__ == noun)
    return {
        field.graphql_name or to_camel_case(field.python_name): field.metadata[READS]
        for field in found.__strawberry_definition__.fields
    }


@dataclass(slots=True)
class Reading:
    """Reads one `where`, counting its comparisons; `slot` takes a value in."""

    viewer: ViewerClass
    slot: Callable[[Any], int]
    tests: int = 0

    def where(self, shape: Shape, given: Given | None, depth: int = 1) -> Filter | None:
        """The filter; None when none is given.

        Raises BadInput (a null), Forbidden (a field the viewer may not read), LimitExceeded.
        """
        if given is None:
            return None
        if depth > DEEPEST:
            raise exceeded("where", "filters inside one another", depth, DEEPEST)
        return Every(tuple(self.part(shape, *one, depth) for one in given.items()))

    def part(self, shape: Shape, name: str, given: Any, depth: int) -> Filter:
        """What is said under one name of a `where`."""
        if given is None:
            raise BadInput(f"{name} is null in where; leave it out, or ask isNull: true.")
        if name in ("AND", "OR"):
            parts = tuple(self.inner(shape, one, depth) for one in given)
            return Every(parts) if name == "AND" else Either(parts)
        if name == "NOT":
            return Opposite(self.inner(shape, given, depth))
        reads = fields_of(shape.name)[name]
        if not gate(self.viewer, shape.name, name):
            raise Forbidden(f"{shape.name}.{name} is not open to {self.viewer} readers.")
        if reads.kind in ("one", "many"):
            target = SHAPES[shape.hop(name).to]
            one = reads.kind == "one"
            return Every(tuple(self.behind(name, target, given, depth, one=one)))
        if reads.kind == "money":
            return Every(tuple(self.amounts(reads, given)))
        column = reads.names[0] if reads.names else name
        return Every(tuple(self.test(column, *one) for one in given.items()))

    def inner(self, shape: Shape, given: Any, depth: int) -> Filter:
        """A `where` inside another."""
        return self.where(shape, given, depth + 1) or Every(())

    def behind(
        self, hop: str, target: Shape, given: Given, depth: int, *, one: bool
    ) -> Iterator[Filter]:
        """What is said of the nodes behind a relation."""
        for name, where in ({"some": given} if one else given).items():
            if where is None:
                raise BadInput(f"{hop}.{name} is null in where; leave it out.")
            self.counted()
            through = Through(hop, self.inner(target, where, depth))
            yield Opposite(through) if name == "none" else through

    def amounts(self, reads: Reads, given: Given) -> Iterator[Filter]:
        """Comparisons of an amount, within the currency that is named."""
        amount, currency = reads.names
        yield self.test(currency, "eq", given["currency"])
        # Without a bound it still says: an amount in that currency is known.
        yield self.test(amount, "isNull", False)
        for name, value in given.items():
            if name != "currency":
                yield self.test(amount, name, value)

    def counted(self) -> None:
        """One more. Raises LimitExceeded."""
        self.tests += 1
        if self.tests > MOST:
            raise exceeded("comparisons", "comparisons in where", self.tests, MOST)

    def test(self, column: str, name: str, value: Any) -> Comparison:
        """One comparison."""
        self.counted()
        if value is None:
            raise BadInput(f"{name} is null in where; leave it out, or ask isNull: true.")
        if isinstance(value, list) and len(value) > LONGEST:
            raise exceeded("in", "values in one in", len(value), LONGEST)
        stored_value = stored(column, value)
        if name in FOLDED:
            stored_value = str(stored_value).lower()
        return Comparison(column, cast(Operator, name), self.slot(stored_value))


def stored(column: str, value: Any) -> Any:
    """A value as the graph holds it. Raises BadInput for an amount out of range."""
    if isinstance(value, list):
        return [stored(column, one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return to_e5(value)
    if column == "id" and str(value).startswith(ROLES):
        return as_role(str(value), "org")
    return value


def exceeded(limit: str, what: str, value: int, maximum: int) -> LimitExceeded:
    """The coded error of a `where` that is too much."""
    text = f"Too many {what}: {value}, and {maximum} is the most."
    return LimitExceeded(text, limit=limit, value=value, maximum=maximum)

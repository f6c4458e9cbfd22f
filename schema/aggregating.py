"""From a selected `aggregate` to what the graph is asked, and from its groups to figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from auth.policies import ViewerClass, gate
from graph.aggregates import CHUNK
from graph.errors import Forbidden
from graph.money import from_e5, mean_e5
from graph.selection import Aggregate
from graph.shape import Shape
from schema.aggregates import DateAggregate, InstantAggregate, MoneyAggregate, NumberAggregate
from schema.complete import Row
from schema.declare import Reads, day
from schema.filtering import fields_of
from schema.record import place

Tell = Callable[[list[Row]], Any]
UNIT = 100_000  # a mean of numbers has five decimals, as one of amounts


@dataclass(slots=True)
class Told:
    """What is wanted of all nodes of one list; each column once."""

    shape: Shape
    wanted: bool = False
    by: str | None = None
    columns: list[str] = field(default_factory=list[str])

    @property
    def asked(self) -> Aggregate | None:
        """What the graph is asked; None when nothing is wanted."""
        return Aggregate(tuple(self.columns), self.by) if self.wanted else None

    def reader(self, viewer: ViewerClass, name: str) -> Tell:
        """Reads a selected field from the groups. Raises Forbidden when the gate denies it."""
        if name == "count":
            return lambda groups: sum(group[1] for group in groups)
        noun, reads = self.shape.name, fields_of(self.shape.name)[name]
        if not gate(viewer, noun, name):
            raise Forbidden(f"{noun}.{name} is not open to {viewer} readers.")
        at = 2 + place(self.columns, reads.names[0] if reads.names else name)
        if reads.kind != "money":
            tell = telling(reads)
            return lambda groups: tell([group[at] for group in groups])
        self.by = reads.names[1]
        return lambda groups: list(amounts(groups, at))


def telling(reads: Reads) -> Tell:
    """What is told of a column of numbers, days or instants; money is told by `amounts`."""
    convert = reads.convert
    if convert is None:
        return numbers
    kind = DateAggregate if convert is day else InstantAggregate

    def tell(figures: list[Row]) -> DateAggregate | InstantAggregate:
        count, least, most = ends(figures)
        return kind(count=count, min=least and convert(least), max=most and convert(most))

    return tell


def ends(figures: list[Row]) -> tuple[int, Any, Any]:
    """How many are known in all groups, the least and the most; None when none is."""
    known = [one for one in figures if one[0]]
    least = min((one[-2] for one in known), default=None)
    most = max((one[-1] for one in known), default=None)
    return sum(one[0] for one in known), least, most


def total(figures: list[Row]) -> int:
    """The exact sum."""
    return sum(high * CHUNK + low for _, high, low, *_ in figures)


def numbers(figures: list[Row]) -> NumberAggregate:
    """What is told of whole numbers."""
    count, least, most = ends(figures)
    if not count:
        return NumberAggregate(count=0, sum=None, min=None, max=None, avg=None)
    summed = total(figures)
    mean = from_e5(mean_e5(summed * UNIT, count))
    return NumberAggregate(count=count, sum=Decimal(summed), min=least, max=most, avg=mean)


def amounts(groups: list[Row], at: int) -> Iterator[MoneyAggregate]:
    """What is told of amounts in each currency, by its code; without a currency is no amount."""
    for currency, _, *columns in sorted(groups, key=lambda group: group[0]):
        known, _, _, least, most = columns[at - 2]
        if currency and known:
            units = total([columns[at - 2]])
            yield MoneyAggregate(
                currency=currency,
                count=known,
                sum=from_e5(units),
                min=from_e5(least),
                max=from_e5(most),
                avg=from_e5(mean_e5(units, known)),
            )

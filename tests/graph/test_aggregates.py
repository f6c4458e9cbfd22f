"""Aggregates of lists and relations against a plain count of the same facts in Python."""

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest

from auth.policies import scope
from graph.aggregates import CHUNK
from graph.driver import Graph, Statement
from graph.plan import plan
from graph.read import read
from graph.registry import SHAPES
from graph.selection import (
    Aggregate,
    Comparison,
    Filter,
    HopSelection,
    Page,
    Root,
    Selection,
    Through,
)
from graph.shape import Shape
from tests.factories import Market

pytestmark = pytest.mark.anyio
OLD, NEW, T = "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z", "2021-06-30T22:59:59Z"
COLUMNS = ("valueE5", "months", "endsOn", "publicFrom")
Row = dict[str, Any]


def summed(rows: Iterable[Row]) -> dict[str, list[Any]]:
    """What a group of a currency must tell: how many there are, and of each column its figures."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["currency"] or "", []).append(row)
    return {
        currency: [len(of), *(figures([row[c] for row in of]) for c in COLUMNS)]
        for currency, of in groups.items()
    }


def figures(values: list[Any]) -> list[Any]:
    """Known, sum (of numbers only), least and most."""
    known = [value for value in values if value is not None]
    ends = [min(known, default=None), max(known, default=None)]
    numbers = not known or isinstance(known[0], int)
    return [len(known), sum(known) if numbers else "", *ends]


def told(groups: list[list[Any]]) -> dict[str, list[Any]]:
    """The groups that a statement gave, in the same form."""
    return {
        currency: [count, *(column(told) for told in columns)]
        for currency, count, *columns in groups
    }


def column(figures: list[Any]) -> list[Any]:
    """A column's figures with their sum in one piece; a text has none."""
    if len(figures) == 3:
        return [figures[0], "" if figures[0] else 0, *figures[1:]]
    known, high, low, *ends = figures
    return [known, high * CHUNK + low, *ends]


def values(random: Random) -> Row:
    """What an aggregate reads of a contract."""
    return {
        "title": random.choice(["Bins", "Permits", None]),
        "valueE5": random.choice([None, -250_000, 1, 10**17]),
        "currency": random.choice([None, "GBP", "EUR"]),
        "months": random.choice([None, 12, 36]),
        "endsOn": random.choice([None, "2022-03-01", "2023-01-01"]),
    }


class World:
    """Three buyers' contracts: some hidden, some told of by two mentions, some superseded."""

    def __init__(self, random: Random) -> None:
        self.market = Market()
        self.buyers = [self.market.body(f"Body {n}") for n in range(3)]
        for n in range(40):
            public = random.choice([OLD, NEW])
            hidden = {"withheld": "court order"} if random.random() < 0.1 else {}
            con = self.market.contract(f"Contract {n}", public, **hidden)
            self.market.nodes["Contract"][con] |= values(random)
            buyer = random.choice(self.buyers[:2])
            for mention in random.choice(["a", "ab"]):
                self.market.bought(buyer, con, public, mention=mention)
            if public == OLD and random.random() < 0.5:
                self.market.was("Contract", con, OLD, NEW, **values(random))
        self.market.bought(self.buyers[2], self.market.contract("Late", NEW, **NOTHING), NEW)

    def contracts(self, t: str | None, buyer: str | None = None) -> list[Row]:
        """The contracts that there are to see, of a buyer or all, with the values of the day."""
        edges = self.market.edges["BOUGHT", "Organisation", "Contract"]
        own = {edge["b"] for edge in edges if buyer in (None, edge["a"])}
        states = self.market.nodes["ContractState"] if t else {}
        return [
            row | states.get(f"{id}~{OLD}", {})
            for id, row in self.market.nodes["Contract"].items()
            if id in own and "withheld" not in row and not (t and row["publicFrom"] > t)
        ]


NOTHING = {"valueE5": None, "currency": None, "months": None, "endsOn": None}
BINS: Filter = Comparison("title", "eq", 2)


@pytest.mark.parametrize("t", [None, T])
@pytest.mark.parametrize("where", [None, BINS])
async def test_a_list_and_a_relation_tell_what_a_plain_count_tells(
    graph: Graph, t: str | None, where: Filter | None
) -> None:
    world = World(Random(11))
    await world.market.write(graph)
    aggregate = Aggregate(COLUMNS, "currency")
    whole = Page("newest", 1, total=True, where=where, aggregate=aggregate)
    hop = Page("newest", 1, rows=False, where=where, aggregate=aggregate)
    contracts = HopSelection("contracts", Selection("Contract"), hop)
    roots = [
        Root(Selection("Contract", ("id",)), whole),
        Root(Selection("Buyer", ("name",), (), (contracts,))),
    ]
    given = [world.buyers, 1, "Bins"]
    (page, total, groups), buyers = await read(graph, "told", roots, scope("anonymous"), t, given)

    def kept(buyer: str | None = None) -> list[Row]:
        found = world.contracts(t, buyer)
        return [row for row in found if where is None or row["title"] == "Bins"]

    assert (len(page), total) == (1, len(kept()))
    assert told(groups) == summed(kept())
    behind = {key: told(row[1][0]) for key, row in buyers}
    known = world.buyers[:2] if t else world.buyers  # the third one buys later than T
    assert behind == {buyer: summed(kept(buyer)) for buyer in known}


async def test_a_sum_past_64_bits_is_exact(graph: Graph) -> None:
    market = Market()
    buyer = market.body("Ostermoor Council")
    for n in range(120):
        con = market.contract(f"Contract {n}", OLD, valueE5=10**17 + 1, currency="GBP")
        market.bought(buyer, con, OLD)
    await market.write(graph)
    aggregate = Aggregate(("valueE5",), "currency")
    hop = HopSelection(
        "contracts", Selection("Contract"), Page("newest", 1, rows=False, aggregate=aggregate)
    )
    roots = [
        Root(Selection("Contract"), Page("newest", 1, rows=False, aggregate=aggregate)),
        Root(Selection("Buyer", (), (), (hop,))),
    ]
    (groups,), [[_, [[behind]]]] = await read(
        graph, "told", roots, scope("anonymous"), None, [[buyer], 1]
    )
    sums = [10**17 + 1, 10**17 + 1]
    assert told(groups) == told(behind) == {"GBP": [120, [120, 120 * (10**17 + 1), *sums]]}


def all_of(shape: Shape) -> Aggregate:
    """Every column that can be told of."""
    columns = tuple(column.name for column in shape.columns if column.type in (int, str))
    return Aggregate(columns, "currency" if "currency" in columns else None)


@pytest.mark.parametrize("shape", list(SHAPES.values()), ids=lambda shape: shape.name)
@pytest.mark.parametrize("tense", ["now", "then"])
async def test_every_shape_and_relation_can_be_told_of(
    graph: Graph, shape: Shape, tense: Any
) -> None:
    first = next(iter(shape.orders))
    filter = Through(shape.hops[0].name, Comparison("id", "eq", 2))
    page = Page(first, 1, rows=False, where=filter, aggregate=all_of(shape))
    hops = tuple(
        HopSelection(
            hop.name,
            Selection(hop.to),
            Page(hop.order, 1, rows=False, aggregate=all_of(SHAPES[hop.to])),
        )
        for hop in shape.hops
        if hop.many
    )
    roots = [Root(Selection(shape.name), page)]
    roots += [Root(Selection(shape.name, ("id",), (), (hop,))) for hop in hops]
    values = {"v0": ["x"], "v1": 1, "v2": "x", "t": T}
    for root in roots:
        text = plan((root,), scope("anonymous"), tense)
        found = [[]] if root.page else []
        assert await graph.rows(Statement("all", text, 60), **values) == [[found]]

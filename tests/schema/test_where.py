"""`where` against a second reading of the same market in plain Python."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from graph.driver import Graph
from graph.ids import as_role
from tests.factories import Market
from tests.schema.asking import ask, refused

pytestmark = pytest.mark.anyio
OLD, NEW = "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z"
DAY = "2021-06-30"  # in the state before NEW
TITLES = ["Parking permits", "parking meters", "Lamp posts", None]
Row = dict[str, Any]
Where = dict[str, Any]
Meets = Callable[[Row], bool]


class World:
    """A random market, and what a reader knows of it on a day before NEW, or now."""

    def __init__(self, random: Random, *, then: bool) -> None:
        self.market, self.then = Market(), then
        bodies = [self.market.body(f"Body {n}", sector=random.choice("AB")) for n in range(6)]
        for n in range(24):
            public = random.choice([OLD, NEW])
            con = self.market.contract(f"Contract {n}", public)
            self.market.nodes["Contract"][con] |= self.values(random)
            self.market.bought(random.choice(bodies[:3]), con, public)
            for firm in random.sample(bodies[2:], random.randint(0, 2)):
                self.market.supplied(firm, con, public)
            if public == OLD and random.random() < 0.5:
                self.market.was("Contract", con, OLD, NEW, **self.values(random))

    def values(self, random: Random) -> Row:
        amount = random.choice([None, 100_000, 250_000, 500_000])
        return {
            "title": random.choice(TITLES),
            "endsOn": random.choice([None, "2022-03-01", "2023-01-01"]),
            "valueE5": amount,
            "currency": None if amount is None else random.choice(["GBP", "EUR"]),
        }

    def contracts(self) -> list[Row]:
        """The contracts that there are to see, each with the values of its day."""
        states = self.market.nodes["ContractState"]
        found: list[Row] = []
        for id, row in self.market.nodes["Contract"].items():
            if not (self.then and row["publicFrom"] == NEW):
                held = states.get(f"{id}~{OLD}", row) if self.then else row
                found.append({**row, **held, "id": id})
        return found

    def behind(self, contract: str, edge: str) -> list[Row]:
        """The bodies of a contract."""
        edges = self.market.edges[edge, "Organisation", "Contract"]
        return [self.market.nodes["Organisation"][e["a"]] for e in edges if e["b"] == contract]


def text(random: Random, world: World) -> tuple[Where, Meets]:
    kind, given = random.choice(
        [("eq", "Lamp posts"), ("startsWith", "PARK"), ("contains", "king M"), ("isNull", True)]
    )
    tests: dict[str, Callable[[str | None], bool]] = {
        "eq": lambda title: title == given,
        "startsWith": lambda title: title is not None and title.lower().startswith("park"),
        "contains": lambda title: title is not None and "king m" in title.lower(),
        "isNull": lambda title: title is None,
    }
    return {"title": {kind: given}}, lambda row: tests[kind](row["title"])


def day(random: Random, world: World) -> tuple[Where, Meets]:
    if random.random() < 0.5:
        return (
            {"endsOn": {"gte": "2022-03-01", "lt": "2022-12-31"}},
            lambda row: row["endsOn"] == "2022-03-01",
        )
    return {"endsOn": {"isNull": False}}, lambda row: row["endsOn"] is not None


def amount(random: Random, world: World) -> tuple[Where, Meets]:
    currency = random.choice(["GBP", "EUR"])
    if random.random() < 0.3:
        return (
            {"value": {"currency": currency}},
            lambda row: row["currency"] == currency and row["valueE5"] is not None,
        )
    return (
        {"value": {"currency": currency, "gt": "1.00", "lte": "5"}},
        lambda row: row["currency"] == currency and 100_000 < (row["valueE5"] or 0) <= 500_000,
    )


def relation(random: Random, world: World) -> tuple[Where, Meets]:
    sector = random.choice("AB")
    said = {"sector": {"eq": sector}}

    def of(edge: str) -> Callable[[Row], list[Row]]:
        return lambda row: [b for b in world.behind(row["id"], edge) if b["sector"] == sector]

    choice = random.choice(["some", "none", "buyer"])
    if choice == "buyer":
        return {"buyer": said}, lambda row: bool(of("BOUGHT")(row))
    return (
        {"suppliers": {choice: said}},
        lambda row: bool(of("SUPPLIED")(row)) == (choice == "some"),
    )


def tree(random: Random, world: World, depth: int) -> tuple[Where, Meets]:
    """A filter and what it means; an OR of nothing meets nothing."""
    if depth == 0 or random.random() < 0.3:
        return random.choice([text, day, amount, relation])(random, world)
    inner = [tree(random, world, depth - 1) for _ in range(random.randint(0, 2))]
    wheres, meets = [one for one, _ in inner], [one for _, one in inner]
    match random.choice(["AND", "OR", "NOT"]):
        case "AND":
            return {"AND": wheres}, lambda row: all(met(row) for met in meets)
        case "OR":
            return {"OR": wheres}, lambda row: any(met(row) for met in meets)
        case _:
            where, met = tree(random, world, depth - 1)
            return {"NOT": where}, lambda row: not met(row)


@pytest.mark.parametrize("then", [False, True])
async def test_a_filter_keeps_what_a_plain_reading_keeps(graph: Graph, then: bool) -> None:
    random = Random(7)
    world = World(random, then=then)
    await world.market.write(graph)
    query = (
        "query ($where: ContractWhere, $day: Date) { contracts(first: 100, where: $where, "
        "asOf: $day) { totalCount nodes { id } } }"
    )
    sizes: set[int] = set()
    for _ in range(25):
        where, meets = tree(random, world, 2)
        found = (await ask(graph, query, where=where, day=DAY if then else None))["contracts"]
        expected = {row["id"] for row in world.contracts() if meets(row)}
        assert {node["id"] for node in found["nodes"]} == expected, where
        assert found["totalCount"] == len(expected)
        sizes.add(len(expected))
    assert {0, len(world.contracts())} < sizes


async def test_a_filter_through_a_relation_says_nothing_of_what_is_hidden(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Limited")
    market.nodes["Organisation"][firm]["withheld"] = "a person"
    market.deal(council, firm, "Parking permits")
    await market.write(graph)
    where = '{suppliers: {some: {name: {eq: "Pellwick Limited"}}}}'
    query = f"{{ contracts(where: {where}) {{ totalCount }} buyers(where: {{contracts: {{some: "
    query += f"{where}}}}}) {{ totalCount }} }}"
    none = {"contracts": {"totalCount": 0}, "buyers": {"totalCount": 0}}
    assert await ask(graph, query) == none


async def test_an_id_is_understood_in_every_role(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Limited")
    market.deal(council, firm, "Parking permits")
    await market.write(graph)
    for role in ("org", "buy", "sup"):
        found = await ask(
            graph,
            "query ($id: ID!) { suppliers(where: {id: {in: [$id]}}) { nodes { name } } }",
            id=as_role(firm, role),
        )
        assert found["suppliers"]["nodes"] == [{"name": "Pellwick Limited"}]


@pytest.mark.parametrize(
    ("where", "code", "said"),
    [
        ("{title: {eq: null}}", "BAD_USER_INPUT", "isNull"),
        ("{title: null}", "BAD_USER_INPUT", "leave it out"),
        ("{buyer: {contracts: {none: null}}}", "BAD_USER_INPUT", "leave it out"),
        ('{value: {currency: "GBP", gt: "1e30"}}', "BAD_USER_INPUT", "trillion"),
        ("{AND: [{OR: [{NOT: {NOT: {}}}]}]}", "LIMIT_EXCEEDED", "4 is the most"),
        (f"{{id: {{in: {['x'] * 101}}}}}".replace("'", '"'), "LIMIT_EXCEEDED", "100 is the most"),
        (
            f"{{OR: [{'{title: {isNull: true}} ' * 21}]}}",
            "LIMIT_EXCEEDED",
            "20 is the most",
        ),
    ],
)
async def test_a_filter_that_means_nothing_or_too_much_is_refused(
    graph: Graph, where: str, code: str, said: str
) -> None:
    told = await refused(graph, f"{{ contracts(where: {where}) {{ totalCount }} }}")
    assert told[0] == code
    assert said in told[1]

"""The property that holds the two clocks together (architecture.md 3).

The graph loaded until a day answers every root that takes `asOf` as the whole graph asked for
that day, and `matchSuppliers` (and so `hub match`) too.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type

from graph.driver import Graph
from graph.ids import as_role
from graph.wipe import wipe
from hub.ingest.load import LoadOptions, load
from hub.ingest.report import Report
from hub.worker.snapshots import write_snapshot
from ranking.service import Ranker
from ranking.snapshot import Snapshot
from ranking.training import train
from resolvers.context import Context
from schema.nouns import NOUNS
from tests.journeys.documents import DEPTH, parts, roots_as_of, selection, typed
from tests.journeys.world import BUYERS, DAYS, write_world
from tests.schema.asking import answered

pytestmark = pytest.mark.anyio
Asked = list[tuple[str, str, dict[str, Any]]]
NODES = tuple(noun.__name__ for noun in NOUNS)


def paged(root: str, depth: int = DEPTH) -> Asked:
    """All nodes of a noun, relation by relation."""
    node = get_named_type(roots_as_of()[root].type)
    assert isinstance(node, GraphQLObjectType)
    head = f"query ($t: Date) {{ {root}(first: 100, asOf: $t) {{ totalCount"
    return [
        (root, f"{head} pageInfo {{ hasNextPage }} nodes {part} }} }}", {})
        for part in parts(inner_of(node), depth)
    ]


def inner_of(connection: GraphQLObjectType) -> GraphQLObjectType:
    """The type of a connection's nodes."""
    node = get_named_type(connection.fields["nodes"].type)
    assert isinstance(node, GraphQLObjectType)
    return node


def one(root: str, ids: list[str], depth: int = DEPTH) -> Asked:
    """Each of some nodes alone, relation by relation."""
    node = get_named_type(roots_as_of()[root].type)
    assert isinstance(node, GraphQLObjectType)
    head = f"query ($id: ID, $t: Date) {{ {root}(id: $id, asOf: $t)"
    return [(root, f"{head} {part} }}", {"id": id}) for part in parts(node, depth) for id in ids]


def anything(root: str, ids: list[str]) -> Asked:
    """Nodes of every type behind ids; a fragment a type."""
    if root == "nodes":
        head = "query ($ids: [ID!]!, $t: Date) { nodes(ids: $ids, asOf: $t) { __typename"
        kinds = [f"...on {name} {selection(typed(name), 0)}" for name in NODES]
        return [(root, f"{head} {kind} }} }}", {"ids": ids}) for kind in kinds]
    fragments = " ".join(f"...on {name} {selection(typed(name), 0, name)}" for name in NODES)
    query = f"query ($id: ID!, $t: Date) {{ node(id: $id, asOf: $t) {{ {fragments} }} }}"
    return [(root, query, {"id": id}) for id in ids[::9]]


def matches(ids: list[str]) -> Asked:
    """Needs in words, with terms, with a buyer that is known and with one that is not."""
    found = selection(typed("Match"), 3)
    query = f"query ($need: NeedInput!) {{ matchSuppliers(need: $need) {found} }}"
    buyer = next(id for id in ids if id.startswith("org-"))
    needs: list[dict[str, Any]] = [
        {"text": "cloud hosting for case management"},
        {"text": "payroll", "buyer": {"id": as_role(buyer, "buy")}},
        {"text": "parking", "buyer": {"name": BUYERS[2]}, "categories": ["72000000"]},
    ]
    return [("matchSuppliers", query, {"need": need}) for need in needs]


def generated(root: str, ids: dict[str, list[str]]) -> Asked:
    """What is asked of a root. A root without a generator has no entry and fails the test."""
    every = [id for same in ids.values() for id in same][:95]
    generators = {
        **{noun: lambda: paged(root) for noun in ("buyers", "suppliers")},
        # These have so many relations that another level would be asked for minutes.
        **{noun: lambda: paged(root, 1) for noun in ("contracts", "procurements")},
        **{noun: lambda: paged(root) for noun in ("payments", "categories", "frameworks")},
        **{noun: lambda: paged(root, 1) for noun in ("products", "deals", "reviews")},
        "procurement": lambda: one(root, ids["procurements"][:2], 1),
        # The pages hold all of them already.
        "organisation": lambda: one(root, ids["organisations"][::3], 1),
        "buyer": lambda: one(root, ids["organisations"][::3], 1),
        "supplier": lambda: one(root, ids["organisations"][1::3], 1),
        "contract": lambda: one(root, ids["contracts"][:3], 1),
        "node": lambda: anything(root, every),
        "nodes": lambda: anything(root, every),
        "matchSuppliers": lambda: matches(ids["organisations"]),
    }
    return generators[root]()


def placed(variables: dict[str, Any], day: str | None) -> dict[str, Any]:
    """The variables of a question about a day."""
    if "need" not in variables:
        return {**variables, "t": day}
    return {"need": {**variables["need"], **({"asOf": day} if day else {})}}


async def answers(ctx: Context, asked: Asked, day: str | None) -> list[Any]:
    """The answers in order; an error fails."""
    found: list[Any] = []
    for root, query, variables in asked:
        result = await answered(ctx, query, placed(variables, day))
        assert not result.errors, (root, result.errors)
        found.append((root, variables, result.data))
    return found


async def loaded(graph: Graph, files: list[Path], home: Path, until: date | None) -> Context:
    """The graph with those files until a day, its snapshot, and models trained on it."""
    await wipe(graph)
    await load(graph, files, LoadOptions(until=until), Report(), lambda _: None)
    await write_snapshot(graph, home)
    train(Snapshot.current(home), home, until, lambda _: None)
    return Context("anonymous", graph, Ranker(home), "test")


async def ids_of(ctx: Context) -> dict[str, list[str]]:
    """The ids of all that the whole graph holds."""
    query = (
        "{ buyers(first: 100) { nodes { id } } suppliers(first: 100) { nodes { id } } "
        "contracts(first: 100) { nodes { id } } payments(first: 100) { nodes { id } } "
        "categories { nodes { id } } frameworks { nodes { id lots { nodes { id } } } } "
        "products(first: 100) { nodes { id offers { nodes { id } } } } "
        "deals { nodes { id } } reviews { nodes { id } } "
        "procurements(first: 100) { nodes { id } } }"
    )
    result = await answered(ctx, query, {})
    assert not result.errors
    assert result.data is not None
    ids = {noun: [n["id"] for n in page["nodes"]] for noun, page in result.data.items()}
    bodies = {as_role(id, "org") for id in (*ids["buyers"], *ids["suppliers"])}
    return {"organisations": sorted(bodies), **ids}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One world in every run, three with `--thorough`: each takes most of a minute."""
    if "seed" in metafunc.fixturenames:
        every = metafunc.config.getoption("--thorough")
        metafunc.parametrize("seed", [1, 2, 3] if every else [1])


async def test_the_past_looks_as_it_did(graph: Graph, tmp_path: Path, seed: int) -> None:
    files = write_world(tmp_path, seed)
    whole = await loaded(graph, files, tmp_path / "whole", None)
    ids = await ids_of(whole)
    asked = [question for root in roots_as_of() for question in generated(root, ids)]
    assert {root for root, _, _ in asked} == set(roots_as_of())
    today = await answers(whole, asked, None)
    then = {day: await answers(whole, asked, day) for day in DAYS[1::3]}
    for day, expected in then.items():
        assert expected != today
        past = await loaded(graph, files, tmp_path / day, date.fromisoformat(day))
        assert await answers(past, asked, day) == expected
        reads = [question for question in asked if question[0] != "matchSuppliers"]
        plain = [answer for answer in expected if answer[0] != "matchSuppliers"]
        assert await answers(past, reads, None) == plain

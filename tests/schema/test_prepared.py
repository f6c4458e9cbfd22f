"""Prepared operations: what is made once for a kind of request, and what each request brings."""

from typing import Any

import pytest

from auth import policies
from graph.driver import Graph, open_graph
from hub.gateway.executing import Executor, Operation
from schema.planned import Planned
from schema.prepared import Aside, Ready
from schema.recent import Recent
from tests.factories import Market
from tests.fixtures.engine import Server
from tests.graph.proxy import Proxy
from tests.schema.asking import ask, context, executor

pytestmark = pytest.mark.anyio
CONTRACTS = (
    "query ($first: Int, $last: Int, $after: String, $order: ContractOrder, $where: ContractWhere, "
    "$title: String, $asOf: Date, $skip: Boolean = false, $known: Boolean) { "
    "contracts(first: $first, last: $last, after: $after, orderBy: $order, where: $where, "
    "asOf: $asOf) { nodes { id title @skip(if: $skip) } } "
    "named: contracts(where: { title: { contains: $title, isNull: $known } }) { totalCount } }"
)
NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
CURSOR = "WyJuZXdlc3QiLCIyMDIwIiwiY29uLTEiXQ=="
GIVEN = {"title": "a"}


def ready(by: Executor, query: str, variables: dict[str, Any]) -> Ready | Aside:
    """The operation made ready for these variables."""
    return by.prepared.ready(by.asked(Operation(query, variables)), "anonymous")


@pytest.mark.parametrize(
    ("query", "one", "other"),
    [
        (CONTRACTS, {"first": 3}, {"first": 7}),
        (CONTRACTS, {"where": {"months": {"gt": 3}}}, {"where": {"months": {"gt": 12}}}),
        (CONTRACTS, {"where": {"id": {"in": ["con-1"]}}}, {"where": {"id": {"in": ["a", "b"]}}}),
        (CONTRACTS, {"asOf": "2020-01-01"}, {"asOf": "2021-01-01"}),
        (CONTRACTS, {"after": CURSOR}, {"after": CURSOR.replace("yMDIw", "yMDIx")}),
        (NODES, {"ids": ["con-1", "org-1"]}, {"ids": ["org-3", "con-1", "con-7"]}),
    ],
)
def test_requests_that_differ_in_values_only_have_one_plan(
    query: str, one: Any, other: Any
) -> None:
    by = executor()
    given = {} if query is NODES else GIVEN
    assert ready(by, query, {**given, **one}) is ready(by, query, {**given, **other})


@pytest.mark.parametrize(
    ("query", "one", "other"),
    [
        (CONTRACTS, {"first": 3}, {"last": 3}),
        (CONTRACTS, {"first": 3}, {"first": None}),
        (CONTRACTS, {}, {"after": CURSOR}),
        (CONTRACTS, {"order": "NEWEST"}, {"order": "OLDEST"}),
        (CONTRACTS, {"skip": True}, {"skip": False}),
        (CONTRACTS, {}, {"asOf": "2020-01-01"}),
        (CONTRACTS, {}, {"known": True}),
        (CONTRACTS, {"where": {"id": {"eq": "a"}}}, {"where": {"title": {"eq": "a"}}}),
        (CONTRACTS, {"where": {"OR": [{}]}}, {"where": {"OR": [{}, {}]}}),
        (CONTRACTS, {"where": {"NOT": {"OR": []}}}, {"where": {"NOT": {"AND": []}}}),
        (NODES, {"ids": ["con-1"]}, {"ids": ["org-1"]}),
        (NODES, {"ids": ["con-1"]}, {"ids": ["con-1", "org-1"]}),
    ],
)
def test_requests_that_differ_in_form_have_a_plan_each(query: str, one: Any, other: Any) -> None:
    by = executor()
    given = {} if query is NODES else GIVEN
    first, second = ready(by, query, {**given, **one}), ready(by, query, {**given, **other})
    assert first is not second
    assert ready(by, query, {**given, **one}) is first


async def test_each_request_brings_its_own_values(graph: Graph) -> None:
    market = Market()
    for n in range(5):
        market.contract(f"Permits {n}", f"2020-01-0{n + 1}T00:00:00Z")
    await market.write(graph)
    query = (
        "query ($first: Int, $title: String, $day: Date) { contracts(first: $first, asOf: $day, "
        "where: { title: { contains: $title } }) { totalCount nodes { title } } }"
    )
    for first, title, day, expected in (
        (2, "permits", "2020-02-01", ["Permits 4", "Permits 3"]),
        (1, "permits", "2020-01-02", ["Permits 1"]),
        (9, "mits 3", "2020-02-01", ["Permits 3"]),
    ):
        found = await ask(graph, query, first=first, title=title, day=day)
        assert [node["title"] for node in found["contracts"]["nodes"]] == expected


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("{ matchSuppliers(need: {}) { hash } }", "matchSuppliers"),
        ("{ contracts { totalCount } _service { sdl } }", "_service"),
        (
            "{ contracts { totalCount } hub { version engine { name } counts { buyers } } }",
            "prepared",
        ),
        ("{ __schema { description } }", "introspection"),
        ("{ contracts(first: 0) { totalCount } }", "refused"),
        ("{ contracts { totalCount } __typename }", "prepared"),
    ],
)
async def test_what_is_not_prepared_says_why(graph: Graph, query: str, reason: str) -> None:
    by = executor()
    await by.execute(Operation(query), context(graph))
    assert by.prepared.ways == {reason: 1}


async def test_the_type_name_of_a_root_stands_where_it_is_asked_for(graph: Graph) -> None:
    found = await ask(graph, "{ t: __typename contracts { totalCount } __typename }")
    assert list(found.items()) == [
        ("t", "Query"),
        ("contracts", {"totalCount": 0}),
        ("__typename", "Query"),
    ]


def test_a_plan_belongs_to_a_class_of_viewer(monkeypatch: pytest.MonkeyPatch) -> None:
    by = executor()
    asked = by.asked(Operation("{ contracts { nodes { title } } }"))
    rows = {**policies.ROWS, "other": policies.ROWS["anonymous"]}
    denied = {**policies.DENIED, "other": frozenset({("Contract", "title")})}
    classes: Any = frozenset({"anonymous", "other"})
    contracts = {"contracts": policies.Policy("anybody", classes, "For this test.")}
    for name, value in (("ROWS", rows), ("DENIED", denied), ("ROOTS", contracts)):
        monkeypatch.setattr(policies, name, value)
    viewers: list[Any] = ["anonymous", "other", "anonymous"]
    plans = [by.prepared.ready(asked, viewer) for viewer in viewers]
    assert plans[0] is plans[2]
    assert [isinstance(plan, Ready) and plan.denies for plan in plans] == [False, True, False]


def test_what_serves_the_answer_only_is_not_sent_to_the_graph() -> None:
    by = executor()
    asked = by.asked(Operation(NODES, {"ids": ["con-2", "con-1", "none"]}))
    plan = by.prepared.ready(asked, "anonymous")
    assert isinstance(plan, Ready)
    root = plan.fields["nodes"]
    assert isinstance(root, Planned)
    values = root.values(asked.variables, 100)
    assert ["con-2", "con-1", "none"] in values
    assert list(root.walk.slots.sent(values).values()) == [["con-2", "con-1"]]


async def test_a_root_that_could_not_be_read_fails_alone_and_nothing_is_read_again(
    engine_server: Server, graph: Graph
) -> None:
    query = "query ($id: ID!) { contracts { totalCount } node(id: $id) { id } }"
    by = executor()
    async with Proxy(engine_server.uri).listening() as proxy:
        away = await open_graph(
            proxy.uri, engine_server.user, engine_server.password, engine_server.database
        )
        proxy.hang_up = 10**6
        found = await by.execute(Operation(query, {"id": "nonsense"}), context(away))
        await away.close()
    assert found.payload["data"] is None
    assert [error["path"] for error in found.errors] == [["contracts"]]
    assert found.errors[0]["extensions"] == {"code": "UNAVAILABLE"}
    assert {name: entry.count for name, entry in away.ledger.entries.items()} == {"contracts": 1}
    assert by.prepared.ways == {"fault": 1}


def test_only_what_was_used_last_is_kept() -> None:
    recent: Recent[int, str] = Recent(2)
    recent.put(1, "one")
    recent.put(2, "two")
    assert recent.get(1) == "one"
    recent.put(3, "three")
    assert [recent.get(n) for n in (1, 2, 3)] == ["one", None, "three"]
    assert len(recent) == 2

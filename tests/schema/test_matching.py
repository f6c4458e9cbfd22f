"""A match over GraphQL: order, reasons, evidence that opens, and what it costs."""

from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph, Statement, Step
from graph.ids import as_role
from hub.worker.snapshots import write_snapshot
from ranking.service import Ranker
from resolvers.context import Context
from schema.build import schema
from tests.factories import Market
from tests.schema.asking import context

pytestmark = pytest.mark.anyio
FIRMS = ("Pellwick Limited", "Tarnbrook Limited", "Ashgrove Limited", "Zephyr Loom Limited")
THINGS = ("Parking permits software", "Payroll bureau", "Cloud hosting", "Bin routing software")
MATCH = (
    "query ($need: NeedInput!, $first: Int, $after: String) { matchSuppliers(need: $need) { "
    "modelVersion asOf degraded understood hash tookMs excluded { supplier { id } rule text } "
    "suppliers(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } "
    "edges { cursor node { rank } } nodes { rank score probability supplier { id name "
    "contracts { nodes { title } } } contributions { feature group value text } "
    "reasons { text positive evidence { id text node { __typename id } } } } } } }"
)


def market() -> Market:
    """Four councils and four firms; each firm is known for one thing."""
    made = Market()
    councils = [made.body(f"{name} Council") for name in ("Ostermoor", "Quillhaven", "Fenmarch")]
    for n, firm in enumerate(made.body(name, kind="company") for name in FIRMS):
        for year, council in enumerate(councils):
            day = f"202{year}-0{n + 1}-01T00:00:00Z"
            made.deal(council, firm, f"{THINGS[n]} for year {year}", day)
    return made


async def matching(graph: Graph, home: Path, made: Market) -> Context:
    """A context whose ranker knows the market; without a model the fallback ranks."""
    await made.write(graph)
    await write_snapshot(graph, home)
    return context(graph, Ranker(home))


async def match(ctx: Context, **variables: Any) -> Any:
    """The match, which must not fail."""
    result = await schema.execute(MATCH, variables, context_value=ctx)
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data["matchSuppliers"]


async def fails(ctx: Context, need: dict[str, Any], **more: Any) -> tuple[str, str]:
    """Code and message of a need that is refused."""
    result = await schema.execute(MATCH, {"need": need, **more}, context_value=ctx)
    assert result.errors is not None
    cause = result.errors[0].original_error
    return str(getattr(cause, "code", "none")), result.errors[0].message


async def test_who_sold_it_before_comes_first_with_evidence_that_opens(
    graph: Graph, tmp_path: Path
) -> None:
    ctx = await matching(graph, tmp_path, market())
    found = await match(ctx, need={"text": "software for parking permits"})
    nodes = found["suppliers"]["nodes"]
    assert nodes[0]["supplier"]["name"] == "Pellwick Limited"
    assert [node["rank"] for node in nodes] == [1, 2, 3, 4]
    scores = [node["score"] for node in nodes]
    assert scores == sorted(scores, reverse=True)
    for node in nodes:
        total = sum(part["value"] for part in node["contributions"])
        assert total == pytest.approx(node["score"], abs=1e-6)
    evidence = [e for node in nodes for reason in node["reasons"] for e in reason["evidence"]]
    assert evidence
    assert all(e["node"] == {"__typename": "Contract", "id": e["id"]} for e in evidence)
    assert any("Parking permits software" in e["text"] for e in evidence)
    assert found["degraded"] is True
    assert found["asOf"] == "2022-04-01"


async def test_a_match_costs_two_statements(graph: Graph, tmp_path: Path) -> None:
    ctx = await matching(graph, tmp_path, market())
    graph.ledger.entries.clear()
    await match(ctx, need={"text": "payroll", "buyer": {"name": "Ostermoor Council"}})
    counts = {name: entry.count for name, entry in graph.ledger.entries.items()}
    assert counts == {"match need": 1, "matchSuppliers": 1}


async def test_pages_of_a_match_follow_one_another(graph: Graph, tmp_path: Path) -> None:
    ctx = await matching(graph, tmp_path, market())
    whole = await match(ctx, need={"text": "hosting"})
    first = await match(ctx, need={"text": "hosting"}, first=3)
    assert first["suppliers"]["pageInfo"]["hasNextPage"] is True
    after = first["suppliers"]["pageInfo"]["endCursor"]
    rest = await match(ctx, need={"text": "hosting"}, first=3, after=after)
    assert first["suppliers"]["nodes"] + rest["suppliers"]["nodes"] == whole["suppliers"]["nodes"]
    code, message = await fails(ctx, {"text": "something else"}, after=after)
    assert (code, "start again" in message) == ("BAD_USER_INPUT", True)


async def test_the_past_knows_only_the_past(graph: Graph, tmp_path: Path) -> None:
    ctx = await matching(graph, tmp_path, market())
    then = await match(ctx, need={"text": "bin routing", "asOf": "2020-02-15"})
    names = {node["supplier"]["name"] for node in then["suppliers"]["nodes"]}
    titles = [
        contract["title"]
        for node in then["suppliers"]["nodes"]
        for contract in node["supplier"]["contracts"]["nodes"]
    ]
    assert names == {"Pellwick Limited", "Tarnbrook Limited"}
    assert all(title.endswith("year 0") for title in titles)
    assert then["asOf"] == "2020-02-15"


async def test_whom_the_buyer_does_not_want_is_left_out_and_named(
    graph: Graph, tmp_path: Path
) -> None:
    made = market()
    ctx = await matching(graph, tmp_path, made)
    unwanted = next(i for i, o in made.nodes["Organisation"].items() if o["name"] == FIRMS[0])
    found = await match(ctx, need={"text": "parking", "exclude": [as_role(unwanted, "sup")]})
    shown = {node["supplier"]["id"] for node in found["suppliers"]["nodes"]}
    assert as_role(unwanted, "sup") not in shown
    assert [e["supplier"]["id"] for e in found["excluded"]] == [as_role(unwanted, "sup")]


async def test_what_is_withheld_after_the_snapshot_is_neither_shown_nor_evidence(
    graph: Graph, tmp_path: Path
) -> None:
    ctx = await matching(graph, tmp_path, market())
    hide = Statement(
        "hide",
        "MATCH (x) WHERE x.name = 'Tarnbrook Limited' OR x.title STARTS WITH 'Parking'"
        " SET x.withheld = 'court order'",
    )
    await graph.write(Step(hide))
    found = await match(ctx, need={"text": "parking permits and payroll"})
    names = [node["supplier"]["name"] for node in found["suppliers"]["nodes"]]
    reasons = [reason for node in found["suppliers"]["nodes"] for reason in node["reasons"]]
    told = [evidence["text"] for reason in reasons for evidence in reason["evidence"]]
    assert "Tarnbrook Limited" not in names
    assert not any("Parking" in text for text in told)
    assert all(reason["evidence"] for reason in reasons)


@pytest.mark.parametrize(
    ("need", "says"),
    [
        ({}, "Say what is needed"),
        ({"text": "   "}, "Say what is needed"),
        ({"text": "x" * 5001}, "5000 characters"),
        ({"text": "payroll", "lot": "9"}, "lot '9' is not known"),
        ({"text": "payroll", "framework": "Nowhere"}, "Known: none"),
        ({"text": "payroll", "buyer": {"sector": "Magic"}}, "sector 'Magic' is not known"),
        ({"text": "payroll", "buyer": {"id": "buy-nobody"}}, "not a body"),
        ({"text": "payroll", "buyer": {"type": "nope"}}, "public, company, other"),
        ({"text": "payroll", "budget": {"amount": "NaN"}}, "above 0"),
        ({"text": "payroll", "budget": {"amount": "-5"}}, "above 0"),
        ({"text": "payroll", "budget": {"amount": "5", "currency": "pounds"}}, "ISO 4217"),
        ({"text": "payroll", "exclude": ["SUP-1"]}, "no id of a supplier"),
        ({"categories": ["nonsense"]}, "'nonsense' is not known"),
        ({"categories": ["1"] * 201}, "200 entries"),
        ({"text": "payroll", "mustHaves": [{"scheme": "ISO 27001"}]}, "can't be checked"),
    ],
)
async def test_a_need_that_can_t_be_answered_says_what_to_change(
    graph: Graph, tmp_path: Path, need: dict[str, Any], says: str
) -> None:
    ctx = await matching(graph, tmp_path, market())
    code, message = await fails(ctx, need)
    assert code == "BAD_USER_INPUT"
    assert says in message


async def test_the_same_need_has_the_same_hash_and_another_need_another(
    graph: Graph, tmp_path: Path
) -> None:
    ctx = await matching(graph, tmp_path, market())
    hashes = [(await match(ctx, need={"text": t}))["hash"] for t in ("payroll", "payroll", "bins")]
    assert hashes[0] == hashes[1] != hashes[2]


async def test_a_category_alone_brings_those_who_hold_contracts_in_it(
    graph: Graph, tmp_path: Path
) -> None:
    made = market()
    bins = [id for id, row in made.nodes["Contract"].items() if row["title"].startswith("Bin")]
    hosting = [id for id, row in made.nodes["Contract"].items() if row["title"].startswith("Cloud")]
    made.category("90511000", *bins)
    made.category("72400000", *hosting)
    ctx = await matching(graph, tmp_path, made)
    for code, firm in (("90511000", FIRMS[3]), ("72400000", FIRMS[2]), ("72411000", FIRMS[2])):
        found = await match(ctx, need={"categories": [code]})
        first = found["suppliers"]["nodes"][0]
        assert (first["supplier"]["name"], found["understood"]) == (firm, True)
        assert any("category that you name" in reason["text"] for reason in first["reasons"])


@pytest.mark.parametrize(
    ("need", "understood"),
    [
        ({"text": "qwertyuiop zxcvbnm"}, False),
        ({"text": "حوسبة سحابية"}, False),
        ({"categories": ["33000000"]}, False),
        ({"text": "qwertyuiop payroll"}, True),
    ],
)
async def test_a_need_of_which_nothing_is_known_says_so(
    graph: Graph, tmp_path: Path, need: dict[str, Any], understood: bool
) -> None:
    ctx = await matching(graph, tmp_path, market())
    found = await match(ctx, need=need)
    assert found["understood"] is understood
    assert understood or found["degraded"]

"""Generations: what a statement names, and tokens that change with whatever is committed."""

import pytest

from graph import generations, loading, restoring
from graph.driver import Graph, Statement, Step
from graph.generations import EVERYTHING, labels, noting, renewed, tokens
from graph.wipe import wipe

pytestmark = pytest.mark.anyio


def test_a_text_names_its_labels_and_types_but_not_what_is_quoted() -> None:
    text = """MATCH (a:Buyer&Open)-[r:BOUGHT|SUPPLIED*1..2 {kind: 'x:Quoted'}]->(:`x:Odd` {k: 1})
    WHERE EXISTS { (a)<-[:MEANS]-(m: Mention) } RETURN {title: a.name, at:Date}"""
    named = {"Buyer", "Open", "BOUGHT", "SUPPLIED", "MEANS", "Mention"}
    assert named <= labels(text)
    assert "Quoted" not in labels(text)


async def test_what_is_run_in_the_block_is_noted(graph: Graph) -> None:
    with noting() as found:
        await graph.rows(Statement("a", "MATCH (x:Contract) RETURN x.id"))
        async for _ in graph.stream(Statement("b", "MATCH (x:Payment) RETURN x.id")):
            pass
    await graph.rows(Statement("c", "MATCH (x:Review) RETURN x.id"))
    assert found == {"Contract", "Payment"}


async def test_a_renewal_changes_its_labels_and_no_other(graph: Graph) -> None:
    await graph.write(renewed(["Contract", "Review"]))
    before = await tokens(graph)
    await graph.write(renewed(["Review"]))
    after = await tokens(graph)
    assert before is not None
    assert after is not None
    assert before["Contract"] == after["Contract"]
    assert before["Review"] != after["Review"]


@pytest.mark.parametrize("begin", [loading.BEGIN, restoring.BEGIN])
async def test_nothing_may_be_kept_while_a_load_is_under_way(
    graph: Graph, begin: Statement
) -> None:
    assert await tokens(graph) is not None
    await graph.write(Step(begin))
    assert await tokens(graph) is None


async def test_a_wipe_leaves_no_generation_that_could_come_back(graph: Graph) -> None:
    await graph.write(renewed())
    before = await tokens(graph)
    await wipe(graph)
    after = await tokens(graph)
    assert before is not None
    assert after is not None
    assert before[EVERYTHING] != after[EVERYTHING]
    assert not await graph.rows(restoring.ANYTHING)


def test_a_token_is_never_used_twice() -> None:
    made = {renewed().values["token"] for _ in range(100)}
    assert len(made) == 100
    assert generations.FRESH > 0

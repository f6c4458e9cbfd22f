"""The content hash: every stored value and every edge is in it, nothing else is."""

from typing import LiteralString, cast

import pytest

from graph import items
from graph.catalogue import EDGES, NODES
from graph.driver import Graph, Statement, Step
from graph.hashing import MODULUS, content_hash, edge_sum, node_sum
from graph.shape import Column, Edge, Node, Stored

pytestmark = pytest.mark.anyio

Value = str | int | bool | list[str]
ONE: dict[Stored, Value] = {str: "one", int: 1, bool: True, list[str]: ["one"]}
TWO: dict[Stored, Value] = {str: "two", int: 2**62, bool: False, list[str]: ["one", "two"]}


def written(text: str) -> Statement:
    """A text of a test, made for one label."""
    return Statement("test", cast(LiteralString, text))


def filled(columns: tuple[Column, ...], **fixed: Value) -> dict[str, Value]:
    return {column.name: ONE[column.type] for column in columns} | fixed


def counted(node: Node) -> tuple[Column, ...]:
    """All but the column that takes a node out of the hash."""
    return tuple(column for column in node.stored if column.name != node.void)


async def fill(graph: Graph) -> None:
    """One node of every label and one edge of every type, all columns set but what voids a node."""
    for node in NODES:
        text = f"CREATE (n:{node.label}) SET n += $values"
        await graph.write(Step(written(text), {"values": filled(counted(node), id=node.label)}))
    for edge in EDGES:
        text = (
            f"MATCH (a:{edge.source} {{id: '{edge.source}'}}) "
            f"MATCH (b:{edge.target} {{id: '{edge.target}'}}) "
            f"CREATE (a)-[r:{edge.type}]->(b) SET r += $values"
        )
        await graph.write(Step(written(text), {"values": filled(edge.columns)}))


def test_there_is_a_text_for_everything_that_is_stored() -> None:
    assert items.NODES.keys() == {node.label for node in NODES}
    assert items.EDGES.keys() == {(edge.type, edge.source, edge.target) for edge in EDGES}
    for label, text in items.NODES.items():
        assert f"(n:{label})" in text.text
    for (type, start, end), text in items.EDGES.items():
        assert f"(a:{start})-[r:{type}]->(b:{end})" in text.text


async def test_the_hash_is_the_sum_over_the_catalogue(graph: Graph) -> None:
    assert await content_hash(graph) == "0" * 64
    await fill(graph)
    sums = [await node_sum(graph, node) for node in NODES]
    sums += [await edge_sum(graph, edge) for edge in EDGES]
    assert all(sums)
    assert len(set(sums)) == len(NODES) + len(EDGES)
    assert await content_hash(graph) == f"{sum(sums) % MODULUS:064x}"


async def test_changing_any_stored_value_changes_the_hash(graph: Graph) -> None:
    await fill(graph)
    for node in NODES:
        await assert_all_count(graph, node)
    for edge in EDGES:
        await assert_all_count(graph, edge)


async def assert_all_count(graph: Graph, thing: Node | Edge) -> None:
    """Change, then take away, one column after the other: no two sums are equal."""
    if isinstance(thing, Node):
        match, columns = f"(n:{thing.label})", counted(thing)
    else:
        match, columns = f"(:{thing.source})-[n:{thing.type}]->(:{thing.target})", thing.columns
    seen = [await total(graph, thing)]
    for column in sorted(columns, key=lambda one: one.name == "id"):
        text = written(f"MATCH {match} SET n.{column.name} = $value")
        for value in (TWO[column.type], None if column.name != "id" else "three"):
            await graph.write(Step(text, {"value": value}))
            seen.append(await total(graph, thing))
            assert column.bookkeeping == (seen[-1] == seen[-2]), (thing, column.name)
    changing = [column for column in columns if not column.bookkeeping]
    assert len(set(seen)) == 1 + 2 * len(changing)


async def test_a_void_node_counts_for_nothing(graph: Graph) -> None:
    await fill(graph)
    for node in (node for node in NODES if node.void):
        assert await total(graph, node) != 0
        text = f"MATCH (n:{node.label}) SET n.{node.void} = $value"
        await graph.write(Step(written(text), {"value": "now"}))
        assert await total(graph, node) == 0


async def total(graph: Graph, thing: Node | Edge) -> int:
    if isinstance(thing, Node):
        return await node_sum(graph, thing)
    return await edge_sum(graph, thing)


async def test_every_edge_counts_and_so_does_its_direction(graph: Graph) -> None:
    await fill(graph)
    whole = await content_hash(graph)
    for edge in EDGES:
        ends = f"(a:{edge.source})-[r:{edge.type}]->(b:{edge.target})"
        twice = f"MATCH {ends} CREATE (a)-[s:{edge.type}]->(b) SET s += $values"
        await graph.write(Step(written(twice), {"values": filled(edge.columns)}))
        assert await content_hash(graph) != whole
        await graph.write(Step(written(f"MATCH {ends} DELETE r")))
        gone = await content_hash(graph)
        assert gone != whole
        whole = gone


async def test_what_is_not_in_the_catalogue_does_not_count(graph: Graph) -> None:
    await fill(graph)
    whole = await content_hash(graph)
    await graph.write(Step(written("MATCH (n:Contract) SET n.scratch = 1")))
    await graph.write(Step(written("CREATE (:Load {id: 'unfinished'})")))
    assert await content_hash(graph) == whole

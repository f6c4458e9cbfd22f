"""Migrations: once, in order, by one process, never from an edited file."""


import pytest

from graph.catalogue import NODES
from graph.driver import Graph, Statement
from graph.migrate import migrate

pytestmark = pytest.mark.anyio

CONSTRAINTS = Statement(
    "constraints",
    "SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type "
    "RETURN labelsOrTypes AS labels, properties AS properties, type AS type",
)


async def test_every_label_of_the_catalogue_has_a_unique_id(graph: Graph) -> None:
    found = {
        labels[0]
        for labels, properties, kind in await graph.rows(CONSTRAINTS)
        if properties == ["id"] and "UNIQUE" in kind
    }
    assert found >= {node.label for node in NODES}


async def test_a_second_run_changes_nothing(graph: Graph) -> None:
    before = await graph.rows(CONSTRAINTS)
    assert await migrate(graph) == []
    assert await graph.rows(CONSTRAINTS) == before

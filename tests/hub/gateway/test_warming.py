"""What is warmed at start: the statements of the trusted documents."""

from pathlib import Path

import pytest

from graph.driver import Graph
from hub.gateway.executing import Executor, Operation
from hub.gateway.settings import Settings
from hub.gateway.warming import made_up, warm
from schema.build import schema
from tests.schema.asking import context

pytestmark = pytest.mark.anyio


async def test_the_statements_of_the_trusted_documents_have_run_before_anybody_asks(
    graph: Graph,
) -> None:
    executor = Executor(schema, Settings(home=Path("unused")))
    graph.ledger.entries.clear()
    await warm(executor, context(graph))
    assert {"buyer", "contract", "hub", "supplier"} <= graph.ledger.entries.keys()


def test_each_optional_variable_is_given_once_beside_those_that_are_demanded() -> None:
    executor = Executor(schema, Settings(home=Path("unused")))
    query = (
        "query ($ids: [ID!]!, $day: Date, $first: Int = 5, $where: ContractWhere) { "
        "nodes(ids: $ids, asOf: $day) { id } "
        "contracts(first: $first, where: $where) { totalCount } }"
    )
    operation = executor.asked(Operation(query, {"ids": []})).operation
    demanded = {"ids": ["org-0"]}
    assert list(made_up(executor.core, operation)) == [
        demanded,
        {**demanded, "day": "2020-01-01"},
        {**demanded, "first": 1},
        {**demanded, "where": {}},
    ]

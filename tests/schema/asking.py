"""Asks the schema in process: GraphQL text in, data or coded errors out."""

from typing import Any, cast

from graph.driver import Graph
from ranking.service import Ranker
from resolvers.context import Context
from schema.build import schema


def context(graph: Graph, ranker: Ranker | None = None) -> Context:
    """An anonymous caller's context; reads need no ranker."""
    return Context("anonymous", graph, cast(Ranker, ranker), "test")


async def ask(graph: Graph, query: str, **variables: Any) -> Any:
    """The data of a query that must not fail."""
    result = await schema.execute(query, variables, context_value=context(graph))
    assert result.errors is None, result.errors
    return result.data


async def refused(graph: Graph, query: str, **variables: Any) -> tuple[str, str]:
    """Code and message of the one error of a query that must fail."""
    result = await schema.execute(query, variables, context_value=context(graph))
    assert result.errors is not None
    assert len(result.errors) == 1
    cause = result.errors[0].original_error
    return str(getattr(cause, "code", "none")), result.errors[0].message

"""Asks the schema in process, each time on both ways: prepared, and field by field."""

from pathlib import Path
from typing import Any, cast

import orjson
from strawberry.schema import Schema

from graph.driver import Graph
from hub.gateway.executing import Answer, Executor, Operation, answer
from hub.gateway.settings import LIMITS, Settings
from ranking.service import Ranker
from resolvers.context import Context
from schema.build import schema
from schema.prepared import Completed

# Documents of tests select everything; what limits refuse is tested in tests/hub/gateway.
WIDE = {name: 10**6 for name in LIMITS if name not in ("limit_seconds", "limit_nodes")}


def executor(over: Schema = schema) -> Executor:
    """A new executor, which knows no document and no policy yet."""
    # each question is to reach the planner
    settings = Settings(home=Path("unused"), answer_cache=False, **cast(Any, WIDE))
    return Executor(over, settings)


EXECUTOR = executor()


def context(graph: Graph, ranker: Ranker | None = None) -> Context:
    """An anonymous caller's context; reads need no ranker."""
    return Context("anonymous", graph, cast(Ranker, ranker), "test")


async def answered(
    ctx: Context, query: str, variables: dict[str, Any], by: Executor | None = None
) -> Answer:
    """The answer, which is the same on both ways: key order, errors and all."""
    by = by or EXECUTOR
    sent = Operation(query, variables)
    asked = by.asked(sent)
    done = await by.prepared.run(asked, ctx)
    told = await by.run_by_core(sent, asked, ctx, done.outcomes)
    if isinstance(done, Completed):
        made = answer(done.data, done.errors)
        assert orjson.dumps(made.payload) == orjson.dumps(told.payload)
    return told


async def ask(graph: Graph, query: str, **variables: Any) -> Any:
    """The data of a query that must not fail."""
    found = await answered(context(graph), query, variables)
    assert not found.errors, found.errors
    return found.data


async def refused(
    graph: Graph, query: str, by: Executor | None = None, **variables: Any
) -> tuple[str, str]:
    """Code and message of the one error of a query that must fail."""
    found = await answered(context(graph), query, variables, by)
    assert len(found.errors) == 1
    return found.errors[0]["extensions"]["code"], found.errors[0]["message"]

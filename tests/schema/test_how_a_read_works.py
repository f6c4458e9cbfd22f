"""The worked example of docs/how-a-read-works.md is what the code does."""

import ast
import re

import orjson
import pytest

from graph.driver import Graph
from hub.gateway.executing import Operation
from schema.complete import Module
from schema.planned import Planned
from schema.prepared import Ready
from tests.factories import Market
from tests.schema.asking import answered, context, executor
from tests.tree import ROOT

pytestmark = pytest.mark.anyio
PAGE = (ROOT / "docs" / "how-a-read-works.md").read_text()


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language, in their order."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def bare(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def test_the_statement_and_the_function_are_those_of_the_page() -> None:
    by = executor()
    asked = by.asked(Operation(blocks("graphql")[0], orjson.loads(blocks("json")[0])))
    ready = by.prepared.ready(asked, "anonymous")
    assert isinstance(ready, Ready)
    root = ready.fields["contracts"]
    assert isinstance(root, Planned)
    module = Module.of(root.sown.layouts[0])
    assert root.statement is not None
    assert bare(root.statement.text) == bare(blocks("cypher")[0])
    assert ast.dump(ast.parse(module.source)) == ast.dump(ast.parse(blocks("python")[0]))
    assert root.values(asked.variables, 100) == [3, "parking"]


async def test_the_answer_is_that_of_the_page(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Limited")
    market.contract("Parking meters", "2024-03-02T00:00:00Z")
    day, amount = "2024-03-01T00:00:00Z", {"valueE5": 125_050_000, "currency": "GBP"}
    market.deal(council, firm, "Car parking", day, signedOn="2024-02-29", **amount)
    market.deal(council, firm, "Parking permits", "2023-03-01T00:00:00Z")
    market.contract("Bins", "2024-03-03T00:00:00Z")
    await market.write(graph)
    variables = orjson.loads(blocks("json")[0])
    found = await answered(context(graph), blocks("graphql")[0], variables)
    assert orjson.dumps(found.payload) == orjson.dumps(orjson.loads(blocks("json")[1]))

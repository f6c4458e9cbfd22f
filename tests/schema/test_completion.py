"""Generated completion: whatever stands in a row, the answer is graphql-core's."""

import math
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson
import pytest
from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLNonNull,
    GraphQLScalarType,
    GraphQLString,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.money import LARGEST, from_e5, text_e5
from graph.registry import SHAPES
from hub.gateway.executing import Operation, answer
from schema.complete import Bail, Shown, completion
from schema.prepared import Aside, Completed, complete
from schema.record import Builder, Column, Layout
from tests.schema.asking import EXECUTOR

pytestmark = pytest.mark.anyio
CONTRACTS = (
    "{ contracts(first: 2) { __typename totalCount pageInfo { hasNextPage endCursor } nodes { "
    "__typename id title reference: title value { __typename amount c: currency } paid { amount } "
    "signedOn months hasRenewal publicFrom basis terminationRationales buyer { name kind } "
    "suppliers(first: 1) { edges { cursor node { id } } nodes { name } } } } }"
)
PLAIN: list[Any] = [
    *("con-1", "Permits", 1250000, "GBP", "2020-02-29", 12, True, "2020-01-01T00:00:00Z"),
    *("stated", ["a b"], [["GBP", 100]], [["Ostermoor Council", "public"]]),
    [[["A", "org-1", ["sup-1", "Pellwick"]], ["B", "org-2", ["sup-2", "Tarnbrook"]]]],
]
STRANGE: list[Any] = [
    *(None, True, False, 0, -1, 2**31, 2**63, 1.5, math.nan, math.inf, "", "x", "stated", "GBP"),
    *("2020-13-01", "20200101", "2020-01-01T00:00:00Z", [], [None], ["a"], [1], {}, b"x"),
    *([["GBP", None]], [["GBP", "x"]], [[]]),
]


def rows(*contracts: list[Any], total: Any = 3) -> list[Any]:
    """The one answer of `CONTRACTS`."""
    return [[[[f"k{n}", f"con-{n}", row] for n, row in enumerate(contracts)], total]]


async def both(query: str, answers: list[Any]) -> tuple[Any, Any]:
    """What the generated function makes of the rows of the one root, and what graphql-core does."""
    sent = Operation(query)
    asked = EXECUTOR.asked(sent)
    ready = EXECUTOR.prepared.prepare(asked, "anonymous")
    assert not isinstance(ready, Aside)
    key, root = next(iter(ready.fields.items()))
    values = {key: root.values(asked.variables, 10**6)}
    done = complete(ready, {key: answers}, values)
    told = await EXECUTOR.run_by_core(sent, asked, None, done.outcomes)
    made = answer(done.data, done.errors).payload if isinstance(done, Completed) else None
    return made, told.payload


async def answered(contract: list[Any], total: Any = 3) -> tuple[Any, Any]:
    """Both answers to `CONTRACTS` about one contract and another that is plain."""
    return await both(CONTRACTS, rows(contract, PLAIN, PLAIN, total=total))


def with_cell(at: int, value: Any) -> list[Any]:
    """The plain contract with another value at a position."""
    return [*PLAIN[:at], value, *PLAIN[at + 1 :]]


async def test_rows_that_are_as_promised_are_completed_as_graphql_core_does() -> None:
    made, told = await answered(PLAIN)
    assert orjson.dumps(made) == orjson.dumps(told)
    node = made["data"]["contracts"]["nodes"][0]
    assert node["value"] == {"__typename": "Money", "amount": "12.50", "c": "GBP"}
    assert (node["basis"], node["publicFrom"]) == ("STATED", "2020-01-01T00:00:00+00:00")
    assert made["data"]["contracts"]["pageInfo"]["hasNextPage"] is True
    assert len(made["data"]["contracts"]["nodes"]) == 2


TRAPS = {
    "a null in a field that is never null": (0, None),
    "a number for a text": (1, 5),
    "a bool is an int": (5, True),
    "an int out of range": (5, 2**31),
    "an int is no bool": (6, 1),
    "a fraction for an int": (5, 1.5),
    "a day that is none": (4, "2020-13-01"),
    "an enum's value that it does not have": (8, "guessed"),
    "a text for a list": (9, "a b"),
    "a null in a list of texts": (9, [None]),
    "an amount that is no whole number": (2, 1.5),
    "a row of another width": (11, [["Ostermoor Council"]]),
}


@pytest.mark.parametrize("trap", TRAPS)
async def test_what_is_not_as_promised_is_left_to_graphql_core(trap: str) -> None:
    made, told = await answered(with_cell(*TRAPS[trap]))
    assert made is None
    assert "data" in told


async def test_a_null_bubbles_as_graphql_core_lets_it() -> None:
    _, told = await answered(with_cell(0, None))
    assert told["data"] is None
    assert told["errors"][0]["path"] == ["contracts", "nodes", 0, "id"]


async def test_a_total_is_checked_too() -> None:
    for total in (None, True, 2**31):
        made, _ = await answered(PLAIN, total)
        assert made is None


async def test_a_selection_of_the_type_name_alone_takes_no_row_for_granted() -> None:
    query = "{ contracts { nodes { __typename } } }"
    assert (await both(query, [[[[]]]]))[0] == {
        "data": {"contracts": {"nodes": [{"__typename": "Contract"}]}}
    }
    for row in (None, ["x"]):
        assert (await both(query, [[[row]]]))[0] is None


async def test_fields_that_merge_are_one() -> None:
    query = "{ contracts { nodes { value { amount } value { currency } ...on Contract { id } } } }"
    made, told = await both(query, [[[[100_000, "GBP", "con-1"]]]])
    assert made == told
    node = made["data"]["contracts"]["nodes"][0]
    assert node == {"value": {"amount": "1.00", "currency": "GBP"}, "id": "con-1"}


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from(STRANGE)), max_size=3))
async def test_whatever_stands_in_a_row_the_answer_is_graphql_cores(
    cells: list[tuple[int, Any]],
) -> None:
    contract = PLAIN
    for at, value in cells:
        contract = [*contract[:at], value, *contract[at + 1 :]]
    made, told = await answered(contract)
    assert made is None or orjson.dumps(made) == orjson.dumps(told)


def leaf(type: Any, value: Any) -> Any:
    """What a field of that type comes to."""
    layout = Layout("Contract", Builder(SHAPES["Contract"], ["x"]))
    required: Any = GraphQLNonNull(type)
    layout.fields["x"] = Column(0, None, Shown(required))
    return completion(layout)([value], [])["x"]


SCALARS: list[Any] = [
    *(GraphQLString, GraphQLID, GraphQLInt, GraphQLFloat, GraphQLBoolean),
    *(EXECUTOR.core.type_map[name] for name in ("Decimal", "Date", "DateTime")),
]


@pytest.mark.parametrize("type", SCALARS, ids=str)
def test_a_leaf_is_what_graphql_core_makes_of_it_or_is_left_to_it(type: GraphQLScalarType) -> None:
    values = [*STRANGE, Decimal("1.50"), date(2020, 2, 29), datetime(2020, 2, 29, 1, 2)]
    completed = 0
    for value in values:
        try:
            made = leaf(type, value)
        except Bail:
            continue
        completed += 1
        assert orjson.dumps(made) == orjson.dumps(type.coerce_output_value(value))
    assert completed


def test_a_whole_number_is_a_float_where_one_is_promised_and_nothing_that_json_lacks_is() -> None:
    assert repr(leaf(GraphQLFloat, 3)) == "3.0"
    for value in (math.nan, math.inf, -math.inf, True):
        with pytest.raises(Bail):
            leaf(GraphQLFloat, value)


@given(st.integers(-LARGEST, LARGEST))
def test_an_amount_as_text_is_that_of_its_decimal(units: int) -> None:
    assert text_e5(units) == str(from_e5(units))

"""Cost and relations of a document: worked out by hand, and no way to make them look smaller."""

from typing import Any

import pytest
import strawberry
from graphql import (
    DocumentNode,
    NoUnusedVariablesRule,
    OperationDefinitionNode,
    parse,
    specified_rules,
    validate,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strawberry.federation import Schema
from strawberry.federation.schema_directives import Cost, ListSize

from hub.gateway.cost import Priced, Pricing
from schema.build import schema
from schema.cost import COUNT, FILTER, MATCH, STATEMENT, SUM

PAGE = "query($n: Int) {{ contracts({}) {{ nodes {{ id }} }} }}"
RULES = [rule for rule in specified_rules if rule is not NoUnusedVariablesRule]


def priced(text: str, made: Any = schema) -> Priced:
    """The first operation of a valid document."""
    core = made._schema  # pyright: ignore[reportPrivateUsage]
    document: DocumentNode = parse(text)
    assert not validate(core, document, RULES)
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    return Pricing(core, document).operation(operation)


def cost(text: str, made: Any = schema, **variables: Any) -> int:
    """What it costs with these variables."""
    return priced(text, made).cost(variables)


@pytest.mark.parametrize(
    ("arguments", "variables", "items"),
    [
        ("first: 7", {}, 7),
        ("last: 7", {}, 7),
        ("first: 3, last: 7", {}, 7),  # will be refused; the larger counts until then
        ("first: $n", {"n": 7}, 7),
        ("first: $n", {}, 20),  # absent: the default page
        ("first: $n", {"n": None}, 20),
        ('after: "x"', {}, 20),
        ("first: null", {}, 20),
        ("first: -1000000", {}, 1),
        ("first: $n", {"n": -1000000}, 1),
        ("first: 0", {}, 1),
        ("first: 1000000000", {}, 100),
        ("first: $n", {"n": 10**30}, 100),
        ("first: $n", {"n": "7"}, 100),  # no number: will be refused
        ("first: $n", {"n": [7]}, 1),
        ("first: $n", {"n": True}, 1),
    ],
)
def test_a_page_costs_its_size_however_it_is_given(
    arguments: str, variables: dict[str, Any], items: int
) -> None:
    assert cost(PAGE.format(arguments), **variables) == STATEMENT + 1 + items


def test_a_huge_literal_counts_as_the_largest_page() -> None:
    document = parse("{ contracts(first: " + "9" * 5000 + ") { nodes { id } } }")
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    core = schema._schema  # pyright: ignore[reportPrivateUsage]
    assert Pricing(core, document).operation(operation).cost({}) == STATEMENT + 1 + 100


def test_the_default_of_a_variable_holds_unless_one_is_sent() -> None:
    text = "query($n: Int = 50) { contracts(first: $n) { nodes { id } } }"
    assert cost(text) == STATEMENT + 51
    assert cost(text, n=2) == STATEMENT + 3
    assert priced(text).cost(None) == STATEMENT + 51


def test_pages_inside_one_another_multiply_and_aliases_add() -> None:
    inner = "contracts(first: 5) { nodes { id title } }"  # 1 + 1 + 5 × 2
    assert cost(f"{{ suppliers(first: 100) {{ nodes {{ id {inner} }} }} }}") == (
        STATEMENT + 1 + 100 * (1 + 12)
    )
    assert cost(f"{{ suppliers(first: 100) {{ nodes {{ a: {inner} b: {inner} }} }} }}") == (
        STATEMENT + 1 + 100 * 24
    )


def test_edges_and_nodes_are_both_as_long_as_the_page() -> None:
    text = "{ contracts(first: 10) { edges { cursor node { id } } pageInfo { endCursor } } }"
    assert cost(text) == STATEMENT + 1 + 10 * 3 + 2


def test_counts_sums_filters_and_matches_weigh_what_the_schema_says() -> None:
    assert cost("{ contracts(first: 1) { totalCount } }") == STATEMENT + COUNT
    assert cost('{ contract(id: "x") { paid { currency } } }') == STATEMENT + SUM + 10
    where = "query($w: ContractWhere) { contracts(first: 1, where: $w) { nodes { id } } }"
    assert cost(where) == STATEMENT + FILTER + 2
    match = 'query { matchSuppliers(need: {text: "x"}) { suppliers(first: 3) { nodes { rank } } } }'
    assert cost(match) == MATCH + 1 + 1 + 3


def test_keys_are_charged_one_by_one() -> None:
    text = "query($i: [ID!]!) { nodes(ids: $i) { id } }"
    assert cost(text, i=["a"] * 7) == STATEMENT + 7
    assert cost(text, i="a") == STATEMENT + 100
    assert cost('{ nodes(ids: ["a", "b"]) { id } }') == STATEMENT + 2


def test_a_fragment_on_a_page_costs_the_page_that_spreads_it() -> None:
    part = "fragment p on ContractConnection { nodes { ...c } } fragment c on Contract { id title }"
    assert cost("{ contracts(first: 9) { ...p } } " + part) == STATEMENT + 1 + 18
    assert cost("query($n: Int) { contracts(first: $n) { ...p } } " + part, n=4) == (
        STATEMENT + 1 + 8
    )


def test_every_alias_of_a_relation_is_a_hop_wherever_it_is_spread() -> None:
    one = "buyer { id }"
    assert priced(f'{{ contract(id: "x") {{ id {one} }} }}').hops == 1
    assert priced(f'{{ contract(id: "x") {{ a: {one} b: {one} }} }}').hops == 2
    nested = "contracts { nodes { suppliers { nodes { contracts { nodes { id } } } } } }"
    assert priced(f'{{ buyer(id: "x") {{ {nested} }} }}').hops == 3
    spread = (
        '{ contract(id: "x") { ...f s: suppliers { nodes { id } } } b: contract(id: "y") { ...f } }'
    )
    assert priced(f"{spread} fragment f on Contract {{ {one} }}").hops == 3
    assert priced('{ node(id: "x") { ... on Contract { ... { buyer { id } } } } }').hops == 1


def test_introspection_is_charged_for_its_nested_lists() -> None:
    assert cost("{ __schema { types { fields { args { name } } } } }") > 10 * 10 * 10


@strawberry.input
class Window:
    first: int | None = None


@strawberry.type
class Item:
    id: str


@strawberry.type
class Shop:
    @strawberry.field(
        directives=[
            ListSize(
                assumed_size=5,
                slicing_arguments=["page.first"],
                sized_fields=strawberry.UNSET,
                require_one_slicing_argument=False,
            ),
            Cost(weight=3),
        ]
    )
    def items(self, page: Window | None = None) -> list[Item]:
        return []


SHOP = Schema(query=Shop, federation_version="2.9")


@pytest.mark.parametrize(
    ("text", "variables", "expected"),
    [
        ("{ items(page: {first: 8}) { id } }", {}, 11),
        ("query($n: Int) { items(page: {first: $n}) { id } }", {"n": 8}, 11),
        ("query($p: Window) { items(page: $p) { id } }", {"p": {"first": 8}}, 11),
        ("query($p: Window) { items(page: $p) { id } }", {"p": {"first": -8}}, 4),
        ("query($p: Window) { items(page: $p) { id } }", {"p": {}}, 8),
        ("query($p: Window) { items(page: $p) { id } }", {"p": 8}, 8),
        ("query($p: Window = {first: 9}) { items(page: $p) { id } }", {}, 12),
        ("{ items(page: {}) { id } }", {}, 8),
        ("{ items { id } }", {}, 8),
    ],
)
def test_a_page_size_inside_an_input_is_read(
    text: str, variables: dict[str, Any], expected: int
) -> None:
    assert cost(text, SHOP, **variables) == expected


def bomb(levels: int) -> str:
    """Each fragment spreads the next one twice: 2 to the power of `levels` fields."""
    spreads = (f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels))
    return " ".join(["{ ...f0 }", *spreads, f"fragment f{levels} on Query {{ hub {{ version }} }}"])


def test_a_fragment_bomb_is_priced_by_arithmetic() -> None:
    assert cost(bomb(90)) == 2**90 * cost("{ hub { version } }")


SIZES = st.sampled_from(["", "(first: 3)", "(first: $n)", "(last: $m)", "(first: 0)"])


@st.composite
def selections(draw: st.DrawFn, depth: int = 2) -> str:
    """A selection of a contract, with pages inside one another."""
    parts = [draw(st.sampled_from(["id", "id title", "paid { currency }", "buyer { id }"]))]
    for name in draw(
        st.lists(st.sampled_from(["a", "b"]), max_size=2 if depth else 0, unique=True)
    ):
        size, inner = draw(SIZES), draw(selections(depth - 1))
        deeper = f"contracts{size} {{ edges {{ node {{ {inner} }} }} totalCount }}"
        parts.append(f"{name}: suppliers{size} {{ nodes {{ ... on Supplier {{ {deeper} }} }} }}")
    return " ".join(parts)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(selections(), st.integers(-5, 200), st.integers(-5, 200))
def test_a_fragment_costs_what_its_text_costs_and_no_size_lowers_it(
    part: str, n: int, m: int
) -> None:
    page = "query($n: Int, $m: Int) {{ contracts(first: $n) {{ nodes {{ {0} ... {{ {0} }} }} }} }}"
    written = priced(page.format(part))
    shared = priced(page.format("...f") + f" fragment f on Contract {{ {part} }}")
    assert written.cost({"n": n, "m": m}) == shared.cost({"n": n, "m": m})
    assert written.hops == shared.hops
    assert written.cost({"n": n, "m": m}) >= written.cost({"n": 1, "m": 1})


ODD = (None, True, -1, 0, 3, 10**30, -(10**30), 2.5, float("nan"), "x", [], [1] * 500, {}, {"n": 1})


@pytest.mark.parametrize("n", ODD)
def test_whatever_is_sent_as_variables_costs_between_one_item_and_a_full_page(n: Any) -> None:
    page, keys = "contracts(first: $n) { nodes { id } }", "nodes(ids: $i) { id }"
    text = f"query($n: Int, $i: [ID!]!) {{ {page} {keys} }}"
    for i in ODD:
        assert 2 * STATEMENT + 3 <= cost(text, n=n, i=i) <= 2 * STATEMENT + 201

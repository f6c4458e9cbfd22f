"""Limits: counted against a plain expansion, and linear in what is sent."""

import contextlib
from dataclasses import replace

import pytest
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    Lexer,
    OperationDefinitionNode,
    SelectionSetNode,
    Source,
    TokenKind,
    parse,
)
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LimitExceeded
from hub.gateway import limits
from hub.gateway.limits import Limits, Size

WIDE = Limits(
    characters=10**9,
    tokens=10**9,
    depth=10**9,
    fields=10**9,
    aliases=10**9,
    directives=10**9,
    hops=10**9,
)


def bomb(levels: int) -> str:
    """Each fragment spreads the next one twice: 2 to the power of `levels` fields."""
    spreads = (f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels))
    return " ".join(["{ ...f0 }", *spreads, f"fragment f{levels} on Query {{ a }}"])


@pytest.mark.parametrize("levels", [20, 40, 90])
def test_a_fragment_bomb_is_counted_by_arithmetic_and_refused(
    levels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = 0
    once = limits._part  # pyright: ignore[reportPrivateUsage]

    def part(node: OperationDefinitionNode | FragmentDefinitionNode) -> object:
        nonlocal counted
        counted += 1
        return once(node)

    monkeypatch.setattr(limits, "_part", part)
    text = bomb(levels)
    limits.check_text(text, replace(WIDE, tokens=1000))
    document = parse(text)
    assert next(limits.sizes(document)).fields == 2**levels
    assert counted == len(document.definitions)  # each definition is walked once
    with pytest.raises(LimitExceeded) as refused:
        limits.check(document, Limits(10**6, 1000, 20, 2000, 30, 20, 20))
    assert refused.value.extensions["limit"] == "fields"
    assert refused.value.extensions["maximum"] == 2000


@pytest.mark.parametrize(
    ("text", "limit", "value"),
    [
        ("{ a { b { c { d } } } }", "depth", 4),
        ("{ a { ...f } } fragment f on T { b { ...g } } fragment g on T { c { d } }", "depth", 4),
        ("{ a { ... on T { b { c { d } } } } }", "depth", 4),
        ("{ a b c d }", "fields", 4),
        ("{ x: a y: a ...f z: a } fragment f on T { w: a }", "aliases", 4),
        ("{ a @x b @x ... @x { c @x } }", "directives", 4),
        ("query Q @x { a @x ...f @x } fragment f on T @x { b }", "directives", 4),
        ("query A { a } query B { a { b { c { d } } } }", "depth", 4),
    ],
)
def test_each_limit_is_refused_one_above_and_allowed_at_its_value(
    text: str, limit: str, value: int
) -> None:
    document = parse(text)
    at = {name: getattr(WIDE, name) for name in WIDE.__slots__}
    limits.check(document, Limits(**{**at, limit: value}))
    with pytest.raises(LimitExceeded) as refused:
        limits.check(document, Limits(**{**at, limit: value - 1}))
    told = {"limit": limit, "value": value, "maximum": value - 1}
    assert refused.value.extensions == told


def test_fragments_that_spread_themselves_end() -> None:
    loop = parse("{ ...f } fragment f on T { a ...g } fragment g on T { b ...f ...none }")
    assert next(limits.sizes(loop)).fields >= 2


def test_thirty_thousand_fields_are_refused_after_a_thousand_tokens() -> None:
    with pytest.raises(LimitExceeded) as refused:
        limits.check_text("{" + " __typename" * 30_000 + "}", replace(WIDE, tokens=1000))
    assert refused.value.extensions == {"limit": "tokens", "value": 1001, "maximum": 1000}


@pytest.mark.parametrize(
    "text",
    [
        "{ a(x: 1.5e-3, y: -2, z: $n) @d }",
        '{ a(s: "} } } }", b: """ } "quoted" \\""" } """) }',
        "{...f}fragment f on T{a,b c}",
        "query Q($n: [Int!]! = [1, -2]) { a(o: {k: ENUM}) }",
    ],
)
def test_tokens_are_counted_as_the_parser_reads_them(text: str) -> None:
    lexer, count = Lexer(Source(text)), 0
    while lexer.advance().kind != TokenKind.EOF:
        count += 1
    limits.check_text(text, replace(WIDE, tokens=count))
    with pytest.raises(LimitExceeded):
        limits.check_text(text, replace(WIDE, tokens=count - 1))


def test_a_long_document_is_refused_unread() -> None:
    limits.check_text("x" * 1000, replace(WIDE, characters=1000))
    with pytest.raises(LimitExceeded) as refused:
        limits.check_text("x" * 1001, replace(WIDE, characters=1000))
    assert refused.value.extensions == {"limit": "characters", "value": 1001, "maximum": 1000}


@pytest.mark.parametrize(
    "text", ["#" * 10**6, '"' * 10**6, '"""' + '" ' * 500_000, '"""\\' * 250_000, "." * 10**6]
)
def test_no_text_makes_the_count_go_back_and_forth(text: str) -> None:
    with contextlib.suppress(LimitExceeded):
        limits.check_text(
            text, replace(WIDE, tokens=1000)
        )  # quadratic work would not end within the test run


def naive(document: DocumentNode) -> Size:
    """The first operation with every spread written out: slow and plainly right."""
    fragments = {
        d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
    }

    def walk(selections: SelectionSetNode, depth: int) -> Size:
        size = Size()
        for node in selections.selections:
            inner = getattr(node, "selection_set", None)
            below = depth
            if isinstance(node, FragmentSpreadNode):
                inner = fragments[node.name.value].selection_set
            if isinstance(node, FieldNode):
                below = depth + 1
                size.fields += 1
                size.aliases += node.alias is not None
                size.depth = max(size.depth, below)
            if inner:
                found = walk(inner, below)
                size.depth = max(size.depth, found.depth)
                size.fields += found.fields
                size.aliases += found.aliases
        return size

    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    return walk(operation.selection_set, 0)


def selections(spreadable: list[str]) -> st.SearchStrategy[str]:
    """A selection set that may spread these fragments."""
    spread = [st.sampled_from([f"...{name}" for name in spreadable])] if spreadable else []
    leaf = st.one_of(st.sampled_from(["a", "x: a", "y: b"]), *spread)

    def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        nested = st.lists(inner, min_size=1, max_size=3).map(" ".join)
        return st.one_of(nested.map("c {{ {} }}".format), nested.map("... {{ {} }}".format))

    part = st.recursive(leaf, wrapped, max_leaves=5)
    return st.lists(part, min_size=1, max_size=4).map(" ".join).map("{{ {} }}".format)


@given(st.data())
def test_random_documents_have_the_size_of_their_plain_expansion(data: st.DataObject) -> None:
    names = ["f0", "f1", "f2"]
    parts = [data.draw(selections(names))]
    parts += [
        f"fragment {name} on T {data.draw(selections(names[n + 1 :]))}"
        for n, name in enumerate(names)
    ]
    document = parse(" ".join(parts))
    assert next(limits.sizes(document)) == naive(document)

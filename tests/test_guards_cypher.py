"""Cypher: it lives in graph/, and only graph/plan.py joins it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import ROOT, parsed, sources

# A text is Cypher when it holds a clause or a pattern; SQL (ranking/) has neither.
CLAUSE = re.compile(
    r"\b(MATCH|MERGE)\s*\(|\bUNWIND\s+[$\[\w]|\bRETURN\s+[\w\[{$*]|\bCOLLECT\s*\{|\bDETACH DELETE\b"
    r"|-\[\{?\w*\}?:[A-Z_{]"
)
# In graph/ a piece of a text counts too: a predicate, an order.
PIECE = re.compile(
    CLAUSE.pattern + r"|\bMATCH\b|\bRETURN\b|\bWHERE\b|\bORDER BY\b|\bIS (NOT )?NULL\b"
)
# The planner, the nodes that it finds, the filters on them and what is told of all of them.
JOINERS = tuple(
    ROOT / "graph" / f"{name}.py" for name in ("plan", "found", "filters", "aggregates")
)
METHODS = {"format", "format_map", "join", "replace"}


def holds(node: ast.AST | None, piece: re.Pattern[str], names: frozenset[str]) -> bool:
    """Is the expression a Cypher text, or the name of one, or a list with one in it?"""
    if isinstance(node, (ast.List, ast.Tuple)):
        return any(holds(item, piece, names) for item in node.elts)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(piece.search(node.value))
    if isinstance(node, ast.Attribute):
        return node.attr in names
    return isinstance(node, ast.Name) and node.id in names


def parts(node: ast.AST) -> list[ast.AST]:
    """What an expression joins together; nothing when it joins nothing."""
    match node:
        case ast.JoinedStr(values=values):
            return [v.value if isinstance(v, ast.FormattedValue) else v for v in values]
        case ast.BinOp(op=ast.Add() | ast.Mod(), left=left, right=right):
            return [left, right]
        case ast.AugAssign(op=ast.Add(), target=target, value=value):
            return [target, value]
        case ast.Call(func=ast.Attribute(attr=attr, value=value), args=args) if attr in METHODS:
            return [value, *args]
        case _:
            return []


def constants(tree: ast.Module, piece: re.Pattern[str]) -> Iterator[str]:
    """Names of a module's texts: `READ = "MATCH …"`, annotated or not."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and holds(node.value, piece, frozenset()):
            yield from (t.id for t in targets if isinstance(t, ast.Name))


def joins(tree: ast.Module, piece: re.Pattern[str], names: frozenset[str]) -> list[int]:
    """The lines on which a module joins Cypher."""
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    walked = (node for node in ast.walk(tree) if id(node) not in docs)
    return [
        getattr(node, "lineno", 0)
        for node in walked
        if any(holds(part, piece, names) for part in parts(node))
    ]


def graph_files() -> list[Path]:
    """The files of graph/, migrations included."""
    return [path for path in sources() if path.is_relative_to(ROOT / "graph")]


def test_only_the_planner_joins_cypher() -> None:
    names = frozenset(name for path in graph_files() for name in constants(parsed(path), PIECE))
    assert "OPEN" in names
    found = {str(path): joins(parsed(path), PIECE, names) for path in graph_files()}
    assert all(found.pop(str(path)) for path in JOINERS)
    assert not {path: lines for path, lines in found.items() if lines}


def test_no_cypher_stands_outside_graph() -> None:
    for path in sources():
        if not path.is_relative_to(ROOT / "graph"):
            strings = (n for n in ast.walk(parsed(path)) if isinstance(n, ast.Constant))
            texts = [n.lineno for n in strings if holds(n, CLAUSE, frozenset())]
            assert not texts, f"{path} holds Cypher on line {texts[0]}"


@pytest.mark.parametrize(
    "code",
    [
        'text = f"MATCH (n:{label}) RETURN n.id AS id"',
        "text = \"MATCH (n) WHERE n.id = '%s'\" % id",
        'text = "MATCH (n:{}) RETURN n.id AS id".format(label)',
        'text = "MATCH (n:A)" + " RETURN n.id AS id"',
        'text = " ".join(["MATCH (n:A)", rest])',
        "text = READ + rest",
        'text += " WHERE n.id = 1"',
        "text = organisations.READ.replace('A', label)",
    ],
)
def test_the_guard_sees_every_way_to_join(code: str) -> None:
    assert joins(ast.parse(code), PIECE, frozenset({"READ"}))


def test_the_guard_lets_other_texts_be() -> None:
    fine = 'a = f"No node where {x} is" + "." ; b = "MATCH (n:A) " "RETURN n.id AS id"'
    assert not joins(ast.parse(fine), PIECE, frozenset({"READ"}))

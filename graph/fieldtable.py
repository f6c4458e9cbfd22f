"""The table of everything that is stored, made from the catalogue: `python -m graph.fieldtable`."""

from collections.abc import Iterable, Iterator

from graph.catalogue import EDGES, NODES
from graph.shape import Column, Stored

HEAD = """# What the graph stores

Made by `python -m graph.fieldtable` from `graph/catalogue.py`; do not edit. `hub hash` covers every
row but those marked as bookkeeping. Versioned: superseded values live in `…State` nodes.
"""
NAMES: dict[Stored, str] = {str: "text", int: "whole number", bool: "yes or no"}


def table() -> str:
    """The whole page, Markdown."""
    return "\n".join([HEAD, *_lines()])


def _lines() -> Iterator[str]:
    yield "## Picture\n"
    yield from _picture()
    yield "## Nodes\n"
    for node in NODES:
        yield f"### {node.label}\n\n{node.doc}\n"
        yield from _columns(node.stored)
    yield "## Edges\n"
    for edge in EDGES:
        yield f"### {edge.source} –{edge.type}→ {edge.target}\n\n{edge.doc}\n"
        yield from _columns(edge.columns)


def _picture() -> Iterator[str]:
    """A Mermaid diagram; states hang on their node by WAS and are left out of it."""
    yield "```mermaid\nflowchart LR"
    for edge in EDGES:
        if edge.type != "WAS":
            yield f"  {edge.source} -->|{edge.type}| {edge.target}"
    joined = {end for edge in EDGES for end in (edge.source, edge.target)}
    yield from (f"  {node.label}" for node in NODES if node.label not in joined)
    yield "```\n"


def _columns(columns: Iterable[Column]) -> Iterator[str]:
    rows = [_row(column) for column in columns]
    if rows:
        yield "| column | type | | meaning |\n|---|---|---|---|"
        yield from rows
        yield ""


def _row(column: Column) -> str:
    marks = ("required", column.required), ("versioned", column.versioned)
    kept = [name for name, marked in (*marks, ("bookkeeping", column.bookkeeping)) if marked]
    type = NAMES.get(column.type, "list of texts")
    return f"| `{column.name}` | {type} | {', '.join(kept)} | {column.doc} |"


if __name__ == "__main__":
    print(table(), end="")

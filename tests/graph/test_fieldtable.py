"""The committed field table is the one that the catalogue makes."""

import re

from graph.catalogue import EDGES, NODES
from graph.fieldtable import table
from tests.tree import ROOT


def test_the_field_table_is_fresh() -> None:
    committed = (ROOT / "docs" / "graph-fields.md").read_text("utf-8")
    assert committed == table(), "run: python -m graph.fieldtable > docs/graph-fields.md"


def test_the_field_table_names_everything_that_is_stored() -> None:
    text = table()
    for node in NODES:
        part = text.split(f"### {node.label}\n")[1].split("### ")[0]
        assert all(f"| `{column.name}` |" in part for column in node.stored)
    for edge in EDGES:
        assert f"### {edge.source} –{edge.type}→ {edge.target}\n" in text


def test_the_picture_shows_each_edge_and_each_node_once() -> None:
    drawn = table().split("```mermaid\nflowchart LR\n")[1].split("```")[0].splitlines()
    arrows = [tuple(re.findall(r"\w+", line)) for line in drawn]
    edges = [(e.source, e.type, e.target) for e in EDGES if e.type != "WAS"]
    ends = {end for a, _, b in edges for end in (a, b)}
    lonely = [(n.label,) for n in NODES if n.label not in ends and not n.label.endswith("State")]
    assert sorted(arrows) == sorted([*edges, *lonely])

"""The committed field table is the one that the catalogue makes."""

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

"""The committed page on sources is the one that the tables make, and leaves no field out."""

from graph.catalogue import NODES
from hub.ingest.fieldsources import sources, table
from tests.tree import ROOT


def test_the_page_is_fresh() -> None:
    committed = (ROOT / "docs" / "field-sources.md").read_text("utf-8")
    assert committed == table(), "run: python -m hub.ingest.fieldsources > docs/field-sources.md"


def test_every_field_has_a_row_with_its_public_time() -> None:
    parts = table().split("\n## ")[1:]
    rows = {
        part.split("\n")[0]: [line for line in part.split("\n") if line.startswith("| `")]
        for part in parts
    }
    for node in NODES:
        if not node.label.endswith("State"):
            shown = [column for column in node.stored if not column.bookkeeping]
            assert len(rows[node.label]) == len(shown)
            for column, row in zip(shown, rows[node.label], strict=True):
                assert row.startswith(f"| `{column.name}` | ")
                assert row.split(" | ")[1] in ("timeless", "of the first", "of the last")


def test_every_field_says_where_it_comes_from() -> None:
    silent = [
        f"{node.label}.{column.name}"
        for node in NODES
        if not node.label.endswith("State")
        for column in node.stored
        if not column.bookkeeping and not sources(node.label, column.name)
    ]
    assert not silent

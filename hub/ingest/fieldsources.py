"""Where each field of the graph comes from, and since when it is public.

`python -m hub.ingest.fieldsources` writes docs/field-sources.md, out of the catalogue, the table of
OCDS paths and the nouns of the hub's own files.
"""

from collections.abc import Iterator

from graph.catalogue import NODES
from graph.shape import Column, Node
from hub.ingest.ocdspaths import ROWS
from hub.ingest.own.nouns import NOUNS

HEAD = """# Where each field comes from, and since when it is public

Made by `python -m hub.ingest.fieldsources`; do not edit. Rows of tables become OCDS releases first
(docs/loading.md), so the OCDS paths hold for them too; `n more`: docs/ocds-fields.md has all. *of
the first*: public since the publication that first told of the node (`publicFrom`; `basis` says how
that time is known). *of the last*: since the publication that last changed this field; earlier
values are states. *timeless*: knowledge about names, applied to all dates. An edge is public from
its own `publicFrom` until its `publicTo`.
"""
SHOWN = 2  # paths of a field; some have a dozen
# What no path and no noun fills: whole labels first, then columns that many labels have.
LABELS = {
    "Organisation": "derived from its mentions and from the edges of what it bought and supplied",
    "Mention": "a party, buyer or supplier as one source names it",
    "Identifier": "identifiers of parties, read by form",
    "Payment": "a line of a sales return, or a sum of spend lines (mappings)",
    "SpendMonth": "a month of a spend list (mappings)",
    "Category": "classifications of what was bought; labels also from a loaded vocabulary",
    "Release": "the publication itself",
    "Record": "the line of an own file itself",
    "Source": "the mapping, publisher and licence of a data set",
    "ReferenceList": "a reference list as a whole",
    "Listed": "a row of a reference list",
    "Vocabulary": "a row of a loaded vocabulary",
    "Decision": "a person's decision on who is who (`hub identify`)",
}
COLUMNS = {
    "Notice.name": "what the notice type stands for",
    "Assessment.measure": "the measured value, when it is no sum of money",
    "Assessment.unit": "the unit of the measured value",
    "id": "made of the keys that the source gives",
    "publicFrom": "date of the first publication that tells of it",
    "publicTo": "date of the publication that ends it",
    "basis": "how the mapping knows public time",
    "source": "the data set that it was loaded from",
    "withheld": "never loaded: set by hub staff",
    "thing": "noun, data set and key of the own file's record",
    "section": "where in the release it stands",
    "holder": "where in the release it stands",
    "proposed": "a change that is planned, not made: where in the release it stands",
    "origin": "what kind of publication tells of it",
    "ocid": "the ocid of its process",
    "endReason": "the reason in a termination notice",
    "lot": "own files, the lot referred to; sales returns",
    "code": "own files, the key of the record or the code as published",
}
REFERENCES = "own files, what the record refers to"


def table() -> str:
    """The whole page, Markdown."""
    return "\n".join([HEAD, *_lines()])


def _lines() -> Iterator[str]:
    for node in NODES:
        if not node.label.endswith("State"):
            yield f"## {node.label}\n"
            yield "| field | public time | from |\n|---|---|---|"
            for column in node.stored:
                if not column.bookkeeping:
                    came = "; ".join(sources(node.label, column.name))
                    yield f"| `{column.name}` | {clock(node, column)} | {came} |"
            yield ""


def clock(node: Node, column: Column) -> str:
    """Since when the value is public."""
    if all(one.name != "publicFrom" for one in node.stored):
        return "timeless"
    return "of the last" if column.versioned else "of the first"


def sources(label: str, column: str) -> list[str]:
    """OCDS paths, fields of own files, or in words what else fills a column."""
    paths = sorted({row.path for row in ROWS if row.field == f"{label}.{column}"})
    found = [f"`{path}`" for path in paths[:SHOWN]]
    if len(paths) > SHOWN:
        found.append(f"{len(paths) - SHOWN} more")
    for noun in NOUNS.values():
        if noun.label == label:
            names = [field.name for field in noun.fields if field.column == column]
            found += [f"own files, {noun.name} `{name}`" for name in names]
    if found or label in LABELS:
        return found or [LABELS[label]]
    if column.endswith(("Ref", "Part")) or column == "replaces":
        return [REFERENCES]
    said = COLUMNS.get(f"{label}.{column}", COLUMNS.get(column))
    return [said] if said else []


if __name__ == "__main__":
    print(table(), end="")

"""Invented files for these tests: no body, firm or purchase in them exists."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from hub.ingest.compile import History, Prepared, history, processes
from hub.ingest.facts import Mention, Node
from hub.ingest.ocds import looked_through, prepared, release_of

Json = dict[str, Any]
OCID = "ocds-zzzzzz-1"
COLUMNS: tuple[str, ...] = (
    "ID",
    "Framework",
    "LotDescription",
    "SupplierName",
    "CustomerName",
    "ReturnMonth",
    "ProjectNameAndDescription",
    "EvidencedSpend",
    "Sector",
    "SMEorLarge",
)
LINE = {
    "ID": "1",
    "Framework": "Invented-Cloud",
    "LotDescription": "3",
    "SupplierName": "Quillfeather Software Ltd",
    "CustomerName": "Ostermoor Borough Council",
    "ReturnMonth": "2013-05-01",
    "ProjectNameAndDescription": "Case files",
    "EvidencedSpend": "100.50",
    "Sector": "Local Government",
    "SMEorLarge": "SME",
}


class Noted:
    """Remembers findings as (code, path or column)."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def __call__(self, code: str, path: str, message: str, advice: str) -> None:
        assert message
        assert advice
        self.found.append((code, path))

    @property
    def codes(self) -> set[str]:
        """The codes that were noted."""
        return {code for code, _ in self.found}


def line(**changes: str) -> dict[str, str]:
    """A row of a return."""
    return {**LINE, **changes}


def returns(path: Path, rows: Iterable[dict[str, str]], encoding: str = "utf-8") -> Path:
    """A file of returns."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def jsonl(path: Path, releases: Iterable[Json]) -> Path:
    """A file of releases, one a line."""
    path.write_text("".join(json.dumps(one) + "\n" for one in releases), "utf-8")
    return path


def buyer(name: str = "Ostermoor Borough Council", id: str = "b-1", **more: Any) -> Json:
    """A party that buys."""
    return {"id": id, "name": name, "roles": ["buyer"], **more}


def supplier(name: str, id: str, **more: Any) -> Json:
    """A party that supplies."""
    return {"id": id, "name": name, "roles": ["supplier"], **more}


def award(id: str, *suppliers: Json, **more: Any) -> Json:
    """An award to parties."""
    named = [{"id": one["id"], "name": one["name"]} for one in suppliers]
    return {"id": id, "status": "active", "suppliers": named, **more}


def release(id: str = "r-1", date: str = "2026-01-10T09:00:00Z", **more: Any) -> Json:
    """A release of an invented publisher; a key with None is left out."""
    made = {
        "ocid": OCID,
        "id": id,
        "date": date,
        "tag": ["award"],
        "tender": {"id": "t-1", "title": "Lamp posts"},
        "parties": [buyer()],
        "buyer": {"id": "b-1", "name": "Ostermoor Borough Council"},
        **more,
    }
    return {key: value for key, value in made.items() if value is not None}


def ready(published: Json, noted: Noted | None = None) -> tuple[Prepared, list[Mention]]:
    """A release on its way to the graph, and its mentions."""
    note = noted or Noted()
    made = release_of(published, None, note)
    assert made is not None
    one, mentions = prepared(made, note)
    looked_through(one.body, mentions, note)
    return one, mentions


def histories(*published: Json) -> list[History]:
    """The processes that releases make."""
    return [history(process) for process in processes(ready(one)[0] for one in published)]


def nodes(found: History, label: str) -> list[Node]:
    """The nodes of one label."""
    return [node for node in found.nodes if node.label == label]


def newest(found: History, label: str) -> list[Json]:
    """The newest values of the nodes of one label."""
    return [{**node.fixed, **node.states[-1].values} for node in nodes(found, label)]


def links(found: History, type: str) -> list[tuple[str, str]]:
    """Both ends of the open edges of one type."""
    return [(e.start, e.end) for e in found.links if e.type == type and e.until is None]


def names(mentions: Sequence[Mention]) -> set[str]:
    """What they are called."""
    return {mention.name for mention in mentions}

"""A small invented market for tests on a graph: returns and notices that meet in some bodies."""

from pathlib import Path
from typing import Any

from graph.catalogue import NODES
from graph.driver import Graph, Statement
from graph.items import EDGES as EDGE_TEXTS
from graph.items import NODES as NODE_TEXTS
from hub.ingest.load import LoadOptions, Progress, load
from hub.ingest.report import Report, Summary
from tests.hub.ingest.given import award, buyer, jsonl, line, release, returns, supplier

COUNCIL = buyer(
    "Ostermoor Borough Council",
    "b-1",
    identifier={"scheme": "GB-PPON", "id": "PFKS-1234-BBBB"},
    address={"region": "UKZ1", "postalCode": "ZZ1 1ZZ"},
)
QUILL = supplier(
    "Quillfeather Software Limited",
    "s-1",
    identifier={"scheme": "GB-COH", "id": "05912608"},
    details={"scale": "sme"},
)
TANSY = supplier("Tansy Holdings", "s-2", identifier={"scheme": "GB-COH", "id": "5912608"})
CPV = {"scheme": "CPV", "id": "48000000", "description": "Software"}


def lines() -> list[dict[str, str]]:
    """Returns of four months: texts, sectors and sizes change, one line has no text."""
    council, other = "Ostermoor Borough Council", "Quillhaven Police"
    return [
        line(ID="10", ReturnMonth="2013-06-01", ProjectNameAndDescription="CASE FILES"),
        line(ID="9", ReturnMonth="2013-06-01", EvidencedSpend="-20"),
        line(ID="2", ReturnMonth="2013-04-01", ProjectNameAndDescription="case files."),
        line(ID="3", ReturnMonth="2013-07-01", Sector="Health", SMEorLarge="Large"),
        line(ID="4", CustomerName=other, ProjectNameAndDescription="", Sector="Police"),
        line(ID="5", CustomerName=other, SupplierName="Fennel & Co. Ltd", LotDescription="4"),
        line(ID="6", CustomerName=council, SupplierName="Fennel and Company Limited"),
    ]


def notices() -> list[dict[str, Any]]:
    """A process whose award, value, supplier's name and category change, and one of a planner."""
    tender = {"id": "t", "title": "Case files", "classification": CPV}
    first = release("r-1", "2026-01-01T09:00:00Z", parties=[COUNCIL], tender=tender, tag=["tender"])
    bid = award("1", QUILL, value={"amount": 10, "currency": "GBP"})
    notice = {"id": "n-1", "noticeType": "UK6", "documentType": "awardNotice"}
    bid["documents"] = [notice]
    second = release("r-2", "2026-02-01T09:00:00Z", parties=[COUNCIL, QUILL], awards=[bid])
    value = {"amount": 12.5, "amountGross": 15, "currency": "GBP"}
    changed = {**tender, "classification": {**CPV, "id": "72000000", "description": "IT services"}}
    third = release(
        "r-3",
        "2026-03-01T09:00:00Z",
        parties=[COUNCIL, {**QUILL, "name": "Quillfeather Group Ltd"}],
        tender=changed,
        awards=[{"id": "1", "documents": [{**notice, "url": "https://notices.invalid/1"}]}],
        contracts=[
            {
                "id": "c",
                "awardID": "1",
                "value": value,
                "dateSigned": "2026-02-20",
                "documents": [{"id": "n-2", "noticeType": "UK10"}],
                "agreedMetrics": [{"id": "k", "title": "Desks answered"}],
                "implementation": {
                    "metrics": [{"id": "k", "observations": [{"id": "o", "measure": "98 %"}]}],
                    "performanceFailures": [{"id": "f", "description": "Late"}],
                },
                "amendments": [{"id": "m", "rationaleClassifications": [CPV], "hasRenewal": False}],
            }
        ],
    )
    alone = release("r-9", "2026-02-02T09:00:00Z", ocid="ocds-zzzzzz-2", tag=["planning"])
    tied = release(
        "r-8",
        "2026-02-03T09:00:00Z",
        ocid="ocds-zzzzzz-3",
        parties=[COUNCIL, TANSY],
        awards=[award("1", TANSY)],
    )
    return [first, second, third, alone, tied]


def files(folder: Path) -> list[Path]:
    """Both, in two files each, a release twice."""
    told, posted = lines(), notices()
    return [
        returns(folder / "a.csv", told[:4]),
        returns(folder / "b.csv", told[4:]),
        jsonl(folder / "c.jsonl", posted[:2]),
        jsonl(folder / "d.jsonl", posted[1:]),
    ]


async def loaded(
    graph: Graph, *paths: Path, options: LoadOptions | None = None, report: Report | None = None
) -> Summary:
    """Load without anybody watching."""

    def silent(progress: Progress) -> None:
        assert progress.stage

    found = report or Report()
    return await load(graph, list(paths), options or LoadOptions(), found, silent)


async def stored(graph: Graph, label: str) -> list[dict[str, Any]]:
    """The nodes of a label by id."""
    found = [row[0] async for row in graph.stream(NODE_TEXTS[label])]
    return sorted(found, key=lambda node: node["id"])


async def edges(graph: Graph, *key: str) -> list[tuple[str, str, dict[str, Any]]]:
    """The edges of a type between two labels."""
    type, start, end = key
    return [(a, b, r) async for a, b, r in graph.stream(EDGE_TEXTS[type, start, end])]


def statement(text: str) -> Statement:
    """A text of a test."""
    return Statement("test", text)  # type: ignore[arg-type]


LABELS = [node.label for node in NODES]

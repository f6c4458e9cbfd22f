"""The report of a load, file by file, counted again from what went in."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.driver import Graph
from hub.ingest.quality.measure import measured
from hub.ingest.report import Report, Summary
from tests.hub.ingest.given import jsonl, line, release, returns
from tests.hub.ingest.worlds import loaded

pytestmark = pytest.mark.anyio
EVIL = "<script>alert(1)</script>"


class Tags(HTMLParser):
    """Remembers the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


async def reported(graph: Graph, folder: Path) -> tuple[Report, Summary]:
    """Two good rows and seven bad prices; three releases of which one twice and one broken."""
    good, report = [line(ID="1"), line(ID="2")], Report()
    bad = [line(ID=f"1{n}", EvidencedSpend=EVIL) for n in range(7)]
    returns(folder / "a.csv", [*good, *bad])
    path = jsonl(
        folder / "b.jsonl", [release("r-1"), release("r-1"), release("r-2", date="2026-02-01")]
    )
    with path.open("a") as file:
        file.write("{broken\n")
    (folder / "letter.txt").write_text("Dear hub")
    summary = await loaded(graph, folder, report=report)
    report.quality = (await measured(graph)).record()
    return report, summary


async def test_counts_add_up_in_each_file_and_in_all(graph: Graph, tmp_path: Path) -> None:
    report, summary = await reported(graph, tmp_path)
    (tmp_path / "out").mkdir()
    report.write(tmp_path / "out" / "report.json", summary)
    record = json.loads((tmp_path / "out" / "report.json").read_text())
    told = {one["file"]: one for one in record["files"]}
    names = ("rows", "loaded", "repeats", "later", "refused")
    assert {file: tuple(one[name] for name in names) for file, one in told.items()} == {
        "a.csv": (9, 2, 0, 0, 7),
        "b.jsonl": (4, 2, 1, 0, 1),
        "letter.txt": (0, 0, 0, 0, 0),
    }
    total = record["summary"]
    assert total["rows"] == sum(one["rows"] for one in told.values())
    assert total["refused_rows"] == sum(one["refused"] for one in told.values())
    codes = {file: {f["code"]: f["count"] for f in one["findings"]} for file, one in told.items()}
    assert codes["a.csv"]["BAD_VALUE"] == 7
    assert codes["letter.txt"] == {"UNKNOWN_FILE": 1}
    assert sum(sum(one.values()) for one in codes.values()) == total["findings"]
    (bad,) = [one for one in told["a.csv"]["findings"] if one["code"] == "BAD_VALUE"]
    assert [one["line"] for one in bad["examples"]] == [4, 5, 6, 7, 8]
    assert all(one["advice"] for one in bad["examples"])
    assert record["quality"]["processes"] == 1


async def test_the_page_is_escaped_labelled_and_fetches_nothing(
    graph: Graph, tmp_path: Path
) -> None:
    report, summary = await reported(graph, tmp_path)
    report.write(tmp_path / "report.html", summary)
    text = (tmp_path / "report.html").read_text()
    tags = Tags()
    tags.feed(text)
    names = [tag for tag, _ in tags.tags]
    assert EVIL not in text
    assert "script" not in names
    assert "http" not in text.replace("http or https with a host", "")
    assert not [
        value for _, had in tags.tags for name, value in had.items() if name in ("src", "href")
    ]
    assert names.count("h1") == 1
    assert names.count("table") == names.count("caption") > 3
    assert all(had.get("scope") in ("col", "row") for tag, had in tags.tags if tag == "th")
    assert "BAD_VALUE: 7 found, the first 5 shown" in text
    assert "Not computable: " in text


@pytest.mark.parametrize("name", ["told.json", "told.HTML"])
async def test_a_name_that_is_no_text_can_be_told(graph: Graph, tmp_path: Path, name: str) -> None:
    path = tmp_path / b"caf\xe9.csv".decode("utf-8", "surrogateescape")
    returns(path, [line(ID="1")])
    report = Report()
    summary = await loaded(graph, path, report=report)
    report.write(tmp_path / name, summary)
    text = (tmp_path / name).read_text("utf-8")
    page = name.endswith("HTML")
    assert ("caf\\udce9.csv" if page else "caf\\\\udce9.csv") in text
    assert text.startswith("<!DOCTYPE html>" if page else "{")

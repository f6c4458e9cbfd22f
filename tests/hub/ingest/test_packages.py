"""Records and packages: which releases are in them, and what is said of those that are not."""

import json
from pathlib import Path
from typing import Any

import ocdsmerge
import pytest

from graph.driver import Graph
from hub.ingest.files import found, values
from hub.ingest.mergerules import RULES
from hub.ingest.packages import is_versioned, releases_of
from hub.ingest.report import Report
from tests.hub.ingest.given import OCID, Json, Noted, award, release, supplier
from tests.hub.ingest.worlds import loaded

QUILL = supplier("Quillfeather Software Ltd", "s-1")
LINK = {"url": "https://publisher.example/r-1", "date": "2026-01-10T09:00:00Z", "tag": ["tender"]}
PUBLISHED = [
    release("r-1", tag=["tender"], language="en"),
    release(
        "r-2",
        "2026-02-01T09:00:00Z",
        parties=[QUILL],
        awards=[award("a-1", QUILL, value={"amount": 5, "currency": "GBP"})],
        tender={
            "id": "t-1",
            "title": "Lamp posts, tall",
            "items": [{"id": "i-1", "x": ["p", "q"]}],
        },
    ),
    release(
        "r-3",
        "2026-03-01T09:00:00Z",
        tag=["awardUpdate"],
        parties=None,
        buyer=None,
        tender={"id": "t-1", "title": None},
        awards=[{"id": "a-1", "value": {"amount": 7, "currency": "GBP"}, "items": [{"id": "n"}]}],
    ),
]


def read(value: Any) -> tuple[list[Any], list[str]]:
    """The releases in a value, and the codes of what was said."""
    noted = Noted()
    return list(releases_of(value, noted)), [code for code, _ in noted.found]


def versioned(published: list[Json]) -> Json:
    """As another program makes it."""
    return ocdsmerge.Merger(merge_rules=RULES).create_versioned_release(published)


def compiled(published: list[Json]) -> Json:
    """As another program makes it."""
    return ocdsmerge.Merger(merge_rules=RULES).create_compiled_release(published)


def test_releases_are_found_in_every_package() -> None:
    one, two = release("r-1"), release("r-2")
    assert read([{"releases": [one]}, [two]]) == ([one, two], [])
    record = {"ocid": OCID, "releases": [one, two], "compiledRelease": release("no")}
    assert read({"records": [record]}) == ([one, two], [])
    assert read(record) == ([one, two], [])


def test_a_linked_release_is_named_and_the_embedded_ones_are_read() -> None:
    record = {"ocid": OCID, "releases": [LINK, release("r-2")]}
    assert read({"records": [record]}) == ([release("r-2")], ["LINKED_RELEASE"])
    assert read({"records": [{"ocid": OCID, "releases": [LINK]}]}) == ([], ["LINKED_RELEASE"])


def test_a_compiled_release_is_read_when_no_other_is_there() -> None:
    one = compiled(PUBLISHED)
    assert read({"ocid": OCID, "compiledRelease": one}) == ([one], ["COMPILED_RELEASE"])
    linked = {"ocid": OCID, "releases": [LINK], "compiledRelease": one}
    assert read(linked) == ([one], ["LINKED_RELEASE", "COMPILED_RELEASE"])


@pytest.mark.parametrize("alone", [True, False])
def test_a_versioned_release_is_taken_apart_into_what_each_release_said(alone: bool) -> None:
    whole = versioned(PUBLISHED)
    assert is_versioned(whole)
    record = {"ocid": OCID, "versionedRelease": whole, "compiledRelease": compiled(PUBLISHED)}
    made, codes = read(whole if alone else {"records": [record]})
    assert codes == []
    told = [(one["ocid"], one["id"], one["date"], one["tag"]) for one in made]
    assert told == [(OCID, one["id"], one["date"], one["tag"]) for one in PUBLISHED]
    for count in range(1, len(made) + 1):
        expected = compiled(PUBLISHED[:count])
        assert compiled(made[:count]) == expected


def test_what_bears_no_version_is_told_by_the_last_release() -> None:
    published = [
        release("r-1", awards=[{"id": "a-1", "status": "active", "suppliers": [{"id": "s-1"}]}]),
        release("r-2", "2026-02-01T09:00:00Z", awards=[{"id": "a-1", "title": "Lamps"}]),
    ]
    made, _ = read(versioned(published))
    assert made[0]["awards"] == [{"id": "a-1", "status": "active"}]
    assert made[1]["awards"] == [{"id": "a-1", "title": "Lamps", "suppliers": [{"id": "s-1"}]}]


def test_versions_without_their_release_are_refused() -> None:
    for lack in ({"releaseID": None}, {"releaseDate": " "}):
        said = {"releaseID": "r-1", "releaseDate": "2026-01-10T09:00:00Z", "value": "x", **lack}
        assert read({"ocid": OCID, "title": [said]}) == ([], ["VERSIONED_RELEASE"])
    assert read({"ocid": OCID, "versionedRelease": {}}) == ([], ["VERSIONED_RELEASE"])


def test_a_plain_release_is_never_taken_for_a_versioned_one() -> None:
    album = release(tender={"id": "t", "items": [{"releaseDate": "2026-01-01", "value": 1}]})
    assert not is_versioned(album)
    assert read(album) == ([album], [])


def test_what_is_too_deep_or_doubled_in_versions_is_refused(tmp_path: Path) -> None:
    said = {"releaseID": "r-1", "releaseDate": "2026-01-10T09:00:00Z", "value": "x"}
    deep = "[" * 150 + "]" * 150
    text = json.dumps({"ocid": OCID, "title": [said]})[:-1]
    path = tmp_path / "a"
    path.write_text(f'{text}, "x": {deep}}}\n{text}, "ocid": "b"}}\n{text}}}\n')
    report = Report()
    (file,) = found([path], report)
    assert [line for line, _ in values(file, report)] == [3]
    assert [(one.code, one.line) for one in report.findings] == [("BAD_JSON", 1), ("BAD_JSON", 2)]


@pytest.mark.anyio
async def test_records_load_and_each_release_is_loaded_or_counted(
    graph: Graph, tmp_path: Path
) -> None:
    other = release("x-1", ocid="ocds-zzzzzz-2")
    records = [
        {"ocid": OCID, "versionedRelease": versioned(PUBLISHED)},
        {"ocid": "ocds-zzzzzz-2", "releases": [other, LINK]},
    ]
    path = tmp_path / "records.json"
    path.write_text(json.dumps({"records": records}))
    report = Report()
    told = await loaded(graph, path, report=report)
    assert (told.rows, told.releases, told.refused_rows) == (5, 4, 1)
    assert told.exit_code == 3
    assert report.codes["LINKED_RELEASE"] == 1

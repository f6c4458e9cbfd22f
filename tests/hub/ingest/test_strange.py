"""Strange rows and releases: each is a finding, and what stands beside it is loaded."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from hub.ingest import returns as reading
from hub.ingest.canonical import parsed
from hub.ingest.facts import Line
from hub.ingest.report import Finding, Report, Summary
from tests.hub.ingest.given import award, line, release, returns
from tests.hub.ingest.worlds import loaded, stored

pytestmark = pytest.mark.anyio

NUL, HALF = "\0", "\ud800"
DIGITS = "9" * 5_000


def nested(levels: int) -> str:
    """Lists in one another."""
    return "[" * levels + "]" * levels


def text_of(key: str, value: str) -> str:
    """A release as text, in which that key has that value."""
    made = release("r-bad", ocid="ocds-zzzzzz-7")
    made.pop(key, None)
    return json.dumps(made)[:-1] + f', "{key}": {value}' + "}"


def brief(finding: Finding) -> tuple[str, int | None, str | None]:
    """What a test looks at."""
    return (finding.code, finding.line, finding.field)


ROWS = [
    ({"ReturnMonth": "9999-12-01"}, ("BAD_VALUE", "ReturnMonth")),
    ({"ReturnMonth": "1989-12-31"}, ("BAD_VALUE", "ReturnMonth")),
    ({"ReturnMonth": "2100-01-01"}, ("BAD_VALUE", "ReturnMonth")),
    ({"ReturnMonth": "0000-01-01"}, ("BAD_VALUE", "ReturnMonth")),
    ({"ReturnMonth": "0001-01-01"}, ("BAD_VALUE", "ReturnMonth")),
    ({"ReturnMonth": "2024-02-30"}, ("BAD_VALUE", "ReturnMonth")),
    ({"ReturnMonth": "30/02/2013"}, ("BAD_VALUE", "ReturnMonth")),
    ({"ReturnMonth": "2013-05-01T00:00+99:99"}, ("BAD_VALUE", "ReturnMonth")),
    ({"EvidencedSpend": "NaN"}, ("BAD_VALUE", "EvidencedSpend")),
    ({"EvidencedSpend": "sNaN"}, ("BAD_VALUE", "EvidencedSpend")),
    ({"EvidencedSpend": "-Infinity"}, ("BAD_VALUE", "EvidencedSpend")),
    ({"EvidencedSpend": DIGITS}, ("BAD_VALUE", "EvidencedSpend")),
    ({"EvidencedSpend": "1e999999999999999999999"}, ("BAD_VALUE", "EvidencedSpend")),
    ({"EvidencedSpend": "1e999999"}, ("BAD_VALUE", "EvidencedSpend")),
    ({"EvidencedSpend": "1e-999999999"}, ("BAD_VALUE", "EvidencedSpend")),
    ({"ID": DIGITS}, ("BAD_VALUE", "ID")),
    ({"SupplierName": "Quill " * 30_000}, ("BAD_VALUE", "SupplierName")),
    ({"CustomerName": f"Oster{NUL}moor"}, ("BAD_TEXT", "CustomerName")),
    ({"ProjectNameAndDescription": f"a{NUL}b"}, ("BAD_TEXT", "ProjectNameAndDescription")),
]


async def test_a_strange_row_is_named_and_the_others_load(graph: Graph, tmp_path: Path) -> None:
    rows = [line(**{"ID": f"bad-{n}", **changes}) for n, (changes, _) in enumerate(ROWS)]
    path = returns(tmp_path / "a.csv", [line(ID="1"), *rows, line(ID="2"), line(ID="4" * 1_500)])
    report = Report()
    told = await loaded(graph, path, report=report)
    assert [brief(one) for one in report.findings] == [
        (code, at, column) for at, (_, (code, column)) in enumerate(ROWS, 3)
    ]
    assert (told.rows, told.payments, told.refused_rows) == (len(ROWS) + 3, 3, len(ROWS))
    assert told.exit_code == 3
    assert all(len(one.message) < 400 for one in report.findings)


RELEASES = [
    (text_of("title", nested(900)), "BAD_JSON", "/title/0"),
    (text_of("title", nested(101)), "BAD_JSON", "/title/0"),
    (text_of("title", nested(100_000)), "BAD_JSON", "/title/0"),
    (text_of("a", '{"a": ' * 900 + "1" + "}" * 900), "BAD_JSON", "/a/a"),
    (text_of("language", DIGITS), "BAD_JSON", "/language"),
    (text_of("language", "1e99999999999999999999"), "BAD_JSON", "/language"),
    (text_of("language", "NaN"), "BAD_JSON", "/language"),
    (text_of("language", "[-Infinity]"), "BAD_JSON", "/language/0"),
    (text_of("title", '"a", "title": "b"'), "BAD_JSON", "/"),
    (text_of("title", '"half \\ud83d"'), "BAD_TEXT", "/title"),
    (text_of("parties", '[{"id": "b-1", "name": "a\\u0000b"}]'), "BAD_TEXT", "/parties/0/name"),
    (text_of("\\udfff", "1"), "BAD_TEXT", "/"),
    (text_of("date", '"2024-02-30T00:00:00Z"'), "BAD_VALUE", "/date"),
    (text_of("date", '"0000-01-01"'), "BAD_VALUE", "/date"),
    (text_of("date", '"0001-01-01"'), "BAD_VALUE", "/date"),
    (text_of("date", '"9999-12-31T23:59:59-12:00"'), "BAD_VALUE", "/date"),
    (text_of("date", '"2024-01-01T00:00:00+99:99"'), "BAD_VALUE", "/date"),
    (text_of("ocid", '" "'), "NOT_A_RELEASE", "/ocid"),
    (text_of("ocid", f'"{"o" * 100_000}"'), "BAD_VALUE", "/ocid"),
    (text_of("buyer", f'{{"id": "q", "name": "{"Quill " * 20_000}"}}'), "BAD_VALUE", "/"),
    ("7", "NOT_A_RELEASE", "/ocid"),
    (nested(900), "BAD_JSON", None),
]


def around(texts: list[str]) -> list[str]:
    """Good releases before and after."""
    good = [json.dumps(release(f"r-{n}", ocid=f"ocds-zzzzzz-{n}")) for n in range(2)]
    return [good[0], *texts, good[1]]


async def test_a_strange_release_is_named_and_the_others_load(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(around([text for text, _, _ in RELEASES])), "utf-8")
    report = Report()
    told = await loaded(graph, path, report=report)
    found = sorted(report.findings, key=lambda one: one.line or 0)
    for at, ((_, code, field), one) in enumerate(zip(RELEASES, found, strict=True), 2):
        assert (one.code, one.file) == (code, "a.jsonl"), (at, one)
        assert one.line == at, one
        assert field is None or (one.field or "").startswith(field), one
    assert (told.rows, told.releases) == (len(RELEASES) + 2, 2)
    assert (told.refused_rows, told.exit_code) == (len(RELEASES), 3)
    report.write(tmp_path / "report.json", told)


async def test_a_strange_release_in_a_package_leaves_the_others(
    graph: Graph, tmp_path: Path
) -> None:
    texts = [text for text, _, _ in RELEASES]
    path = tmp_path / "package.json"
    path.write_text('{"releases": [' + ",\n".join(around(texts)) + "]}", "utf-8")
    report = Report()
    told = await loaded(graph, path, report=report)
    assert (told.releases, told.refused_rows) == (2, len(RELEASES))
    wanted = sorted(code for _, code, _ in RELEASES)
    # In a line of its own a bare list is looked into; here it is a release of the wrong shape.
    assert sorted(one.code for one in report.findings) == wanted
    assert not [one for one in report.findings if "sys." in one.message]


ODD: list[dict[str, Any]] = [
    {"parties": [{"id": "s-1", "name": "Quill Ltd", "roles": ["supplier"], "details": "none"}]},
    {"awards": [{"id": ["a", {"b": 1}], "suppliers": [{"id": {"x": []}, "name": "Quill Ltd"}]}]},
    {"awards": [award("1"), {"id": 1, "value": {"amount": 10**30, "currency": "GBP"}}]},
    {"awards": [{"id": "1", "value": {"amount": 10**900}}, {"id": "2", "value": {"amount": 1e-9}}]},
    {"tender": {"id": "t", "items": [{"id": "i", "classification": [1, 2]}], "lots": {"id": 5}}},
    {"buyer": ["no", "buyer"], "parties": "none", "awards": 7, "contracts": True},
    {"buyer": {"id": None, "name": {"en": "x"}, "identifier": {"id": [1], "scheme": "GB-COH"}}},
    {"relatedProcesses": [{"relationship": ["framework"], "identifier": {"a": 1}}]},
    {"id": {"a": 1}, "tag": {"x": 1}, "title": {"en": "x"}, "initiationType": [[]]},
    {"contracts": [{"id": "c", "awardID": "1", "period": {"startDate": "2024-02-30"}}]},
    {"contracts": [{"id": "c", "dateSigned": "9999-99-99"}], "tender": {"value": {"amount": "x"}}},
    {"awards": [{"id": "1", "publishedId": [1], "suppliers": [{"id": "q", "mentionId": "org-0"}]}]},
    {"tender": {"techniques": "none", "value": []}, "planning": 1, "": {"": ""}},
    {"awards": [{"id": True}, {"id": 1}, {"id": 1.5}], "documents": [[{"id": 1}], [[{"id": 1}]]]},
    {"parties": [{"id": "p", "name": "x", "roles": [["buyer"]], "additionalIdentifiers": [[]]}]},
]


@pytest.mark.parametrize("together", [False, True], ids=["apart", "one ocid"])
async def test_odd_shapes_are_stored_or_named(graph: Graph, tmp_path: Path, together: bool) -> None:
    texts = [
        json.dumps({**release(f"o-{n}", f"2026-01-{n + 1:02}", ocid=ocid(n, together)), **more})
        for n, more in enumerate(ODD)
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(around(texts)), "utf-8")
    report = Report()
    told = await loaded(graph, path, report=report)
    assert told.rows == len(ODD) + 2 == told.releases + told.refused_rows
    assert {"BAD_DATE", "BAD_AMOUNT", "WRONG_TYPE", "RESERVED_KEY"} <= report.codes.keys()
    assert "UNREADABLE_ROW" not in report.codes, report.findings
    assert len(await stored(graph, "Release")) == told.releases >= 2
    again = await loaded(graph, path)
    assert (again.releases, again.repeats) == (0, told.releases)


def ocid(n: int, together: bool) -> str:
    """One for all, or one each."""
    return "ocds-zzzzzz-5" if together else f"ocds-zzzzzz-o{n}"


async def test_a_row_that_makes_its_reader_fail_leaves_the_others(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No row is known that does; so the reader is broken on purpose for one row."""
    read = reading.gcloud_line_of

    def broken(row: Mapping[str, str], note: reading.Note) -> Line | None:
        if row["ID"] == "2":
            raise ZeroDivisionError("one in a million")
        return read(row, note)

    monkeypatch.setattr(reading, "gcloud_line_of", broken)
    path = returns(tmp_path / "a.csv", [line(ID=str(n)) for n in range(1, 4)])
    report = Report()
    told = await loaded(graph, path, report=report)
    assert (told.payments, told.refused_rows, told.exit_code) == (2, 1, 3)
    (one,) = report.findings
    assert brief(one) == ("UNREADABLE_ROW", 3, "/")
    assert "ZeroDivisionError: one in a million" in one.message


def test_what_a_finding_quotes_can_be_printed_and_written(tmp_path: Path) -> None:
    report = Report()
    report.add("BAD_VALUE", "odd\udcff\x1b[2J.csv", "x" * 9_000, "mend it", field="/a\ud800\n")
    report.write(tmp_path / "report.json", Summary())
    (one,) = report.findings
    assert one.file == "odd\\udcff\\x1b[2J.csv"
    assert one.field == "/a\\ud800\\n"
    assert len(one.message) == 300


@pytest.mark.parametrize(
    ("text", "message"),
    [("[NaN]", "NaN is not JSON"), (f"[{DIGITS}]", "a whole number of 5,000 digits")],
)
def test_stored_json_is_read_strictly(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parsed(text)

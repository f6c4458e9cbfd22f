"""The ledger: a value is typed if and only if the facts change with it; the counts add up."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from hub.ingest.ledger import LEFT_OUT, Entry, Ledger
from hub.ingest.ocds import ignored, prepared, release_of
from hub.ingest.ocdspaths import ROWS, table
from hub.ingest.page import page
from hub.ingest.report import Report, Summary
from tests.hub.ingest.given import jsonl, release
from tests.hub.ingest.scalars import as_stored, disagreements, ledger_of
from tests.hub.ingest.wholerelease import PLACE, whole
from tests.hub.ingest.worlds import loaded, notices
from tests.tree import ROOT

Json = dict[str, Any]
BLAMED = "contracts/*/implementation/performanceFailures/*/suppliers/*/"
FEW = 2  # values of a path and verdict that are tried; all with --thorough
FILES = ("ocds-fts-releases.jsonl", "ocds-releases.jsonl")


def test_each_value_of_an_invented_release_is_typed_if_and_only_if_it_is_stored() -> None:
    stored = as_stored(whole())
    assert list(disagreements(stored, ledger_of(stored))) == []


def test_the_invented_release_has_each_path_of_the_table() -> None:
    """Or a row could stand in the table that nothing has ever taken."""
    typed = {entry.pattern for entry in ledger_of(as_stored(whole())) if entry.typed}
    bodies = ("buyer/", "tender/procuringEntity/", "awards/*/suppliers/*/", BLAMED)
    rest = {row.path for row in ROWS} - typed - {"title", "description"}
    assert {path for path in rest if not path.startswith(bodies)} == set()


def test_a_release_without_contracts_and_one_of_references_agree_too() -> None:
    early = whole()
    for name in ("awards", "contracts"):
        early.pop(name)
    bare = whole()
    bare["parties"] = []
    bare["buyer"] |= {"address": PLACE, "identifier": {"scheme": "GB-COH", "id": "00112233"}}
    bare["awards"][0]["suppliers"] = [{"name": "Quill Ltd", "details": {"scale": "large"}}]
    nameless = {**whole(), "tender": {"id": "t"}, "buyer": {"id": "b-1"}}
    tried: Counter[tuple[str, bool]] = Counter()
    for published in (early, bare, nameless, *notices()):
        stored = as_stored(published)
        some = sampled(ledger_of(stored), tried)
        assert list(disagreements(stored, some)) == []


def sampled(told: list[Entry], tried: Counter[tuple[str, bool]], few: int = FEW) -> list[Entry]:
    """The first few of each path and verdict."""
    found: list[Entry] = []
    for one in told:
        tried[one.pattern, one.typed] += 1
        if tried[one.pattern, one.typed] <= few:
            found.append(one)
    return found


@pytest.mark.parametrize("name", FILES)
def test_each_value_of_the_real_releases_is_typed_if_and_only_if_it_is_stored(
    data_dir: Path, name: str, request: pytest.FixtureRequest
) -> None:
    every = request.config.getoption("--thorough")
    tried: Counter[tuple[str, bool]] = Counter()
    for line in (data_dir / name).read_text("utf-8").splitlines():
        stored = as_stored(json.loads(line))
        told = ledger_of(stored)
        some = told if every else sampled(told, tried)
        assert list(disagreements(stored, some)) == []
    assert {typed for _, typed in tried} == {True, False}


@pytest.mark.parametrize("name", FILES)
def test_the_counts_add_up_to_all_values_of_the_real_releases(data_dir: Path, name: str) -> None:
    ledger, count, blank = Ledger(), 0, 0
    for line in (data_dir / name).read_text("utf-8").splitlines():
        one = release_of(json.loads(line), None, ignored)
        assert one is not None
        ledger.add(prepared(one, ignored)[0])
        values = recounted(json.loads(one.raw))
        count += len(values)
        blank += sum(value is None or value == "" for value in values)
    record = ledger.record()
    assert (record["values"], record["empty"]) == (count, blank)
    assert record["typed"] + record["raw_only"] + record["empty"] == count
    assert sum(one["typed"] for one in record["paths"]) == record["typed"] > count / 4
    assert sum(one["raw_only"] for one in record["paths"]) == record["raw_only"]


def recounted(value: Any) -> list[Any]:
    """All that is neither object nor list inside."""
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        return [leaf for item in inside for leaf in recounted(item)]
    return [value]


def test_what_its_field_cannot_hold_is_raw_only() -> None:
    tender = {
        "id": "t",
        "tenderPeriod": {"endDate": "soon"},
        "value": {"amount": "a lot"},
        "techniques": {
            "hasFrameworkAgreement": "yes",
            "frameworkAgreement": {"maximumParticipants": 7.9e28},
        },
    }
    stored = as_stored(release(tender=tender))
    told = ledger_of(stored)
    assert {one.pattern for one in told if one.pattern.startswith("tender/") and one.typed} == {
        "tender/id"
    }
    assert list(disagreements(stored, told)) == []


def test_what_has_a_wrong_type_is_raw_only() -> None:
    odd = release(tender={"id": "t", "title": {"en": "Lamps"}, "status": None}, language=" ")
    ledger = Ledger()
    one = release_of(odd, None, ignored)
    assert one is not None
    ledger.add(prepared(one, ignored)[0])
    record = ledger.record()
    assert (ledger.raw_only[LEFT_OUT], record["empty"]) == (1, 2)
    assert record["values"] == len(recounted(odd))


@pytest.mark.anyio
async def test_a_load_counts_each_new_release_once_and_its_report_shows_it(
    graph: Graph, tmp_path: Path
) -> None:
    file = jsonl(tmp_path / "a.jsonl", [whole(), whole(), {"ocid": ""}])
    report = Report(ledger=Ledger())
    await loaded(graph, file, report=report)
    record = report.record(Summary())
    assert record["ledger"]["releases"] == 1
    text = page(record)
    assert "tender/tenderPeriod/endDate" in text
    assert "Procurement.tendersUntil" in text
    again = Report(ledger=Ledger())
    await loaded(graph, file, report=again)
    assert again.record(Summary())["ledger"]["values"] == 0


def test_the_page_of_paths_is_up_to_date() -> None:
    assert (ROOT / "docs" / "ocds-fields.md").read_text("utf-8") == table()

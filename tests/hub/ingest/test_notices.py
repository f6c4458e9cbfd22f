"""Notices, amendments, terms and endings of processes: the kinds of cases.md, on invented ones."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from hub.ingest.compile import History
from hub.ingest.facts import Node
from hub.ingest.notices import NAMES
from tests.hub.ingest.given import (
    Noted,
    award,
    buyer,
    histories,
    jsonl,
    links,
    newest,
    nodes,
    ready,
    release,
    supplier,
)
from tests.hub.ingest.worlds import edges, loaded, stored

Json = dict[str, Any]
QUILL = supplier("Quill Ltd", "s-1")
ALL = [buyer(), QUILL]
FIRST, SECOND = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"


def document(type: str, id: str = "n-1", **more: Any) -> Json:
    """A notice as a document."""
    return {"id": id, "noticeType": type, "documentType": "tenderNotice", **more}


def only(found: History, label: str) -> Node:
    """The one node of a label."""
    (node,) = nodes(found, label)
    return node


def test_each_notice_is_kept_with_its_section_and_name() -> None:
    published = release(
        parties=ALL,
        planning={"documents": [document("UK2", "p")]},
        tender={"id": "t", "documents": [document("UK4", "t")]},
        awards=[award("1", QUILL, documents=[document("UK6", "a")])],
        contracts=[{"id": "c", "awardID": "1", "documents": [document("UK7", "c")]}],
    )
    (found,) = histories(published)
    told = {(one["reference"], one["section"], one["type"]) for one in newest(found, "Notice")}
    expected = {("p", "planning", "UK2"), ("t", "tender", "UK4")}
    assert told == expected | {("a", "awards", "UK6"), ("c", "contracts", "UK7")}
    by_type = {one["type"]: one["name"] for one in newest(found, "Notice")}
    assert by_type["UK2"] == "preliminary market engagement"
    (process,) = [node.id for node in nodes(found, "Procurement")]
    ends = {(process, node.id) for node in nodes(found, "Notice")}
    assert set(links(found, "HAS_NOTICE")) == ends


def test_all_seventeen_types_have_names_of_their_own() -> None:
    assert list(NAMES) == [f"UK{number}" for number in range(1, 18)]
    assert len(set(NAMES.values())) == 17


def test_one_notice_of_several_awards_is_one() -> None:
    awards = [award(id, QUILL, documents=[document("UK6")]) for id in ("1", "2")]
    (found,) = histories(release(parties=ALL, awards=awards))
    assert len(nodes(found, "Notice")) == len(links(found, "HAS_NOTICE")) == 1


def test_an_unknown_notice_is_kept_as_text_with_a_finding() -> None:
    noted = Noted()
    published = release(tender={"id": "t", "documents": [document("UK99")]})
    ready(published, noted)
    (found,) = histories(published)
    assert [(one["type"], one["name"]) for one in newest(found, "Notice")] == [("UK99", None)]
    assert noted.found == [("UNKNOWN_NOTICE", "/tender/documents/0/noticeType")]


def test_a_notice_without_an_id_stays_raw_with_a_finding() -> None:
    noted = Noted()
    published = release(tender={"id": "t", "documents": [{"noticeType": "UK4"}]})
    ready(published, noted)
    assert nodes(histories(published)[0], "Notice") == []
    assert noted.found == [("NOTICE_WITHOUT_ID", "/tender/documents/0")]


def test_a_document_that_is_no_notice_makes_none() -> None:
    (found,) = histories(release(tender={"id": "t", "documents": [{"id": "d", "title": "Plan"}]}))
    assert nodes(found, "Notice") == []


def test_a_notice_changes_when_a_later_release_changes_it() -> None:
    first = release("r-1", FIRST, tender={"id": "t", "documents": [document("UK4")]})
    link = {"url": "https://notices.invalid/1"}
    second = release("r-2", SECOND, tender={"id": "t", "documents": [document("UK4", **link)]})
    (found,) = histories(first, second)
    states = only(found, "Notice").states
    assert [(s.since, s.values["url"]) for s in states] == [(FIRST, None), (SECOND, link["url"])]


def test_a_terminated_procurement_keeps_its_day_and_reason() -> None:  # L13
    law = {"scheme": "UKPGA", "id": "2023/54"}
    first = release("r-1", FIRST, tender={"id": "t", "status": "active", "legalBasis": law})
    second = release(
        "r-2",
        SECOND,
        tag=["tenderCancellation"],
        tender={"id": "t", "status": "withdrawn", "documents": [document("UK12")]},
        awards=[
            {"id": id, "status": "cancelled", "finalStatusDate": f"2025-12-0{id}T00:00:00Z"}
            for id in ("1", "3", "2")
        ],
        buyer=None,
    )
    second["tender"]["statusDetails"] = "No bid was in budget"
    (found,) = histories(first, second)
    before, after = [state.values for state in only(found, "Procurement").states]
    assert (before["legalScheme"], before["legalId"]) == ("UKPGA", "2023/54")
    assert (after["legalScheme"], after["legalId"]) == ("UKPGA", "2023/54")
    assert (before["finalStatusOn"], before["endReason"]) == (None, None)
    assert (after["finalStatusOn"], after["endReason"]) == ("2025-12-03", "No bid was in budget")
    days = {one["reference"]: one["finalStatusOn"] for one in newest(found, "Award")}
    assert days == {id: f"2025-12-0{id}" for id in ("1", "2", "3")}


def test_details_of_an_active_procurement_are_no_reason_of_an_end() -> None:
    tender = {"id": "t", "status": "active", "statusDetails": "Open until May"}
    (found,) = histories(release(tender=tender))
    assert newest(found, "Procurement")[0]["endReason"] is None


def test_terms_come_from_the_contract_its_award_or_its_lot() -> None:
    lots = [
        {"id": "1", "hasRenewal": True, "renewal": {"description": "twice"}, "hasOptions": True},
        {"id": "2", "options": {"description": "more lamps"}},
    ]
    published = release(
        parties=ALL,
        tender={"id": "t", "lots": lots, "aboveThreshold": True},
        awards=[award("1", QUILL, relatedLots=["1"], hasOptions=False)],
        contracts=[
            {
                "id": "c",
                "awardID": "1",
                "aboveThreshold": False,
                "period": {
                    "startDate": "2026-04-01T00:00:00Z",
                    "endDate": "2027-03-31T23:59:59Z",
                    "maxExtentDate": "2029-03-31T23:59:59Z",
                    "durationInMonths": 12,
                },
                "noAgreedMetricsRationale": "below the threshold",
            }
        ],
    )
    (found,) = histories(published)
    (contract,) = newest(found, "Contract")
    assert (contract["endsOn"], contract["extendsTo"]) == ("2027-03-31", "2029-03-31")
    assert contract["months"] == 12
    assert (contract["hasRenewal"], contract["renewal"]) == (True, "twice")
    assert (contract["hasOptions"], contract["options"]) == (False, None)
    assert contract["aboveThreshold"] is False
    assert contract["noMetricsRationale"] == "below the threshold"
    assert newest(found, "Procurement")[0]["aboveThreshold"] is True


@pytest.mark.parametrize("name", ["terminationRationaleClassifications", "deprecated"])
def test_why_a_contract_was_terminated_is_kept(name: str) -> None:
    why = {"scheme": "INVENTED", "id": "breach", "description": "Breach"}
    key = {"deprecated": "terminationRationaleClassification"}.get(name, name)
    told = why if name == "deprecated" else [why, why]
    contract = {"id": "c", "awardID": "1", "status": "terminated", key: told}
    (found,) = histories(
        release(parties=ALL, awards=[award("1", QUILL)], contracts=[contract]),
    )
    assert newest(found, "Contract")[0]["terminationRationales"] == ["INVENTED breach"]


def test_odd_flags_and_months_are_left_out() -> None:
    noted = Noted()
    period = {"durationInMonths": "twelve"}
    contract = {"id": "c", "awardID": "1", "hasRenewal": "yes", "period": period}
    published = release(parties=ALL, awards=[award("1", QUILL)], contracts=[contract])
    ready(published, noted)
    (one,) = newest(histories(published)[0], "Contract")
    assert (one["hasRenewal"], one["months"]) == (None, None)
    assert ("WRONG_TYPE", "/contracts/0/hasRenewal") in noted.found


def test_the_reason_of_a_direct_award_is_kept() -> None:
    why = [{"scheme": "B", "id": 2}, {"scheme": "A", "id": "1"}, {"description": "urgent"}]
    tender = {"id": "t", "procurementMethodRationale": "One maker"}
    tender["procurementMethodRationaleClassifications"] = why  # type: ignore[assignment]
    (process,) = newest(histories(release(tender=tender))[0], "Procurement")
    assert process["methodRationale"] == "One maker"
    assert process["methodRationales"] == ["A 1", "B 2", "urgent"]


def test_amendments_say_what_they_change_and_why() -> None:
    change = {
        "id": "m",
        "date": "2026-01-05T00:00:00Z",
        "description": "Two more streets",
        "rationale": "Storm",
        "rationaleClassifications": [{"scheme": "INVENTED", "id": "unforeseen"}],
        "value": {"amount": 12.5, "currency": "GBP"},
        "period": {"endDate": "2027-01-31"},
        "hasRenewal": False,
    }
    contract = {"id": "c", "awardID": "1", "amendments": [change], "proposedAmendments": [change]}
    published = release(
        parties=ALL,
        tender={"id": "t", "amendments": [{"id": "m"}]},
        awards=[award("1", QUILL, amendments=[{"id": "m"}])],
        contracts=[contract],
    )
    (found,) = histories(published)
    told = {(a["section"], a["holder"], a["proposed"]): a for a in newest(found, "Amendment")}
    signed, proposed = ("contracts", "c", False), ("contracts", "c", True)
    assert told.keys() == {("tender", None, False), ("awards", "1", False), signed, proposed}
    one = told[signed]
    assert (one["amendedOn"], one["endsOn"]) == ("2026-01-05", "2027-01-31")
    assert (one["description"], one["rationale"]) == ("Two more streets", "Storm")
    assert one["rationales"] == ["INVENTED unforeseen"]
    assert (one["valueE5"], one["currency"], one["hasRenewal"]) == (1_250_000, "GBP", False)
    assert len(links(found, "HAS_AMENDMENT")) == 4
    by_id = {node.id: node.fixed["section"] for node in nodes(found, "Amendment")}
    changed = [by_id[end] for _, end in links(found, "CHANGED_BY")]
    assert changed == ["contracts", "contracts"]


@pytest.mark.anyio
async def test_the_real_notices_are_stored_as_a_plain_recount_finds_them(
    graph: Graph, data_dir: Path
) -> None:
    path = data_dir / "ocds-fts-releases.jsonl"
    published = [json.loads(text) for text in path.read_text("utf-8").splitlines()]
    await loaded(graph, path)
    told = sorted((n["reference"], n["section"], n["type"]) for n in await stored(graph, "Notice"))
    assert told == sorted({one for each in published for one in recounted(each)})
    assert len(told) > 5
    laws = sorted((p["legalScheme"], p["legalId"]) for p in await stored(graph, "Procurement"))
    expected = [one["tender"]["legalBasis"] for one in published]
    assert laws == sorted((law["scheme"], law["id"]) for law in expected)
    changed = [a for each in published for a in each.get("contracts", []) if "amendments" in a]
    assert len(await edges(graph, "CHANGED_BY", "Contract", "Amendment")) == len(changed) > 0


def recounted(published: Json) -> set[tuple[str, str, str]]:
    """The notices of a release, found without the code under test."""
    found: set[tuple[str, str, str]] = set()
    for section in ("planning", "tender", "awards", "contracts"):
        held = published.get(section) or []
        for holder in held if isinstance(held, list) else [held]:
            for one in holder.get("documents") or []:
                if one.get("noticeType"):
                    found.add((one["id"], section, one["noticeType"]))
    return found


@pytest.mark.anyio
async def test_a_notice_taken_out_of_a_split_process_is_deleted_with_its_states(
    graph: Graph, tmp_path: Path
) -> None:
    """A late first release gives the ocid to another buyer, so ids of the second's nodes change."""
    tender = {"id": "t", "documents": [document("UK4")]}
    held = [{"id": "c", "amendments": [{"id": "m"}]}]
    second = release("r-2", "2026-01-02", tender=tender, contracts=held)
    third = release(
        "r-3", "2026-01-03", tender={"id": "t", "documents": [document("UK4", url="x")]}
    )
    other = buyer("Quillhaven Council", "b-2")
    early = release("r-1", "2026-01-01", parties=[other], buyer={"id": "b-2"}, tender={"id": "u"})
    await loaded(graph, jsonl(tmp_path / "late.jsonl", [second, third]))
    before = [one["id"] for one in await stored(graph, "Notice")]
    await loaded(graph, jsonl(tmp_path / "early.jsonl", [early]))
    after = [one["id"] for one in await stored(graph, "Notice")]
    assert len(before) == len(after) == 1
    assert before != after
    assert len(await stored(graph, "NoticeState")) == len(await stored(graph, "Amendment")) == 1

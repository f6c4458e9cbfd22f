"""Indicators, ratings and breaches of contracts: invented UK9 notices, since no sample has one."""

from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from hub.ingest.performance import RATINGS
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
# The five ratings and their codes as domain.md 9.1 pairs them.
FIVE = [
    ("good", "met"),
    ("approaching_target", "slightlyBelow"),
    ("requires_improvement", "below"),
    ("inadequate", "significantlyBelow"),
    ("other", "other"),
]


def performed(id: str, date: str, **contract: Any) -> Json:
    """A release of one contract and what is told of it."""
    return release(
        id,
        date,
        parties=[buyer(), QUILL],
        awards=[award("1", QUILL)],
        contracts=[{"id": "c", "awardID": "1", **contract}],
    )


def rated(code: str, id: str = "o", **more: Any) -> Json:
    """An observation with a rating."""
    return {"id": id, "measureClassification": {"scheme": "UK", "id": code}, **more}


def measured(*observations: Json, **more: Any) -> Json:
    """The implementation of a contract with one indicator."""
    return {"metrics": [{"id": "k", "title": "Calls", "observations": list(observations)}], **more}


def test_each_code_has_its_statutory_rating_and_back() -> None:
    assert [(rating, code) for code, rating in RATINGS.items()] == FIVE
    for rating, code in FIVE:
        published = performed("r", "2026-01-01", implementation=measured(rated(code)))
        (one,) = newest(histories(published)[0], "Assessment")
        assert (one["rating"], one["code"]) == (rating, code)


def test_a_rating_that_is_none_of_the_five_is_kept_without_one() -> None:
    noted = Noted()
    published = performed("r", "2026-01-01", implementation=measured(rated("splendid")))
    ready(published, noted)
    (one,) = newest(histories(published)[0], "Assessment")
    assert (one["rating"], one["code"]) == (None, "splendid")
    where = "/contracts/0/implementation/metrics/0/observations/0/measureClassification/id"
    assert noted.found == [("UNKNOWN_RATING", where)]


def test_an_indicator_agreed_and_measured_is_one_with_target_and_ratings() -> None:
    target = {"id": "t", "measure": "95 %", "unit": {"name": "calls"}}
    agreed = [{"id": "k", "title": "Calls answered", "observations": [target]}]
    seen = rated(
        "below",
        measure=91,
        notes="Too slow",
        period={"startDate": "2025-01-01T00:00:00Z", "endDate": "2025-12-31T23:59:59Z"},
    )
    published = performed(
        "r", "2026-01-01", agreedMetrics=agreed, implementation=measured(seen, rated("met", "p"))
    )
    (found,) = histories(published)
    (kpi,) = newest(found, "Kpi")
    assert (kpi["name"], kpi["target"], kpi["unit"]) == ("Calls answered", "95 %", "calls")
    ratings = {one["reference"]: one for one in newest(found, "Assessment")}
    assert {ref: one["rating"] for ref, one in ratings.items()} == {
        "o": "requires_improvement",
        "p": "good",
    }
    one = ratings["o"]
    assert (one["measure"], one["description"]) == ("91", "Too slow")
    assert (one["periodFrom"], one["periodTo"]) == ("2025-01-01", "2025-12-31")
    (contract,) = [node.id for node in nodes(found, "Contract")]
    (indicator,) = [node.id for node in nodes(found, "Kpi")]
    assert links(found, "MEASURED_BY") == [(contract, indicator)]
    told = {node.id for node in nodes(found, "Assessment")}
    assert set(links(found, "ASSESSED_BY")) == {(contract, id) for id in told}
    assert set(links(found, "RATES")) == {(id, indicator) for id in told}


def test_a_breach_is_kept_with_its_penalty() -> None:
    failure = {
        "id": "f",
        "requirement": "Answer calls",
        "description": "Calls were not answered",
        "decisionDate": "2026-01-05T00:00:00Z",
        "penaltyDate": "2026-02-01T00:00:00Z",
        "penaltyType": "negotiated",
        "penaltyTypeEntered": "Settled",
        "penaltyValue": {"amount": 12.5, "currency": "GBP"},
        "partialTermination": "The night desk",
        "events": 73,
        "penaltyPaid": False,
    }
    implementation = {"performanceFailures": [failure]}
    (found,) = histories(performed("r", "2026-02-02", implementation=implementation))
    (one,) = newest(found, "Failure")
    assert (one["requirement"], one["description"]) == ("Answer calls", "Calls were not answered")
    assert (one["decidedOn"], one["penaltyOn"]) == ("2026-01-05", "2026-02-01")
    assert (one["penaltyType"], one["penaltyBasis"]) == ("negotiated", "Settled")
    assert (one["penaltyE5"], one["currency"], one["penaltyPaid"]) == (1_250_000, "GBP", False)
    assert (one["partialTermination"], one["events"]) == ("The night desk", 73)
    assert len(links(found, "BROKEN_BY")) == len(links(found, "HAS_FAILURE")) == 1


def test_a_breach_names_the_suppliers_that_are_responsible() -> None:
    blame = [{"id": "s-1", "name": "Quill Ltd"}, {"id": "none", "name": "Fennel Ltd"}]
    failures = [{"id": "f", "suppliers": blame}, {"id": "g", "description": "Nobody's"}]
    published = performed("r", "2026-01-01", implementation={"performanceFailures": failures})
    names = {one.id: one.name for one in ready(published)[1]}
    (found,) = histories(published)
    (failure,) = [node.id for node in nodes(found, "Failure") if node.fixed["reference"] == "f"]
    told = {(names[start], end) for start, end in links(found, "RESPONSIBLE")}
    assert told == {("Quill Ltd", failure), ("Fennel Ltd", failure)}


def test_a_contract_says_when_and_for_how_much_it_ended() -> None:
    done = {
        "endDate": "2026-03-31T00:00:00Z",
        "endDateDetails": "Early",
        "finalValue": {"amount": 7, "amountGross": 8.4, "currency": "GBP"},
        "finalValueDetails": "Fewer calls",
    }
    (one,) = newest(histories(performed("r", "2026-04-01", implementation=done))[0], "Contract")
    assert (one["endedOn"], one["endedHow"], one["endsOn"]) == ("2026-03-31", "Early", None)
    assert (one["finalE5"], one["finalGrossE5"], one["finalCurrency"]) == (700_000, 840_000, "GBP")
    assert (one["finalHow"], one["valueE5"]) == ("Fewer calls", None)


def test_what_has_no_id_stays_raw_with_a_finding() -> None:
    noted = Noted()
    implementation = {
        "metrics": [{"id": "k", "observations": [{"measure": 1}]}, {"title": "Nameless"}],
        "performanceFailures": [{"description": "Late"}],
    }
    published = performed("r", "2026-01-01", implementation=implementation)
    ready(published, noted)
    (found,) = histories(published)
    assert len(nodes(found, "Kpi")) == 1
    assert not nodes(found, "Assessment") + nodes(found, "Failure")
    assert [code for code, _ in noted.found] == ["PERFORMANCE_WITHOUT_ID"] * 3


@pytest.mark.anyio
async def test_ratings_of_two_notices_are_states_in_any_order(graph: Graph, tmp_path: Path) -> None:
    early = performed("r-1", "2025-06-01T09:00:00Z", implementation=measured(rated("below")))
    late = performed(
        "r-2",
        "2026-06-01T09:00:00Z",
        implementation=measured(
            rated("met"),
            performanceFailures=[{"id": "f", "description": "Late", "suppliers": [{"id": "s-1"}]}],
        ),
    )
    await loaded(graph, jsonl(tmp_path / "late.jsonl", [late]))
    await loaded(graph, jsonl(tmp_path / "early.jsonl", [early]))
    (now,) = await stored(graph, "Assessment")
    (was,) = await stored(graph, "AssessmentState")
    assert (was["rating"], now["rating"]) == ("requires_improvement", "good")
    assert (was["publicFrom"][:10], was["publicTo"][:10]) == ("2025-06-01", "2026-06-01")
    (breach,) = await stored(graph, "Failure")
    assert breach["publicFrom"].startswith("2026-06-01")
    ((_, end, about),) = await edges(graph, "BROKEN_BY", "Contract", "Failure")
    assert (end, about["publicFrom"][:10]) == (breach["id"], "2026-06-01")
    assert len(await edges(graph, "RATES", "Assessment", "Kpi")) == 1
    ((firm, _, _),) = await edges(graph, "RESPONSIBLE", "Organisation", "Failure")
    assert [e[0] for e in await edges(graph, "SUPPLIED", "Organisation", "Contract")] == [firm]
    hash = await content_hash(graph)
    assert not (await loaded(graph, jsonl(tmp_path / "again.jsonl", [late, early]))).changed
    assert await content_hash(graph) == hash

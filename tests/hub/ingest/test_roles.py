"""Roles per contract and flags of suppliers: the kinds of cases.md W9 and W10, on invented ones."""

from pathlib import Path
from typing import Any

import pytest

from graph.driver import Graph
from graph.hashing import content_hash
from hub.ingest.compile import History
from tests.hub.ingest.given import (
    award,
    buyer,
    histories,
    jsonl,
    ready,
    release,
    supplier,
)
from tests.hub.ingest.worlds import edges, loaded, stored

Json = dict[str, Any]
QUILL = supplier("Quill Ltd", "s-1")
LEAD = buyer("Ostermoor Borough Council", "b-1")
JOINT = buyer("Quillhaven Council", "b-2")
AGENT = {"id": "a-1", "name": "Fennel & Rush Solicitors LLP", "roles": ["procuringEntity"]}
CENTRE = {"id": "z-1", "name": "Tansy Buying Centre", "roles": ["centralPurchasingBody"]}
HELP = {"id": "x-1", "name": "Ms Invented Person", "roles": ["processContactPoint"]}


def joint(id: str = "r", date: str = "2026-01-10T09:00:00Z", **more: Any) -> Json:
    """A contract of two buyers through an agent and a centre."""
    return release(
        id, date, **{"parties": [LEAD, JOINT, AGENT, CENTRE, HELP, QUILL], **SOLD, **more}
    )


SOLD: Json = {"awards": [award("1", QUILL)], "contracts": [{"id": "c", "awardID": "1"}]}


def told_by(found: History, type: str) -> list[Json]:
    """What open edges of a type say."""
    return [dict(e.values) for e in found.links if e.type == type and e.until is None]


def test_an_agent_and_a_centre_take_part_and_do_not_buy() -> None:
    published = joint()
    names = {mention.id: mention.name for mention in ready(published)[1]}
    (found,) = histories(published)
    buyers = {names[e.start]: e.values for e in found.links if e.type == "BOUGHT"}
    assert {name: one["lead"] for name, one in buyers.items()} == {
        "Ostermoor Borough Council": True,
        "Quillhaven Council": False,
    }
    assert all(one["roles"] == ["buyer"] for one in buyers.values())
    parts = {(names[e.start], e.values["role"]) for e in found.links if e.type == "TAKES_PART"}
    assert parts == {
        ("Fennel & Rush Solicitors LLP", "procuringEntity"),
        ("Tansy Buying Centre", "centralPurchasingBody"),
    }
    assert "Ms Invented Person" not in names.values()


def test_a_buyer_that_has_another_role_has_both() -> None:
    both = {**LEAD, "roles": ["buyer", "centralPurchasingBody"]}
    (found,) = histories(joint(parties=[both, QUILL]))
    (bought,) = told_by(found, "BOUGHT")
    assert bought["roles"] == ["buyer", "centralPurchasingBody"]
    assert told_by(found, "TAKES_PART") == [{"role": "centralPurchasingBody"}]


def test_a_procuring_entity_by_reference_takes_part_once() -> None:
    tender = {"id": "t", "procuringEntity": {"id": "a-1", "name": AGENT["name"]}}
    plain = {**AGENT, "roles": []}
    for agent in (AGENT, plain):
        (found,) = histories(joint(tender=tender, parties=[LEAD, agent, QUILL]))
        assert told_by(found, "TAKES_PART") == [{"role": "procuringEntity"}]
    (found,) = histories(joint(tender=tender, parties=[LEAD, QUILL]))
    assert told_by(found, "TAKES_PART") == [{"role": "procuringEntity"}]


def test_a_buyer_without_a_party_leads() -> None:
    (found,) = histories(joint(parties=[QUILL]))
    assert [(one["lead"], one["roles"]) for one in told_by(found, "BOUGHT")] == [(True, [])]


@pytest.mark.parametrize(
    ("scale", "size", "sme"),
    [
        ("micro", "micro", True),
        ("small", "small", True),
        ("medium", "medium", True),
        ("SME", "sme", True),
        ("large", "large", False),
        ("huge", None, None),
        (None, None, None),
    ],
)
def test_the_size_is_kept_as_published_and_as_a_class(
    scale: str | None, size: str | None, sme: bool | None
) -> None:
    details = {} if scale is None else {"scale": scale}
    sold = {**QUILL, "details": details}
    (found,) = histories(joint(parties=[LEAD, sold]))
    (one,) = told_by(found, "SUPPLIED")
    assert (one["scale"], one["sizeClass"], one["sme"]) == (scale, size, sme)
    assert (one["vcse"], one["supportedEmployment"], one["mutual"]) == (None, None, None)


def test_the_flags_of_a_supplier_are_kept_with_the_contract() -> None:
    details = {"vcse": True, "shelteredWorkshop": False, "publicServiceMissionOrganization": True}
    (found,) = histories(joint(parties=[LEAD, {**QUILL, "details": details}]))
    (one,) = told_by(found, "SUPPLIED")
    assert (one["vcse"], one["supportedEmployment"], one["mutual"]) == (True, False, True)


def test_an_excluded_supplier_is_kept_with_grounds_and_reason() -> None:
    criteria = [{"type": "misconduct", "domesticLegalBasis": True}, {"type": "tax"}]
    told = {"exclusionGrounds": {"criteria": criteria}, "awardRationale": "Nobody else"}
    sold = {**QUILL, "details": {"excludedSupplier": told}}
    (found,) = histories(joint(parties=[LEAD, sold]))
    (one,) = told_by(found, "SUPPLIED")
    assert (one["exclusionGrounds"], one["excludedRationale"]) == (
        ["misconduct", "tax"],
        "Nobody else",
    )


@pytest.mark.anyio
async def test_contradicting_flags_stand_side_by_side_with_their_sources(
    graph: Graph, tmp_path: Path
) -> None:
    large = {**QUILL, "details": {"scale": "large"}}
    small = {**QUILL, "details": {"scale": "sme", "vcse": True}}
    one = joint("r-1", ocid="ocds-zzzzzz-1", parties=[LEAD, large])
    other = joint("r-2", ocid="ocds-yyyyyy-1", parties=[LEAD, small])
    await loaded(graph, jsonl(tmp_path / "a.jsonl", [one, other]))
    found = [about for _, _, about in await edges(graph, "SUPPLIED", "Organisation", "Contract")]
    assert {(e["scale"], e["sme"], e.get("vcse")) for e in found} == {
        ("large", False, None),
        ("sme", True, True),
    }
    assert len({e["source"] for e in found}) == 2


@pytest.mark.anyio
async def test_roles_follow_their_mention_when_bodies_join_and_end_when_dropped(
    graph: Graph, tmp_path: Path
) -> None:
    number = {"scheme": "GB-COH", "id": "05912608"}
    named = {**CENTRE, "identifier": number}
    renamed = {**CENTRE, "name": "Tansy Purchasing", "identifier": number}
    first = joint("r-1", "2026-01-10T09:00:00Z", parties=[LEAD, named, QUILL])
    gone = joint("r-2", "2026-02-10T09:00:00Z", parties=[{**named, "roles": ["other"]}])
    second = joint("r-3", ocid="ocds-zzzzzz-2", parties=[LEAD, renamed, QUILL])
    files = [jsonl(tmp_path / f"{at}.jsonl", [one]) for at, one in enumerate([second, gone, first])]
    for file in files:
        await loaded(graph, file)
    found = await edges(graph, "TAKES_PART", "Organisation", "Contract")
    (centre,) = {start for start, _, _ in found}
    bodies = {one["id"]: one for one in await stored(graph, "Organisation")}
    assert "Tansy" in bodies[centre]["name"]
    assert bodies[centre].get("buysFrom") is None
    ends = sorted(about.get("publicTo") or "" for _, _, about in found)
    assert ends == ["", "2026-02-10T09:00:00Z"]
    hash = await content_hash(graph)
    assert not (await loaded(graph, *reversed(files))).changed
    assert await content_hash(graph) == hash

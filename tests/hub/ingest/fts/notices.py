"""Invented notices as Find a Tender shows them: odd parties, both laws, updates before bases."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.hub.ingest.fts.server import LONDON, Notice

Json = dict[str, Any]
START = datetime(2026, 9, 1, 9, tzinfo=UTC)
COUNCIL = {
    "id": "GB-FTS-1",
    "name": "Ostermoor Borough Council",
    "roles": ["buyer"],
    "identifier": {"scheme": "GB-COH", "id": "07777777"},
    "additionalIdentifiers": [{"scheme": "GB-PPON", "id": "PFKS-1234-BBBB"}],
}


def notice(number: int, updated: datetime, **more: Any) -> Notice:
    """A release of a process of its own; its date is written as the portal writes it."""
    release = {
        "ocid": f"ocds-zzzzzz-{number:06}",
        "id": f"{number:06}-{updated.year}",
        "date": updated.astimezone(LONDON).isoformat().replace("+00:00", "Z"),
        "tag": ["tender"],
        "tender": {"id": f"t-{number}", "title": f"Lamp posts {number}"},
        "parties": [COUNCIL],
        "buyer": {"id": COUNCIL["id"], "name": COUNCIL["name"]},
        **more,
    }
    return Notice(updated, release)


def many(count: int, start: datetime = START, step: int = 60, first: int = 1) -> list[Notice]:
    """That many notices, `step` seconds apart."""
    return [notice(first + n, start + timedelta(seconds=step * n)) for n in range(count)]


def strange() -> list[Notice]:
    """What the real feed holds, one oddity a notice; an update comes before its base."""
    hours = [START + timedelta(hours=n) for n in range(9)]
    base = {"ocid": "ocds-zzzzzz-900001", "tag": ["award"]}
    delta = {**base, "parties": None, "buyer": None, "tag": ["awardUpdate"]}
    nobody = {"name": "Tansy Holdings", "roles": ["supplier"]}
    unpadded = {
        "id": "GB-COH-5912608",
        "name": "Quillfeather Software Ltd",
        "roles": ["supplier"],
        "identifier": {"scheme": "GB-COH", "id": "5912608"},
    }
    firm = {"id": unpadded["id"], "name": unpadded["name"]}
    pounds = {"amount": 1000, "amountGross": 1200, "currency": "GBP"}
    law = {"id": "2023/54", "scheme": "UKPGA"}
    old_law = {"id": "32014L0024", "scheme": "CELEX"}
    update = notice(9, hours[0], **delta, tender={"id": "t-9", "title": "Lamps, amended"})
    update.release.update(awards=[{"id": "1", "amendments": [{"id": "a-1"}]}])
    for name in ("parties", "buyer"):
        del update.release[name]
    award = {"id": "1", "status": "active", "suppliers": [firm], "value": pounds}
    whole = notice(8, hours[1], **base, parties=[COUNCIL, unpadded], awards=[award])
    lot = {"id": "1", "value": {"amount": 1000, "currency": "AED"}}
    return [
        update,
        whole,
        notice(1, hours[2], parties=[COUNCIL, nobody]),
        notice(2, hours[3], tender={"id": "t", "title": "New law", "legalBasis": law}),
        notice(3, hours[4], tender={"id": "t", "title": "Old law", "legalBasis": old_law}),
        notice(4, hours[5], tender={"id": "t", "title": "Dirhams", "value": pounds, "lots": [lot]}),
        notice(5, hours[6], tender={"id": "t", "title": "Odd", "moonPhase": {"id": "full"}}),
        notice(6, hours[7], tag=["award"], awards=[{"id": "1", "suppliers": [firm]}]),
        notice(7, hours[8]),
        notice(7, hours[8]),
    ]

"""Invented OCDS releases in any number: a tender and an award notice for each process."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import orjson

WORDS = "bridge lamp payroll survey archive clinic roof meter ledger tram orchard signal".split()
Json = dict[str, Any]


def releases(count: int, seed: int = 1) -> Iterator[Json]:
    """Two releases a process, about as long as real notices are without their texts."""
    random = Random(seed)
    for process in range((count + 1) // 2):
        yield from list(_process(process, random, count))[: count - 2 * process]


def _process(number: int, random: Random, count: int) -> Iterator[Json]:
    buyer = _party(random.randrange(count // 100 + 1), "buyer", "Council of Fernshire")
    supplier = _party(random.randrange(count // 20 + 1), "supplier", "Bramblewick Works")
    title = " ".join(random.choices(WORDS, k=5)) + f" {number}"
    value = {"amount": random.randrange(1000, 10**6), "currency": "GBP"}
    day = f"2025-{1 + number % 6:02}-{1 + number % 28:02}"
    tender: Json = {
        "id": f"t-{number}",
        "title": title,
        "description": " ".join(random.choices(WORDS, k=60)),
        "status": "active",
        "value": value,
        "classification": {"scheme": "CPV", "id": f"{48000000 + number % 40 * 1000}"},
        "lots": [{"id": "1", "title": title, "value": value}],
    }
    base = {
        "ocid": f"ocds-zzzzzz-{number}",
        "buyer": {"id": buyer["id"], "name": buyer["name"]},
        "tender": tender,
    }
    yield {
        **base,
        "id": f"r-{number}-1",
        "date": f"{day}T09:00:00Z",
        "tag": ["tender"],
        "parties": [buyer],
    }
    named = [{"id": supplier["id"], "name": supplier["name"]}]
    award = {"id": "1", "status": "active", "suppliers": named, "value": value}
    contract = {"id": "c", "awardID": "1", "title": title, "value": value, "status": "active"}
    yield {
        **base,
        "id": f"r-{number}-2",
        "date": f"2025-{7 + number % 6:02}-{1 + number % 28:02}T09:00:00Z",
        "tag": ["award", "contract"],
        "tender": {**tender, "status": "complete"},
        "parties": [buyer, supplier],
        "awards": [{**award, "relatedLots": ["1"]}],
        "contracts": [contract],
    }


def _party(number: int, role: str, name: str) -> Json:
    return {
        "id": f"{role}-{number}",
        "name": f"{name} {number}",
        "roles": [role],
        "identifier": {"scheme": "XI-INVENTED", "id": f"{role}-{number}"},
    }


def write(path: Path, found: list[Json]) -> Path:
    """JSON lines."""
    path.write_bytes(b"".join(orjson.dumps(one) + b"\n" for one in found))
    return path

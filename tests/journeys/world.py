"""A fictional market that changes: releases that correct one another, and monthly returns."""

import csv
import json
import random
from pathlib import Path
from typing import Any

from tests.journeys.catalogue import Catalogue

PUBLISHER = {"name": "Time Travel Press (fictional)"}
COLUMNS: tuple[str, ...] = tuple(
    (
        "ID,Framework,LotDescription,SupplierName,CustomerName,ReturnMonth,"
        "ProjectNameAndDescription,EvidencedSpend,Sector,SMEorLarge"
    ).split(",")
)
BUYERS = ("Ostermoor Council", "Quillhaven Council", "Brackwater NHS Trust", "Fenmarch Police")
FIRMS = ("Pellwick Ltd", "Tarnbrook Limited", "Ashgrove & Co. Ltd", "Zephyr Loom Limited")
THINGS = ("Parking permits", "Case management", "Cloud hosting", "Payroll", "Bin routing", "Wi-Fi")
# Invented labels, so that they are not those that the notices state.
CODES = {
    "72000000-5": "Wide work",
    "72200000-7": "Work",
    "72212000-4": "Works",
    "48000000-8": "Wares",
}
DAYS = ("2013-01-15", "2013-03-31", "2013-06-30", "2013-07-01", "2013-10-27", "2014-02-01")


def write_world(folder: Path, seed: int) -> list[Path]:
    """Files of one world, reference lists too; the same seed gives the same bytes."""
    chance = random.Random(seed)
    releases = [r for n in range(9) for r in process(chance, n)]
    notices = folder / "notices.jsonl"
    notices.write_text("".join(json.dumps(r) + "\n" for r in releases))
    returns = folder / "returns.csv"
    with returns.open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(line(chance, n) for n in range(45))
    lists = folder / "codes.json", folder / "forces.tsv"
    lists[0].write_text(json.dumps(CODES))
    lists[1].write_text(f"police-force\tname\nfen\t{BUYERS[3]}\n")
    other = random.Random(seed + 1_000)
    catalogue = Catalogue(other, lambda: moment(other), FIRMS, BUYERS)
    return [notices, returns, *lists, catalogue.write(folder / "catalogue.jsonl")]


def moment(chance: random.Random) -> str:
    """An instant near one of the days, at the very ends of it more often than not."""
    hour = chance.choice(("00:00:00", "11:30:00", "23:59:59"))
    zone = chance.choice(("Z", "+01:00"))
    return f"{chance.choice(DAYS)}T{hour}{zone}"


def process(chance: random.Random, n: int) -> list[dict[str, Any]]:
    """One to four releases of a process: titles, values, suppliers and buyers change."""
    ocid = f"ocds-travel-{n:04}"
    named = n > 0
    made = [release(chance, ocid, step, named) for step in range(chance.randint(1, 4))]
    return made if named else revived(chance, ocid)


def revived(chance: random.Random, ocid: str) -> list[dict[str, Any]]:
    """A cancelled award that never named a supplier is no contract; the last release revives it."""
    steps = (("2013-01-10", "active"), ("2013-05-01", "cancelled"), ("2013-09-01", "active"))
    made = [release(chance, ocid, n, named=False) for n in range(len(steps))]
    for one, (day, status) in zip(made, steps, strict=True):
        one["date"] = f"{day}T09:00:00Z"
        one["awards"][0]["status"] = status
    return made


def release(chance: random.Random, ocid: str, step: int, named: bool) -> dict[str, Any]:
    """A whole restatement of a process."""
    buyer = chance.choice(BUYERS[:2] if named else BUYERS[2:3])
    firms = chance.sample(FIRMS, chance.randint(1, 2))
    thing = chance.choice(THINGS)
    value = {"amount": chance.randint(1, 900) * 100.5, "currency": chance.choice(("GBP", "EUR"))}
    parties = [party(chance, "buyer", buyer)] + [party(chance, "supplier", f) for f in firms]
    award: dict[str, Any] = {
        "id": "1",
        "status": chance.choice(("active", "active", "cancelled")),
        "title": f"{thing} {chance.choice('ABC')}",
        "value": value,
    }
    if named:
        award["suppliers"] = [{"id": p["id"], "name": p["name"]} for p in parties[1:]]
    made: dict[str, Any] = {
        "ocid": ocid,
        "id": f"{ocid}-{step}",
        "date": moment(chance),
        "tag": ["award"],
        "initiationType": "tender",
        "buyer": {"id": parties[0]["id"], "name": buyer},
        "parties": parties,
        "tender": {
            "id": ocid,
            "title": thing,
            "classification": {
                "scheme": "CPV",
                "id": chance.choice(("72000000", "72212000")),
                "description": chance.choice(("IT services", "Services: IT")),
            },
        },
        "awards": [award],
    }
    if named and chance.random() < 0.4:
        made["contracts"] = [{"id": "1", "awardID": "1", "title": award["title"], "value": value}]
    return made


def party(chance: random.Random, role: str, name: str) -> dict[str, Any]:
    """A party; its size and region are stated differently from time to time."""
    made: dict[str, Any] = {"id": f"{role}-{name}", "name": name, "roles": [role]}
    made["identifier"] = {"legalName": name}
    made["address"] = {"region": chance.choice(("UKD72", "UKE41"))}
    made["details"] = {"scale": chance.choice(("sme", "large"))}
    return made


def line(chance: random.Random, n: int) -> dict[str, str]:
    """A line of the returns; sector and size are not always the same."""
    month = chance.choice([f"2012-{m:02}-01" for m in range(7, 13)] + ["2013-02-01", "2013-06-01"])
    return {
        "ID": str(n),
        "Framework": "Demo-Cloud (fictional)",
        "LotDescription": chance.choice("134"),
        "SupplierName": chance.choice(FIRMS),
        "CustomerName": chance.choice(BUYERS),
        "ReturnMonth": month,
        "ProjectNameAndDescription": chance.choice(THINGS),
        "EvidencedSpend": str(chance.choice((120.5, 999.99, -20.0, 4000.0))),
        "Sector": chance.choice(("Local Government", "Health")),
        "SMEorLarge": chance.choice(("SME", "Large")),
    }

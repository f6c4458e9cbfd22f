"""An invented catalogue with everything that the hub's own files can tell of."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Json = dict[str, Any]
HEADER: Json = {
    "hub": 1,
    "source": "ostermoor-catalogue",
    "name": "Catalogue of Ostermoor",
    "publisher": "Ostermoor Digital (fictional)",
    "licence": "invented",
    "fictional": True,
}
QUILL: Json = {
    "name": "Quillfeather Software Ltd",
    "identifier": {"scheme": "GB-COH", "id": "05912608"},
    "address": {"postalCode": "ZZ9 9ZZ", "region": "UKZ9"},
    "sizeClass": "micro",
}
COUNCIL: Json = {
    "name": "Ostermoor Borough Council",
    "identifier": {"scheme": "GB-PPON", "id": "PFKS-1234-BBBB"},
    "sector": "Local government",
}
CONTRACT: Json = {"ocid": "ocds-zzzzzz-1", "id": "c"}
PRICE: Json = {
    "product": "P-1",
    "framework": "Invented-Cloud",
    "lot": "3",
    "priceMin": "12.50",
    "priceMax": "20",
    "unit": "user",
    "interval": "month",
    "tiers": [{"from": 1, "to": 99, "price": "12.50"}, {"from": 100, "price": "8.00001"}],
    "validFrom": "2026-01-01",
    "validTo": "2026-12-31",
}


def record(noun: str, key: str, public_from: str | None, **values: Any) -> Json:
    """A record; without values it withdraws."""
    said = {"values": values} if values else {"withdrawn": True}
    when = {"publicFrom": public_from} if public_from else {}
    return {"noun": noun, "key": key, **when, **said}


def product(key: str = "P-1", public_from: str | None = "2026-01-01", **values: Any) -> Json:
    """A product."""
    return record("product", key, public_from, name="Case Files", supplier=QUILL, **values)


# Of every noun one at least, with later states, a withdrawal and a second life.
RECORDS: list[Json] = [
    product(cloudDeploymentModel=["public", "hybrid"], educationPricing=True),
    product(public_from="2026-03-01", cloudDeploymentModel=["private"], cpv=["48000000"]),
    record("product", "P-2", "2026-01-05", name="Street Lamps", supplier=QUILL, resells=QUILL),
    record("product", "P-2", "2026-02-05"),
    record("product", "P-2", "2026-04-05", name="Street Lamps II", supplier=QUILL),
    record("offer", "O-1", "2026-01-01", **PRICE),
    record("offer", "O-1", "2026-02-01", **{**PRICE, "priceMin": "11.99999", "tiers": []}),
    record("offer", "O-2", "2026-01-05", product="P-2", priceMin="3", unit="licence"),
    record(
        "framework",
        "Invented-Cloud",
        "2026-01-02",
        name="The invented cloud",
        owner={"name": "Ostermoor Digital"},
        startsOn="2026-01-01",
        endsOn="2027-12-31",
        callOff=["direct", "competition"],
        lots=[
            {"code": "3", "name": "Software", "maxMonths": 36},
            {"code": "4", "name": "Work"},
        ],
    ),
    record(
        "framework",
        "Invented-Cloud",
        "2026-05-02",
        name="The invented cloud",
        extendsTo="2028-12-31",
        lots=[{"code": "3", "name": "Software and more"}],
    ),
    record(
        "deal",
        "D-1",
        "2026-02-01",
        name="For all",
        product="P-1",
        negotiator=COUNCIL,
        priceMin="9",
        unit="user",
        interval="month",
        validFrom="2026-02-01",
        validTo="2026-08-01",
        buyerTypes=["council"],
    ),
    record(
        "claim",
        "C-1",
        "2026-01-09",
        supplier=QUILL,
        product="P-1",
        scheme="cyber_essentials",
        number="0123456789",
        validFrom="2026-01-01",
        validTo="2027-01-01",
    ),
    record(
        "exclusion",
        "E-1",
        "2026-06-01",
        supplier={"name": "Fennel & Co. Ltd"},
        status="excludable",
        ground="Late accounts",
        validFrom="2026-06-01",
    ),
    record(
        "review",
        "R-1",
        "2026-03-05",
        by=COUNCIL,
        contract=CONTRACT,
        product="P-1",
        rating=4,
        support=2,
        text="Good, but ask jo@ostermoor.invalid or 020 7946 0000",
    ),
    record("review", "R-1", "2026-04-05", by=COUNCIL, contract=CONTRACT, rating=3),
    record(
        "kpi", "K-1", "2026-03-01", contract=CONTRACT, name="Answered in an hour", target="95 %"
    ),
    record(
        "assessment",
        "S-1",
        "2026-06-01",
        contract=CONTRACT,
        kpi="K-1",
        rating="approaching_target",
        periodFrom="2026-03-01",
        periodTo="2026-05-31",
    ),
    record(
        "assessment",
        "S-1",
        "2026-06-05",
        contract=CONTRACT,
        kpi="K-1",
        rating="good",
    ),
    record(
        "failure",
        "X-1",
        "2026-04-01",
        contract=CONTRACT,
        description="Down for a day",
        penaltyType="contracted",
        penalty="1000",
    ),
    record(
        "adoption",
        "A-1",
        "2026-03-01",
        contract=CONTRACT,
        product="P-1",
        quantity=250,
        price="11",
        unit="user",
        interval="month",
    ),
    record(
        "adoption",
        "A-2",
        "2026-03-02",
        contract={"source": "g-cloud-sales-returns", "key": "10"},
        product={"source": "ostermoor-catalogue", "key": "P-2"},
        replaces="P-1",
    ),
    record(
        "pilot",
        "T-1",
        "2026-02-11",
        buyer=COUNCIL,
        product="P-1",
        contract=CONTRACT,
        stage="trial",
        outcome="scaled",
        startsOn="2026-01-11",
        spent="500",
    ),
    record(
        "need",
        "N-1",
        "2025-12-01",
        buyer=COUNCIL,
        title="Case files",
        framework="Invented-Cloud",
        lot="3",
        contract=CONTRACT,
        mustHaves=["cyber_essentials"],
    ),
]


def records() -> list[Json]:
    """All records of the invented catalogue."""
    return list(RECORDS)


def own(path: Path, told: Iterable[Json], header: Json | None = HEADER) -> Path:
    """A file of records."""
    lines = [header, *told] if header else list(told)
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
    return path

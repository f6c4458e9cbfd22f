"""Figures that a reader sees, counted again in the files that were loaded."""

import csv
import html
import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from hub.demo.sizes import Order
from hub.demo.world import write_world
from hub.gateway.supervisor import SEED

Line = dict[str, str]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The world that `demo_hub` has loaded."""
    return write_world(tmp_path_factory.mktemp("world"), Order("tiny", SEED))


@pytest.fixture(scope="module")
def lines(files: list[Path]) -> list[Line]:
    found: list[Line] = []
    for path in files:
        if path.suffix == ".csv":
            with path.open(newline="", encoding="utf-8") as file:
                found.extend(csv.DictReader(file))
    return found


def text_of(address: str) -> str:
    """What stands on a page, tags as spaces."""
    page = httpx.get(address, trust_env=False, timeout=30)
    assert page.status_code == 200
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def test_the_first_page_counts_what_the_files_hold(
    demo_hub: str, files: list[Path], lines: list[Line]
) -> None:
    buyers = {line["CustomerName"] for line in lines}
    suppliers = {line["SupplierName"] for line in lines}
    for path in files:
        for line in path.read_text("utf-8").splitlines() if path.parent.name == "notices" else ():
            release = json.loads(line)
            for award in release.get("awards", []):
                buyers.add(release["buyer"]["name"])
                suppliers.update(supplier["name"] for supplier in award["suppliers"])
        for line in path.read_text("utf-8").splitlines() if path.parent.name == "own" else ():
            values = json.loads(line).get("values", {})
            if "supplier" in values and "cpv" in values:  # who offers a product is a supplier too
                suppliers.add(values["supplier"]["name"])
            if "buyer" in values:  # who tried one out or looks for one is a buyer too
                buyers.add(values["buyer"]["name"])
    text = text_of(demo_hub)
    assert f"Bodies that bought {len(buyers)} " in text
    assert f"Suppliers that sold to them {len(suppliers)} " in text
    assert f"with {len(lines)} payments" in text


def test_a_supplier_page_tells_what_was_paid_under_each_contract(
    demo_hub: str, lines: list[Line]
) -> None:
    counted = Counter(line["SupplierName"] for line in lines)
    name, _ = counted.most_common(1)[0]
    asked = httpx.post(
        f"{demo_hub}/graphql",
        json={
            "query": "query ($name: String!) { supplier(name: $name) { id } }",
            "variables": {"name": name},
        },
        trust_env=False,
    )
    text = text_of(f"{demo_hub}/suppliers/{asked.json()['data']['supplier']['id']}")
    sums: dict[tuple[str, str], Decimal] = {}
    for line in lines:
        if line["SupplierName"] == name:
            key = (line["ProjectNameAndDescription"], line["CustomerName"])
            sums[key] = sums.get(key, Decimal(0)) + Decimal(line["EvidencedSpend"])
    assert len(sums) >= 3
    for (title, buyer), paid in sums.items():
        told = rf"{re.escape(f'{title} {buyer}')} Known since [\w ]+ Not published £{paid:,.2f}"
        assert re.search(told, text), (title, buyer, paid)

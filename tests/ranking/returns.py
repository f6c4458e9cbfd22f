"""A second, independent reading of the G-Cloud sales returns into the tables of a snapshot."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from graph.clock import next_month, start_of
from graph.ids import make_id
from graph.money import to_e5
from graph.text import name_key, words
from ranking.snapshot import TABLES

FILE = "gcloud-sales-2012-2013.csv"
Rows = dict[str, set[tuple[Any, ...]]]


def tables(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The file as tables: one contract for each buyer, supplier, lot and text."""
    rows: Rows = {name: set() for name in TABLES}
    first: dict[tuple[str, ...], tuple[str, str | None]] = {}
    for line in _lines(folder):
        public = start_of(next_month(date.fromisoformat(line["ReturnMonth"])))
        buyer = _organisation(rows, line["CustomerName"], "public")
        supplier = _organisation(rows, line["SupplierName"], "company")
        text = " ".join(line["ProjectNameAndDescription"].split())
        contract = make_id("con", buyer, supplier, line["LotDescription"], *words(text))
        rows["payments"].add(
            (
                make_id("pay", line["ID"]),
                contract,
                to_e5(Decimal(line["EvidencedSpend"])),
                "GBP",
                line["ReturnMonth"][:7],
                text or None,
                public,
                None,
            )
        )
        for key, told in (
            (("contracts", contract, line["LotDescription"]), None),
            (("bought", contract, buyer), line["Sector"]),
            (("supplied", contract, supplier), None),
            (("buys", buyer), line["Sector"]),
            (("supplies", supplier), line["SMEorLarge"].lower()),
        ):
            first[key] = min(first.get(key, (public, told)), (public, told), key=_earlier)
    for key, (public, told) in first.items():
        _dated(rows, key, public, told)
    _roles(rows, first)
    return {name: list(found) for name, found in rows.items()}


def _lines(folder: Path) -> Iterator[dict[str, str]]:
    with (folder / FILE).open(newline="", encoding="utf-8-sig") as file:
        yield from csv.DictReader(file)


def _earlier(fact: tuple[str, str | None]) -> tuple[str, str]:
    return fact[0], fact[1] or ""


def _organisation(rows: Rows, name: str, kind: str) -> str:
    id = make_id("org", kind, name_key(name))
    rows["names"].add((id, " ".join(name.split())))
    return id


def _dated(rows: Rows, key: tuple[str, ...], public: str, told: str | None) -> None:
    table, id, *rest = key
    if table == "contracts":
        rows[table].add((id, None, None, rest[0], None, None, public, None))
        rows["frameworks"].add((id, "G-Cloud", public, None))
    elif table == "bought":
        rows[table].add((id, rest[0], told, None, public, None))
    elif table == "supplied":
        rows[table].add((id, rest[0], public, None))
    elif table == "buys":
        rows["organisation_states"].add((id, told, None, None, public, None))
    else:
        rows["organisation_states"].add((id, None, None, told, public, None))


def _roles(rows: Rows, first: dict[tuple[str, ...], tuple[str, str | None]]) -> None:
    names = dict(sorted(rows["names"], reverse=True))
    for id, name in names.items():
        buys, supplies = (first.get((role, id), (None,))[0] for role in ("buys", "supplies"))
        kind = "public" if buys else "company"
        rows["organisations"].add((id, name, kind, buys, supplies))

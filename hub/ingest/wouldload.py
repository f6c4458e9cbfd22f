"""What a load would make of a row of a table, in the words of its mapping, for a person."""

from collections.abc import Mapping, Sequence
from datetime import date

from graph.money import from_e5
from hub.ingest import ocds, returns
from hub.ingest.coerce import Note
from hub.ingest.facts import Json, Line
from hub.ingest.grids import Grid
from hub.ingest.releases import tried
from hub.ingest.rowreleases import release_of_row
from hub.ingest.spendrows import SpendLine, line_of_row

REDACTED = "(nobody: redacted or empty)"


def would_load(grid: Grid, row: Sequence[str], day: date, note: Note) -> Mapping[str, str] | None:
    """What would be stored by target, what is empty left out; None: the row would be refused.

    `day` stands for `--fetched`.
    """
    if grid.mapping.record == "spend":
        line = line_of_row(grid, row, note)
        return _line(line) if line else None
    if grid.mapping.record == "return":
        payment = returns.line_of_row(grid, row, note)
        return _payment(payment) if payment else None
    value = release_of_row(grid, row, note)
    release = ocds.release_of(value, day, note, grid.mapping.source) if value else None
    return shown(value) if value and release and tried(release, note) is not None else None


def _payment(line: Line) -> Mapping[str, str]:
    return {
        "reference": line.reference,
        "buyer": line.buyer.name,
        "supplier": line.supplier.name,
        "value": f"{from_e5(line.amount_e5):,} {line.currency}",
        "month": line.month,
        "framework": line.framework,
        "lot": line.lot_name,
        "description": line.text or "",
    }


def _line(line: SpendLine) -> Mapping[str, str]:
    said = {
        "buyer": line.buyer,
        "supplier": line.supplier or REDACTED,
        "value": f"{from_e5(line.amount_e5):,} {line.currency}",
        "vat": None if line.vat_e5 is None else f"{from_e5(line.vat_e5):,}",
        "paid": line.paid,
        "category": line.category,
        "reference": line.reference,
        "supplierIdentifier": line.number,
        "postcode": line.postcode,
        "description": line.text,
    }
    return {name: text for name, text in said.items() if text}


def shown(release: Json) -> Mapping[str, str]:
    """A row as it would load, in the words of the mapping; what is empty is left out."""
    tender, award = release["tender"], (release.get("awards") or [{}])[0]
    contract = (release.get("contracts") or [{}])[0]
    term = contract.get("period") or award.get("contractPeriod") or {}
    codes = [tender.get("classification"), *tender.get("additionalClassifications", ())]
    said = {
        "reference": tender["id"],
        "title": tender.get("title"),
        "buyer": release["buyer"]["name"],
        "supplier": "; ".join(one["name"] for one in award.get("suppliers") or ()),
        "value": _money(contract.get("value") or award.get("value")),
        "estimate": _money(tender.get("value")),
        "start": term.get("startDate"),
        "end": term.get("endDate"),
        "signed": award.get("date"),
        "published": release.get("date"),
        "deadline": (tender.get("tenderPeriod") or {}).get("endDate"),
        "status": tender.get("status"),
        "cpv": " ".join(code["id"] for code in codes if code),
    }
    return {name: text for name, text in said.items() if text}


def _money(value: Json | None) -> str | None:
    return f"{value['amount']:,} {value.get('currency', '')}".strip() if value else None

"""Purchases of sales returns and spend lists as OCDS: a process each, its sums as transactions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graph import reexporting
from graph.driver import Graph
from graph.money import from_e5
from hub.ingest.asocds import OURS, Record
from hub.ingest.facts import Json
from hub.ingest.fitting import Mends, fitted

PREFIX = "x-ndx-"  # no registered prefix: nobody gave these purchases an ocid
Rows = Mapping[str, list[list[Any]]]


async def records_of(graph: Graph, ids: Sequence[str], sources: Mapping[str, Json]) -> list[Record]:
    """The records of contracts outside OCDS, in the order of their ids."""
    parts = {
        name: await _by_contract(graph, statement, ids)
        for name, statement in (
            ("buyers", reexporting.BUYERS),
            ("suppliers", reexporting.SUPPLIERS),
            ("frameworks", reexporting.FRAMEWORKS),
            ("categories", reexporting.CATEGORIES),
            ("payments", reexporting.PAYMENTS),
        )
    }
    rows = await graph.rows(reexporting.CONTRACTS, ids=list(ids))
    return [_record(row, parts, sources) for row in sorted(rows)]


async def _by_contract(graph: Graph, statement: reexporting.Statement, ids: Sequence[str]) -> Rows:
    found: defaultdict[str, list[list[Any]]] = defaultdict(list)
    for contract, *row in await graph.rows(statement, ids=list(ids)):
        found[contract].append(row)
    return {contract: sorted(rows) for contract, rows in found.items()}


def _record(row: list[Any], parts: Mapping[str, Rows], sources: Mapping[str, Json]) -> Record:
    id, title, description, status, lot, signed, starts, ends, *money, since, basis, source = row
    buyers, suppliers = (_parties(parts[name].get(id, [])) for name in ("buyers", "suppliers"))
    payments = parts["payments"].get(id, [])
    last = max([since, *(payment[-1] for payment in payments)])
    contract: Json = {
        "id": id,
        "awardID": id,
        "title": title,
        "description": description,
        "status": status,
        "dateSigned": signed,
        "value": _money(*money),
        "period": _filled({"startDate": starts, "endDate": ends}),
        "items": [_item(*category) for category in parts["categories"].get(id, [])],
        "x_lot": lot,
        "x_frameworks": [code for code, _ in parts["frameworks"].get(id, [])],
        "implementation": {"transactions": _transactions(payments, buyers, suppliers)},
    }
    told = sources.get(source, {"id": source})
    release: Json = {
        "ocid": PREFIX + id,
        "id": f"{PREFIX}{id}-{last}",
        "date": last,
        "tag": ["contract"],
        "initiationType": "tender",
        "publisher": {"name": told["publisher"]} if "publisher" in told else None,
        "parties": _roles(buyers, "buyer") + _roles(suppliers, "supplier"),
        "buyer": _reference(buyers[0]) if buyers else None,
        "awards": [{"id": id, "suppliers": [_reference(one) for one in suppliers]}],
        "contracts": [_filled(contract)],
    }
    mends = Mends(minted=["/ocid", "/id", "/awards/0/id", "/contracts/0/id"])
    found = fitted(_filled(release), mends)
    found[OURS] = {"source": told, "basis": basis, **mends.record()}
    compiled = {**found, "tag": ["compiled"]}
    return Record(found["ocid"], [found], compiled, mends.counts())


def _parties(rows: list[list[Any]]) -> list[Json]:
    return [{"id": id, "name": name, "stated": stated} for id, name, stated in rows]


def _roles(parties: list[Json], role: str) -> list[Json]:
    found: list[Json] = []
    for party in parties:
        made: Json = {**_reference(party), "roles": [role]}
        if party["stated"]:
            name = "scale" if role == "supplier" else "x_sector"
            made["details"] = {name: party["stated"]}
        found.append(made)
    return found


def _reference(party: Json) -> Json:
    return {"id": party["id"], "name": party["name"]}


def _item(scheme: str, code: str, name: str | None) -> Json:
    kind = _filled({"scheme": scheme, "id": code, "description": name})
    return {"id": f"{scheme}-{code}", "classification": kind}


def _transactions(
    payments: list[list[Any]], buyers: list[Json], suppliers: list[Json]
) -> list[Json]:
    """Lines; OCDS has no month, so that stands beside, and no date is made up."""
    payer = {"payer": _reference(buyers[0])} if buyers else {}
    payee = {"payee": _reference(suppliers[0])} if suppliers else {}
    return [
        _filled(
            {
                "id": id,
                "value": _money(amount, currency),
                **payer,
                **payee,
                "x_month": month,
                "x_reference": reference,
                "x_description": text,
                "x_lines": lines,
                "x_tax": tax,
            }
        )
        for id, reference, amount, currency, month, text, lines, tax, _ in payments
    ]


def _money(amount: int | None, currency: str | None) -> Json | None:
    if amount is None:
        return None
    return _filled({"amount": from_e5(amount), "currency": currency})


def _filled(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, [], {})}

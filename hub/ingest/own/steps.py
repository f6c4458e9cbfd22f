"""Lives of things as the steps of a write: what was there goes, what is now comes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph import erasing, linking, recording
from graph.statements import Statement, Step
from hub.ingest.own.categories import category_rows
from hub.ingest.own.lives import Life
from hub.ingest.own.reading import Record
from hub.ingest.rows import Row, node_row, state_rows

LINES = "pay-"  # what the ids of lines of returns begin with


def record_steps(records: Sequence[Record]) -> list[Step]:
    """The raw records that are not there yet."""
    return _steps([(recording.CREATE, [_record_row(record) for record in records])])


def gone_steps(old: Mapping[str, Sequence[str]]) -> list[Step]:
    """Take away states and edges of nodes, by label; the nodes stay for the time being."""
    steps: list[Step] = []
    for label, ids in old.items():
        if label == "Adoption":
            steps.append(Step(erasing.CLEAR_COVERS, {"ids": list(ids)}))
        steps.append(Step(erasing.CLEAR_EDGES[label], {"ids": list(ids)}))
        steps.append(Step(erasing.CLEAR_STATES[label], {"ids": list(ids)}))
    return steps


def life_steps(found: Iterable[Life], old: Mapping[str, Sequence[str]]) -> list[Step]:
    """Write nodes, states and edges; `old`: nodes of which those that are not found go."""
    lives = sorted(found, key=lambda life: life.node.id)
    labels = sorted({life.node.label for life in lives})
    pairs: list[tuple[Statement, list[Row]]] = []
    for label in labels:
        here = [life.node for life in lives if life.node.label == label]
        states = [row for node in here for row in state_rows(node.id, node.states)]
        pairs.append((recording.MERGE[label], [node_row(node) for node in here]))
        pairs.append((recording.CREATE_STATES[label], states))
    pairs += _bodies(lives)
    pairs += category_rows(life for life in lives if life.node.label in linking.CATEGORIES)
    pairs.append(
        (linking.LOTS, [_lot_row(one) for one in lives if one.node.label == "FrameworkLot"])
    )
    steps = _steps(pairs) + link_steps(_waiting(life) for life in lives)
    now = {life.node.id for life in lives}
    for label, ids in old.items():
        gone = [id for id in ids if id not in now]
        if gone:
            steps.append(Step(erasing.DELETE[label], {"ids": gone}))
    return steps


Waiting = tuple[str, Mapping[str, Any]]  # label, and what is stored of its references


def link_steps(waiting: Iterable[Waiting]) -> list[Step]:
    """Link things with the products, frameworks and contracts that are there."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for label, told in waiting:
        for table, row in _links(label, told):
            rows.setdefault((table, label), []).append(row)
    steps = [
        Step(TABLES[table][label], {"rows": found})
        for (table, label), found in sorted(rows.items())
    ]
    covering = [row for (_, label), found in rows.items() if label == "Adoption" for row in found]
    if covering:
        once = {row["id"]: row for row in covering}
        steps.append(Step(linking.COVERS, {"rows": [once[id] for id in sorted(once)]}))
    return steps


TABLES: Mapping[str, Mapping[str, Statement]] = {
    "contracts": linking.CONTRACTS,
    "frameworks": linking.FRAMEWORKS,
    "kpis": linking.KPIS,
    "products": linking.PRODUCTS,
    "purchases": linking.PURCHASES,
}


def _links(label: str, told: Mapping[str, Any]) -> Iterable[tuple[str, Row]]:
    values = {name: told[name] for name in ("publicFrom", "publicTo", "source")}
    if ref := told.get("productRef"):
        yield "products", {"id": told["id"], "ref": ref, "values": values}
    if ref := told.get("frameworkRef"):
        yield "frameworks", {"id": told["id"], "ref": ref, "values": values}
    if ref := told.get("kpiRef"):
        yield "kpis", {"id": told["id"], "ref": ref, "values": values}
    if ref := told.get("contractRef"):
        table = "purchases" if ref.startswith(LINES) else "contracts"
        part = told.get("contractPart")
        yield table, {"id": told["id"], "ref": ref, "part": part, "values": values}


def _waiting(life: Life) -> Waiting:
    return life.node.label, {"id": life.node.id, **life.node.fixed, **_dated(life)}


def _bodies(lives: Iterable[Life]) -> list[tuple[Statement, list[Row]]]:
    rows: dict[str, list[Row]] = {type: [] for type in linking.BODIES}
    for life in lives:
        if life.node.label != "FrameworkLot":
            for body in life.first.bodies:
                ends = {"start": body.mention.id, "end": life.node.id}
                rows[body.type].append({**ends, "values": {**body.stated, **_dated(life)}})
    return [(linking.BODIES[type], found) for type, found in rows.items()]


def _lot_row(life: Life) -> Row:
    return {"start": life.first.thing, "end": life.node.id, "values": _dated(life)}


def _dated(life: Life) -> Row:
    node = life.node
    return {"publicFrom": node.since, "publicTo": node.until, "source": node.source}


def _record_row(record: Record) -> Row:
    values = {
        "noun": record.noun,
        "key": record.key,
        "thing": record.thing,
        "raw": record.raw,
        "publicFrom": record.public_from,
        "basis": record.basis,
        "source": record.source,
    }
    return {"id": record.id, "values": values}


def _steps(pairs: Iterable[tuple[Statement, list[Row]]]) -> list[Step]:
    return [Step(statement, {"rows": rows}) for statement, rows in pairs if rows]

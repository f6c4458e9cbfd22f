"""One batch of lines or releases as the steps of one transaction."""

from collections.abc import Iterable, Mapping, Sequence

from graph import loading
from graph.driver import Step
from graph.ids import make_id
from hub.ingest.facts import Line, Mention, Order, Release, Source
from hub.ingest.frameworks import code_of, id_of
from hub.ingest.rows import (
    Row,
    identifier_rows,
    mention_row,
    payment_row,
    release_row,
    source_row,
)

# The line that names a contract: order of publication, text, basis.
First = tuple[Order, str, str]
ALONE = (loading.MERGE_MENTIONS, loading.CREATE_MEANINGS, loading.CREATE_BEARS)
BESIDE = (loading.JOIN_MENTIONS, loading.MERGE_MEANINGS, loading.MERGE_BEARS)


def mention_steps(
    changed: Sequence[Mention], new: Sequence[Mention], *, beside: bool = False
) -> list[Step]:
    """Write mentions; a new one is a body of its own until the grouping at the end of the load.

    `beside`: other loaders may write the same ones now.
    """
    bodies = [{"id": m.id, "name": m.name, "kind": m.kind} for m in new]
    bears = [{"mention": m.id, "id": number} for m in new for number in m.identifiers]
    mentions, meanings, bearing = BESIDE if beside else ALONE
    return _steps(
        (mentions, [mention_row(mention) for mention in changed]),
        (meanings, bodies),
        (loading.MERGE_IDENTIFIERS, identifier_rows(new)),
        (bearing, bears),
    )


def source_steps(sources: Mapping[str, Source]) -> list[Step]:
    """Write data sets."""
    return _steps((loading.MERGE_SOURCES, [source_row(source) for source in sources.values()]))


def release_steps(releases: Iterable[Release]) -> list[Step]:
    """Write raw releases that are not there yet."""
    return _steps((loading.CREATE_RELEASES, [release_row(release) for release in releases]))


def line_steps(lines: Sequence[Line], known: Mapping[str, First]) -> list[Step]:
    """Write payments that are not there yet with all that hangs on them.

    `known` has, for contracts that are there, the line that names them so far.
    """
    return _steps(
        (loading.MERGE_CATEGORIES, _unique(_category(line) for line in lines)),
        (loading.MERGE_FRAMEWORKS, _unique(_framework(line) for line in lines)),
        (loading.MERGE_CONTRACTS, _contracts(lines, known)),
        (loading.CREATE_PAYMENTS, [payment_row(line) for line in lines]),
        (loading.MERGE_BOUGHT, _earliest(_bought(line) for line in lines)),
        (loading.MERGE_SUPPLIED, _earliest(_supplied(line) for line in lines)),
        (loading.MERGE_UNDER, _earliest(_target(line, _framework(line)) for line in lines)),
        (loading.MERGE_IN, _earliest(_target(line, _category(line)) for line in lines)),
    )


def first_of(line: Line) -> First:
    """What of a line decides whether it names its contract."""
    return line.order, line.text or "", line.basis


def _steps(*pairs: tuple[loading.Statement, list[Row]]) -> list[Step]:
    return [Step(statement, {"rows": rows}) for statement, rows in pairs if rows]


def _contracts(lines: Sequence[Line], known: Mapping[str, First]) -> list[Row]:
    """Public time and title come from the line that was public first."""
    first: dict[str, First] = dict(known)
    for line in lines:
        mine = first_of(line)
        first[line.contract] = min(first.get(line.contract, mine), mine)
    found: dict[str, Row] = {}
    for line in lines:
        order, text, basis = first[line.contract]
        values = {
            "origin": "returns",
            "lot": line.lot,
            "title": text or line.lot_name,
            "publicFrom": order[0],
            "basis": basis,
            "source": line.source,
        }
        found[line.contract] = {"id": line.contract, "values": values}
    return list(found.values())


def _category(line: Line) -> Row:
    dated = {"publicFrom": line.public_from, "basis": line.basis, "source": line.source}
    code = {"scheme": line.scheme, "code": line.lot, "name": line.lot_name}
    return {"id": make_id("cat", line.scheme, line.lot), **code, **dated}


def _framework(line: Line) -> Row:
    dated = {"publicFrom": line.public_from, "basis": line.basis, "source": line.source}
    code = {"code": code_of(line.framework), "name": line.framework}
    return {"id": id_of(line.framework), **code, **dated}


def _target(line: Line, target: Row) -> Row:
    return {
        "target": target["id"],
        "contract": line.contract,
        "name": target["name"],
        "publicFrom": line.public_from,
        "source": line.source,
    }


def _bought(line: Line) -> Row:
    return {
        "target": line.buyer.id,
        "mention": line.buyer.id,
        "contract": line.contract,
        "publicFrom": line.public_from,
        "source": line.source,
        "sector": line.sector,
    }


def _supplied(line: Line) -> Row:
    return {
        "target": line.supplier.id,
        "mention": line.supplier.id,
        "contract": line.contract,
        "publicFrom": line.public_from,
        "source": line.source,
        "sizeClass": line.size_class,
    }


def _unique(rows: Iterable[Row]) -> list[Row]:
    return sorted({row["id"]: row for row in rows}.values(), key=lambda row: row["id"])


def _earliest(rows: Iterable[Row]) -> list[Row]:
    """One row an edge: the first to be public, ties as the statements of graph/ break them."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row["target"], row["contract"])
        found[key] = min(found.get(key, row), row, key=_order)
    return [found[key] for key in sorted(found)]


def _order(row: Row) -> tuple[str, str]:
    return (row["publicFrom"], row.get("sector") or row.get("sizeClass") or "")

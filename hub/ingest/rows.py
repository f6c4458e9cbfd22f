"""Facts as rows for the statements of graph/: plain maps, one a node or edge."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from hub.ingest.facts import Line, Link, Mention, Node, Release, Source, State, Values

Row = dict[str, Any]
BATCH = 1_000
Item = TypeVar("Item")


def batches(items: Sequence[Item], size: int = BATCH) -> Iterator[Sequence[Item]]:
    """The items in order, so many at a time."""
    return (items[at : at + size] for at in range(0, len(items), size))


def source_row(source: Source) -> Row:
    """A data set."""
    values = {
        "name": source.name,
        "publisher": source.publisher,
        "licence": source.licence,
        "fictional": source.fictional,
    }
    return {"id": source.id, "values": values}


def mention_row(mention: Mention) -> Row:
    """A mention with all that it stores."""
    values = {
        "name": mention.name,
        "nameKey": mention.key,
        "kind": mention.kind,
        "place": mention.place,
        "identifiers": list(mention.identifiers),
        "unread": list(mention.unread),
        "firstSeen": mention.first_seen,
        "lastSeen": mention.last_seen,
        "roles": list(mention.roles),
        "source": mention.source,
    }
    return {"id": mention.id, "values": values}


def identifier_rows(mentions: Iterable[Mention]) -> list[Row]:
    """Each register's number once."""
    found = sorted({identifier for mention in mentions for identifier in mention.identifiers})
    return [{"id": identifier, "values": _parts(identifier)} for identifier in found]


def payment_row(line: Line) -> Row:
    """A payment and the contract that it was paid under."""
    values = {
        "amountE5": line.amount_e5,
        "currency": line.currency,
        "month": line.month,
        "text": line.text,
        "reference": line.reference,
        "sector": line.sector,
        "sizeClass": line.size_class,
        "publicFrom": line.public_from,
        "basis": line.basis,
        "source": line.source,
    }
    return {
        "id": line.id,
        "contract": line.contract,
        "publicFrom": line.public_from,
        "source": line.source,
        "values": values,
    }


def release_row(release: Release) -> Row:
    """A raw publication."""
    values = {
        "ocid": release.ocid,
        "reference": release.reference,
        "digest": release.digest,
        "raw": release.raw,
        "publicFrom": release.public_from,
        "basis": release.basis,
        "source": release.source,
    }
    return {"id": release.id, "values": values}


def node_row(node: Node) -> Row:
    """A node in its newest state."""
    values = {
        **node.fixed,
        **node.states[-1].values,
        "publicFrom": node.since,
        "publicTo": node.until,
        "basis": node.basis,
        "source": node.source,
    }
    return {"id": node.id, "values": values}


def new_row(node: Node) -> Row:
    """As `node_row`, for a node that is not there yet: no value is to be cleared."""
    row = node_row(node)
    return {"id": row["id"], "values": _stated(row["values"])}


def state_rows(of: str, states: Iterable[State]) -> list[Row]:
    """The superseded states of a node: all but the open one."""
    return [
        {
            "of": of,
            "id": f"{of}~{state.since}",
            "values": _stated({**state.values, "publicFrom": state.since, "publicTo": state.until}),
        }
        for state in states
        if state.until is not None
    ]


def link_row(link: Link) -> Row:
    """An edge; `start` of a purchase or sale is the mention."""
    values: Values = {
        **link.values,
        "publicFrom": link.since,
        "publicTo": link.until,
        "source": link.source,
    }
    return {"start": link.start, "end": link.end, "values": _stated(values)}


def _stated(values: Values) -> Row:
    """Without what is not known: a null takes its name to the engine for nothing."""
    return {name: value for name, value in values.items() if value is not None}


def _parts(identifier: str) -> Row:
    scheme = "VAT" if identifier.startswith("VAT-") else "-".join(identifier.split("-", 2)[:2])
    return {"scheme": scheme, "value": identifier[len(scheme) + 1 :]}

"""Roots that answer with one node, or with the nodes behind ids."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import strawberry

from graph.errors import Conflict, LimitExceeded
from graph.ids import as_role
from resolvers import lookups
from resolvers.lookups import Lookup
from schema.node import type_of
from schema.paging import LARGEST
from schema.planned import Found, Info, by_key, root_nodes, run, walk
from schema.record import Record

ROLES = ("Organisation", "Buyer", "Supplier")


@strawberry.input(description="A number in a register.")
class IdentifierInput:
    scheme: str = strawberry.field(description="The register, for instance GB-COH or GB-PPON.")
    id: str = strawberry.field(description="The number.")


async def organisation(
    info: Info,
    type: str,
    id: str | None,
    identifier: IdentifierInput | None,
    name: str | None,
    as_of: date | None,
) -> Any:
    """One body as the type says; null when there is none. BadInput, or Conflict on several."""
    number = (identifier.scheme, identifier.id) if identifier else None
    return await single(info, type, lookups.organisation(id, number, name), as_of)


async def contract(info: Info, id: str | None, ocid: str | None, as_of: date | None) -> Any:
    """One contract; null when there is none. BadInput, or Conflict on several."""
    return await single(info, "Contract", lookups.contract(id, ocid), as_of)


async def procurement(info: Info, id: str | None, ocid: str | None, as_of: date | None) -> Any:
    """One procurement; null when there is none. BadInput, or Conflict on several."""
    return await single(info, "Procurement", lookups.contract(id, ocid), as_of)


async def single(info: Info, type: str, lookup: Lookup, as_of: date | None) -> Record | None:
    """The one node that a lookup finds."""
    found = await by_key(info, type, lookup.by, [lookup.value], as_of)
    if len(found) > 1:
        raise Conflict(
            f"{len(found)} nodes have that {lookup.by}; list them and ask for one by its id."
        )
    return found[0][1] if found else None


async def node_by_id(info: Info, id: str, as_of: date | None) -> Any:
    """Any node; null when the id is none of ours or there is nothing to see."""
    return (await nodes_by_id(info, [id], as_of))[0]


async def nodes_by_id(info: Info, ids: Sequence[str], as_of: date | None) -> list[Any]:
    """The nodes in the order of the ids, null where there is none, by one statement."""
    if len(ids) > LARGEST:
        raise LimitExceeded(
            f"At most {LARGEST} ids at once; {len(ids)} were given.",
            limit="ids",
            value=len(ids),
            maximum=LARGEST,
        )
    walker, nodes = walk(info), root_nodes(info)
    wanted: dict[str, list[str]] = {}
    for id in ids:
        type = type_of(id)
        if type is not None:
            wanted.setdefault(type, []).append(stored_key(id, type))
    found = [Found.of(walker, type, nodes, "id", keys) for type, keys in wanted.items()]
    if not found:
        return [None] * len(ids)
    answers = await run(info, walker, [f.root for f in found], as_of)
    records: dict[tuple[str, str], Record] = {}
    for type, f, rows in zip(wanted, found, answers, strict=True):
        records |= {(type, key): record for key, record in f.records(rows)}
    return [records.get(key_of(id)) for id in ids]


def stored_key(id: str, type: str) -> str:
    """The key under which a node is stored: roles of one body share theirs."""
    return as_role(id, "org") if type in ROLES else id


def key_of(id: str) -> tuple[str, str]:
    """Type and stored key of an id; a pair that nothing has when the id is none of ours."""
    type = type_of(id) or ""
    return type, stored_key(id, type)

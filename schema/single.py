"""Seeds by keys: one node of a noun, and the nodes behind ids."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import strawberry
from graphql import FieldNode

from graph.errors import Conflict, LimitExceeded
from graph.ids import as_role
from resolvers import lookups
from resolvers.lookups import Lookup
from schema.complete import Values
from schema.node import type_of
from schema.paging import LARGEST
from schema.planned import Found, Make, Sown
from schema.selection import Walk
from schema.slots import Given

ROLES = ("Organisation", "Buyer", "Supplier")


@strawberry.input(description="A number in a register.")
class IdentifierInput:
    scheme: str = strawberry.field(description="The register, for instance GB-COH or GB-PPON.")
    id: str = strawberry.field(description="The number.")


def organisation(given: Given) -> Lookup:
    """How a body is looked up by exactly one of id, identifier and name; else BadInput."""
    number = given["identifier"]
    pair = (number["scheme"], number["id"]) if number else None
    return lookups.organisation(given["id"], pair, given["name"])


def process(given: Given) -> Lookup:
    """How a contract or procurement is looked up by exactly one of id and ocid; else BadInput."""
    return lookups.contract(given["id"], given["ocid"])


@dataclass(frozen=True, slots=True)
class Single:
    """The one node of a type that a lookup finds; null when there is none."""

    type: str
    lookup: Callable[[Given], Lookup]

    def __call__(self, walk: Walk, nodes: list[FieldNode]) -> Sown:
        """The seed of a selected field."""
        arguments = walk.arguments("Query", nodes[0])
        by = self.lookup(arguments.of(walk.variables)).by
        slot = walk.slots.read(
            arguments, walk.variables, lambda given: [[self.lookup(given).value]]
        )
        found = Found.of(walk, self.type, nodes, by, slot)

        def one(makers: Sequence[Make], answers: Sequence[Any], values: Values) -> Any:
            rows = answers[0]
            if len(rows) > 1:
                several = f"{len(rows)} nodes have that {by}"
                raise Conflict(f"{several}; list them and ask for one by its id.")
            return makers[0](rows[0][1], values) if rows else None

        return Sown((found.root,), (found.layout,), one)


@dataclass(frozen=True, slots=True)
class ById:
    """Any nodes in the order of their ids, null where there is none to see; or only one."""

    many: bool

    def __call__(self, walk: Walk, nodes: list[FieldNode]) -> Sown:
        """The seed of a selected field: a root for each type among the ids."""
        arguments = walk.arguments("Query", nodes[0])
        ids = self.ids(arguments.of(walk.variables))
        types = sorted({type for id in ids if (type := type_of(id)) is not None})
        order = walk.slots.keep(arguments, walk.variables, lambda given: [self.ids(given)])
        found = [Found.of(walk, t, nodes, "id", self.keys(walk, nodes, t)) for t in types]

        def each(makers: Sequence[Make], answers: Sequence[Any], values: Values) -> Any:
            rows = {
                (type, key): (make, row)
                for type, make, part in zip(types, makers, answers, strict=True)
                for key, row in part
            }
            there = (rows.get(key_of(id)) for id in values[order])
            made = [None if one is None else one[0](one[1], values) for one in there]
            return made if self.many else made[0]

        return Sown(tuple(f.root for f in found), tuple(f.layout for f in found), each)

    def ids(self, given: Given) -> list[str]:
        """The ids that are asked for. Raises LimitExceeded for more than 100."""
        ids: list[str] = given["ids"] if self.many else [given["id"]]
        if len(ids) > LARGEST:
            raise LimitExceeded(
                f"At most {LARGEST} ids at once; {len(ids)} were given.",
                limit="ids",
                value=len(ids),
                maximum=LARGEST,
            )
        return ids

    def keys(self, walk: Walk, nodes: list[FieldNode], type: str) -> int:
        """The slot of the keys of one type."""
        arguments = walk.arguments("Query", nodes[0])

        def read(given: Given) -> Values:
            return [[stored_key(id, type) for id in self.ids(given) if type_of(id) == type]]

        return walk.slots.read(arguments, walk.variables, read)


def stored_key(id: str, type: str) -> str:
    """The key under which a node is stored: roles of one body share theirs."""
    return as_role(id, "org") if type in ROLES and type_of(id) in ROLES else id


def key_of(id: str) -> tuple[str, str]:
    """Type and stored key of an id; a pair that nothing has when the id is none of ours."""
    type = type_of(id) or ""
    return type, stored_key(id, type)

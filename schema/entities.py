"""Federation: the nouns that another graph may extend, read by the keys that a router sends.

A router sends representations: a type and the fields of one of its keys. All of them are keys of
one statement; whatever else a representation holds comes from outside and is not looked at.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, NamedTuple, cast

import strawberry
from graphql import FieldNode, VariableNode
from strawberry.federation.schema_directives import Key

from graph.errors import BadInput, Conflict, LimitExceeded
from resolvers import lookups
from resolvers.lookups import Lookup
from schema.buyers import Buyer
from schema.categories import Category
from schema.complete import Row, Values
from schema.contracts import Contract
from schema.frameworks import Framework
from schema.paging import LARGEST
from schema.planned import Found, Make, Sown
from schema.products import Product
from schema.selection import Walk
from schema.single import stored_key
from schema.slots import Arguments, Given
from schema.suppliers import Supplier

ENTITIES: tuple[type, ...] = (Buyer, Category, Contract, Framework, Product, Supplier)
Entity = Annotated[
    Buyer | Category | Contract | Framework | Product | Supplier, strawberry.union("_Entity")
]


def keys_of(type: Any) -> list[tuple[str, ...]]:
    """The fields of each `@key` of a type, in the order of declaration."""
    directives = type.__strawberry_definition__.directives
    return [tuple(str(d.fields).split()) for d in directives if isinstance(d, Key)]


KEYS: Mapping[str, list[tuple[str, ...]]] = {type.__name__: keys_of(type) for type in ENTITIES}


class Named(NamedTuple):
    """An entity as a representation names it: the key of its shape, and the key's value."""

    type: str
    by: str
    value: str


Rows = dict[Named, list[tuple[Make, Row]]]


class ByKeys:
    """The seed of `_entities`: what the representations stand for, in their order.

    A root for each type and key among them; a record, null, or a coded error for each.
    """

    def __call__(self, walk: Walk, nodes: list[FieldNode]) -> Sown:
        """The seed of a selected field. Raises BadInput, LimitExceeded."""
        arguments = walk.arguments("Query", nodes[0])
        whole = (isinstance(a.value, VariableNode) for a in nodes[0].arguments or ())
        if arguments.vary and not all(whole):
            raise BadInput("Give representations as one variable, or without a variable in them.")
        groups = sorted(grouped(arguments.of(walk.variables)["representations"]))
        order = walk.slots.keep(arguments, walk.variables, lambda given: [wanted(given)])
        found = [
            Found.of(walk, type, nodes, by, keys(walk, arguments, type, by)) for type, by in groups
        ]

        def each(makers: Sequence[Make], answers: Sequence[Any], values: Values) -> list[Any]:
            rows: Rows = {}
            for (type, by), make, part in zip(groups, makers, answers, strict=True):
                for key, row in part:
                    rows.setdefault(Named(type, by, key), []).append((make, row))
            return [answer(one, rows, values) for one in values[order]]

        return Sown(tuple(f.root for f in found), tuple(f.layout for f in found), each)


def keys(walk: Walk, arguments: Arguments, type: str, by: str) -> int:
    """The slot of the values of one key of a type, each once."""

    def read(given: Given) -> Values:
        found = (one for one in wanted(given) if isinstance(one, Named))
        return [list(dict.fromkeys(one.value for one in found if (one.type, one.by) == (type, by)))]

    return walk.slots.read(arguments, walk.variables, read)


def wanted(given: Given) -> list[Named | str]:
    """What each representation names (see `named`). Raises LimitExceeded for more than 100."""
    representations: list[object] = given["representations"]
    if len(representations) > LARGEST:
        raise LimitExceeded(
            f"At most {LARGEST} representations at once; {len(representations)} were given.",
            limit="representations",
            value=len(representations),
            maximum=LARGEST,
        )
    return [named(one) for one in representations]


def grouped(representations: Sequence[object]) -> frozenset[tuple[str, str]]:
    """The types and keys among representations: what a plan of them depends on."""
    found = (named(one) for one in representations[:LARGEST])
    return frozenset((one.type, one.by) for one in found if isinstance(one, Named))


def named(representation: object) -> Named | str:
    """What a representation names, or what to say in its place when that can't be told."""
    given = cast(Mapping[str, object], representation if isinstance(representation, dict) else {})
    type = given.get("__typename")
    if not isinstance(type, str) or type not in KEYS:
        return f"`__typename` must name an entity of the hub: {', '.join(KEYS)}."
    for fields in KEYS[type]:
        values = [given.get(field) for field in fields]
        if all(isinstance(value, str) for value in values):
            found = lookup(type, fields, cast(list[str], values))
            return Named(type, found.by, found.value)
    ways = ", or ".join(" and ".join(fields) for fields in KEYS[type])
    return f"A {type} is named by {ways}: give it as text."


def lookup(type: str, fields: tuple[str, ...], values: Sequence[str]) -> Lookup:
    """How the fields of a key name a node: one field is the shape's key of that name."""
    if fields == ("id",):
        return Lookup("id", stored_key(values[0], type))
    if fields == ("scheme", "code"):
        return lookups.category(*values)
    return Lookup(fields[0], values[0])


def answer(one: Named | str, rows: Rows, values: Values) -> Any:
    """What is made of what is named; null when there is none to see; else the error to show."""
    if isinstance(one, str):
        return BadInput(one)
    found = rows.get(one, [])
    if len(found) > 1:
        return Conflict(f"{len(found)} nodes have that {one.by}; name one by its id.")
    return found[0][0](found[0][1], values) if found else None

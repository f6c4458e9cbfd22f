"""The schema: built once, its records wired, and each declaration checked against its shape."""

from collections.abc import Iterable
from typing import Any, cast

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLUnionType,
    get_named_type,
)
from strawberry.federation import Schema
from strawberry.schema.config import StrawberryConfig

from graph.registry import SHAPES
from graph.shape import Shape
from schema.cost import declare
from schema.declare import READS, Reads
from schema.matching import RECORDS
from schema.query import Query
from schema.record import Record
from schema.where import NOUNS  # each relation has its filter by then, to be weighed


def by_response_name(source: Record, info: GraphQLResolveInfo[Any], **_: Any) -> Any:
    """A record's value: two aliases of one hop are two values."""
    return source.values[cast(str, info.path.key)]


def type_name(record: Record, *_: Any) -> str:
    """The type of a record behind an interface or a union."""
    return record.type


def build(query: type = Query, nouns: Iterable[type] = NOUNS) -> Schema:
    """The federated schema. Raises AssertionError when a type and its shape disagree."""
    nouns = tuple(nouns)
    declare(query, nouns)
    made = Schema(
        query=query,
        types=nouns,
        config=StrawberryConfig(disable_field_suggestions=True),
        federation_version="2.9",
    )
    for type in made._schema.type_map.values():  # pyright: ignore[reportPrivateUsage]
        if isinstance(type, (GraphQLInterfaceType, GraphQLUnionType)):
            type.resolve_type = type_name
        elif isinstance(type, GraphQLObjectType):
            wire(type)
    return made


def wire(type: GraphQLObjectType) -> None:
    """Lets a type of records read by response name; checks a noun's type against its shape."""
    shape = SHAPES.get(type.name)
    if shape is not None:
        for name, field in type.fields.items():
            check(shape, name, field)
    elif type.name not in RECORDS and not pages(type):
        return
    # Strawberry's own test asks for an instance of its class; ours are records of their name
    type.is_type_of = None
    for field in type.fields.values():
        field.resolve = by_response_name


def pages(type: GraphQLObjectType) -> bool:
    """Is it the connection, the edge or the aggregate of a noun?"""
    endings = ("Connection", "Edge", "Aggregate")
    return any(type.name.removesuffix(ending) in SHAPES for ending in endings)


def check(shape: Shape, name: str, field: GraphQLField) -> None:
    """A field is a column, total or hop of the shape, no less nullable than it may be missing."""
    reads = cast(Reads, field.extensions["strawberry-definition"].metadata[READS])
    where = f"{shape.name}.{name}"
    demanded = isinstance(field.type, GraphQLNonNull)
    if reads.kind in ("column", "money"):
        columns = [shape.column(n) for n in reads.names or (name,)]
        assert all(c.required for c in columns) or not demanded, f"{where} can be null"
    elif reads.kind == "sums":
        assert shape.total(name), where
    else:
        hop = shape.hop(name)
        target = get_named_type(field.type).name.removesuffix("Connection")
        assert target == hop.to, f"{where} leads to {hop.to}, not {target}"
        assert hop.many == (reads.kind == "many"), f"{where} is not to-{reads.kind}"
        assert hop.many or not demanded, f"{where}: the other side can be hidden"


schema = build()

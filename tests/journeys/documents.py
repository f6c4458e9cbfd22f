"""Documents that select everything: made by introspection, so that no field can be forgotten."""

from collections.abc import Iterator
from typing import cast

from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType, get_named_type

from schema.build import schema
from schema.nouns import NOUNS

TYPES = schema._schema.type_map  # pyright: ignore[reportPrivateUsage]
DEPTH = 1  # two levels of all nouns take minutes
RELATED = frozenset(noun.__name__ for noun in NOUNS)


def selection(type: GraphQLObjectType, depth: int = DEPTH, alias: str = "") -> str:
    """All fields of a type, relations down to a depth; `tookMs` is the one that may differ.

    With an alias every field is `<alias>_<name>`, so that fragments on several types agree.
    """
    parts = [
        f"{alias}_{name}: {part}" if alias else part
        for name, f in type.fields.items()
        if (part := selected(name, f, depth))
    ]
    return "{ " + " ".join(parts) + " }"


def selected(name: str, field: GraphQLField, depth: int) -> str:
    """One field with what is below it; empty where it would go too deep."""
    target = get_named_type(field.type)
    if name in ("tookMs", "modelVersion", "hash"):
        return ""
    if isinstance(target, GraphQLInterfaceType):
        return f"{name} {{ __typename id }}"
    if not isinstance(target, GraphQLObjectType):
        return name
    if target.name.endswith("Connection"):
        if depth == 0:
            return f"{name} {{ totalCount }}"
        page = f"totalCount pageInfo {{ hasNextPage endCursor }} nodes {inner(target, depth)}"
        return f"{name}{'(first: 2)' if field.args else ''} {{ {page} }}"
    if target.name in ("Money", "Contribution", "PageInfo", "Tier"):
        return f"{name} {selection(target, 0)}"
    return f"{name} {selection(target, depth - 1)}" if depth else ""


def parts(type: GraphQLObjectType, depth: int = DEPTH) -> Iterator[str]:
    """The same in pieces: the plain fields, then each relation alone, and so on below it.

    Neo4j plans a statement with all relations of a contract for longer than a reader waits.
    """
    yield selection(type, 0)
    for name, field in type.fields.items() if depth else ():
        target = get_named_type(field.type)
        if isinstance(target, GraphQLObjectType) and selected(name, field, 1):
            if target.name.endswith("Connection"):
                arguments = "(first: 2)" if field.args else ""
                nodes = cast(GraphQLObjectType, get_named_type(target.fields["nodes"].type))
                page = f"{name}{arguments} {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes"
                yield from (f"{{ {page} {part} }} }}" for part in parts(nodes, depth - 1))
            elif target.name in RELATED:
                yield from (f"{{ {name} {part} }}" for part in parts(target, depth - 1))


def inner(connection: GraphQLObjectType, depth: int) -> str:
    """What is selected of a connection's nodes."""
    node = cast(GraphQLObjectType, get_named_type(connection.fields["nodes"].type))
    return selection(node, depth - 1)


def roots_as_of() -> dict[str, GraphQLField]:
    """Every root that can travel in time: by `asOf`, or by an input that holds it."""
    query = cast(GraphQLObjectType, TYPES["Query"])
    return {
        name: field
        for name, field in query.fields.items()
        if "asOf" in field.args or "need" in field.args
    }


def typed(name: str) -> GraphQLObjectType:
    """The object type of that name."""
    return cast(GraphQLObjectType, TYPES[name])

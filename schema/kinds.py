"""The kind of a request's variables: all of them that can change what a plan looks like.

Two requests of one kind have the same plan, and differ only in the values of its slots.
"""

from collections.abc import Hashable, Mapping
from typing import Any, cast

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLID,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    Undefined,
)
from graphql.execution.values import VariableValues

from schema.entities import grouped
from schema.node import type_of

GIVEN = "given"


def kind_of(variables: VariableValues) -> Hashable:
    """Which variables are there, what the inputs among them hold, and the values that matter.

    Those are of booleans (`@skip`, `@include`) and enums (`orderBy`), the types behind ids, and the
    types and keys among representations.
    """
    return tuple(
        outline(source.signature.type, variables.coerced.get(name, Undefined))
        for name, source in variables.sources.items()
    )


def outline(type: Any, value: Any) -> Hashable:
    """What matters of one variable."""
    while isinstance(type, GraphQLNonNull):
        type = cast(Any, type).of_type
    if value is None or value is Undefined:
        return value
    if type is GraphQLBoolean or isinstance(type, GraphQLEnumType):
        return value
    if type is GraphQLID:
        return type_of(value)
    if isinstance(type, GraphQLList) and innermost(type) is GraphQLID:
        return frozenset(type_of(id) for id in value if isinstance(id, str))
    if innermost(type).name == "_Any" and isinstance(value, list):
        return grouped(cast(list[object], value))
    return form(type, value)


def form(type: Any, value: Any) -> Hashable:
    """Which keys an input has, and those of the inputs in it."""
    while isinstance(type, GraphQLNonNull):
        type = cast(Any, type).of_type
    if isinstance(type, GraphQLInputObjectType) and isinstance(value, Mapping):
        parts = cast(Mapping[str, Any], value)
        fields = cast(Mapping[str, Any], type.fields)
        return tuple((key, form(fields[key].type, part)) for key, part in parts.items())
    if isinstance(innermost(type), GraphQLInputObjectType) and isinstance(value, list):
        items = cast(list[Any], value)
        return tuple(form(cast(Any, type).of_type, item) for item in items)
    return None if value is None else GIVEN


def innermost(type: Any) -> Any:
    """The type without the lists and demands around it."""
    while isinstance(type, (GraphQLList, GraphQLNonNull)):
        type = cast(Any, type).of_type
    return type

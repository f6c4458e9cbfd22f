"""The inputs of `where`, made from the nouns' own fields: what can be read can be filtered.

Each noun has `<Noun>Where`, and `<Noun>Some` for relations that lead to several of it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Optional

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryList, StrawberryOptional
from strawberry.types.enum import StrawberryEnumDefinition
from strawberry.types.field import StrawberryField

from graph.registry import SHAPES
from schema.declare import READS, Reads
from schema.nouns import NOUNS
from schema.operators import (
    EQ,
    BooleanFilter,
    DateFilter,
    IdFilter,
    InstantFilter,
    ListFilter,
    MoneyFilter,
    NumberFilter,
    TextFilter,
    among,
    compared,
)
from schema.scalars import Money

BY_TYPE: Mapping[Any, type] = {
    strawberry.ID: IdFilter,
    str: TextFilter,
    int: NumberFilter,
    bool: BooleanFilter,
    date: DateFilter,
    datetime: InstantFilter,
    Money: MoneyFilter,
}
WHERE = "Only those that meet all of this."
HERE = strawberry.lazy("schema.where")


def later(name: str) -> Any:
    """An input of this module by its name, which may not exist yet."""
    return Annotated[name, HERE]  # pyright: ignore[reportInvalidTypeForm]


def fields_of(noun: Any) -> list[StrawberryField]:
    """The fields of a type as Strawberry knows them."""
    return list(noun.__strawberry_definition__.fields)


def made(name: str, description: str, members: Mapping[str, tuple[Any, Any]]) -> type:
    """An input of this module: by Python name the type and the field."""
    body: dict[str, Any] = {"__annotations__": {}, "__module__": __name__}
    for python_name, (kind, field) in members.items():
        body["__annotations__"][python_name] = kind
        body[python_name] = field
    found = strawberry.input(type(name, (), body), description=description)
    globals()[name] = found
    return found


def optional(kind: Any) -> Any:
    """The type or null."""
    return Optional[kind]  # noqa: UP045 - kinds that are no classes can't be joined by |


def enum_filter(kind: StrawberryEnumDefinition) -> type:
    """`<Enum>Filter`, made once."""
    name, of = f"{kind.name}Filter", kind.wrapped_cls
    if name not in globals():
        members = {
            "eq": (optional(of), compared(EQ)),
            "in_": (optional(list[of]), among()),
        }
        made(name, f"Which of {kind.name}.", members)
    return globals()[name]


def filter_of(field: StrawberryField) -> type | None:
    """The filter for the values of a field; None for sums and tiers, which are not compared."""
    reads: Reads = field.metadata[READS]
    kind = field.type
    if isinstance(kind, StrawberryOptional):
        kind = kind.of_type
    if reads.kind == "sums":
        return None
    if isinstance(kind, StrawberryList):
        return ListFilter if kind.of_type is str else None
    if isinstance(kind, StrawberryEnumDefinition):
        return enum_filter(kind)
    return BY_TYPE[kind]


def where_of(noun: Any) -> type:
    """`<Noun>Where`."""
    shape = SHAPES[noun.__name__]
    name = f"{shape.name}Where"
    members: dict[str, tuple[Any, Any]] = {
        "AND": (optional(list[later(name)]), compared("All of these.", "AND")),
        "OR": (optional(list[later(name)]), compared("One of these at least.", "OR")),
        "NOT": (optional(later(name)), compared("Exactly those that do not meet this.", "NOT")),
    }
    for field in fields_of(noun):
        reads: Reads = field.metadata[READS]
        described = field.description or ""
        if reads.kind in ("one", "many"):
            target = shape.hop(field.python_name).to
            kind = later(f"{target}{'Where' if reads.kind == 'one' else 'Some'}")
        elif (kind := filter_of(field)) is None:
            continue
        members[field.python_name] = (optional(kind), compared(described, field.graphql_name))
    return made(name, f"Which of type {shape.name}: all that is given must be met.", members)


def some_of(noun: Any) -> type:
    """`<Noun>Some`."""
    name = SHAPES[noun.__name__].name
    members = {
        "some": (optional(later(f"{name}Where")), compared("At least one of them meets this.")),
        "none": (optional(later(f"{name}Where")), compared("None of them meets this.")),
    }
    return made(f"{name}Some", "What is said of those behind a relation.", members)


def equip(nouns: Iterable[Any]) -> None:
    """Makes the inputs of all nouns, and gives each relation to several its `where`."""
    for noun in nouns:
        where_of(noun)
        some_of(noun)
    for noun in nouns:
        for field in fields_of(noun):
            if field.metadata[READS].kind == "many":
                target = SHAPES[noun.__name__].hop(field.python_name).to
                kind = StrawberryAnnotation(optional(later(f"{target}Where")))
                field.arguments = [
                    *field.arguments,
                    StrawberryArgument("where", None, kind, description=WHERE, default=None),
                ]


equip(NOUNS)

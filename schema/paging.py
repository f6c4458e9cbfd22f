"""Paging: Relay connections and opaque cursors that survive inserts."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic, Self, TypeVar

import orjson
import strawberry.federation
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.field import StrawberryField
from strawberry.types.lazy_type import LazyType

from graph.errors import BadInput, LimitExceeded

LARGEST = 100
T = TypeVar("T")


@dataclass(frozen=True)
class AggregateOf(LazyType[Any, Any]):
    """`<Noun>Aggregate` of a noun that may not exist yet."""

    noun: Any = None

    def resolve_type(self) -> type[Any]:
        """The type."""
        noun = self.noun.resolve_type() if isinstance(self.noun, LazyType) else self.noun
        return import_module(self.module).told_of(noun)


class OfNoun(StrawberryField):
    """A field whose type is `<Noun>Aggregate`, of the noun that the generic type is made for."""

    def copy_with(self, type_var_map: Mapping[str, Any]) -> Self:
        """The field of one noun."""
        made, noun = copy(self), type_var_map["T"]
        name = noun.type_name if isinstance(noun, LazyType) else noun.__name__
        later: Any = AggregateOf(f"{name}Aggregate", "schema.aggregates", noun=noun)
        made.type_annotation = StrawberryAnnotation(later)
        return made


def of_noun(description: str) -> Any:
    """A field of a generic type that is another type for each noun."""
    return OfNoun(description=description)


@strawberry.federation.type(shareable=True, description="Where a page stands among all nodes.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Are there nodes after this page?")
    has_previous_page: bool = strawberry.field(description="Are there nodes before this page?")
    start_cursor: str | None = strawberry.field(
        description="The first node's cursor: give it as `before` for the page before."
    )
    end_cursor: str | None = strawberry.field(
        description="The last node's cursor: give it as `after` for the next page."
    )


@strawberry.type(description="A node with its place in the list.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(
        description="Give it as `after` or `before` to go on from this node."
    )
    node: T = strawberry.field(description="The node.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = strawberry.field(description="The nodes with their cursors.")
    nodes: list[T] = strawberry.field(description="The nodes alone.")
    page_info: PageInfo = strawberry.field(description="Where this page stands.")
    total_count: int = strawberry.field(description="How many there are in all.")
    aggregate: int = of_noun("Sums, means and extremes of all there are.")


def page_size(first: int | None, last: int | None, usual: int) -> tuple[int, bool]:
    """The page size, and whether it is taken from the end.

    Raises BadInput for both at once and for one below 1, LimitExceeded for one above 100.
    """
    if first is not None and last is not None:
        raise BadInput("Give first or last, not both: a page starts at one end.")
    name, wanted = ("first", first) if last is None else ("last", last)
    if wanted is None:
        return usual, False
    if wanted < 1:
        raise BadInput(f"{name} must be at least 1; {wanted} was given.", field=name)
    if wanted > LARGEST:
        raise LimitExceeded(
            f"{name} may be at most {LARGEST}; {wanted} was given. "
            f"Page with {'after' if last is None else 'before'}.",
            limit=name,
            value=wanted,
            maximum=LARGEST,
        )
    return wanted, last is not None


def write_cursor(order: str, key: object, id: str) -> str:
    """The cursor of a node: the order's name, the node's key in it, its id."""
    return urlsafe_b64encode(orjson.dumps([order, key, id])).decode()


def read_cursor(name: str, order: str, cursor: str) -> tuple[str, str]:
    """Key and id of the argument `name`; BadInput when it is not ours or of another order."""
    try:
        parts = orjson.loads(urlsafe_b64decode(cursor))
    except ValueError:
        parts = None
    if not (isinstance(parts, list) and len(parts) == 3 and all(isinstance(p, str) for p in parts)):
        raise BadInput(f"{name} is not a cursor of this list; take one from pageInfo or edges.")
    own, key, id = parts
    if own != order:
        raise BadInput(f"This cursor belongs to the order {own}, not {order}; start again.")
    return key, id

"""Paging: Relay connections and opaque cursors that survive inserts."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Generic, TypeVar

import orjson
import strawberry

from graph.errors import BadInput, LimitExceeded

LARGEST = 100
T = TypeVar("T")


@strawberry.type(description="Where a page stands among all nodes.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Are there nodes after this page?")
    has_previous_page: bool = strawberry.field(
        description="Was a cursor given, so that nodes lie before this page?"
    )
    start_cursor: str | None = strawberry.field(description="The first node's cursor.")
    end_cursor: str | None = strawberry.field(
        description="The last node's cursor: give it as `after` for the next page."
    )


@strawberry.type(description="A node with its place in the list.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(description="Give it as `after` to go on behind this node.")
    node: T = strawberry.field(description="The node.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = strawberry.field(description="The nodes with their cursors.")
    nodes: list[T] = strawberry.field(description="The nodes alone.")
    page_info: PageInfo = strawberry.field(description="Where this page stands.")
    total_count: int = strawberry.field(description="How many there are in all.")


def page_size(first: int | None, usual: int) -> int:
    """The page size; refuses one below 1 (BadInput) or above 100 (LimitExceeded)."""
    if first is None:
        return usual
    if first < 1:
        raise BadInput(f"first must be at least 1; {first} was given.")
    if first > LARGEST:
        raise LimitExceeded(
            f"first may be at most {LARGEST}; {first} was given. Page with after.",
            limit="first",
            value=first,
            maximum=LARGEST,
        )
    return first


def write_cursor(order: str, key: object, id: str) -> str:
    """The cursor of a node: the order's name, the node's key in it, its id."""
    return urlsafe_b64encode(orjson.dumps([order, key, id])).decode()


def read_cursor(order: str, cursor: str) -> tuple[str, str]:
    """Key and id; BadInput when it is not ours or belongs to another order."""
    try:
        parts = orjson.loads(urlsafe_b64decode(cursor))
    except ValueError:
        parts = None
    if not (isinstance(parts, list) and len(parts) == 3 and all(isinstance(p, str) for p in parts)):
        raise BadInput("after is not a cursor of this list; take one from pageInfo or edges.")
    name, key, id = parts
    if name != order:
        raise BadInput(f"This cursor belongs to the order {name}, not {order}; start again.")
    return key, id

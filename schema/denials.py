"""Denied fields of an answer: null, and one coded error for all places of one selection."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from graphql import GraphQLError

from graph.errors import Forbidden
from schema.record import Denial, Denied

Path = tuple[str | int, ...]


def settled(data: dict[str, Any]) -> list[GraphQLError]:
    """Puts null where a response holds a denied field; the errors, in the order of the response."""
    first: dict[Denied, Path] = {}
    counts: dict[Denied, int] = {}
    for path, parent, key in places(data, ()):
        denied = parent[key]
        parent[key] = None
        first.setdefault(denied, path)
        counts[denied] = counts.get(denied, 0) + 1
    return [error(denied, list(first[denied]), counts[denied]) for denied in first]


def places(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any], str]]:
    """Where a denied field stands in a response: its path, and the object with its key."""
    if isinstance(value, list):
        for n, item in enumerate(cast(list[Any], value)):
            yield from places(item, (*path, n))
    elif isinstance(value, dict):
        parent = cast(dict[str, Any], value)
        for key, item in parent.items():
            if isinstance(item, Denied):
                yield (*path, key), parent, key
            else:
                yield from places(item, (*path, key))


def folded(errors: Sequence[GraphQLError]) -> list[GraphQLError]:
    """The same errors as graphql-core tells them, those of one denied selection as one."""
    counts: dict[Denied, int] = {}
    for found in errors:
        if isinstance(found.original_error, Denial):
            denied = found.original_error.denied
            counts[denied] = counts.get(denied, 0) + 1
    return list(once(errors, counts))


def once(errors: Sequence[GraphQLError], counts: Mapping[Denied, int]) -> Iterator[GraphQLError]:
    """Each error, of those about one denied selection only the first."""
    told: set[Denied] = set()
    for found in errors:
        if not isinstance(found.original_error, Denial):
            yield found
            continue
        denied = found.original_error.denied
        if denied not in told:
            told.add(denied)
            yield error(denied, found.path or [], counts[denied])


def error(denied: Denied, path: list[str | int], occurrences: int) -> GraphQLError:
    """The one error of a denied selection."""
    cause = Forbidden(denied.message, occurrences=occurrences)
    return GraphQLError(denied.message, list(denied.nodes), path=path, original_error=cause)

"""Limits of a GraphQL document: tokens before it is parsed; depth, fields, aliases after.

What needs its types, hops and cost, is in `hub/gateway/cost.py`.

Strawberry's own limiters walk a fragment again at each spread, so 20 fragments that spread the
next one twice cost them seconds; here each fragment is counted once and the rest is arithmetic.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionNode,
)

from graph.errors import LimitExceeded
from hub.gateway.settings import Settings

# Comments, block strings, strings, words and numbers, other punctuation. An open string runs to
# the end of its text and nothing backtracks, so a scan is linear whatever is sent.
_TOKEN = re.compile(
    r'#[^\r\n]*+|"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?|"(?:[^"\\\r\n]|\\.)*+"?'
    r"|\.{3}|-?\d[\w.+-]*+|\w++|[^\s,\ufeff]",
    re.DOTALL,
)

# What is counted, and what to change.
NOUNS = {
    "body": ("bytes in the request", "Send less at once."),
    "characters": ("characters in the document", "Send values as variables."),
    "tokens": ("tokens in the document", "Select fewer fields, or send several documents."),
    "depth": (
        "fields inside one another",
        "Ask for what is deeper by its id in another operation.",
    ),
    "fields": ("fields", "Select fewer; those of a fragment count wherever it is spread."),
    "aliases": ("aliases", "Ask for many of one kind by nodes(ids) or a where with in."),
    "directives": ("directives", "Send a document for each case."),
    "hops": (
        "relations",
        "Follow the rest from its id in another operation; an alias is one more.",
    ),
    "cost": ("values, each weighed", "Ask for smaller pages (first), fewer fields, or less deep."),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The maxima of one document."""

    characters: int
    tokens: int
    depth: int
    fields: int
    aliases: int
    directives: int
    hops: int

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """As they are set."""
        return cls(
            characters=settings.limit_characters,
            tokens=settings.limit_tokens,
            depth=settings.limit_depth,
            fields=settings.limit_fields,
            aliases=settings.limit_aliases,
            directives=settings.limit_directives,
            hops=settings.limit_hops,
        )


@dataclass(slots=True)
class Size:
    """What an operation or a fragment comes to, everything that it spreads counted in."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0


@dataclass(slots=True)
class _Part:
    """One fragment or operation by itself, and where it spreads which fragments."""

    size: Size = field(default_factory=Size)
    spreads: list[tuple[str, int]] = field(default_factory=list)


def check_text(text: str, limits: Limits) -> None:
    """Refuse a long document before the parser sees it; stops reading at the limit."""
    if len(text) > limits.characters:
        raise exceeded("characters", len(text), limits.characters)
    for count, _ in enumerate(_TOKEN.finditer(text), 1):
        if count > limits.tokens:
            raise exceeded("tokens", count, limits.tokens)


def check(document: DocumentNode, limits: Limits) -> None:
    """Refuse the document if one of its operations is over a limit; linear in its length."""
    for size in sizes(document):
        for name in ("depth", "fields", "aliases", "directives"):
            value, maximum = getattr(size, name), getattr(limits, name)
            if value > maximum:
                raise exceeded(name, value, maximum)


def exceeded(limit: str, value: int, maximum: int) -> LimitExceeded:
    """The coded error, in words that say what to change."""
    value = min(value, 10**9)
    what, change = NOUNS[limit]
    text = f"Too many {what}: {value:,}, and {maximum:,} is the most. {change}"
    return LimitExceeded(text, limit=limit, value=value, maximum=maximum)


def sizes(document: DocumentNode) -> Iterator[Size]:
    """The size of each operation; a fragment inside itself counts once, validation refuses it."""
    fragments = {
        node.name.value: _part(node)
        for node in document.definitions
        if isinstance(node, FragmentDefinitionNode)
    }
    done: dict[str, Size] = {}
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            yield _total(_part(node), fragments, done)


def _part(node: OperationDefinitionNode | FragmentDefinitionNode) -> _Part:
    """Count a definition without following its spreads; a stack, as nesting may be deep."""
    part = _Part()
    part.size.directives = len(node.directives or ())
    stack: list[tuple[SelectionNode, int]] = [(s, 1) for s in node.selection_set.selections]
    while stack:
        selection, depth = stack.pop()
        part.size.directives += len(selection.directives or ())
        if isinstance(selection, FragmentSpreadNode):
            part.spreads.append((selection.name.value, depth - 1))
            continue
        if isinstance(selection, FieldNode):
            part.size.fields += 1
            part.size.aliases += selection.alias is not None
            part.size.depth = max(part.size.depth, depth)
            depth += 1
        inner = getattr(selection, "selection_set", None)
        stack += [(s, depth) for s in inner.selections] if inner else []
    return part


def _total(part: _Part, fragments: dict[str, _Part], done: dict[str, Size]) -> Size:
    """Add what the spreads bring; `done` holds each fragment's sum, so it is made only once."""
    size = Size(part.size.depth, part.size.fields, part.size.aliases, part.size.directives)
    for name, depth in part.spreads:
        if name not in fragments:
            continue
        if name not in done:
            done[name] = Size()  # what a spread inside itself finds
            done[name] = _total(fragments[name], fragments, done)
        inner = done[name]
        size.depth = max(size.depth, depth + inner.depth)
        size.fields += inner.fields
        size.aliases += inner.aliases
        size.directives += inner.directives
    return size

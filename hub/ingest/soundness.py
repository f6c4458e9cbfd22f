"""Values that JSON allows and the hub can't keep: found by one walk without recursion.

Nearly all is sound, and a quick look tells; only what is not is walked through for its path.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import orjson

from hub.ingest.canonical import Doubled, Odd

DEEPEST = 100  # levels of a release; all that reads it is recursive, a real one has about ten
CONTAINERS = frozenset({dict, list})
SCALARS = frozenset({str, int, float, bool, type(None), Decimal})
LONGEST = 2_000  # characters of a key: both engines index keys, and 8 kB is what an index holds

# Finding: code, JSON path, message, advice.
Note = Callable[[str, str, str, str], None]
Unfit = tuple[str, str, str]  # path, message, advice


def misshapen(value: Any) -> Unfit | None:
    """What no reader may see: too deep, a number that is none, a key that stands twice."""
    if _plain(value):
        return None
    for path, level, item in _walked(value):
        if isinstance(item, Odd):
            return path, item.message, "mend the JSON"
        if isinstance(item, Doubled):
            twice = f"the key {item.key!r} stands more than once in one object"
            return path, twice, "keep one of the two"
        if level > DEEPEST:
            return path, f"nested deeper than {DEEPEST} levels", "write it flatter"
    return None


def unwritable(value: Any) -> Unfit | None:
    """A text or key that can't be stored: half a character, or the character NUL."""
    if _storable(value):
        return None
    for path, _, item in _walked(value):
        for text in item if isinstance(item, dict) else (item,):
            if isinstance(text, str) and (wrong := of_text(text)):
                return path, wrong, "mend the text"
    return None


def of_text(text: str) -> str | None:
    """What is wrong with a text; None when nothing is."""
    if "\0" in text:
        return "the character NUL in a text"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "half a character (a lone surrogate) in a text"
    return None


def too_long(text: object) -> str | None:
    """What to say of a key or name that is too long to be indexed; None when it is not."""
    if isinstance(text, str) and len(text) > LONGEST:
        return f"{len(text):,} characters where at most {LONGEST:,} can be kept"
    return None


def _plain(value: Any) -> bool:
    """True when all levels are few and all in them is of JSON's own types; by levels, no paths."""
    held: list[Any] = [value]
    for _ in range(DEEPEST):
        inner: list[Any] = []
        for item in held:
            inner += item.values() if type(item) is dict else item if type(item) is list else ()
        held = [item for item in inner if type(item) not in SCALARS]
        if not held:
            return type(value) in CONTAINERS or type(value) in SCALARS
        if any(type(item) not in CONTAINERS for item in held):
            return False
    return False


def _storable(value: Any) -> bool:
    """True when everything is certainly text that can be stored."""
    try:
        return b"\\u0000" not in orjson.dumps(value, default=str)
    except orjson.JSONEncodeError:
        return False


def _walked(value: Any) -> Iterator[tuple[str, int, Any]]:
    """Everything inside with its path and level; nothing below the first level too deep."""
    waiting: list[tuple[str, int, Any]] = [("", 0, value)]
    while waiting:
        path, level, item = waiting.pop()
        yield path or "/", level, item
        if level > DEEPEST:
            continue
        if isinstance(item, dict):
            waiting += [(f"{path}/{key}", level + 1, inner) for key, inner in item.items()]
        elif isinstance(item, list):
            waiting += [(f"{path}/{at}", level + 1, inner) for at, inner in enumerate(item)]

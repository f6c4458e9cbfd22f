"""JSON in one fixed form: sorted keys, no spaces, numbers exactly as they were written."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import orjson

DIGITS = 1_000  # of a whole number; Python reads at most 4,300
CUT = 200  # levels of a document that is too deep for the reader; a package adds a few to a release
MARKS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')


@dataclass(frozen=True, slots=True)
class Odd:
    """Stands where a value was that can't be read; whoever finds it refuses what it is in."""

    message: str


class Doubled(dict[str, Any]):
    """An object in which a key stood more than once; the last value is the one in it."""

    key = ""


def parsed(text: str) -> Any:
    """JSON with decimal fractions as Decimal; ValueError when it is none (NaN included)."""
    try:
        return STRICT.decode(text)
    except RecursionError:
        raise ValueError("nested too deep") from None


def leniently_parsed(text: str) -> Any:
    """As `parsed`, but a value that can't be read is `Odd`, so that the rest of a file can be."""
    try:
        return _lenient(text, "")
    except RecursionError:
        return _lenient("".join(_cut(text)), "nested too deep")


def canonical(value: Any) -> str:
    """The same text for the same content, whatever the order of keys was."""
    try:
        text = orjson.dumps(value, default=_number, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError:  # a whole number of more than 64 bits
        return slowly_canonical(value)
    # Keys are written in ASCII, values as they are: so it was when the first ids were made.
    return text if text.isascii() or _plain_keys(value) else slowly_canonical(value)


def slowly_canonical(value: Any) -> str:
    """What `canonical` gives, said in plain Python: it defines the form for all that is rare."""
    if isinstance(value, dict):
        inside = (f"{json.dumps(key)}:{slowly_canonical(value[key])}" for key in sorted(value))
        return "{" + ",".join(inside) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(slowly_canonical, value)) + "]"
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def _number(value: object) -> orjson.Fragment:
    if isinstance(value, Decimal):
        return orjson.Fragment(str(value))
    raise TypeError(type(value).__name__)


def _plain_keys(value: Any) -> bool:
    """True when all keys inside are ASCII."""
    waiting: list[Any] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if not all(map(str.isascii, item)):
                return False
            item = item.values()
        if not isinstance(item, str):
            waiting += [inner for inner in item if isinstance(inner, dict | list)]
    return True


def _lenient(text: str, constant: str) -> Any:
    return json.loads(
        text,
        parse_float=_fraction,
        parse_int=_whole,
        parse_constant=lambda name: Odd(constant or f"{name} is not JSON"),
        object_pairs_hook=_object,
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled, seen = Doubled(found), set[str]()
    for key, _ in pairs:
        if key in seen:
            doubled.key = key
            break
        seen.add(key)
    return doubled


def _fraction(text: str) -> Decimal | int | Odd:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return Odd("a number with an exponent beyond all measure")
    if "e" in text or "E" in text:
        # 1.5e1 is stored as 15, and is read as that from the start.
        return int(found) if found.as_tuple().exponent == 0 else found
    return found


def _whole(text: str) -> int | Odd:
    return int(text) if len(text) <= DIGITS else Odd(f"a whole number of {len(text):,} digits")


def _strict(text: str) -> Any:
    return _sure(_fraction(text))


def _strict_whole(text: str) -> Any:
    return _sure(_whole(text))


def _sure(value: Any) -> Any:
    if isinstance(value, Odd):
        raise ValueError(value.message)
    return value


def _cut(text: str) -> Iterator[str]:
    """The text with NaN in the place of whatever is too deep to be read."""
    level, kept = 0, 0
    for mark in MARKS.finditer(text):
        if mark[0] in "[{":
            level += 1
            if level == CUT:
                yield text[kept : mark.start()] + "NaN"
        elif mark[0] in "]}":
            if level == CUT:
                kept = mark.end()
            level -= 1
    # What is open at the end is damaged anyway: the reader then says where.
    yield text[kept:] if level < CUT else ""


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


# One reader for all texts: making one costs as much as reading a short text.
STRICT = json.JSONDecoder(parse_float=_strict, parse_int=_strict_whole, parse_constant=_no_constant)

"""How the fields of a noun are listed: by name and kind."""

from collections.abc import Mapping, Sequence

from hub.ingest.own.fields import (
    Field,
    Reader,
    any_of,
    code,
    codes,
    currency,
    day,
    flag,
    long_text,
    money,
    one_of,
    stars,
    text,
    texts,
    tiers,
    whole,
)

KINDS: Mapping[str, Reader] = {
    "text": text,
    "long text": long_text,
    "code": code,
    "texts": texts,
    "codes": codes,
    "day": day,
    "money": money,
    "currency": currency,
    "whole": whole,
    "stars": stars,
    "yes/no": flag,
    "tiers": tiers,
}


def fields(**kinds: str) -> tuple[Field, ...]:
    """Fields by name, of the kinds above; `*` behind a kind: required."""
    return tuple(_field(name, kind.rstrip("*"), kind.endswith("*")) for name, kind in kinds.items())


def chosen(
    name: str, values: Sequence[str], *, many: bool = False, required: bool = False
) -> Field:
    """A field out of given values."""
    kind = ("any of " if many else "one of ") + ", ".join(values)
    return Field(name, kind, (any_of if many else one_of)(values), name, required)


def _field(name: str, kind: str, required: bool) -> Field:
    column = f"{name}E5" if kind == "money" else name
    return Field(name, kind, KINDS[kind], column, required)

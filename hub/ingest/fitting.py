"""A release made valid: what the OCDS schema can't take is mended, with a note of what it was.

The rules are the schema's own (ocds-schema.json); fields that it does not know stay as they are.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph.clock import instant
from hub.ingest.canonical import canonical
from hub.ingest.facts import Json

GONE = object()  # stands for what can't be valid
RULES = Path(__file__).with_name("ocds-schema.json")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[\w:/?#@!$&'()*+,;=.~\[\]-]|%[0-9A-Fa-f]{2})+", re.ASCII
)
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?", re.ASCII)
SCHEMED = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.+")
SAFE = ":/?#@!$&'()*+,;=%~"
MINTED = "minted-"


@cache
def rules() -> Mapping[str, Any]:
    """The rules of a release: `definitions` by name, and `release`."""
    return json.loads(RULES.read_text("utf-8"))


@dataclass(slots=True)
class Mends:
    """What was done to one release: `minted` paths, and `mended` with path, code and old value."""

    minted: list[str] = field(default_factory=list[str])
    mended: list[Json] = field(default_factory=list[Json])

    def note(self, path: str, why: str, was: Any = None) -> None:
        """A value that was mended; `was` as published."""
        self.mended.append({"path": path, "why": why, "was": was})

    def counts(self) -> Counter[str]:
        """How many of each kind."""
        return Counter([one["why"] for one in self.mended] + ["MINTED_ID"] * len(self.minted))

    def record(self) -> Json:
        """For the release itself; empty when nothing was done."""
        found = {"minted": self.minted, "mended": self.mended}
        return {name: value for name, value in found.items() if value}


def fitted(release: Json, mends: Mends) -> Json:
    """The release as the schema allows it; its root has what a root needs."""
    found = _Fit(mends).object(release, rules()["release"], "")
    return found if isinstance(found, dict) else {}


def minted(value: Any) -> str:
    """An id for an object that has none, of what it says."""
    return MINTED + hashlib.sha256(canonical(value).encode()).hexdigest()[:12]


class _Fit:
    def __init__(self, mends: Mends) -> None:
        self.mends = mends

    def object(self, value: Json, spec: Json, path: str) -> Any:
        """An object with valid properties and all that are required."""
        known: Json = spec.get("properties", {})
        found: Json = {}
        for key, item in value.items():
            kept = self.value(item, known[key], f"{path}/{key}") if key in known else item
            if kept is not GONE:
                found[key] = kept
        for key in spec.get("required", ()):
            if key not in found:
                found[key] = minted(found)
                self.mends.minted.append(f"{path}/{key}")
        return found if len(found) >= spec.get("minProperties", 0) else self._gone(path, "EMPTY")

    def value(self, value: Any, spec: Json, path: str) -> Any:
        """A value as its rule wants it, or GONE."""
        if "ref" in spec:
            spec = rules()["definitions"][spec["ref"]]
        types = spec.get("type", [])
        types = [types] if isinstance(types, str) else types
        if value is None:
            return None if not types or "null" in types else GONE  # it says nothing
        if types and not any(_is(value, type) for type in types):
            value = self._converted(value, types, path)
        if isinstance(value, dict):
            return self.object(value, spec, path)
        if isinstance(value, list):
            return self._list(value, spec, path)
        return self._text(value, spec, path) if isinstance(value, str) else value

    def _list(self, value: list[Any], spec: Json, path: str) -> Any:
        inner = spec.get("items")
        found: list[Any] = []
        seen: set[str] = set()
        for at, item in enumerate(value):
            kept = self.value(item, inner, f"{path}/{at}") if inner else item
            if kept is GONE:
                continue
            if spec.get("uniqueItems"):
                if (same := canonical(kept)) in seen:
                    self.mends.note(f"{path}/{at}", "REPEATED")
                    continue
                seen.add(same)
            found.append(kept)
        return found if len(found) >= spec.get("minItems", 0) else GONE

    def _text(self, text: str, spec: Json, path: str) -> Any:
        if len(text) < spec.get("minLength", 0):
            return GONE  # empty: it says nothing
        if "enum" in spec and text not in spec["enum"]:
            alike = {str(code).casefold(): code for code in spec["enum"]}
            code = alike.get(text.strip().casefold(), GONE)
            self.mends.note(path, "NOT_IN_CODELIST", text)
            return code
        if "pattern" in spec and not re.search(spec["pattern"], text):
            return self._gone(path, "NOT_ALLOWED", text)
        if spec.get("format") == "date-time":
            return self._mended(text, _moment(text), "DATE", path)
        if spec.get("format") == "uri":
            return self._mended(text, _uri(text), "URI", path)
        return text

    def _mended(self, text: str, found: str | None, why: str, path: str) -> Any:
        if found != text:
            self.mends.note(path, why, text)
        return GONE if found is None else found

    def _converted(self, value: Any, types: list[str], path: str) -> Any:
        found = _cast(value, types)
        self.mends.note(path, "TYPE", value)
        return found

    def _gone(self, path: str, why: str, was: Any = None) -> Any:
        self.mends.note(path, why, was)
        return GONE


def _is(value: Any, type: str) -> bool:
    match type:
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
        case _:
            kinds = {"string": str, "boolean": bool, "object": dict, "array": list}
            return type in kinds and isinstance(value, kinds[type])


def _cast(value: Any, types: list[str]) -> Any:
    """The same content in an allowed type; GONE when there is none."""
    if "array" in types and not isinstance(value, list):
        return [value]
    if isinstance(value, list):
        return value[0] if len(value) == 1 and any(_is(value[0], type) for type in types) else GONE
    if "integer" in types and isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    if "string" in types and isinstance(value, int | float | Decimal):
        return canonical(value)
    if "number" in types and isinstance(value, str):
        return _number(value)
    return GONE


def _number(text: str) -> Any:
    try:
        found = Decimal(text.replace(",", "").strip().removeprefix("£"))
    except InvalidOperation:
        return GONE
    return found if found.is_finite() else GONE


def _moment(text: str) -> str | None:
    """A day stays that day: midnight, without a shift of zones; a naive time is London's."""
    stripped = text.strip()
    try:
        moment = datetime.fromisoformat(stripped)
        if MOMENT.fullmatch(stripped):
            return stripped
        return f"{stripped}T00:00:00Z" if DAY.fullmatch(stripped) else instant(moment)
    except (ValueError, OverflowError):
        return None


def _uri(text: str) -> str | None:
    found = text.strip()
    if not SCHEMED.fullmatch(found) and HOST.fullmatch(found):
        found = f"https://{found}"
    if not URI.fullmatch(found):
        found = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(found, safe=SAFE))
    return found if URI.fullmatch(found) else None

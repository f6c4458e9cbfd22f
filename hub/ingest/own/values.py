"""The values of a record, field by field: what is kept of them raw, and what they say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hub.ingest.facts import Json, Value
from hub.ingest.own import references
from hub.ingest.own.fields import Field, Wrong, items
from hub.ingest.own.nouns import NOUNS, Noun
from hub.ingest.soundness import Note

# Kinds of which the text is cleaned by its reader; the values of others can hold nothing personal.
TEXTS = frozenset({"text", "long text", "code", "texts", "codes"})
LOT = NOUNS["lot"]
LOT_FIELDS = frozenset(one.name for one in LOT.fields)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Told:
    """What a record says: values and references by column, bodies by field, lots by code."""

    values: Mapping[str, Value]
    refers: Mapping[str, str | None]
    parties: Mapping[str, Json]
    lots: Mapping[str, Mapping[str, Value]] = field(default_factory=dict[str, Any])


def read(values: Json, noun: Noun, source: str, note: Note) -> tuple[Json, Told] | None:
    """What is kept of the values and what they say; None when something is wrong.

    Each thing wrong is noted with the path of its field.
    """
    reading = _Reading(noun, note)
    reading.fields(noun.fields, values, "/values")
    reading.parties(values)
    reading.references(values, source)
    if noun.name == "framework":
        reading.lots(values)
    if reading.failed:
        return None
    reading.unknown(values)
    told = reading.columns
    if any(name.endswith("E5") for name in told) and "currency" in noun.columns:
        told.setdefault("currency", "GBP")
    return reading.kept, Told(told, reading.refers, reading.bodies, reading.told_lots)


class _Reading:
    """One record while it is read; `failed` once something is wrong."""

    def __init__(self, noun: Noun, note: Note) -> None:
        self.noun, self._note = noun, note
        self.kept: Json = {}
        self.columns: dict[str, Value] = {}
        self.refers: dict[str, str | None] = {}
        self.bodies: dict[str, Json] = {}
        self.told_lots: dict[str, Mapping[str, Value]] = {}
        self.failed = False

    def fields(self, fields: Iterable[Field], values: Json, path: str) -> None:
        for one in fields:
            value = self._needed(values, one.name, path, required=one.required)
            if value is not None:
                told = self._tried(f"{path}/{one.name}", one.read, value)
                if told is not None and told != []:
                    self.columns[one.column] = told
                if told is not None:
                    self.kept[one.name] = _kept(one, value, told)
        self._spans(path)

    def parties(self, values: Json) -> None:
        for name, (_, role) in self.noun.bodies.items():
            value = self._needed(values, name, "/values", required=name in self.noun.needed)
            if value is not None:
                body = self._tried(
                    f"/values/{name}", lambda v, r=role: references.party(v, r), value
                )
                for part in references.strange(value) if body else ():
                    self._unknown(f"/values/{name}/{part}", f"{part} is no part of a body")
                if body is not None:
                    self.kept[name] = self.bodies[name] = body

    def references(self, values: Json, source: str) -> None:
        for name in self.noun.refers:
            value = self._needed(values, name, "/values", required=name in self.noun.needed)
            if value is not None:
                found = self._tried(
                    f"/values/{name}", lambda v, n=name: dict(_reference(n, v, source)), value
                )
                self.refers.update(found or {})
                self.kept[name] = references.bare(value)
        if "framework" in self.noun.refers and values.get("lot") is not None:
            lot = self._tried("/values/lot", references.key, values["lot"])
            self.kept["lot"] = self.refers["lot"] = lot

    def lots(self, values: Json) -> None:
        listed = self._tried("/values/lots", items, values.get("lots") or []) or []
        self.kept["lots"] = [self._lot(f"/values/lots/{at}", lot) for at, lot in enumerate(listed)]

    def unknown(self, values: Json) -> None:
        for name in sorted(values.keys() - self.kept.keys()):
            if values[name] is not None:
                about = f"{name} is no field of {self.noun.name}"
                self._unknown(f"/values/{name}", about)

    def _lot(self, path: str, lot: Any) -> Json:
        if not isinstance(lot, dict):
            self._wrong(path, Wrong("a lot that is no object", 'write {"code": …, "name": …}'))
            return {}
        inner = _Reading(LOT, self._note)
        inner.fields(LOT.fields, lot, path)
        code = inner._tried(f"{path}/code", references.key, lot.get("code"))
        if code in self.told_lots:
            inner._wrong(f"{path}/code", Wrong(f"lot {code!r} stands twice", "keep one"))
        self.failed |= inner.failed
        self.told_lots[str(code)] = {"code": code, **inner.columns}
        for name in sorted(lot.keys() - inner.kept.keys() - {"code"}):
            if lot[name] is not None and name not in LOT_FIELDS:
                inner._unknown(f"{path}/{name}", f"{name} is no field of a lot")
        return {**inner.kept, "code": code}

    def _unknown(self, path: str, about: str) -> None:
        # What a publisher added may be anybody's name: nothing of it is kept.
        self._note("UNKNOWN_FIELD", path, f"{about}; it was left out", "see docs/own-files.md")

    def _spans(self, path: str) -> None:
        columns = {one.name: one.column for one in self.noun.fields}
        for first, last in self.noun.spans:
            one, other = (self.columns.get(columns[name]) for name in (first, last))
            if isinstance(one, str | int) and type(one) is type(other) and one > other:  # type: ignore[operator]
                wrong = Wrong(f"{first} lies beyond {last}", "mend one of the two")
                self._wrong(f"{path}/{last}", wrong)

    def _needed(self, values: Json, name: str, path: str, *, required: bool) -> Any:
        value = values.get(name)
        if value is None and required:
            self._wrong(f"{path}/{name}", Wrong("empty", "fill it in", code="MISSING_VALUE"))
        return value

    def _tried(self, path: str, read: Callable[[Any], Item], value: Any) -> Item | None:
        try:
            return read(value)
        except Wrong as wrong:
            self._wrong(path + wrong.path, wrong)
            return None

    def _wrong(self, path: str, wrong: Wrong) -> None:
        self.failed = True
        self._note(wrong.code, path, wrong.message, wrong.advice)


def _kept(one: Field, value: Any, told: Value) -> Any:
    if one.kind in TEXTS:
        return told
    if one.kind == "tiers":
        parts = ("from", "to", "price")
        return [{part: tier[part] for part in parts if part in tier} for tier in value]
    return {"name": told} if one.kind == "body" else value


def _reference(name: str, value: Any, source: str) -> Iterator[tuple[str, str | None]]:
    if name == "framework":
        yield "frameworkRef", references.framework(value)
    elif name == "contract":
        ref, part = references.contract(value)
        yield "contractRef", ref
        yield "contractPart", part
    elif name == "kpi":
        yield "kpiRef", references.thing("kpi", value, source)
    else:
        column = "productRef" if name == "product" else name
        yield column, references.thing("prd", value, source)

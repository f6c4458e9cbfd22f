"""A need as JSON (`NeedInput` of the schema) to what the resolver takes; for files of needs."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from graph.errors import BadInput
from resolvers.matching import Asked

Json = Mapping[str, Any]
NEED = frozenset(
    {"text", "categories", "framework", "lot", "buyer", "budget", "region", "startsOn"}
    | {"mustHaves", "reservedFor", "exclude", "asOf"}
)
BUYER = frozenset({"id", "name", "type", "sector", "region"})
BUDGET = frozenset({"amount", "currency"})
UNCHECKED = ("mustHaves", "reservedFor")
CANT_CHECK = (
    "mustHaves and reservedFor can't be checked: no assurance claims are loaded. Leave them out."
)


def asked(need: object) -> Asked:
    """From one JSON object. BadInput names the field that is wrong and what it should be."""
    fields = known_fields(need, NEED, "a need")
    for name in UNCHECKED:
        if fields.get(name):
            raise BadInput(CANT_CHECK, field=name)
    buyer = known_fields(fields.get("buyer") or {}, BUYER, "buyer")
    budget = known_fields(fields.get("budget") or {}, BUDGET, "budget")
    return Asked(
        text=text(fields, "text") or "",
        categories=texts(fields, "categories"),
        framework=text(fields, "framework"),
        lot=text(fields, "lot"),
        buyer_id=text(buyer, "id"),
        buyer_name=text(buyer, "name"),
        buyer_kind=text(buyer, "type"),
        sector=text(buyer, "sector"),
        buyer_region=text(buyer, "region"),
        budget=amount(budget),
        currency=text(budget, "currency") or "GBP",
        region=text(fields, "region"),
        exclude=texts(fields, "exclude"),
        as_of=day(fields, "asOf"),
    )


def known_fields(value: object, names: frozenset[str], what: str) -> Json:
    """The object, if it is one and has no other fields."""
    if not isinstance(value, Mapping):
        raise BadInput(f"{what} must be a JSON object.")
    fields = cast(Json, value)
    unknown = sorted(set(fields) - names)
    if unknown:
        known = ", ".join(sorted(names))
        raise BadInput(f"{what} has no field {unknown[0]!r}. It has: {known}.", field=unknown[0])
    return fields


def text(fields: Json, name: str) -> str | None:
    """A text or null."""
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise BadInput(f"{name} must be a text.", field=name)
    return value


def texts(fields: Json, name: str) -> tuple[str, ...]:
    """A list of texts, or null for none."""
    value: Any = fields.get(name) or []
    if not isinstance(value, list):
        raise BadInput(f"{name} must be a list of texts.", field=name)
    items = cast(list[object], value)
    if not all(isinstance(item, str) for item in items):
        raise BadInput(f"{name} must be a list of texts.", field=name)
    return tuple(str(item) for item in items)


def amount(budget: Json) -> Decimal | None:
    """The budget's amount: a text or a number, taken as written."""
    value = budget.get("amount")
    if value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation as error:
        raise BadInput("budget.amount must be a number.", field="budget") from error


def day(fields: Json, name: str) -> date | None:
    """A day as ISO text."""
    value = text(fields, name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadInput(f"{name} must be a day such as 2013-06-30.", field=name) from error

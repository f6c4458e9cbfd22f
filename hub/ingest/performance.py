"""How contracts perform, as releases tell it: indicators, ratings and breaches.

Sources: the OCDS extensions for metrics and performance failures, and the UK's (UK9 notices).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import LiteralString

from graph.ids import make_id
from hub.ingest.coerce import Note
from hub.ingest.distinct import published
from hub.ingest.facts import Json, Values
from hub.ingest.stated import count, day, flag, money, text

# The five ratings of the Procurement Regulations 2024 (reg. 39) by the codes of the UK extension;
# the pairing is inferred from order and wording, so the code is kept beside.
RATINGS: Mapping[str, str] = {
    "met": "good",
    "slightlyBelow": "approaching_target",
    "below": "requires_improvement",
    "significantlyBelow": "inadequate",
    "other": "other",
}

CODES = "use met, slightlyBelow, below, significantlyBelow or other"
MOST_EVENTS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Told:
    """A node of a contract; `rates`: the id of the indicator that an assessment is by;
    `suppliers`: references to who is responsible for a breach.
    """

    label: LiteralString
    id: str
    fixed: Values
    values: Values
    rates: str | None = None
    suppliers: tuple[Json, ...] = ()


def performance(contract: Json, key: tuple[str, ...]) -> Iterator[Told]:
    """What is told of one contract; an indicator that is agreed and measured is one."""
    own = (*key, str(contract.get("id", "")))
    agreed, measured = _metrics(contract)
    metrics: dict[str, list[Json]] = {}
    for metric in (*agreed, *measured):
        if "id" in metric:
            metrics.setdefault(str(metric["id"]), []).append(metric)
    actual = {id(metric) for metric in measured}
    for number, parts in metrics.items():
        id_ = make_id("kpi", *own, number)
        yield Told("Kpi", id_, {"reference": published(parts[0])}, _kpi(parts, actual))
        for metric in parts:
            yield from _assessments(metric, id(metric) in actual, own, id_)
    for failure in (contract.get("implementation") or {}).get("performanceFailures") or []:
        if "id" in failure:
            fixed: Values = {"reference": published(failure)}
            id_ = make_id("fai", *own, str(failure["id"]))
            suppliers = tuple(failure.get("suppliers") or ())
            yield Told("Failure", id_, fixed, _failure(failure), suppliers=suppliers)


def _metrics(contract: Json) -> tuple[list[Json], list[Json]]:
    implementation: Json = contract.get("implementation") or {}
    return contract.get("agreedMetrics") or [], implementation.get("metrics") or []


def is_actual(observation: Json, measured: bool) -> bool:
    """True for what was seen, False for what was agreed."""
    return measured or "measureClassification" in observation


def _kpi(parts: list[Json], actual: set[int]) -> Values:
    targets = [
        observation
        for metric in parts
        for observation in metric.get("observations") or []
        if not is_actual(observation, id(metric) in actual)
    ]
    told = [text for text in map(_measure, targets) if text]
    units = [unit for unit in map(_unit, targets) if unit]
    return {
        "name": next((part["title"] for part in parts if "title" in part), None),
        "description": next((part["description"] for part in parts if "description" in part), None),
        "target": "; ".join(told) or None,
        "unit": "; ".join(dict.fromkeys(units)) or None,
    }


def _assessments(metric: Json, measured: bool, own: tuple[str, ...], kpi: str) -> Iterator[Told]:
    for observation in metric.get("observations") or []:
        if "id" in observation and is_actual(observation, measured):
            where = "implementation" if measured else "agreed"
            id_ = make_id("asm", *own, str(metric["id"]), where, str(observation["id"]))
            fixed: Values = {"reference": published(observation)}
            yield Told("Assessment", id_, fixed, _assessment(observation), kpi)


def _assessment(observation: Json) -> Values:
    rated: Json = observation.get("measureClassification") or {}
    code = published(rated) or None
    amount, _, currency = money(observation.get("value"))
    period: Json = observation.get("period") or {}
    return {
        "rating": RATINGS.get(code or ""),
        "code": code,
        "ratingText": text(rated.get("description")),
        "measure": _written(observation.get("measure")),
        "unit": _unit(observation),
        "valueE5": amount,
        "currency": currency,
        "description": text(observation.get("notes")),
        "periodFrom": day(period.get("startDate")),
        "periodTo": day(period.get("endDate")),
    }


def _failure(item: Json) -> Values:
    amount, gross, currency = money(item.get("penaltyValue"))
    period: Json = item.get("period") or {}
    return {
        "requirement": text(item.get("requirement")),
        "description": text(item.get("description")),
        "category": text(item.get("category")),
        "events": count(item.get("events"), MOST_EVENTS),
        "periodFrom": day(period.get("startDate")),
        "periodTo": day(period.get("endDate")),
        "decidedOn": day(item.get("decisionDate")),
        "penaltyOn": day(item.get("penaltyDate")),
        "penaltyType": text(item.get("penaltyType")),
        "penaltyBasis": text(item.get("penaltyTypeEntered")),
        "penaltyContracted": text(item.get("penaltyContracted")),
        "penaltyImposed": text(item.get("penaltyImposed")),
        "penaltyPaid": flag("penaltyPaid", item),
        "penaltyE5": amount,
        "penaltyGrossE5": gross,
        "currency": currency,
        "partialTermination": text(item.get("partialTermination")),
    }


def _measure(observation: Json) -> str | None:
    value: Json = observation.get("value") or {}
    if "measure" in observation:
        return _written(observation["measure"])
    return " ".join(str(value[name]) for name in ("amount", "currency") if name in value) or None


def _written(value: object) -> str | None:
    plain = isinstance(value, str | int | float | Decimal) and not isinstance(value, bool)
    return str(value) if plain else None


def _unit(observation: Json) -> str | None:
    unit = observation.get("unit")
    return text(unit.get("name")) if isinstance(unit, dict) else None


def odd_performance(body: Json, note: Note) -> None:
    """A finding for each rating that is none of the five, and each thing without an id."""
    for at, contract in enumerate(body.get("contracts") or []):
        for list_name, metrics in zip(
            ("agreedMetrics", "implementation/metrics"), _metrics(contract), strict=True
        ):
            for place, metric in enumerate(metrics):
                _odd_metric(metric, f"/contracts/{at}/{list_name}/{place}", note)
        failures = (contract.get("implementation") or {}).get("performanceFailures") or []
        for place, failure in enumerate(failures):
            _named(failure, f"/contracts/{at}/implementation/performanceFailures/{place}", note)


def _odd_metric(metric: Json, path: str, note: Note) -> None:
    _named(metric, path, note)
    for at, observation in enumerate(metric.get("observations") or []):
        where = f"{path}/observations/{at}"
        _named(observation, where, note)
        code = published(observation.get("measureClassification") or {})
        if code and code not in RATINGS:
            wrong = f"{code} is none of the five ratings; kept as it is, without a rating"
            note("UNKNOWN_RATING", f"{where}/measureClassification/id", wrong, CODES)


def _named(item: Json, path: str, note: Note) -> None:
    if "id" not in item:
        wrong = "an indicator, rating or breach without an id; kept in the raw release only"
        note("PERFORMANCE_WITHOUT_ID", path, wrong, "give it its id")

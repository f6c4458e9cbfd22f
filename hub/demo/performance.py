"""How contracts went, as OCDS: agreed indicators, their yearly ratings, failures, early ends."""

from datetime import date, timedelta

from hub.demo.calendar import midnight
from hub.demo.chance import Chance
from hub.demo.ocds import Json, money, period

INDICATORS = (
    ("availability", "Availability of the service", "At least 99.5 % in each month"),
    ("response", "Requests answered in time", "At least 95 % within the agreed time"),
    ("social", "Social value delivered", "Two apprentices a year"),
)
# Rating in an own file, and the same as OCDS in the United Kingdom writes it (domain.md 9.1).
RATINGS = (
    ("good", "met", "Good"),
    ("approaching_target", "slightlyBelow", "Approaching target"),
    ("requires_improvement", "below", "Requires improvement"),
    ("inadequate", "significantlyBelow", "Inadequate"),
)
FAILED = "The service was not available for two working days"
REQUIREMENT = "At least 99.5 % availability in each month"
PENALTY = 250_000  # pence
ENDS = (
    ("contractBreach", "Breach of contract"),
    ("mutualAgreement", "Agreed by both"),
    ("supplierInsolvency", "Insolvency of the supplier"),
)


def rating(quality: int, chance: Chance) -> int:
    """Place in RATINGS: the first in `quality` of 100 draws, the others ever more rarely.

    It draws as often whatever comes out.
    """
    good, worse = chance.percent(quality), chance.percent(40) + chance.percent(40)
    return 0 if good else 1 + worse


def agreed() -> list[Json]:
    """The indicators as a contract states them."""
    return [{"id": id, "title": title, "description": told} for id, title, told in INDICATORS]


def rated(quality: int, day: date, year: int, chance: Chance) -> list[Json]:
    """Each indicator with what was observed in the year before a day."""
    term = period(day - timedelta(days=365), day - timedelta(days=1))
    metrics: list[Json] = []
    for id, title, _ in INDICATORS:
        _, code, name = RATINGS[rating(quality, chance)]
        measured = {"scheme": "UK_KPI_RATING", "id": code, "description": name}
        seen = {"id": f"{id}-{year}", "period": term, "measureClassification": measured}
        metrics.append({"id": id, "title": title, "observations": [seen]})
    return metrics


def failure(year: int, day: date, supplier: Json) -> Json:
    """A breach that did not end the contract."""
    return {
        "id": str(year),
        "requirement": REQUIREMENT,
        "description": FAILED,
        "decisionDate": midnight(day),
        "penaltyDate": midnight(day),
        "penaltyType": "contracted",
        "penaltyValue": money(PENALTY),
        "suppliers": [supplier],
    }


def end_reason(chance: Chance) -> Json:
    """Why a contract was terminated."""
    id, told = chance.pick(ENDS)
    return {"scheme": "UK_CONTRACT_TERMINATION_RATIONALE", "id": id, "description": told}

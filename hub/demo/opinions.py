"""What invented buyers said of their contracts: reviews, indicators, ratings, failures."""

from collections.abc import Iterator
from datetime import date, timedelta

from hub.demo.calendar import END, month
from hub.demo.chance import Chance
from hub.demo.performance import FAILED, INDICATORS, PENALTY, RATINGS, REQUIREMENT, rating
from hub.demo.records import Json, body, contract, pounds, product_key, record, withdrawn
from hub.demo.sale import Sale

ASPECTS = ("delivery", "support", "value", "accessibility", "exit")
ROLES = ("Service manager", "Head of IT", "Product owner", "Procurement lead", "Finance lead")
# Title and text of a review by its rating, 1 to 5.
WORDS = (
    ("We would not buy it again", "It did not do what was promised and leaving took months."),
    ("Below what we hoped for", "Much had to be asked for twice, and the price rose."),
    ("It does the job", "No surprises, but changes take their time."),
    ("A good choice", "It came in time and people answer when we call."),
    ("Best decision of the year", "It saved a day a week in each team, and others now use it."),
)
REPLIES = ("Thank you, we pass it on to the team.", "We have changed this since, please try again.")
REPLIED = 20  # percent of reviews
TAKEN_BACK = 1
WATCHED = 15  # percent of called-off contracts of half a year or more


def reviews(sale: Sale, percent: int, key: tuple[object, ...]) -> Iterator[Json]:
    """What the buyer wrote when half a year or the term was over, for so many of 100 contracts."""
    chance = Chance(*key, "review", sale.number)
    written = month(sale.start + min(6, sale.months)) + timedelta(days=chance.below(60))
    if not chance.percent(percent) or written >= END:
        return
    name, values = f"R-{sale.number:06d}", _review(sale, written, chance)
    yield record("review", name, written, values)
    reply, days = chance.pick(REPLIES), chance.between(3, 40)
    replied = written + timedelta(days=days)
    if chance.percent(REPLIED) and replied < END:
        told = {**values, "reply": reply, "repliedOn": replied.isoformat()}
        yield record("review", name, replied, told)
    if chance.percent(TAKEN_BACK) and written + timedelta(days=90) < END:
        yield withdrawn("review", name, written + timedelta(days=90))


def _review(sale: Sale, written: date, chance: Chance) -> Json:
    overall = _stars(sale.firm.quality, chance)
    title, text = WORDS[overall - 1]
    return {
        "by": body(sale.buyer),
        "contract": contract(sale),
        "product": product_key(sale.product),
        "rating": overall,
        **{name: _stars(sale.firm.quality, chance) for name in ASPECTS},
        "title": title,
        "role": chance.pick(ROLES),
        "text": text,
        "writtenOn": written.isoformat(),
    }


def _stars(quality: int, chance: Chance) -> int:
    """1 to 5: better firms get more, people differ."""
    return min(5, max(1, (quality + chance.between(-18, 28)) // 20))


def performance(sale: Sale, key: tuple[object, ...]) -> Iterator[Json]:
    """Indicators of a called-off contract and how they were met; of others UK9 notices tell."""
    chance = Chance(*key, "performance", sale.number)
    watched = chance.percent(WATCHED)
    assessed = month(sale.start + 6)
    if not (watched and sale.called_off and sale.months >= 6) or assessed >= END:
        return
    link = contract(sale)
    for id, name, target in INDICATORS[:2]:
        kpi = f"K-{sale.number:06d}-{id}"
        values: Json = {"contract": link, "name": name, "target": target}
        yield record("kpi", kpi, month(sale.start + 1), values)
        told: Json = {
            "contract": link,
            "kpi": kpi,
            "rating": RATINGS[rating(sale.firm.quality, chance)][0],
            "periodFrom": month(sale.start).isoformat(),
            "periodTo": (assessed - timedelta(days=1)).isoformat(),
            "assessedOn": assessed.isoformat(),
        }
        yield record("assessment", f"A-{sale.number:06d}-{id}", assessed, told)
    if chance.percent((100 - sale.firm.quality) // 2):
        yield record("failure", f"F-{sale.number:06d}", assessed, _failure(link, assessed))


def _failure(link: Json, day: date) -> Json:
    return {
        "contract": link,
        "requirement": REQUIREMENT,
        "description": FAILED,
        "penaltyType": "contracted",
        "penalty": pounds(PENALTY),
        "decidedOn": day.isoformat(),
        "penaltyOn": day.isoformat(),
    }

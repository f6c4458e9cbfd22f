"""Which products invented contracts cover, what was tried out before, and what was looked for."""

from collections.abc import Iterator
from datetime import timedelta

from hub.demo.calendar import END, MONTHS, month
from hub.demo.chance import Chance
from hub.demo.pricing import price_of
from hub.demo.records import Json, body, contract, pounds, product_key, record, withdrawn
from hub.demo.sale import Cast, Sale
from hub.demo.topics import TOPICS, wanted

SCALED = 4  # percent of first purchases that a pilot came before
STOPPED = 2  # percent of first purchases before which another product was tried and left
LOOKED_FOR = 6  # percent of noticed first purchases that were announced as a need
AFTERWARDS = 40  # percent of these that are told of when there is the contract, with it
OPEN = 4  # bodies for each need that is open at the world's end
TAKEN_UP = "It fitted and was taken up."
LEFT = "It did not fit how we work."
STAGES = ("trial", "proof_of_concept", "test_and_learn", "pilot")
MUST_HAVES = ("cyber_essentials", "cyber_essentials_plus", "iso_iec_27001", "wcag_2_2_aa")


def adoption(sale: Sale, key: tuple[object, ...]) -> Json:
    """The product that a contract covers, how much of it, and what was used before."""
    price = price_of(sale.product, key)
    quantity = price.quantity(sale.monthly)
    values: Json = {
        "contract": contract(sale),
        "product": product_key(sale.product),
        "replaces": product_key(sale.replaces) if sale.replaces else None,
        "quantity": quantity,
        "price": pounds(price.at(quantity)),
        "unit": price.unit,
        "interval": price.interval,
        "startsOn": month(sale.start).isoformat(),
        "endsOn": (month(sale.start + sale.months) - timedelta(days=1)).isoformat(),
    }
    return record("adoption", f"U-{sale.number:06d}", month(sale.start + 1), values)


def pilots(sale: Sale, key: tuple[object, ...]) -> Iterator[Json]:
    """Pilots before a first purchase: one that scaled, or one of another product that did not.

    A record keeps the references of its first one, so a pilot that became a contract is told of
    once, when there is the contract; the other while it runs and when it was stopped.
    """
    chance = Chance(*key, "pilot", sale.number)
    scaled, stopped = chance.percent(SCALED), chance.percent(STOPPED)
    budget, stage = chance.between(5, 60) * 100_000, chance.pick(STAGES)
    spent = pounds(budget * chance.between(40, 100) // 100)
    if sale.renews or sale.start < 4 or not (scaled or stopped):
        return
    starts, ends = month(sale.start - 4), month(sale.start - 1)
    name = f"T-{sale.number:06d}"
    running: Json = {
        "buyer": body(sale.buyer),
        "product": product_key(sale.product if scaled else sale.rival_product),
        "stage": stage,
        "budget": pounds(budget),
        "startsOn": starts.isoformat(),
    }
    ended: Json = {**running, "spent": spent, "endsOn": ends.isoformat()}
    if scaled:
        told = {"outcome": "scaled", "text": TAKEN_UP, "contract": contract(sale)}
        yield record("pilot", name, month(sale.start), {**ended, **told})
    else:
        yield record("pilot", name, starts, running)
        yield record("pilot", name, ends, {**ended, "outcome": "stopped", "text": LEFT})


def needs(sale: Sale, key: tuple[object, ...]) -> Iterator[Json]:
    """What a buyer said it looks for before its tender, until it had it; or, later, had had."""
    chance = Chance(*key, "need", sale.number)
    announced = month(sale.start) - timedelta(days=chance.between(100, 160))
    must_have, small = chance.pick(MUST_HAVES), chance.percent(25)
    afterwards = chance.percent(AFTERWARDS)
    if not chance.percent(LOOKED_FOR) or sale.called_off or sale.renews or sale.start < 6:
        return
    name = f"N-{sale.number:06d}"
    values: Json = {
        "buyer": body(sale.buyer),
        "title": sale.title,
        "text": sale.topic.story,
        "cpv": [sale.topic.cpv],
        "budget": pounds(sale.pence * 115 // 100),
        "region": sale.buyer.region,
        "startsOn": month(sale.start).isoformat(),
        "mustHaves": [must_have],
        "reservedFor": ["sme"] if small else None,
    }
    if afterwards:
        values["contract"] = contract(sale)
        yield record("need", name, month(sale.start + 1), values)
    else:
        yield record("need", name, announced, values)
        yield withdrawn("need", name, month(sale.start))


def open_needs(cast: Cast, key: tuple[object, ...]) -> Iterator[Json]:
    """What some bodies look for at the world's end."""
    chance = Chance(*key, "open needs")
    for number in range(1, len(cast.bodies) // OPEN + 1):
        buyer = chance.pick(cast.bodies)
        topic = TOPICS[chance.pick(wanted(buyer.sector))]
        values: Json = {
            "buyer": body(buyer),
            "title": f"{chance.pick(topic.items)} for {chance.pick(topic.details)}",
            "text": topic.story,
            "cpv": [topic.cpv],
            "budget": pounds(chance.between(10, 900) * 100_000),
            "region": buyer.region,
            "startsOn": month(MONTHS + chance.between(1, 9)).isoformat(),
            "mustHaves": [chance.pick(MUST_HAVES)],
        }
        told = END - timedelta(days=chance.between(5, 120))
        yield record("need", f"N-open-{number:05d}", told, values)

"""The invented catalogue: frameworks, products, offers with tiers, national deals."""

from collections.abc import Iterator
from datetime import date

from hub.demo.calendar import MONTHS, month
from hub.demo.chance import Chance
from hub.demo.frameworks import AGENCY, FRAMEWORKS, LOTS, Framework, in_force
from hub.demo.goods import Product
from hub.demo.pricing import STEPS, Price, price_of
from hub.demo.records import Json, body, firm, pounds, product_key, record, withdrawn
from hub.demo.sale import Cast
from hub.demo.topics import TOPICS

RENEWED = 20  # percent of products that are described anew
DEARER = 30  # percent of offers whose price rises
TAKEN_BACK = 4  # percent of products that are withdrawn in the last half year
DEALS = 60  # products for each national deal
FEATURES = (
    "Works in a browser, nothing to install",
    "Role based access for teams",
    "Open interface with published documentation",
    "Export of all data at any time",
    "Audit trail of every change",
    "Hosted in the United Kingdom",
)
ANY_OF: dict[str, tuple[str, ...]] = {
    "cloudDeploymentModel": ("public", "private", "community", "hybrid"),
    "dataStorageAndProcessingLocations": ("uk", "eea", "other"),
    "userAuthentication": ("two_factor", "identity_federation", "username_or_password"),
    "dataExportFormats": ("csv", "odf", "other"),
    "dataProtectionBetweenNetworks": ("tls", "ipsec_or_vpn", "other"),
}
ONE_OF: dict[str, tuple[str, ...]] = {
    "resellingType": ("not_reseller", "reseller_extra_support", "reseller_no_extras"),
    "penetrationTesting": ("at_least_every_6_months", "at_least_once_a_year", "never"),
    "serviceInterfaceAccessibility": ("wcag_aaa", "wcag_aa", "wcag_a", "none"),
    "phoneSupportAvailability": ("24_7", "9_to_5_7_days", "9_to_5_mon_to_fri"),
}
YES_OR_NO = ("educationPricing", "freeVersionTrialOption", "phoneSupport", "api")


def frameworks() -> Iterator[Json]:
    """Each framework as it was announced, when it began and when it ended."""
    for held in FRAMEWORKS:
        values = _framework(held)
        announced = month(max(0, held.starts - 3))
        if announced < month(held.starts):
            yield record("framework", held.code, announced, {**values, "status": "upcoming"})
        yield record("framework", held.code, month(held.starts), {**values, "status": "active"})
        if held.ends < MONTHS:
            yield record("framework", held.code, month(held.ends), {**values, "status": "expired"})


def _framework(held: Framework) -> Json:
    lots = [{"code": str(code), "name": name, "maxMonths": 48} for code, name in LOTS.items()]
    return {
        "name": held.code,
        "owner": body(AGENCY),
        "kind": "closed",
        "startsOn": month(held.starts).isoformat(),
        "endsOn": _last_day(held.ends),
        "callOff": ["competition", "direct"],
        "lots": lots,
    }


def products(cast: Cast, key: tuple[object, ...]) -> Iterator[Json]:
    """Each product when it came on sale, and when it was described anew or withdrawn."""
    for product in cast.products:
        chance = Chance(*key, "product", product.number)
        name, values = product_key(product), _product(product, cast, chance)
        yield record("product", name, month(product.enters), values)
        later = product.enters + chance.between(6, 60)
        if chance.percent(RENEWED) and later < MONTHS - 6:
            values = {**values, "version": "2", "freeVersionTrialOption": True}
            yield record("product", name, month(later), values)
        gone = MONTHS - chance.between(1, 5)
        if chance.percent(TAKEN_BACK):
            yield withdrawn("product", name, month(gone))


def _product(product: Product, cast: Cast, chance: Chance) -> Json:
    topic = TOPICS[product.topic]
    item, detail = chance.pick(topic.items), chance.pick(topic.details)
    features = [chance.pick(topic.items), chance.pick(FEATURES)]
    values: Json = {
        "name": product.name,
        "supplier": firm(cast.firms[product.firm]),
        "description": f"{item} for {detail}. {topic.story}",
        "features": sorted(set(features)),
        "cpv": [topic.cpv],
        "version": "1",
    }
    for name, choices in ANY_OF.items():
        first, second = chance.pick(choices), chance.pick(choices)
        values[name] = sorted({first, second})
    for name, choices in ONE_OF.items():
        values[name] = chance.pick(choices)
    for name in YES_OR_NO:
        values[name] = chance.percent(40)
    return values


def offers(cast: Cast, key: tuple[object, ...]) -> Iterator[Json]:
    """The price of each product on the framework in force, and what it rose to."""
    for product in cast.products:
        chance = Chance(*key, "offer", product.number)
        price, held = price_of(product, key), in_force(product.enters)
        name = f"O-{product.number + 1:05d}"
        values = _offer(product, price, held, month(product.enters))
        yield record("offer", name, month(product.enters), values)
        rises = product.enters + chance.between(12, 48)
        if chance.percent(DEARER) and rises < MONTHS:
            dearer = Price(price.pence * 107 // 100 + 1, price.unit, price.interval)
            values = _offer(product, dearer, in_force(rises), month(rises))
            # The route of an offer is that of its first record; only price and terms follow.
            values |= {"framework": held.code, "lot": str(TOPICS[product.topic].lot)}
            yield record("offer", name, month(rises), values)


def _offer(product: Product, price: Price, held: Framework, starts: date) -> Json:
    return {
        "product": product_key(product),
        "framework": held.code,
        "lot": str(TOPICS[product.topic].lot),
        **priced(price, 100),
        "validFrom": starts.isoformat(),
        "validTo": _last_day(held.ends),
    }


def priced(price: Price, share: int) -> Json:
    """Price, unit and tiers, all at a share (percent) of the full price."""
    froms = [least for least, _ in STEPS]
    prices = [max(1, price.at(least) * share // 100) for least in froms]
    tiers: list[Json] = [
        {"from": least, "price": pounds(pence)} for least, pence in zip(froms, prices, strict=True)
    ]
    for tier, least in zip(tiers, froms[1:], strict=False):
        tier["to"] = least - 1
    return {
        "priceMin": pounds(prices[-1]),
        "priceMax": pounds(prices[0]),
        "unit": price.unit,
        "interval": price.interval,
        "tiers": tiers,
    }


def deals(cast: Cast, key: tuple[object, ...]) -> Iterator[Json]:
    """National prices: negotiated for two years, below the offer, some for one sector only."""
    chance = Chance(*key, "deals")
    for number in range(1, len(cast.products) // DEALS + 1):
        product = chance.pick(cast.products)
        topic = TOPICS[product.topic]
        starts = product.enters + chance.below(MONTHS - product.enters)
        values: Json = {
            "name": f"National price for {product.name}",
            "product": product_key(product),
            "negotiator": body(AGENCY),
            **priced(price_of(product, key), chance.between(60, 90)),
            "validFrom": month(starts).isoformat(),
            "validTo": _last_day(starts + 24),
            "buyerTypes": [chance.pick(topic.sectors)] if chance.percent(40) else None,
        }
        yield record("deal", f"D-{number:04d}", month(starts), values)


def _last_day(ends: int) -> str:
    """The last day before a month of the world."""
    return date.fromordinal(month(ends).toordinal() - 1).isoformat()

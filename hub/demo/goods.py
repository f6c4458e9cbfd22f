"""The invented products: who sells what, since when, and which go together."""

from bisect import bisect_right
from dataclasses import dataclass

from hub.demo.calendar import MONTHS
from hub.demo.cast import Firm
from hub.demo.chance import Chance, running
from hub.demo.topics import TOPICS, partners
from hub.demo.words import FICTIONAL, PRODUCT_TAILS

STANDS_BY = 70  # percent of products that have a partner, where their topic is in a pair


@dataclass(frozen=True, slots=True)
class Product:
    """A product of a firm in a topic (a place in TOPICS), on sale since a month of the world."""

    number: int
    name: str
    firm: int
    topic: int
    enters: int
    appeal: int
    partner: int | None  # number of a product that it works with


class Shelf:
    """The products of one topic in the order in which they came, for drawing by appeal."""

    def __init__(self, products: list[Product]) -> None:
        self.products = sorted(products, key=lambda product: (product.enters, product.number))
        self._enters = [product.enters for product in self.products]
        self._sums = running([product.appeal for product in self.products])

    def pick(self, month: int, chance: Chance) -> int:
        """Number of a product on sale in a month, the more likely the more it appeals."""
        on_sale = max(1, bisect_right(self._enters, month))
        at = bisect_right(self._sums, chance.below(self._sums[on_sale - 1]))
        return self.products[at].number


def products(count: int, firms: list[Firm], chance: Chance) -> list[Product]:
    """`count` products, at least one a firm; each firm's in its own topics."""
    made: list[Product] = []
    for number in range(count):
        at = number if number < len(firms) else chance.below(len(firms))
        firm = firms[at]
        first = number < len(firms)
        topic = firm.topics[0] if first else chance.pick(firm.topics)
        later = 0 if first else chance.below(max(1, MONTHS - 6 - firm.enters))
        name = f"{firm.name.split()[0]} {chance.pick(PRODUCT_TAILS)} {number + 1}{FICTIONAL}"
        appeal = max(1, firm.appeal * chance.between(50, 150) // 100)
        made.append(Product(number, name, at, topic, firm.enters + later, appeal, None))
    return _with_partners(made, chance)


def shelves(products: list[Product]) -> list[Shelf]:
    """One for each topic."""
    held: list[list[Product]] = [[] for _ in TOPICS]
    for product in products:
        held[product.topic].append(product)
    return [Shelf(of_topic) for of_topic in held]


def _with_partners(products: list[Product], chance: Chance) -> list[Product]:
    """Each product of a paired topic with a partner; who is whose partner need not be mutual."""
    other = partners()
    stocked = shelves(products)
    found: list[Product] = []
    for product in products:
        partner = None
        if product.topic in other and chance.percent(STANDS_BY):
            partner = stocked[other[product.topic]].pick(product.enters, chance)
        found.append(
            Product(
                product.number,
                product.name,
                product.firm,
                product.topic,
                product.enters,
                product.appeal,
                partner,
            )
        )
    return found

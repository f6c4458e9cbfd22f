"""What the invented products cost: a price a unit, lower the more is bought."""

from dataclasses import dataclass

from hub.demo.chance import Chance
from hub.demo.goods import Product
from hub.demo.topics import TOPICS

# Unit and interval by lot, with the lowest and highest price in pence.
UNITS: dict[int, tuple[tuple[str, str, int, int], ...]] = {
    1: (("virtual_machine", "month", 1_500, 24_000), ("terabyte", "month", 900, 9_000)),
    2: (("instance", "month", 8_000, 160_000), ("transaction", "month", 1, 40)),
    3: (
        ("user", "month", 250, 9_000),
        ("licence", "year", 2_000, 120_000),
        ("unit", "year", 200_000, 4_000_000),
    ),
    4: (("person", "day", 32_000, 115_000),),
}
STEPS = ((1, 100), (50, 92), (250, 82), (1_000, 70))  # from so many units on: percent of the price
MONTHS = {"month": 1, "year": 12}
DAYS_A_MONTH = 18


@dataclass(frozen=True, slots=True)
class Price:
    """A price in pence for one unit and interval."""

    pence: int
    unit: str
    interval: str

    def at(self, quantity: int) -> int:
        """Pence a unit when so many are bought."""
        share = max((step for step in STEPS if step[0] <= quantity), key=lambda step: step[0])[1]
        return max(1, self.pence * share // 100)

    def quantity(self, monthly: int) -> int:
        """How many units so many pence a month buy at the full price; at least one."""
        if self.interval == "day":
            return max(1, monthly // (self.pence * DAYS_A_MONTH))
        return max(1, monthly * MONTHS[self.interval] // self.pence)


def price_of(product: Product, key: tuple[object, ...]) -> Price:
    """The price of a product when it came on sale."""
    chance = Chance(*key, "price", product.number)
    unit, interval, low, high = chance.pick(UNITS[TOPICS[product.topic].lot])
    # A small price more often than a large one: the lower of two draws.
    pence = min(chance.between(low, high), chance.between(low, high))
    return Price(pence, unit, interval)

"""Who bought what, and when: ten years of purchases in which bodies may follow their peers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hub.demo.calendar import MONTHS
from hub.demo.cast import Body
from hub.demo.chance import Chance, running
from hub.demo.goods import Product, shelves
from hub.demo.topics import TOPICS, partners, wanted

STACKS = 45  # percent of choices that take the partner of a product in use, where there is one
FOLLOWS = 70  # percent of the other choices that take what peers took
NEARBY = 60  # percent of these that look at peers of the own region first
KEEPS = 40  # percent of purchases in a topic already bought in that stay with the product
RENEWS = 65  # percent of ended purchases that are bought again as they are
REPLACES = 35  # percent of the others that are bought anew, maybe from another
OLD_SHARE = 60  # percent of a month's purchases that may follow ended ones
TERMS = (3, 6, 12, 12, 12, 24, 24, 36, 36, 48)
CALLED_OFF = 42  # percent of purchases known by sales returns only
SHORT_TERMS = (1, 1, 2, 3, 4, 6, 8, 12)
# Pounds a month at every twentieth of all purchases (a log-normal shape, see chance.py).
PRICES = (
    150, 600, 890, 1165, 1440, 1735, 2040, 2385, 2760, 3170, 3640, 4180, 4810, 5560, 6480, 7640,
    9190, 11400, 14900, 22200, 140000,
)  # fmt: skip
PRICES_IN_PENCE = tuple(price * 100 for price in PRICES)
Peers = tuple[int, int] | tuple[int, int, str]


@dataclass(slots=True)
class Choice:
    """A body chose a product for a topic in a month; purchases and renewals follow from it."""

    buyer: int
    topic: int
    month: int
    product: int


@dataclass(frozen=True, slots=True)
class Purchase:
    """One agreement: `months` terms from month `start` of the world on, each of `monthly` pence."""

    number: int
    choice: int
    start: int
    months: int
    monthly: int
    before: int  # number of the purchase that it renews; 0: none
    called_off: bool  # known by its sales returns; else by notices


class Market:
    """The state from which the next purchase follows: who uses whom for what."""

    def __init__(self, bodies: list[Body], products: list[Product], chance: Chance) -> None:
        self.bodies, self.products, self.chance = bodies, products, chance
        self.choices: list[Choice] = []
        self._shelves = shelves(products)
        self._partner = partners()
        self._wanted = {body.sector: wanted(body.sector) for body in bodies}
        self._weights = running([body.weight for body in bodies])
        self._used: dict[tuple[int, int], int] = {}  # body and topic -> its newest choice
        self._taken: dict[Peers, list[int]] = defaultdict(list)  # products, one entry a choice
        self._ending: dict[int, list[Purchase]] = defaultdict(list)
        self._made = 0

    def purchases(self, count: int, first: int) -> Iterator[Purchase]:
        """`count` purchases from month `first` on, in the order of time.

        The last month of the ten years has three times as many as the first.
        """
        sums = running([60 + month if month >= first else 0 for month in range(MONTHS)])
        for month in range(first, MONTHS):
            yield from self._month(month, count * sums[month] // sums[-1])

    def _month(self, month: int, until: int) -> Iterator[Purchase]:
        room = self._made + (until - self._made) * OLD_SHARE // 100
        for ended in self._ending.pop(month, ()):
            if self._made < room and (choice := self._after(ended, month)) is not None:
                yield self._purchase(choice, month, ended if choice == ended.choice else None)
        while self._made < until:
            yield self._purchase(self._new(month), month, None)

    def _after(self, ended: Purchase, month: int) -> int | None:
        """The choice that follows an ended purchase; None when nothing does."""
        if self.chance.percent(RENEWS):
            return ended.choice
        if self.chance.percent(REPLACES):
            old = self.choices[ended.choice]
            return self._choose(old.buyer, old.topic, month)
        return None

    def _new(self, month: int) -> int:
        buyer = self.chance.weighted(self._weights)
        topic = self.chance.pick(self._wanted[self.bodies[buyer].sector])
        used = self._used.get((buyer, topic))
        if used is not None and self.chance.percent(KEEPS):
            return used
        return self._choose(buyer, topic, month)

    def _choose(self, buyer: int, topic: int, month: int) -> int:
        """A new choice; topics fall as they fall, only the product follows peers and stacks."""
        product = self._product(buyer, topic, month)
        self._used[buyer, topic] = len(self.choices)
        body = self.bodies[buyer]
        self._taken[body.kind, topic].append(product)
        self._taken[body.kind, topic, body.region].append(product)
        self.choices.append(Choice(buyer, topic, month, product))
        return len(self.choices) - 1

    def _product(self, buyer: int, topic: int, month: int) -> int:
        partner = self._of_stack(buyer, topic, month)
        if partner is not None and self.chance.percent(STACKS):
            return partner
        body = self.bodies[buyer]
        if self.chance.percent(FOLLOWS):
            near = self._taken.get((body.kind, topic, body.region), [])
            peers = near if near and self.chance.percent(NEARBY) else None
            peers = peers or self._taken.get((body.kind, topic), [])
            if peers:
                return self.chance.pick(peers)
        return self._shelves[topic].pick(month, self.chance)

    def _of_stack(self, buyer: int, topic: int, month: int) -> int | None:
        """The partner, in this topic, of what the body uses in the topic that goes with it."""
        used = self._used.get((buyer, self._partner.get(topic, -1)))
        if used is None:
            return None
        partner = self.products[self.choices[used].product].partner
        on_sale = partner is not None and self.products[partner].enters <= month
        return partner if on_sale else None

    def _purchase(self, choice: int, month: int, renews: Purchase | None) -> Purchase:
        self._made += 1
        chance = self.chance
        called_off = chance.percent(CALLED_OFF)
        monthly = chance.from_quantiles(PRICES_IN_PENCE)
        if TOPICS[self.choices[choice].topic].lot == 4:
            monthly *= 3
        if renews is not None:
            called_off = renews.called_off
            monthly = renews.monthly * chance.pick((95, 100, 103, 105, 110)) // 100
        months = chance.pick(SHORT_TERMS if called_off else TERMS)
        before = renews.number if renews else 0
        made = Purchase(self._made, choice, month, months, monthly, before, called_off)
        self._ending[month + months].append(made)
        return made

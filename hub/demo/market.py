"""Who bought what from whom, and when: purchases in which bodies follow their peers."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from hub.demo.cast import Body, Firm, sellers, wanted
from hub.demo.topics import Topic

FIRST = date(2024, 4, 1)
MONTHS = 24
KEEPS = 0.35  # chance to buy again from the firm that the body already has for the topic
FOLLOWS = 0.5  # chance that a first purchase follows what peers already use
LINKS = (" – ", ": ", ", ")


@dataclass(frozen=True, slots=True)
class Purchase:
    """One agreement: `months` terms of it from month `start` of the world, each of `monthly`."""

    buyer: Body
    firm: Firm
    topic: Topic
    title: str
    start: int
    months: int
    monthly: Decimal


class Market:
    """The state from which the next purchase follows: who uses whom for what."""

    def __init__(self, bodies: list[Body], firms: list[Firm], random: Random) -> None:
        self.random = random
        self.bodies = bodies
        self.sellers = sellers(firms)
        self.used: dict[tuple[str, str], Firm] = {}
        self.by_kind: dict[tuple[str, str], Counter[Firm]] = defaultdict(Counter)

    def purchases(self, count: int) -> Iterator[Purchase]:
        """`count` purchases in the order of time; there are more in later months."""
        starts = sorted(int(MONTHS * self.random.random() ** 0.7) for _ in range(count))
        return (self._purchase(start) for start in starts)

    def _purchase(self, start: int) -> Purchase:
        buyer = self.random.choice(self.bodies)
        topic = self._topic(buyer)
        firm = self._firm(buyer, topic)
        self.used[buyer.name, topic.name] = firm
        self.by_kind[buyer.kind, topic.name][firm] += 1
        months = self.random.choice((1, 1, 2, 3, 4, 6, 8, 12))
        size = self.random.lognormvariate(8.2 if topic.lot < 4 else 9.4, 1.1)
        monthly = (Decimal(int(size * 100)) / 100).quantize(Decimal("0.01"))
        return Purchase(buyer, firm, topic, self._title(topic), start, months, monthly)

    def _topic(self, buyer: Body) -> Topic:
        """Topics that peers buy come up more often: adoption spreads within a kind."""
        topics = wanted(buyer.sector)
        weights = [1 + self.by_kind[buyer.kind, topic.name].total() for topic in topics]
        return self.random.choices(topics, weights)[0]

    def _firm(self, buyer: Body, topic: Topic) -> Firm:
        own = self.used.get((buyer.name, topic.name))
        if own and self.random.random() < KEEPS:
            return own
        peers = self.by_kind[buyer.kind, topic.name]
        if peers and self.random.random() < FOLLOWS:
            return self.random.choices(list(peers), list(peers.values()))[0]
        firms = self.sellers[topic.name]
        return self.random.choices(firms, [firm.appeal for firm in firms])[0]

    def _title(self, topic: Topic) -> str:
        item = self.random.choice(topic.items)
        detail = self.random.choice(topic.details)
        amount = self.random.choice(("", "", f" ({self.random.randrange(5, 900)})"))
        return f"{item}{self.random.choice(LINKS)}{detail}{amount}"


def month(number: int) -> date:
    """The first day of month `number` of the world."""
    years, months = divmod(FIRST.month - 1 + number, 12)
    return date(FIRST.year + years, months + 1, 1)

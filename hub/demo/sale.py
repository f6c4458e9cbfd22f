"""A sale: a purchase with the names of those in it, as all files tell of it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hub.demo.cast import Body, Firm
from hub.demo.chance import Chance
from hub.demo.frameworks import Framework, in_force
from hub.demo.goods import Product
from hub.demo.market import Choice, Purchase
from hub.demo.topics import TOPICS, Topic

PREFIX = "ocds-demo00"
LINKS = (" – ", ": ", ", ")


@dataclass(frozen=True, slots=True)
class Sale:
    """Who bought what from whom, for how much and how long."""

    number: int
    buyer: Body
    product: Product
    firm: Firm
    rival: Firm  # sells the same; takes over when the supplier changes
    rival_product: Product  # what it sells
    replaces: Product | None  # what the buyer used for the topic before
    topic: Topic
    title: str
    monthly: int  # pence
    start: int  # month of the world
    months: int
    renews: int  # number of the sale that it renews; 0: none
    called_off: bool  # known by its sales returns; else by notices
    framework: Framework

    @property
    def ocid(self) -> str:
        """The id of its process where notices tell of it."""
        return f"{PREFIX}-{self.number:06d}"

    @property
    def pence(self) -> int:
        """The value of the whole term."""
        return self.monthly * self.months


@dataclass(frozen=True, slots=True)
class Cast:
    """All who can take part."""

    bodies: list[Body]
    firms: list[Firm]
    products: list[Product]


class Rivals:
    """Another product of a topic that was on sale in a month."""

    def __init__(self, cast: Cast) -> None:
        self._of_topic: list[list[Product]] = [[] for _ in TOPICS]
        for product in sorted(cast.products, key=lambda one: (one.enters, one.number)):
            self._of_topic[product.topic].append(product)
        self._enters = [[product.enters for product in held] for held in self._of_topic]

    def of(self, product: Product, month: int, chance: Chance) -> Product:
        """One of another firm, or of the same where it is alone; draws once in any case."""
        known = self._of_topic[product.topic]
        on_sale = max(1, bisect_right(self._enters[product.topic], month))
        at = chance.below(on_sale)
        for step in range(on_sale):
            other = known[(at + step) % on_sale]
            if other.firm != product.firm:
                return other
        return product


def sales(
    cast: Cast, purchases: list[Purchase], choices: list[Choice], key: tuple[object, ...]
) -> Iterator[Sale]:
    """The sale behind each purchase; what it draws depends on its number alone."""
    rivals, used = Rivals(cast), dict[tuple[int, int], int]()
    for purchase in purchases:
        choice = choices[purchase.choice]
        product = cast.products[choice.product]
        chance = Chance(*key, "sale", purchase.number)
        rival = rivals.of(product, purchase.start, chance)
        before = used.get((choice.buyer, choice.topic), choice.product)
        used[choice.buyer, choice.topic] = choice.product
        yield Sale(
            number=purchase.number,
            buyer=cast.bodies[choice.buyer],
            product=product,
            firm=cast.firms[product.firm],
            rival=cast.firms[rival.firm],
            rival_product=rival,
            replaces=None if before == choice.product else cast.products[before],
            topic=TOPICS[choice.topic],
            title=_title(TOPICS[choice.topic], chance),
            monthly=purchase.monthly,
            start=purchase.start,
            months=purchase.months,
            renews=purchase.before,
            called_off=purchase.called_off,
            framework=in_force(purchase.start),
        )


def _title(topic: Topic, chance: Chance) -> str:
    item, link, detail = chance.pick(topic.items), chance.pick(LINKS), chance.pick(topic.details)
    amount = chance.pick(("", "", f" ({chance.between(5, 899)})"))
    return f"{item}{link}{detail}{amount}"

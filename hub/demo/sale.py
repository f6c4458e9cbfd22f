"""A sale: a purchase with the names of those in it, as all files tell of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hub.demo.cast import Body, Firm
from hub.demo.chance import Chance
from hub.demo.frameworks import Framework, in_force
from hub.demo.goods import Product
from hub.demo.market import Choice, Purchase
from hub.demo.topics import TOPICS, Topic

LINKS = (" – ", ": ", ", ")


@dataclass(frozen=True, slots=True)
class Sale:
    """Who bought what from whom, for how much and how long."""

    number: int
    buyer: Body
    product: Product
    firm: Firm
    rival: Firm  # sells the same; takes over when the supplier changes
    topic: Topic
    title: str
    monthly: int  # pence
    start: int  # month of the world
    months: int
    renews: int  # number of the sale that it renews; 0: none
    called_off: bool  # known by its sales returns; else by notices
    framework: Framework

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

    def rivals(self) -> list[list[int]]:
        """For each topic the firms that sell a product of it."""
        found: list[dict[int, None]] = [{} for _ in TOPICS]
        for product in self.products:
            found[product.topic][product.firm] = None
        return [list(firms) for firms in found]


def sales(
    cast: Cast, purchases: list[Purchase], choices: list[Choice], key: tuple[object, ...]
) -> Iterator[Sale]:
    """The sale behind each purchase; what it draws depends on its number alone."""
    rivals = cast.rivals()
    for purchase in purchases:
        choice = choices[purchase.choice]
        product = cast.products[choice.product]
        chance = Chance(*key, "sale", purchase.number)
        yield Sale(
            number=purchase.number,
            buyer=cast.bodies[choice.buyer],
            product=product,
            firm=cast.firms[product.firm],
            rival=cast.firms[_rival(rivals[choice.topic], product.firm, chance)],
            topic=TOPICS[choice.topic],
            title=_title(TOPICS[choice.topic], chance),
            monthly=purchase.monthly,
            start=purchase.start,
            months=purchase.months,
            renews=purchase.before,
            called_off=purchase.called_off,
            framework=in_force(purchase.start),
        )


def _rival(firms: list[int], firm: int, chance: Chance) -> int:
    """Another firm of the list where there is one."""
    at = chance.below(len(firms))
    return firms[(at + 1) % len(firms)] if firms[at] == firm else firms[at]


def _title(topic: Topic, chance: Chance) -> str:
    item, link, detail = chance.pick(topic.items), chance.pick(LINKS), chance.pick(topic.details)
    amount = chance.pick(("", "", f" ({chance.between(5, 899)})"))
    return f"{item}{link}{detail}{amount}"

"""The world without reuse: the same choices, their products dealt again at random."""

from bisect import bisect_right

from hub.demo.chance import Chance
from hub.demo.goods import Product
from hub.demo.market import Choice
from hub.demo.topics import TOPICS


def dealt(choices: list[Choice], products: list[Product], chance: Chance) -> list[Choice]:
    """The choices with the products of each topic dealt to them anew.

    Who chose, in which topic and when stays, and so does how often each product was chosen; only
    that bodies choose as their peers do and what goes with what they use is gone. Nobody gets a
    product before it is on sale: of the hands not yet dealt, each that is on sale is as likely,
    and since each hand was once played after it came on sale, there is always one.
    """
    made = list(choices)
    by_topic: list[list[int]] = [[] for _ in TOPICS]
    for at, choice in enumerate(choices):
        by_topic[choice.topic].append(at)
    for places in by_topic:
        hands = sorted((products[choices[at].product] for at in places), key=_enters)
        enters = [_enters(hand) for hand in hands]
        left = 0  # hands on sale that are not yet dealt stand in hands[:left]
        held: list[Product] = []
        for at in places:
            choice = choices[at]
            on_sale = bisect_right(enters, choice.month)
            held.extend(hands[left:on_sale])
            left = max(left, on_sale)
            made[at] = Choice(choice.buyer, choice.topic, choice.month, _drawn(held, chance))
    return made


def _enters(product: Product) -> int:
    return product.enters


def _drawn(held: list[Product], chance: Chance) -> int:
    """Take one out; the order of the rest does not matter."""
    at = chance.below(len(held))
    held[at], held[-1] = held[-1], held[at]
    return held.pop().number

"""Chance that falls the same on every machine: whole numbers made of one documented generator."""

from bisect import bisect_right
from collections.abc import MutableSequence, Sequence
from hashlib import sha256
from math import isqrt
from random import Random
from typing import TypeVar

Item = TypeVar("Item")
FINE = 1 << 20  # steps of a draw where no float may take part


class Chance:
    """A stream of draws named by its key: the same key, the same draws.

    Python promises the sequence of `Random(int).random()` for all versions, and nothing about the
    other methods; logarithms and powers differ between C libraries. So neither is used.
    """

    def __init__(self, *key: object) -> None:
        digest = sha256("/".join(map(str, key)).encode()).digest()
        self._draw = Random(int.from_bytes(digest[:8], "big")).random

    def below(self, count: int) -> int:
        """One of 0 to `count` - 1."""
        return int(self._draw() * count)

    def between(self, low: int, high: int) -> int:
        """One of `low` to `high`, both among them."""
        return low + self.below(high - low + 1)

    def percent(self, share: int) -> bool:
        """True in `share` of 100 draws."""
        return self.below(100) < share

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items, each as likely."""
        return items[self.below(len(items))]

    def weighted(self, sums: Sequence[int]) -> int:
        """The place in a list of running sums of weights, as likely as its weight."""
        return bisect_right(sums, self.below(sums[-1]))

    def shuffle(self, items: MutableSequence[Item]) -> None:
        """Put the items in another order, each order as likely."""
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]

    def tailed(self, least: int, most: int) -> int:
        """`least` or more, few far more: a Pareto draw (exponent 2) cut at `most`."""
        return min(most, least * FINE // max(1, isqrt((self.below(FINE) + 1) * FINE)))

    def from_quantiles(self, steps: Sequence[int]) -> int:
        """A number whose quantiles are the steps; the last step is rarely gone to its end."""
        at = self.below(len(steps) - 1)
        tries = 3 if at == len(steps) - 2 else 1
        part = min(self.below(FINE) for _ in range(tries))
        return steps[at] + (steps[at + 1] - steps[at]) * part // FINE


def running(weights: Sequence[int]) -> list[int]:
    """Running sums, as `Chance.weighted` takes them."""
    total = 0
    return [total := total + weight for weight in weights]

"""How the points of a score add up: the parts that matter as bars, the rest as one part."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import Protocol

PARTS = 6  # parts shown one by one; a score has some twenty
START = "start"
WIDTH = 100.0


class Contribution(Protocol):
    """A part of a score as the client gives it."""

    feature: str
    group: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """One part: words, value, and its bar from `x`, `width` wide, of 100."""

    text: str
    value: str
    x: float
    width: float
    positive: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The values at the left and right end of all bars of a page; 0 lies between."""

    least: float
    most: float

    def bar(self, text: str, value: float) -> Point:
        """The bar of a value, from 0 to it."""
        unit = WIDTH / ((self.most - self.least) or 1.0)
        x = (min(value, 0.0) - self.least) * unit
        return Point(text, signed(value), round(x, 2), round(abs(value) * unit, 2), value >= 0)


def scale(all_parts: Sequence[Sequence[Contribution]]) -> Scale:
    """One scale for every breakdown of a page, so that bars can be compared."""
    values = [value for parts in all_parts for _text, value in _folded(parts)]
    return Scale(min([0.0, *values]), max([0.0, *values]))


def breakdown(parts: Sequence[Contribution], within: Scale) -> tuple[Point, ...]:
    """The start, the largest parts in order of size, and one for all the rest."""
    return tuple(within.bar(text, value) for text, value in _folded(parts))


def signed(value: float) -> str:
    """`+0.42`, `−1.30`, `0.00`: a true minus sign, never a negative zero."""
    shown = f"{abs(value):.2f}"
    if float(shown) == 0:
        return shown
    return f"{'−' if value < 0 else '+'}{shown}"


def _folded(parts: Sequence[Contribution]) -> list[tuple[str, float]]:
    start = [part for part in parts if START in (part.feature, part.group)]
    ranked = sorted(
        (part for part in parts if part not in start),
        key=lambda part: (-abs(part.value), part.text),
    )
    shown = [(part.text, part.value) for part in (*start, *ranked[:PARTS])]
    rest = ranked[PARTS:]
    if rest:
        words = ngettext("%(n)s smaller part", "%(n)s smaller parts", len(rest))
        shown.append((words % {"n": len(rest)}, sum(part.value for part in rest)))
    return shown or [(_("No parts"), 0.0)]

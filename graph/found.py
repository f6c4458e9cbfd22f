"""Nodes as a text finds them, and the names that a text gives them."""

from dataclasses import dataclass
from typing import LiteralString

from graph.literals import number
from graph.shape import Shape


@dataclass(slots=True)
class Names:
    """Hands out variable names; one per text, so that no two nodes share one."""

    used: int = 0

    def fresh(self) -> LiteralString:
        """A number that was not used before in this text."""
        self.used += 1
        return number(self.used)


@dataclass(frozen=True, slots=True)
class Found:
    """Nodes of a shape as `MATCH … WHERE …` finds them; `distinct`: one may be found twice.

    `staged`: a WITH stands in it.
    """

    shape: Shape
    x: LiteralString
    match: LiteralString
    distinct: bool = False
    staged: bool = False

    def whole(self) -> LiteralString:
        """As the inside of a subquery."""
        if self.distinct:
            return self.match + " RETURN DISTINCT " + self.x
        return self.match + (" RETURN " + self.x if self.staged else "")

    def count(self) -> LiteralString:
        """How many there are in all."""
        return "COUNT { " + self.whole() + " }"

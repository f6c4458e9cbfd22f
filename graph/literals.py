"""Numbers and slots as literal text: what plans are named with."""

from typing import LiteralString

DIGITS: tuple[LiteralString, ...] = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")


def number(n: int) -> LiteralString:
    """The digits of a non-negative number as literal text."""
    return DIGITS[n] if n < 10 else number(n // 10) + DIGITS[n % 10]


def slot(n: int) -> LiteralString:
    """The parameter of a slot."""
    return "$v" + number(n)

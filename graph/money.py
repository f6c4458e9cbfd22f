"""Money: whole numbers of 10⁻⁵ currency units in the graph, Decimal in Python."""

from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation, Overflow
from fractions import Fraction
from functools import lru_cache

from graph.errors import BadInput

SCALE = Decimal(100_000)
# A trillion: 92 of them still add up in 64 bits; beyond, both engines make a sum a float silently.
LARGEST = 10**12 * 100_000
EXACT = Context(prec=60, traps=[InvalidOperation, Overflow, Inexact])


def to_e5(amount: Decimal) -> int:
    """Units of 10⁻⁵; BadInput when it has more than five decimals or is beyond a trillion."""
    try:
        scaled = EXACT.multiply(amount, SCALE)
        if abs(scaled) <= LARGEST and scaled == scaled.to_integral_value():
            return int(scaled)
    except DecimalException as error:
        raise BadInput(f"{amount} is not an amount of money.") from error
    raise BadInput(f"{amount} needs at most five decimals and a size of at most a trillion.")


def from_e5(units: int) -> Decimal:
    """The exact amount, without trailing zeros beyond two decimals."""
    amount = Decimal(units) / SCALE
    pence = amount.quantize(Decimal("0.01"))
    return pence if pence == amount else amount.normalize()


@lru_cache(16_384)  # ten times as fast as making it, and what is asked for recurs
def text_e5(units: int) -> str:
    """The same as text, without a Decimal between."""
    whole, rest = divmod(abs(units), 100_000)
    decimals = f"{rest // 1000:02}" if rest % 1000 == 0 else f"{rest:05}".rstrip("0")
    return f"{'-' if units < 0 else ''}{whole}.{decimals}"


def mean_e5(units: int, count: int) -> int:
    """The mean in whole units of 10⁻⁵; a half goes to the even one."""
    return round(Fraction(units, count))

"""Money: whole numbers of 10⁻⁵ currency units in the graph, Decimal in Python."""

from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation, Overflow

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

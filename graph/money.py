"""Money: whole numbers of 10⁻⁵ currency units in the graph, Decimal in Python."""

from decimal import Decimal, InvalidOperation

from graph.errors import BadInput

SCALE = Decimal(100_000)
LARGEST = 2**63 - 1


def to_e5(amount: Decimal) -> int:
    """Units of 10⁻⁵; BadInput when it has more than five decimals or overflows 64 bits."""
    try:
        scaled = amount * SCALE
        whole = int(scaled)
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise BadInput(f"{amount} is not an amount of money.") from error
    if whole != scaled or abs(whole) > LARGEST:
        raise BadInput(f"{amount} needs at most five decimals and a size below 92 trillion.")
    return whole


def from_e5(units: int) -> Decimal:
    """The exact amount, without trailing zeros beyond two decimals."""
    amount = Decimal(units) / SCALE
    pence = amount.quantize(Decimal("0.01"))
    return pence if pence == amount else amount.normalize()

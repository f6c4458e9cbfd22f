"""How large the fictional worlds are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are of each noun; contracts and reviews within some percent."""

    buyers: int
    suppliers: int
    products: int
    contracts: int
    reviews: int
    first: int = 0  # month of the world in which the first contract begins

    @property
    def review_percent(self) -> int:
        """How many of 100 contracts are reviewed, those too young for it counted."""
        return self.reviews * 107 // self.contracts


# The tiny one is for tests: the last two years only.
SIZES = {
    "tiny": Size(60, 120, 320, 380, 150, first=96),
    "small": Size(200, 500, 1_500, 5_000, 2_000),
    "medium": Size(1_000, 4_000, 15_000, 50_000, 20_000),
    "large": Size(5_000, 20_000, 50_000, 300_000, 100_000),
}
PATTERNS = ("on", "off")


@dataclass(frozen=True, slots=True)
class Order:
    """Which world to make: its size, its seed, and whether reuse patterns are planted in it."""

    size: str
    seed: int
    patterns: bool = True

    @property
    def amount(self) -> Size:
        """How much of what."""
        return SIZES[self.size]

    @property
    def key(self) -> tuple[str, int]:
        """What names its streams of chance: a world without patterns draws as the one with."""
        return self.size, self.seed

"""A need: what a buyer looks for, as the ranker sees it."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys: `id` (org-…) when the hub knows the body, and whatever else is known of it."""

    id: str | None = None
    name: str | None = None
    kind: str | None = None
    sector: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """Words and terms; `known_until` is the last instant (UTC text) whose facts may be used."""

    text: str = ""
    categories: tuple[str, ...] = ()  # codes
    framework: str | None = None
    lot: str | None = None
    buyer: Buyer = Buyer()
    budget: Decimal | None = None
    currency: str = "GBP"
    region: str | None = None
    exclude: frozenset[str] = frozenset()  # org-… ids that must not be shown
    known_until: str | None = None

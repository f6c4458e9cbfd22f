"""Where web sessions live: the store's small protocol, and the one error when it is away."""

from typing import Protocol

from graph.errors import Unavailable


class StoreAway(Unavailable):
    """The store of sessions or of cached values does not answer: refuse, never guess who it is."""


class Store(Protocol):
    """Values under keys, each with a lifetime; every call raises StoreAway when it can't be had."""

    async def get(self, key: str) -> bytes | None:
        """The value, or None."""
        ...

    async def set(self, key: str, value: bytes, seconds: int) -> None:
        """Keep `value` for so many seconds."""
        ...

    async def delete(self, key: str) -> None:
        """Forget it; a key that is not there is fine."""
        ...

    async def ready(self) -> None:
        """Return if the store answers."""
        ...

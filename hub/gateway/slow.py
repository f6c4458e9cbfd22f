"""A line in the log for each statement that took long: its name and time, never a value."""

import logging

log = logging.getLogger("hub.slow")


class SlowStatements:
    """Writes the line for what took `ms` milliseconds or more (graph/statements.py Observer)."""

    def __init__(self, ms: int) -> None:
        self.ms = ms

    def __call__(self, name: str, seconds: float, *, failed: bool) -> None:
        """See the class."""
        if seconds * 1000 >= self.ms:
            fields = {"statement": name, "ms": round(seconds * 1000, 1), "failed": failed}
            log.warning("slow statement", extra={"fields": fields})

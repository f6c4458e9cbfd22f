"""The steps of a start, as a person follows them: what is done now, and how long it took."""

import time
from collections.abc import Generator
from contextlib import contextmanager


class Steps:
    """Numbers the steps and prints a line for each."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.number = 0

    @contextmanager
    def step(self, name: str) -> Generator[list[str]]:
        """Announce a step; what the block adds to the list is told at its end."""
        self.number += 1
        began, told = time.monotonic(), list[str]()
        print(f"[{self.number}/{self.total}] {name}", flush=True)
        yield told
        parts = [*told, f"{time.monotonic() - began:.1f} s"]
        print(f"      {', '.join(parts)}", flush=True)

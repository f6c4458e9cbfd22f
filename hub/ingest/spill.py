"""Sorting more lines than memory should hold: sorted runs on disk, merged when they are read."""

import heapq
import tempfile
from collections.abc import Iterator
from typing import IO

RUN = 16 * 2**20  # bytes sorted in memory at a time


class Spill:
    """Lines without their ends go in, come out sorted by their bytes; once, then `close`."""

    def __init__(self, limit: int = RUN) -> None:
        self._limit = limit
        self._held: list[bytes] = []
        self._size = 0
        self._runs: list[IO[bytes]] = []

    def add(self, line: bytes) -> None:
        """One line; it holds no line end itself."""
        self._held.append(line + b"\n")
        self._size += len(line)
        if self._size >= self._limit:
            run = tempfile.TemporaryFile(prefix="hub-export-")
            self._runs.append(run)
            run.writelines(sorted(self._held))
            self._held, self._size = [], 0

    def lines(self) -> Iterator[bytes]:
        """All lines with their ends, sorted."""
        for run in self._runs:
            run.seek(0)
        yield from heapq.merge(*self._runs, sorted(self._held))

    def close(self) -> None:
        """Drop the runs."""
        for run in self._runs:
            run.close()

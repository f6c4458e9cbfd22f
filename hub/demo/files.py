"""The files of a world: lines go to the file of their part, many files open at a time."""

import csv
import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO


class Files:
    """Opens each file at its first line and closes all at the end; a context manager."""

    def __init__(self, folder: Path) -> None:
        self.paths: list[Path] = []
        self._folder = folder
        self._open: dict[str, TextIO] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "Files":
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def json(self, name: str, value: Any) -> None:
        """Add a JSON line; keys stay in the order in which they were put."""
        file = self._open.get(name) or self._opened(name)
        file.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")

    def record(self, name: str, header: Any, value: Any) -> None:
        """Add a JSON line to a file that begins with a header."""
        if name not in self._open:
            self.json(name, header)
        self.json(name, value)

    def row(self, name: str, header: Sequence[str], row: Sequence[object]) -> None:
        """Add a row to a CSV file, below its header."""
        file = self._open.get(name)
        if file is None:
            file = self._opened(name)
            csv.writer(file, lineterminator="\n").writerow(header)
        csv.writer(file, lineterminator="\n").writerow(row)

    def _opened(self, name: str) -> TextIO:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        file = self._stack.enter_context(path.open("w", encoding="utf-8", newline=""))
        self._open[name] = file
        self.paths.append(path)
        return file

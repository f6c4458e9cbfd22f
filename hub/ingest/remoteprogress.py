"""What was fetched of an API, kept in a file, and the notice numbers that are not among it."""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from graph.errors import Conflict
from hub.ingest.remotewindows import Window

NUMBER = re.compile(r"(\d{6})-(\d{4})")  # a notice: a sequence within its year
Numbers = dict[str, list[int]]  # by year, ascending


@dataclass(frozen=True, slots=True)
class Fetched:
    """A window that was loaded.

    `whole`: it need not be asked again. `numbers`: the notices in it. `witness`: the hub's id of
    one release in it, by which a graph shows that it is the one that was loaded.
    """

    window: Window
    whole: bool
    numbers: Numbers
    witness: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of a year that were issued and not found, and the windows on both sides."""

    first: str
    last: str
    before: Window
    after: Window

    @property
    def span(self) -> Window:
        """Where they would be looked for."""
        return Window(
            min(self.before.start, self.after.start), max(self.before.end, self.after.end)
        )


def numbers_of(releases: Iterable[Any]) -> Numbers:
    """The notice numbers among the ids of releases."""
    found: dict[str, set[int]] = {}
    for release in releases:
        id = release.get("id") if isinstance(release, dict) else None
        if isinstance(id, str) and (said := NUMBER.fullmatch(id)):
            found.setdefault(said[2], set()).add(int(said[1]))
    return {year: sorted(found[year]) for year in sorted(found)}


@dataclass
class Progress:
    """The windows of one API that are in the graph; `save` makes them outlast the process."""

    path: Path
    url: str
    fetched: list[Fetched] = field(default_factory=list[Fetched])

    @classmethod
    def read(cls, folder: Path, url: str) -> Self:
        """What an earlier load of that address left; Conflict when the file is damaged."""
        path = folder / f"{hashlib.sha256(url.encode()).hexdigest()[:24]}.json"
        if not path.exists():
            return cls(path, url)
        try:
            windows = json.loads(path.read_text("utf-8"))["windows"]
            return cls(path, url, [_fetched(one) for one in windows])
        except (ValueError, KeyError, TypeError):
            raise Conflict(
                f"The record of what was fetched is damaged; remove it to begin anew: {path}"
            ) from None

    def save(self) -> None:
        """Replace the file in one step, so that a cut leaves the old or the new one."""
        windows = [
            {
                "from": one.window.start,
                "to": one.window.end,
                "whole": one.whole,
                "numbers": one.numbers,
                "witness": one.witness,
            }
            for one in self.fetched
        ]
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            json.dump({"url": self.url, "windows": windows}, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.path)

    def covers(self, window: Window) -> bool:
        """True when whole windows lie over all of it."""
        at = window.start
        for one in self.fetched:
            if one.whole and one.window.start <= at < one.window.end:
                at = one.window.end
        return at >= window.end

    def add(self, new: Fetched) -> None:
        """Note a window; what lay inside it becomes part of it, its numbers stay held."""
        inside = [one for one in self.fetched if new.window.holds(one.window)]
        numbers = _joined([*(one.numbers for one in inside), new.numbers])
        others = [one for one in self.fetched if one not in inside]
        self.fetched = sorted([*others, replace(new, numbers=numbers)], key=lambda f: f.window)

    def reopen(self, windows: Iterable[Window]) -> None:
        """These are to be asked again."""
        gone = set(windows)
        self.fetched = [
            replace(one, whole=False) if one.window in gone else one for one in self.fetched
        ]

    def gaps(self, asked: Window) -> Iterator[Gap]:
        """Numbers between held ones, where the windows on both sides touch what was asked for."""
        held = sorted(
            (year, number, one.window)
            for one in self.fetched
            for year, numbers in one.numbers.items()
            for number in numbers
        )
        for (year, low, before), (other, high, after) in zip(held, held[1:], strict=False):
            missing = year == other and high > low + 1
            if missing and before.touches(asked) and after.touches(asked):
                first, last = f"{low + 1:06}-{year}", f"{high - 1:06}-{year}"
                yield Gap(first, last, before, after)


def _fetched(one: dict[str, Any]) -> Fetched:
    window = Window(one["from"], one["to"])
    return Fetched(window, one["whole"], one["numbers"], one["witness"])


def _joined(parts: list[Numbers]) -> Numbers:
    years = sorted({year for part in parts for year in part})
    return {year: sorted({n for part in parts for n in part.get(year, [])}) for year in years}

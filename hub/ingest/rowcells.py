"""The cells of a row by what they mean, read as people type them; what no target takes is kept."""

import html
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from graph.money import from_e5
from hub.ingest import cells
from hub.ingest.coerce import Note
from hub.ingest.facts import Json
from hub.ingest.grids import Grid
from hub.ingest.stated import money

# Columns that say how to reach a person, or who that is, are left out before anything is stored.
PERSONAL = re.compile(
    r"\b(?:contact|e-?mail|tele?phone|tel|phone|mobile|fax|officer|manager|person|owner)s?\b",
    re.IGNORECASE,
)
PARTS = re.compile(r"_|(?<=[a-z])(?=[A-Z])")  # contact_name and ContactName are two words


class RowCells:
    """A row: `texts` by target, `left` what is kept under its heading, `people` what is not."""

    needed = frozenset[str]()  # without one of these targets there is no row

    def __init__(self, grid: Grid, row: Sequence[str], note: Note) -> None:
        self.mapping, self.note = grid.mapping, note
        self.headings = [" ".join(heading.split()) for heading in grid.headings]
        self.places: Mapping[str, int] = grid.places
        self.texts: dict[str, str] = dict(self.mapping.constants)
        self.typed: dict[str, str] = {}  # with line breaks
        self.left: dict[str, str] = {}
        self.people: list[Json] = []
        self.wrong: set[str] = set()  # needed, written, and can't be taken
        taken = {place: target for target, place in self.places.items()}
        for place, cell in enumerate(row):
            self._cell(place, taken.get(place), self._plain(cell))

    def _plain(self, cell: str) -> str:
        text = html.unescape(cell) if self.mapping.units.get("text") == "html" else cell
        return text.strip()

    def _cell(self, place: int, target: str | None, text: str) -> None:
        if not text:
            return
        if cells.is_error(text):
            heading = self.headings[place]
            self.note("FORMULA_ERROR", heading, f"{text}; left empty", "mend the formula")
        elif target is None:
            self._keep(place, text)
        elif cells.says_nothing(text) or cells.BLACKED_OUT.match(text):
            self._keep(place, text)
        else:
            self.texts[target] = text if target == "description" else " ".join(text.split())
            self.typed[target] = text

    def _keep(self, place: int, text: str) -> None:
        heading = self.headings[place] if place < len(self.headings) else ""
        if PERSONAL.search(PARTS.sub(" ", heading)):
            self.people.append({"name": text})
            return
        name = heading or f"column {place + 1}"
        self.left[f"{name} ({place + 1})" if name in self.left else name] = text

    def unread(self, target: str) -> None:
        """A text that its field can't take is kept under its heading."""
        text = self.texts.pop(target)
        if target in self.places:
            self._keep(self.places[target], text)

    def where(self, target: str) -> str:
        """The heading over a target, or its name."""
        return self.headings[self.places[target]] if target in self.places else target

    def amount(self, target: str) -> Decimal | None:
        """The amount under a target; what is none is left empty, with a remark."""
        text = self.texts.get(target)
        if text is None:
            return None
        try:
            amount = cells.amount_of(text)
            if amount is not None:
                # One form for one amount: 5, 5.0 and 5.00 are the same release.
                units, *_ = money({"amount": amount})
                if units is None:
                    raise ValueError("too large")
                amount = from_e5(units)
        except ValueError:
            return self.bad(
                "BAD_AMOUNT", target, f"{text} is no amount", "write pounds like 1234.50"
            )
        empty = amount == 0 and self.mapping.units.get("zero") == "empty"
        return None if empty else amount

    def day(self, target: str) -> date | None:
        """The day under a target; what is none is left empty, with a remark."""
        text = self.texts.get(target)
        if text is None:
            return None
        try:
            return cells.day_of(text, self.mapping.units.get("dates") == "month first")
        except ValueError:
            return self.bad("BAD_DATE", target, f"{text} is no date", "write it like 31/01/2026")

    def bad(self, code: str, target: str, wrong: str, advice: str) -> None:
        """Say that a text can't be taken: the field is left empty, or the row is refused."""
        if target in self.needed:
            self.wrong.add(target)
            self.note("BAD_VALUE", self.where(target), wrong, advice)
        else:
            self.note(code, self.where(target), f"{wrong}; left empty", advice)
        self.unread(target)

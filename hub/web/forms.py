"""The form of a need: what was entered, and what has to change; the API checks the rest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from gettext import gettext as _
from typing import Self

from hub.web import links

# HTML can't hold them, and nobody types them.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
PARTS = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong at which input; `field` is the id of the input to go to."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class NeedForm:
    """The values as entered, kept when something is wrong with them."""

    need: str = ""
    sector: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    mistakes: tuple[Mistake, ...] = ()

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """The form as the address states it."""
        return cls(
            need=CONTROL.sub(" ", query.get("need", "")).strip(),
            sector=query.get("sector", "").strip(),
            day=query.get("asOf-day", "").strip(),
            month=query.get("asOf-month", "").strip(),
            year=query.get("asOf-year", "").strip(),
        )

    def checked(self) -> Self:
        """The same form with the mistakes that can be seen without asking the API."""
        found: list[Mistake] = []
        if not self.need:
            found.append(Mistake("need", _("Enter what you need")))
        if self._dated() and self.as_of is None:
            found.append(Mistake(self._wrong_part(), _("The date must be a real date")))
        return replace(self, mistakes=tuple(found))

    def refused(self, mistake: Mistake) -> Self:
        """The same form with one mistake that the API found."""
        return replace(self, mistakes=(*self.mistakes, mistake))

    @property
    def as_of(self) -> date | None:
        """The date entered; None when there is none or it is not a real one."""
        try:
            return date(int(self.year), int(self.month), int(self.day))
        except ValueError:
            return None

    @property
    def values(self) -> dict[str, str]:
        """What belongs into the address."""
        return {
            "need": self.need,
            "sector": self.sector,
            "asOf-day": self.day,
            "asOf-month": self.month,
            "asOf-year": self.year,
        }

    @property
    def url(self) -> str:
        """The address of the answer to this form."""
        return links.url("/match", self.values)

    def message(self, field: str) -> str:
        """What is wrong at a field; empty when nothing is."""
        return next((m.message for m in self.mistakes if m.field.split("-")[0] == field), "")

    def _dated(self) -> bool:
        return bool(self.day or self.month or self.year)

    def _wrong_part(self) -> str:
        """The first part that is no number, else the day: where the error summary leads."""
        values = {"day": self.day, "month": self.month, "year": self.year}
        return next((f"asOf-{part}" for part in PARTS if not values[part].isdigit()), "asOf-day")

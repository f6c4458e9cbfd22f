"""The invented frameworks: one after another, each with four lots, held by an invented agency."""

from dataclasses import dataclass

from hub.demo.calendar import MONTHS
from hub.demo.cast import Body
from hub.demo.words import FICTIONAL

LASTS = 20  # months; the next one begins when it ends
LOTS = {
    1: "Infrastructure as a Service",
    2: "Platform as a Service",
    3: "Software as a Service",
    4: "Specialist Cloud Services",
}
AGENCY = Body(
    f"Quorlgate Buying Agency{FICTIONAL}", 6, "UKI", "Quorlgate", "FKSB-1111-ZZZZ", weight=0
)


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework open for call-offs from month `starts` to before month `ends` of the world."""

    number: int
    code: str
    starts: int
    ends: int


def framework(number: int) -> Framework:
    """The framework of that number, 1 the first."""
    starts = (number - 1) * LASTS
    return Framework(number, f"Demo-Cloud {number}{FICTIONAL}", starts, starts + LASTS)


FRAMEWORKS = tuple(framework(number) for number in range(1, MONTHS // LASTS + 1))


def in_force(month: int) -> Framework:
    """The framework from which a body can call off in a month of the world."""
    return FRAMEWORKS[month // LASTS]

"""The invented bodies and firms of the fictional world."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from hub.demo.calendar import MONTHS
from hub.demo.chance import Chance
from hub.demo.topics import CENTRAL, FIRE, HEALTH, LOCAL, POLICE, SCHOOLS, TOPICS
from hub.demo.words import (
    FICTIONAL,
    FIRM_FORMS,
    FIRM_HEADS,
    FIRM_KINDS,
    FIRM_TAILS,
    PLACE_HEADS,
    PLACE_TAILS,
    REGIONS,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of body is named, what it is, and its share of all bodies in percent."""

    name: str
    sector: str
    share: int
    ground: str  # of one ground a place has one body: no place has two councils


KINDS = (
    Kind("{} Borough Council", LOCAL, 16, "council"),
    Kind("{} District Council", LOCAL, 12, "council"),
    Kind("{}shire County Council", LOCAL, 8, "county"),
    Kind("{} NHS Foundation Trust", HEALTH, 14, "trust"),
    Kind("{} Integrated Care Board", HEALTH, 6, "board"),
    Kind("Department for {} Affairs", CENTRAL, 8, "department"),
    Kind("{} Inspection Agency", CENTRAL, 8, "agency"),
    Kind("{} Police", POLICE, 8, "police"),
    Kind("{} Fire and Rescue Service", FIRE, 8, "fire"),
    Kind("University of {}", SCHOOLS, 12, "university"),
)
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
ENTERED = 55  # percent of firms that were there when the world began


@dataclass(frozen=True, slots=True)
class Body:
    """A public body; bodies of one kind are peers and learn from one another."""

    name: str
    kind: int  # place in KINDS
    region: str
    place: str
    ppon: str
    weight: int  # how much it buys beside others; its size

    @property
    def sector(self) -> str:
        """The sector of its kind."""
        return KINDS[self.kind].sector


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm, the topics (places in TOPICS) it sells in, and how well it sells (a weight)."""

    name: str
    size: str
    topics: tuple[int, ...]
    appeal: int
    quality: int  # percent of its promises that it keeps
    region: str
    place: str
    ppon: str
    company: str | None  # number at Companies House, of a range that it has not reached
    enters: int  # month of the world


def bodies(count: int, chance: Chance) -> list[Body]:
    """`count` public bodies with different names, the kinds in their shares."""
    grounds: dict[str, Iterator[tuple[str, str]]] = {}
    made: list[Body] = []
    for number in range(count):
        at = _kind(number * 100 // count)
        kind = KINDS[at]
        if kind.ground not in grounds:
            grounds[kind.ground] = _places(chance)
        place, region = next(grounds[kind.ground])
        name = kind.name.format(place) + FICTIONAL
        weight = chance.tailed(100, 1_200)
        made.append(Body(name, at, region, place, _ppon(chance, 2 * number), weight))
    return made


def firms(count: int, chance: Chance) -> list[Firm]:
    """`count` firms with different names; each topic has one from the beginning."""
    places = _places(chance)
    made: list[Firm] = []
    for number, stem in enumerate(_stems(count, chance)):
        own = number % len(TOPICS)
        form = chance.pick(FIRM_FORMS)
        place, region = next(places)
        large = form == "plc" or chance.percent(20)
        company = None if chance.percent(30) else f"99{number:06d}"
        here = number < len(TOPICS) or chance.percent(80 if large else ENTERED)
        made.append(
            Firm(
                name=f"{stem} {form}{FICTIONAL}",
                size="Large" if large else "SME",
                topics=_topics(own, chance),
                appeal=chance.tailed(100, 900) * (2 if large else 1),
                quality=min(chance.between(45, 98), chance.between(60, 99)),
                region=region,
                place=place,
                ppon=_ppon(chance, 2 * number + 1),
                company=company,
                enters=0 if here else chance.below(MONTHS - 6),
            )
        )
    return made


def _topics(own: int, chance: Chance) -> tuple[int, ...]:
    others = {chance.below(len(TOPICS)) for _ in range(chance.pick((0, 0, 1, 1, 2)))}
    return (own, *sorted(others - {own}))


def _kind(percent: int) -> int:
    passed = 0
    for at, kind in enumerate(KINDS):
        passed += kind.share
        if percent < passed:
            return at
    return len(KINDS) - 1


def _places(chance: Chance) -> Iterator[tuple[str, str]]:
    """Places with their regions, in an order of its own; used again when all are used."""
    named = [head + tail for head, tail in product(PLACE_HEADS, PLACE_TAILS)]
    placed = [(name, REGIONS[at * 7 % len(REGIONS)]) for at, name in enumerate(named)]
    chance.shuffle(placed)
    while True:
        yield from placed


def _stems(count: int, chance: Chance) -> Iterator[str]:
    """Different names of firms; two share a first word only when all first words are used."""
    firsts = [head + tail for head, tail in product(FIRM_HEADS, FIRM_TAILS)]
    chance.shuffle(firsts)
    shift = [chance.below(len(FIRM_KINDS)) for _ in firsts]
    for number in range(count):
        lap, at = divmod(number, len(firsts))
        yield firsts[at] + FIRM_KINDS[(shift[at] + lap) % len(FIRM_KINDS)]


def _ppon(chance: Chance, number: int) -> str:
    """A PPON of the loose form with an F, K or S, which no real one has (domain.md 4.2).

    The last four letters count, so that no two bodies share one.
    """
    head = chance.pick("FKS") + "".join(chance.pick(LETTERS) for _ in range(3))
    digits = "".join(chance.pick("123456789") for _ in range(4))
    tail = ""
    for _ in range(4):
        number, letter = divmod(number, len(LETTERS))
        tail = LETTERS[letter] + tail
    return f"{head}-{digits}-{tail}"

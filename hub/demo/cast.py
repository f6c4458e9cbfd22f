"""The invented bodies and firms of the fictional world."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

from hub.demo.topics import CENTRAL, FIRE, HEALTH, LOCAL, POLICE, SCHOOLS, TOPICS, Topic
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

# Kind of body: how its name is made, its sector, its share of all bodies in percent.
KINDS: tuple[tuple[str, str, int], ...] = (
    ("{} Borough Council", LOCAL, 18),
    ("{} District Council", LOCAL, 14),
    ("{}shire County Council", LOCAL, 10),
    ("{} NHS Foundation Trust", HEALTH, 14),
    ("Department for {} Affairs", CENTRAL, 8),
    ("{} Inspection Agency", CENTRAL, 8),
    ("{} Police", POLICE, 8),
    ("{} Fire and Rescue Service", FIRE, 8),
    ("University of {}", SCHOOLS, 12),
)
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


@dataclass(frozen=True, slots=True)
class Body:
    """A public body; bodies of one kind are peers and learn from one another."""

    name: str
    kind: str
    sector: str
    region: str
    place: str
    ppon: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm, the topics it sells in, and how well it sells (a weight above 0)."""

    name: str
    size: str
    topics: tuple[str, ...]
    appeal: float
    region: str
    place: str
    ppon: str


def bodies(count: int, random: Random) -> list[Body]:
    """`count` public bodies with different names, the kinds in their shares."""
    made: list[Body] = []
    for number, place in enumerate(_shuffled(_places(), count, random)):
        kind, sector = _kind(number * 100 // count)
        name = kind.format(place) + FICTIONAL
        region = random.choice(REGIONS)
        made.append(Body(name, kind, sector, region, place, _ppon(random, 2 * number)))
    return made


def firms(count: int, random: Random) -> list[Firm]:
    """`count` firms with different names; each topic has at least one."""
    made: list[Firm] = []
    topics = [topic.name for topic in TOPICS]
    places = list(_places())
    for number, stem in enumerate(_shuffled(_stems(), count, random)):
        own = topics[number % len(topics)]
        others = random.sample(topics, random.choice((0, 0, 1, 1, 2)))
        form = random.choice(FIRM_FORMS)
        made.append(
            Firm(
                name=f"{stem} {form}{FICTIONAL}",
                size="Large" if form == "plc" or random.random() < 0.25 else "SME",
                topics=(own, *(other for other in others if other != own)),
                appeal=random.paretovariate(4.0),
                region=random.choice(REGIONS),
                place=random.choice(places),
                ppon=_ppon(random, 2 * number + 1),
            )
        )
    return made


def sellers(all_firms: list[Firm]) -> dict[str, list[Firm]]:
    """The firms of each topic."""
    found: dict[str, list[Firm]] = {topic.name: [] for topic in TOPICS}
    for firm in all_firms:
        for topic in firm.topics:
            found[topic].append(firm)
    return found


def wanted(sector: str) -> list[Topic]:
    """The topics in which bodies of a sector buy."""
    return [topic for topic in TOPICS if sector in topic.sectors]


def _kind(percent: int) -> tuple[str, str]:
    passed = 0
    for kind, sector, share in KINDS:
        passed += share
        if percent < passed:
            return kind, sector
    return KINDS[-1][:2]


def _places() -> Iterator[str]:
    return (head + tail for head, tail in product(PLACE_HEADS, PLACE_TAILS))


def _stems() -> Iterator[str]:
    return (head + tail + kind for head, tail, kind in product(FIRM_HEADS, FIRM_TAILS, FIRM_KINDS))


def _shuffled(names: Iterator[str], count: int, random: Random) -> list[str]:
    """The first `count` of the names in random order; more than there are get a number."""
    known = list(names)
    random.shuffle(known)
    rounds = -(-count // len(known))
    return [name if lap == 0 else f"{name} {lap + 1}" for lap in range(rounds) for name in known][
        :count
    ]


def _ppon(random: Random, number: int) -> str:
    """A PPON of the loose form with an F, K or S, which no real one has (domain.md 4.2).

    The last four letters count, so that no two bodies share one.
    """
    head = random.choice("FKS") + "".join(random.choices(LETTERS, k=3))
    digits = "".join(random.choices("123456789", k=4))
    tail = ""
    for _ in range(4):
        number, letter = divmod(number, len(LETTERS))
        tail = LETTERS[letter] + tail
    return f"{head}-{digits}-{tail}"

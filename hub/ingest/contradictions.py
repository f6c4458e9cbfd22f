"""What keeps two bodies apart, however alike their names are."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from hub.ingest.identity import scheme_of
from hub.ingest.listed import Listed
from hub.ingest.names import Reading, person_trading, readings
from hub.ingest.subjects import Subject

# Kinds that one body may be called by: a name of one of them leaves room for the other.
LOOSE = frozenset({"body", "home", "college", "university", "school"})
# Kinds of which many, in different places, bear one name.
SITES = "two sites of a firm, or two firms"
PERSON = "a person who trades under the name of a firm, or the firm"
NAMED_APART = frozenset({"parish", "school", "practice"})


@dataclass(frozen=True)
class Facts:
    """All that a group states that another may contradict."""

    numbers: Mapping[str, Set[str]]
    bodies: Set[str]  # listed ones
    plain: tuple[Reading, ...]
    roles: Set[str]
    stages: Set[str]  # of education: school or university
    rows: Mapping[str, Set[str]]  # rows of the list of public bodies, by spelling of the name
    others: Set[str]  # keys of trading, Welsh and spelt-out names
    trades: Set[str]  # keys of names that a person trades under
    sides: Mapping[str, Set[str]]  # which side of a decision to split, by its id


def facts(subject: Subject, lists: Listed, sides: Mapping[str, Set[str]] | None = None) -> Facts:
    """Those of one subject."""
    numbers: dict[str, set[str]] = {}
    for number in subject.identifiers:
        numbers.setdefault(scheme_of(number), set()).add(number)
    body = lists.body(subject.name) if subject.kind != "company" else None
    said = subject.known.get("subsector", "").casefold()
    stage = {word for word in ("school", "universit") if word in said}
    urn = subject.known.get("urn")
    return Facts(
        numbers,
        {body} if body else set(),
        readings(subject.name)[:1],
        set(subject.roles),
        stage,
        {subject.key: {urn}} if urn else {},
        {one.key for one in readings(subject.name)[1:]},
        {one.key for one in readings(person_trading(subject.name))},
        sides or {},
    )


def joined(one: Facts, other: Facts) -> Facts:
    """Those of a group made of two."""
    return Facts(
        _united(one.numbers, other.numbers),
        one.bodies | other.bodies,
        tuple(dict.fromkeys((*one.plain, *other.plain))),
        one.roles | other.roles,
        one.stages | other.stages,
        _united(one.rows, other.rows),
        one.others | other.others,
        one.trades | other.trades,
        _united(one.sides, other.sides),
    )


def split(one: Facts, other: Facts) -> bool:
    """Whether somebody decided that these are two bodies."""
    return _apart(one.sides, other.sides)


def unsure(one: Facts, other: Facts) -> str | None:
    """Why two bodies of like names are kept apart though they may be one; None if nothing is."""
    if not proof(one, other):
        pairs = [(a, b) for a in one.plain for b in other.plain]
        if any(_unlike(a, b) == SITES for a, b in pairs):
            return SITES
        if _person(one, other) or _person(other, one):
            return PERSON
        if any({a.level, b.level} == {"city", "borough"} and a.words == b.words for a, b in pairs):
            return "a borough, or the city that it became"
    return None


def proof(one: Facts, other: Facts) -> str | None:
    """Why registers, lists or statements say that these are two bodies; None if they do not."""
    if split(one, other):
        return "a decision"
    if _apart(one.numbers, other.numbers):
        return "different numbers of one register"
    if one.bodies and other.bodies and not one.bodies & other.bodies:
        return "two bodies of a reference list"
    if one.stages and other.stages and not one.stages & other.stages:
        return "a school and a university"
    return "two rows of one list bear the name" if _apart(one.rows, other.rows) else None


def unlike(one: Facts, other: Facts) -> str | None:
    """Why the names say that these are two bodies; None if they do not."""
    found = (_unlike(a, b) for a in one.plain for b in other.plain)
    persons = PERSON if _person(one, other) or _person(other, one) else None
    return next((why for why in found if why), None) or persons or _traders(one, other)


def _traders(one: Facts, other: Facts) -> str | None:
    """Two firms may trade under one name, and be called by their own ones beside it."""
    keys = [{reading.key for reading in facts.plain} for facts in (one, other)]
    firms = all(reading.form for reading in (*one.plain, *other.plain))
    if not firms or keys[0] & (keys[1] | other.others) or keys[1] & one.others:
        return None
    return "two firms that trade under one name" if one.others & other.others else None


def _person(one: Facts, other: Facts) -> bool:
    """Whether a person trades under the name that the other is registered as."""
    return any(reading.form and reading.key in one.trades for reading in other.plain)


def _unlike(one: Reading, other: Reading) -> str | None:
    kinds = {one.kind, other.kind}
    if kinds == {"nhs", "pct"} or kinds == {"nhs", "health board"}:
        return None  # how these boards and trusts called themselves
    if len(kinds) > 1 and not kinds & {"body", "home"} and not kinds <= LOOSE:
        return "two kinds of body"
    if one.kind == other.kind == "council" and not _levels(one.level, other.level):
        return "two levels of council"
    if (one.sides or one.kind != "body") and one.sides != other.sides and not _bare(one, other):
        return "different points of the compass"
    if one.nations and other.nations and one.nations != other.nations:
        return "different nations"
    return _two_firms(one, other)


def _two_firms(one: Reading, other: Reading) -> str | None:
    if one.site and other.site and one.site != other.site:
        return SITES
    if not (one.form and other.form and one.words == other.words):
        return None
    if one.form != other.form:
        return "different legal forms"
    return "a plural where the other has none" if one.spelt != other.spelt else None


def _bare(one: Reading, other: Reading) -> bool:
    """A firm that leaves the compass out is not yet another one."""
    return one.kind == other.kind == "body" and not (one.sides and other.sides)


def _levels(one: str, other: str) -> bool:
    if "county" in (one, other):
        return one == other
    return one == other or not one or not other or {one, other} == {"borough", "district"}


def _apart(one: Mapping[str, Set[str]], other: Mapping[str, Set[str]]) -> bool:
    return any(key in other and values.isdisjoint(other[key]) for key, values in one.items())


def _united(one: Mapping[str, Set[str]], other: Mapping[str, Set[str]]) -> dict[str, Set[str]]:
    return {key: one.get(key, set[str]()) | other.get(key, set[str]()) for key in {*one, *other}}

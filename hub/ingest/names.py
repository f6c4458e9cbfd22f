"""What the name of a body says: its kind, its level, its legal form and the words that are left.

Kinds of names only, no body's own name: rules here hold for every council, force or trust.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape

from graph.text import fold, name_key

FORMS = {
    "limited": "limited",
    "plc": "plc",
    "llp": "llp",
    "lp": "lp",
    "llc": "llc",
    "incorporated": "incorporated",
    "gmbh": "gmbh",
    "cic": "cic",
    "cyf": "limited",
    "cio": "cio",
}
SHORT = {
    "asc": "association",
    "assn": "association",
    "assoc": "association",
    "boro": "borough",
    "ccg": "clinical commissioning group",
    "csu": "commissioning support unit",
    "ft": "foundation trust",
    "icb": "integrated care board",
    "intl": "international",
    "lb": "london borough",
    "mbc": "metropolitan borough council",
    "metro": "metropolitan",
    "pct": "primary care trust",
    "pcc": "police crime commissioner",
    "ni": "northern ireland",
    "saint": "st",
    "svcs": "services",
    "univ": "university",
}
SMALL = frozenset("the of and for in an at on to".split())  # "A" and "Y" alone tell firms apart
# Short forms that only public bodies go by: `FT Media Ltd` is no foundation trust.
PUBLIC_SHORT = frozenset("boro ccg csu ft icb lb mbc metro ni pct pcc".split())
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central mid upper lower".split()
)
NATIONS = frozenset(
    "england scotland wales ireland scottish welsh irish english jersey guernsey".split()
)
# In order: the first that fits is the kind. Words of the third part say nothing more.
KINDS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (kind, re.compile(rf"\b(?:{pattern})\b"), spent)
    for kind, pattern, spent in (
        ("federation", "police federation|staff association|trade union", ""),
        ("ombudsman", "ombudsman", ""),
        (
            "commissioner",
            "police crime commissioner|mayor office policing",
            "police crime commissioner mayor office policing",
        ),
        ("police authority", "police authority|police board", "police authority board"),
        ("force", "police|constabulary|heddlu", "police constabulary service force heddlu"),
        ("fire authority", "fire .*authority", "fire rescue civil defence authority"),
        ("fire service", "fire rescue|fire service|fire brigade", "fire rescue service brigade"),
        ("icb", "integrated care board", "nhs integrated care board"),
        ("ccg", "clinical commissioning group", "nhs clinical commissioning group"),
        ("csu", "commissioning support unit", "nhs commissioning support unit"),
        ("pct", "primary care trust", "nhs primary care trust teaching"),
        ("sha", "strategic health authority", "nhs strategic health authority"),
        ("health board", "health board", "nhs health board university local"),
        ("nhs", "^nhs \\w+(?: \\w+)?$", "nhs"),
        ("trust", "nhs .*trust", "nhs foundation trust hospital"),
        ("university", "university", "university"),
        ("voluntary", "council voluntary|voluntary council", ""),
        ("parish", "(?:parish|town|community) council", "council"),
        (
            "council",
            "council$|^(?:london |royal |metropolitan )*borough|borough$|^city county",
            "council",
        ),
        ("school", "school|academy", ""),
        (
            "practice",
            "(?:health|medical|child|children) centre|surgery|practice$|^\\w+ hospital$",
            "",
        ),
        ("college", "college", ""),
        ("home", "housing|home$", ""),
    )
)
LEVELS = ("county", "city", "district", "borough")
# A part of a council, not a body of its own; "homes" or "pension fund" would be one.
PART = frozenset(
    "environmental service department directorate team trading standard education adult child "
    "social care procurement corporate finance legal planning highway transport housing "
    "resource customer library licensing leisure property facility management ict it hr "
    "commissioning commercial public protection regulatory waste street".split()
)
TRADING = re.compile(r"\s*,?\s*\(?\b(?:t/a|trading as|trading name of|t/as)\b\s*", re.IGNORECASE)
BRACKET = re.compile(r"(.*\S)\s*\(([^()]*)\)\s*")
UNIT = re.compile(r"\b(?:team|department|directorate|services?|unit|division)$", re.IGNORECASE)
WELSH = frozenset("cyngor llywodraeth cymru prifysgol heddlu bwrdd ysgol sir dinas coleg".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: `words` are the ones left when kind, level and form are taken."""

    kind: str  # of KINDS; "body" when the name does not say
    level: str
    form: str
    words: tuple[str, ...]
    site: str = ""  # what stands in brackets behind a legal form
    spelt: tuple[str, ...] = ()  # words of a firm that are plurals, as they stand there

    @property
    def key(self) -> str:
        """Names with one key may be one body's; the order of a public body's words is free."""
        firm = self.form or self.kind in ("body", "home")
        found = self.words if firm else sorted(self.words)
        return f"{self.kind} {' '.join(found)}"

    @property
    def sides(self) -> frozenset[str]:
        """Words such as north and south."""
        return frozenset(self.words) & DIRECTIONS

    @property
    def nations(self) -> frozenset[str]:
        """Words such as Scotland and Welsh."""
        return frozenset(self.words) & NATIONS


@lru_cache(maxsize=200_000)
def readings(name: str) -> tuple[Reading, ...]:
    """The readings of a name, the plainest first: whole, then its trading or Welsh name alone."""
    site = _site(name)
    found = [replace(read(part), site=site) for part in _parts(name)]
    return tuple(dict.fromkeys(one for one in found if one.words))


def read(name: str) -> Reading:
    """Kind, level, form and the remaining words of one name without alternatives in it."""
    city = bool(re.match(r"(?:the )?city of ", fold(name)))
    tokens = tokens_of(re.sub(r"^\s*office of the (?=\S+ \S+ \S+)", "", name, flags=re.IGNORECASE))
    forms = [FORMS[word] for word in tokens if word in FORMS]
    tokens = [word for word in tokens if word not in FORMS]
    tokens = _without_welsh(_without_part(tokens))
    if city and len(tokens) > 2 and tokens[-1] in ("council", "college") and not forms:
        tokens = tokens[1:]  # the force, the university or the firm of that city is yet another
    text = " ".join(tokens)
    kind, spent = next(((k, s) for k, p, s in KINDS if p.search(text)), ("body", ""))
    if forms:
        spent = ""  # `X Council Trading Ltd` is a firm, and so is `X Fire Brigade Ltd`
        kind = "body" if kind in ("council", "force", "parish") else kind
    level = ""
    if kind == "council":
        level = _level(tokens, city)
        tokens = _without_level(tokens, level)
    left = tuple(word for word in tokens if word not in set(spent.split()))
    if not left:
        return Reading("body", "", forms[0] if forms else "", tuple(map(_once, tokens)))
    spelt = _plurals(name) if forms else ()
    return Reading(kind, level, forms[0] if forms else "", tuple(map(_once, left)), spelt=spelt)


def tokens_of(name: str) -> list[str]:
    """Words in their full and single form without small ones."""
    return list(_tokens(name))


@lru_cache(maxsize=200_000)
def _tokens(name: str) -> tuple[str, ...]:
    return tuple(map(_plain, _words(name)))


def _plurals(name: str) -> tuple[str, ...]:
    return tuple(word for word in _words(name) if word != _plain(word))


def _words(name: str) -> list[str]:
    found = name_key(unescape(name.replace("+", " & "))).split()
    own = PUBLIC_SHORT if FORMS.keys() & set(found) else frozenset[str]()
    long = " ".join(word if word in own else SHORT.get(word, word) for word in found)
    return [word for word in long.split() if word not in SMALL]


@lru_cache(maxsize=200_000)
def initials(name: str) -> str:
    """The first letters of a name's words; empty for fewer than three words."""
    found = [word for word in name_key(name).split() if word not in SMALL and word not in FORMS]
    return "".join(word[0] for word in found) if len(found) > 2 else ""


def _plain(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in FORMS:
        word = word[:-1]
    return word


def _once(word: str) -> str:
    """`Hillary` and `Hilary`: doubled letters are the commonest slip, and safe in a long word."""
    return re.sub(r"(.)\1+", r"\1", word) if len(word) > 6 else word


def _level(tokens: list[str], city: bool) -> str:
    if city or tokens[:2] == ["city", "county"]:
        return "city"
    if "county borough" in " ".join(tokens):
        return "borough"
    before = tokens[: tokens.index("council") + 1] if "council" in tokens else tokens
    if before[-2:-1] == ["city"]:
        return "city"
    return next((level for level in LEVELS if level in before), "")


def _without_level(tokens: list[str], level: str) -> list[str]:
    gone = {level, "county"} if tokens[:2] == ["city", "county"] else {level}
    if level == "borough":
        gone = {"borough", "metropolitan", "royal"}
        if "county borough" in " ".join(tokens):
            gone.add("county")
        if "london" in tokens[:1]:
            tokens = tokens[1:]
    if level == "district":
        gone = {"district", "metropolitan"}
    return [word for word in tokens if word not in gone]


def _without_part(tokens: list[str]) -> list[str]:
    """`X Council Environmental Services` is X Council."""
    if "council" not in tokens:
        return tokens
    at = tokens.index("council")
    after = tokens[at + 1 :]
    return tokens[: at + 1] if at and after and set(after) <= PART else tokens


def _without_welsh(tokens: list[str]) -> list[str]:
    """`Cyngor Sir X County Council` says council twice."""
    return [word for word in tokens if word not in WELSH] if "council" in tokens else tokens


def person_trading(name: str) -> str:
    """What a person or partnership, without a legal form, trades as; empty: the name says none."""
    halves = _traded(name)
    return halves[1] if halves and not read(halves[0]).form else ""


def _traded(name: str) -> list[str]:
    halves = TRADING.split(name, maxsplit=1)
    whole = len(halves) == 2 and all(part.strip(" ()") for part in halves)
    return [half.strip(" ,") for half in halves] if whole else []


def _parts(name: str) -> list[str]:
    return [part for half in _traded(name) or [name] for part in _plain_parts(half)]


def _plain_parts(name: str) -> list[str]:
    bracket = BRACKET.fullmatch(name)
    found = _bracketed(bracket[1], bracket[2].strip()) if bracket else []
    return found or _halves(name) or [name]


def _site(name: str) -> str:
    bracket = BRACKET.fullmatch(name)
    outer = name_key(bracket[1]).split() if bracket else []
    return name_key(bracket[2]) if bracket and {*outer[-1:]} & {*FORMS} else ""


def _bracketed(outer: str, inner: str) -> list[str]:
    short = [re.sub(r"\W", "", text).casefold() for text in (outer, inner)]
    if short[0] == initials(inner) or short[1] == initials(outer):
        return [outer, inner]
    last = name_key(outer).split()[-1:]
    # Behind a legal form stands a site, a unit or a register's remark.
    if set(last) & set(FORMS) or (last == ["council"] and UNIT.search(inner)):
        return [outer]
    return []


def _halves(name: str) -> list[str]:
    halves = re.split(r"\s+[/|]\s+", name)
    welsh = [bool(WELSH & set(name_key(half).split())) for half in halves]
    if len(halves) == 2 and welsh[0] != welsh[1]:
        return halves
    sides = re.split(r"\s+[-–]\s+|,\s+", name)
    if len(sides) == 2:
        for one, other in (sides, sides[::-1]):
            if name_key(one).endswith(" council") and set(tokens_of(other)) <= PART:
                return [one]
    return []

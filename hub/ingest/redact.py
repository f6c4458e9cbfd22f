"""Personal data is taken out before anything is stored: contact points, sole traders, addresses.

What is left out of one place is sought in all texts of the release, since notices repeat it there.
Rules and their reasons: docs/decisions/0013. Cleaning twice is cleaning once.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from hub.ingest import persons
from hub.ingest.canonical import Doubled
from hub.ingest.facts import Json

# Objects and fields that say how to reach a person, wherever they stand (OCDS 1.1 and the UK's).
PERSONAL = frozenset(
    {
        "contactPoint",
        "additionalContactPoints",
        "contactPoints",
        "contactPerson",
        "contact",
        "email",
        "telephone",
        "phone",
        "faxNumber",
        "fax",
        "persons",
        "beneficialOwners",
    }
)
# The same in the words of others: contactName, buyer_email, phoneNumber.
REACHING = frozenset(
    "contact contacts email emails telephone phone fax signatory cardholder".split()
)
CARD_HOLDER = frozenset({"card", "holder"})  # lists of purchasing cards name who paid
# Fields that are numbers and keys, in which a run of digits is never a telephone number.
OPAQUE = frozenset(
    {"id", "ocid", "date", "scheme", "identifier", "awardID", "uri", "relatedLot", "relatedLots"}
)
NAMES = frozenset({"name", "legalName"})  # of organisations, when contact points are gone
ORGANISATIONS = frozenset(
    "parties suppliers tenderers payee receiverOrganization subcontractors".split()
)
AT = r"(?:@|＠|%40|\s?[\[(]\s?at\s?[\])]\s?)"
DOT = r"(?:\.|\s?[\[(]\s?dot\s?[\])]\s?)"
# At most 64 and 63 characters, as mail has it: without a bound a long word takes its square.
EMAIL = re.compile(rf"[\w.+'-]{{1,64}}{AT}[\w-]{{1,63}}(?:{DOT}[\w-]{{1,63}})+", re.IGNORECASE)
MARK = re.compile(r"@|＠|%40|[\[(]\s?at\s?[\])]", re.IGNORECASE)
# British numbers in any grouping, with dots, and foreign ones with their plus. What belongs to a
# longer number, a decimal fraction or the path of an address is none; nor is a notice of Find a
# Tender (six digits and a year).
PHONE = re.compile(
    r"(?<![\w/])(?<!\w-)(?<!\d\.)(?!\d{6}-20\d\d(?!\d))"
    r"(?:\+44[\s()-]*(?:\(?0\)?)?(?:[\s()-]*\d){9,10}|\(?0[1-9]\d(?:[\s()-]*\d){7,8}"
    r"|0[1-9]\d{1,3}\.\d{3,4}\.\d{3,4}|\+[1-9]\d{0,2}(?:[\s().-]*\d){7,12})(?!\w|-\d)"
)
SHORTEST_PHONE = 9  # characters: a plus and eight digits
EMAIL_GONE = "[e-mail removed]"
PHONE_GONE = "[telephone removed]"
GONE = "[personal data removed]"
SHORTEST = 5  # characters of what is sought in texts: anything shorter stands there by chance
UNMAPPED = "unmapped"
NOT_THEIRS = frozenset("buyer authority council delivery site organisation client".split())


def clean_text(text: str) -> str:
    """The text without e-mail addresses and telephone numbers."""
    text = without_emails(text)
    if len(text) < SHORTEST_PHONE or ("0" not in text and "+" not in text):
        return text
    return PHONE.sub(PHONE_GONE, text)


def without_emails(text: str) -> str:
    """For keys and names, in which a run of digits is no telephone number."""
    # What the mark can begin with: most texts have none of it, and asking is cheap.
    if "@" in text or "(" in text or "[" in text or "＠" in text or "%40" in text:
        return EMAIL.sub(EMAIL_GONE, text) if MARK.search(text) else text
    return text


def clean_release(release: Json) -> Json:
    """A copy without contact points, with no more of people than is public, with cleaned texts."""
    cleaning = _Cleaning(release)
    made = cleaning.object(release, "")
    return cleaning.swept(made) if cleaning.sought else made


def clean_values(value: Any) -> Any:
    """Any JSON cleaned: releases inside packages and records each for themselves."""
    if isinstance(value, list):
        return [clean_values(item) for item in value]
    if not isinstance(value, dict):
        return clean_text(value) if isinstance(value, str) else value
    if "ocid" in value and not any(name in value for name in ("releases", "compiledRelease")):
        return clean_release(value)
    made = _like(value)
    made.update((k, clean_values(item)) for k, item in value.items() if not _reaches(k))
    return made


@lru_cache(4096)
def _reaches(key: str) -> bool:
    words = persons.key_words(key)
    return key in PERSONAL or bool(REACHING & words) or words >= CARD_HOLDER


@lru_cache(4096)
def _kept_name(key: str) -> str | None:
    """The key without addresses in it; None when what stands under it reaches a person."""
    return None if _reaches(key) else without_emails(key)


class _Cleaning:
    """One release: who in it is a person, and what was left out so far."""

    def __init__(self, release: Json) -> None:
        self.sought: set[str] = set()
        parties = [one for one in _list(release.get("parties")) if isinstance(one, dict)]
        row = release.get(UNMAPPED)
        self.stated = isinstance(row, dict) and persons.is_stated_by(row)
        people = [one for one in parties if self._alone(one)]
        firms = [one for one in parties if one not in people]
        # A reference says less than the party it means, so the party decides about both.
        self.people = {str(one.get("id")) for one in people}
        self.firms = {(str(one.get("id")), str(one.get("name"))) for one in firms}
        self.named = {str(one.get("name")).casefold() for one in firms}
        self.named |= {persons.public_name(str(one["name"])).casefold() for one in people}

    def object(self, value: Json, parent: str) -> Json:
        """A copy of an object that stands under the key `parent`."""
        if parent in ORGANISATIONS and self._person(value):
            self.sought.update(persons.secrets(value))
            value = persons.minimised(value)
        elif parent == UNMAPPED and (self.stated or self.people):
            value = self._row(value)
        made = _like(value)
        for key, item in value.items():
            name = _kept_name(key)
            if name is None:
                self.sought.update(_told(item, key))
            elif type(item) is str:  # most values: the shortest way
                made[name] = without_emails(item) if key in OPAQUE else clean_text(item)
            else:
                made[name] = self._value(key, item)
        return made

    def swept(self, value: Any, key: str = "") -> Any:
        """What was left out is taken out of all texts but names and keys."""
        return _swept(value, key, self._pattern())

    def _value(self, key: str, value: Any) -> Any:
        if isinstance(value, dict):
            return self.object(value, key)
        if isinstance(value, list):
            return [self._value(key, item) for item in value]
        if isinstance(value, str):
            return without_emails(value) if key in OPAQUE else clean_text(value)
        return value

    def _person(self, party: Json) -> bool:
        key = str(party.get("id"))
        if not isinstance(party.get("name"), str) or (key, party["name"]) in self.firms:
            return False
        return ("id" in party and key in self.people) or self._alone(party)

    def _alone(self, party: Json) -> bool:
        """Whether it is one by what it says itself, or by what its row says."""
        sells = "buyer" not in _list(party.get("roles")) and isinstance(party.get("name"), str)
        return (sells and self.stated) or persons.is_person(party)

    def _row(self, row: Json) -> Json:
        """The cells of a person's row without those that may say where they live."""
        kept: Json = {}
        for heading, cell in row.items():
            found = persons.key_words(heading)
            if found & persons.OF_HOMES and not found & NOT_THEIRS:
                self.sought.add(str(cell))
            else:
                kept[heading] = cell
        return kept

    def _pattern(self) -> re.Pattern[str] | None:
        texts = {
            text
            for one in self.sought
            if len(text := " ".join(one.split())) >= SHORTEST
            and not any(text.casefold() in name for name in self.named)
        }
        longest = sorted(texts, key=lambda text: (-len(text), text))
        if not longest:
            return None
        parts = (r"[\s,]+".join(map(re.escape, re.split(r"[\s,]+", one))) for one in longest)
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _swept(value: Any, key: str, pattern: re.Pattern[str] | None) -> Any:
    if pattern is None:
        return value
    if isinstance(value, dict):
        made = _like(value)
        made.update((name, _swept(item, name, pattern)) for name, item in value.items())
        return made
    if isinstance(value, list):
        return [_swept(item, key, pattern) for item in value]
    if isinstance(value, str) and key not in OPAQUE and key not in NAMES:
        return pattern.sub(GONE, value)
    return value


def _told(value: Any, key: str) -> Iterator[str]:
    """What a contact point says that can be told from other words: people's names, numbers."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _told(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _told(item, key)
    elif isinstance(value, str):
        digits = sum(character.isdigit() for character in value)
        if "@" in value or digits >= 7:
            yield value.strip()
        elif "name" in key.casefold() and persons.has_shape(value):
            yield persons.TITLE.sub("", value.strip(), count=1)


def _like(value: Json) -> Json:
    """An empty object; that a key was told twice is kept, since a release with such is refused."""
    if not isinstance(value, Doubled):
        return {}
    made = Doubled()
    made.key = value.key
    return made


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []

"""Suppliers who are people: who counts as one, and what may be stored of one.

Rules and their reasons: docs/decisions/0013.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from graph.text import words
from hub.ingest.facts import Json
from hub.ingest.givennames import GIVEN
from hub.ingest.identifiers import normal
from hub.ingest.identity import COMPANY_WORDS, PUBLIC_WORDS

# Roles of bodies: whoever bears one of them is no sole trader.
OFFICIAL = frozenset(
    "buyer procuringEntity centralPurchasingBody reviewBody mediationBody payer funder".split()
)
# Said of a party in full, as `Sole trader (unregistered)`; a part of a longer text says nothing:
# "Individual and family services" is a trade.
STATED = re.compile(
    r"(?:an?\s+)?(?:sole[\s_-]*(?:trader|proprietor)(?:ship)?|self[\s_-]*employed(?:\s+person)?"
    r"|(?:private\s+)?individual|natural[\s_-]*person|freelancer?)s?\s*(?:[(,;:].*)?",
    re.IGNORECASE | re.DOTALL,
)
FLAGGED = frozenset(
    "soletrader issoletrader isindividual naturalperson isnaturalperson selfemployed".split()
)
YES = frozenset({"true", "yes", "y", "1"})
# Columns of tables whose cells may say it.
KINDS_OF_FIRM = frozenset("type status form legal trading entity structure sole size".split())
SOLE = re.compile(r"\(?\bsole[\s-]*trader\b\)?", re.IGNORECASE)
TRADING = re.compile(
    r"[\s,(]+(?:t\s*/\s*a\.?|t\.a\.|trading\s+as|trading\s+under)[\s:]+", re.IGNORECASE
)
TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev)\.?\s+", re.IGNORECASE)
PART = re.compile(r"[^\W\d_][^\W\d_]*(?:['’-][^\W\d_]+)*\.?")
MOST_PARTS = 4
# Words of firms, bodies, teams and posts: a name with one of them is nobody's own.
NO_PERSON = (
    COMPANY_WORDS
    | PUBLIC_WORDS
    | frozenset(
        "and the of for to in at a an group services service solutions solution consulting "
        "consultancy consultants consultant construction contractors contractor builders building "
        "homes home care health healthcare hospital trust foundation charity association society "
        "institute centre center partners partnership associates brothers bros sons son company "
        "co corporation corp holdings systems software technology technologies digital media "
        "design designs studio studios print printing engineering engineers electrical plumbing "
        "heating roofing flooring landscapes landscaping gardens garden cleaning transport travel "
        "taxis taxi cars cabs coaches motors logistics training education learning security legal "
        "law solicitors architects surveyors accountants insurance finance financial bank energy "
        "power water waste environmental recycling foods food catering farm farms estates estate "
        "property properties housing international global national uk british europe european "
        "procurement purchasing commercial contracts contract tenders tender tendering team teams "
        "department dept office officer manager director head support help helpdesk desk enquiries "
        "enquiry admin administration administrator reception customer contact contacts "
        "information bids bid sourcing category lead buyer supplier suppliers portal unit section "
        "project projects programme operations facilities management corporate general sir madam "
        "whom concern not applicable see below above various tbc none name".split()
    )
)
# Numbers that a person may have as well; any other register holds bodies only.
ANYBODY = re.compile(r"VAT|UTR|NINO|PPON|SRS|DUNS|HMRC|TAX|TIN|PASSPORT|-(?:FTS|CFS)$|OTHER")
PRIVATE = re.compile(r"VAT|UTR|NINO|HMRC|TAX|TIN|PASSPORT")
OUTWARD = re.compile(r"\s*([A-Z]{1,2}\d[A-Z\d]?)(?:\s*\d[A-Z]{2})?\s*", re.IGNORECASE)
NUTS = re.compile(r"[A-Z]{2}[A-Z\d]{0,3}")
WIDE = ("locality", "region", "country", "countryName")
OF_HOMES = frozenset("address addresses street postcode home residence birth dob born".split())
PARTS_OF_KEY = re.compile(r"[^\W\d_]+?(?=[A-Z][a-z]|[^A-Za-z]|$)|[A-Z]+(?=[A-Z]|$)")


def key_words(key: str) -> set[str]:
    """The words of a key or heading: `homeAddress`, `home_address` and `Home address` are two."""
    return {part.lower() for part in PARTS_OF_KEY.findall(key)}


def has_shape(name: str) -> bool:
    """True when a name is like a person's: two to four words, none of them a firm's or a post's."""
    parts = TITLE.sub("", name.strip(), count=1).replace(".", ". ").split()
    titled = bool(TITLE.match(name.strip()))
    return (
        (1 if titled else 2) <= len(parts) <= MOST_PARTS
        and all(PART.fullmatch(part) and part[0].isupper() for part in parts)
        and not NO_PERSON & {part.casefold() for part in parts if len(part) > 1}
    )


def is_named_like_one(name: str) -> bool:
    """Stricter than a shape: a title, or a given name that few firms begin with."""
    first = name.split()[0].casefold() if name.split() else ""
    return has_shape(name) and (bool(TITLE.match(name.strip())) or first in GIVEN)


def is_person(party: Json) -> bool:
    """A supplier who is a person: stated, or without a body's number and named like one.

    What is stated outweighs a number; a number or a large size outweighs a name.
    """
    if OFFICIAL & set(map(str, _list(party.get("roles")))) or not isinstance(
        party.get("name"), str
    ):
        return False
    if any(_says(key, value) for key, value in _statements(party)) or is_sole(party["name"]):
        return True
    details = party.get("details")
    if isinstance(details, dict) and details.get("scale") == "large" or has_number(party):
        return False
    return _trades_as_one(party["name"])


@lru_cache(maxsize=1 << 14)  # every release of a firm names it again
def is_sole(name: str) -> bool:
    """True when a name says itself that it is a sole trader's."""
    return SOLE.search(name) is not None


@lru_cache(maxsize=1 << 14)
def _trades_as_one(name: str) -> bool:
    owner, business = traded(name)
    firm = COMPANY_WORDS & set(words(business.replace(".", "")))
    return is_named_like_one(owner) and not firm


def is_stated_by(row: Json) -> bool:
    """True when a cell that no field took says that the supplier of the row is a sole trader."""
    return any(
        _says(heading, cell) and (key_words(heading) & KINDS_OF_FIRM or _flag(heading))
        for heading, cell in row.items()
    )


def has_number(party: Json) -> bool:
    """True when it has a number of a register that holds bodies only."""
    return any(
        normal(one.get("scheme"), one.get("id")) and not ANYBODY.search(str(one["scheme"]).upper())
        for one in _identifiers(party)
    )


def traded(name: str) -> tuple[str, str]:
    """The owner and the business in `Owner T/A Business` (empty: none is named).

    An address behind a person's name, as registers of one column have it, is part of neither.
    """
    owner, *business = TRADING.split(SOLE.sub("", name).strip(" ,()-"), maxsplit=1)
    before, *address = owner.split(",", 1)
    if address and re.search(r"\d", address[0]) and has_shape(before.strip()):
        owner = before
    return owner.strip(" ,()-"), business[0].strip(" ,)") if business else ""


def public_name(name: str) -> str:
    """The name that a person does business under: a trading name alone, where there is one."""
    owner, business = traded(name)
    return business if business and has_shape(owner) else owner or name


def minimised(party: Json) -> Json:
    """What may be stored of a person who supplies: business name, town and area, public numbers."""
    kept = {key: value for key, value in party.items() if not key_words(key) & OF_HOMES}
    if isinstance(party.get("name"), str):
        kept["name"] = public_name(party["name"])
    if isinstance(party.get("address"), dict) and (address := _area(party["address"])):
        kept["address"] = address
    if isinstance(party.get("details"), dict):
        details: Json = party["details"]
        kept["details"] = {k: v for k, v in details.items() if not key_words(k) & OF_HOMES}
    if "identifier" in kept:
        kept["identifier"] = _public_number(party["identifier"])
    if "additionalIdentifiers" in kept:
        kept["additionalIdentifiers"] = [
            number
            for one in _list(party["additionalIdentifiers"])
            if (number := _public_number(one))
        ]
    return {key: value for key, value in kept.items() if value not in (None, {}, [])}


def secrets(party: Json) -> Iterator[str]:
    """What is taken from a person and must not stand anywhere else either."""
    name, address, identifier = party["name"], party.get("address"), party.get("identifier")
    kept = public_name(name)
    if (owner := traded(name)[0]) not in kept:
        yield owner
    legal = identifier.get("legalName") if isinstance(identifier, dict) else None
    for text in (legal, SOLE.sub("", name).partition(",")[2]):
        if isinstance(text, str) and text.strip() and text.strip() not in kept:
            yield text.strip()
    for key, text in address.items() if isinstance(address, dict) else ():
        if isinstance(text, str) and (key not in WIDE or re.search(r"\d", text)):
            yield from _lines(text, whole=key != "region" or not NUTS.fullmatch(text))


def _lines(text: str, *, whole: bool) -> Iterator[str]:
    """An address as a whole, and its lines that begin with a house's number."""
    if whole:
        yield text
    yield from (part for part in re.split(r"[\n,]", text) if re.match(r"\s*\d+\w?\s+\w{2}", part))


def _area(address: Json) -> Json:
    kept = {
        key: text
        for key in WIDE
        if isinstance(text := address.get(key), str)
        and (not re.search(r"\d", text) or NUTS.fullmatch(text.strip()))
    }
    code = OUTWARD.fullmatch(str(address.get("postalCode") or ""))
    return {**kept, "postalCode": code[1].upper()} if code else kept


def _public_number(identifier: Any) -> Json | None:
    if not isinstance(identifier, dict) or PRIVATE.search(str(identifier.get("scheme")).upper()):
        return None
    return {key: value for key, value in identifier.items() if key != "legalName"}


def _identifiers(party: Json) -> list[Json]:
    given = [party.get("identifier"), *_list(party.get("additionalIdentifiers"))]
    return [one for one in given if isinstance(one, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _says(key: str, value: Any) -> bool:
    if _flag(key):
        return str(value).strip().casefold() in YES
    return isinstance(value, str) and bool(STATED.fullmatch(value.strip()))


def _flag(key: str) -> bool:
    return re.sub(r"[^a-z]", "", key.lower()) in FLAGGED


def _statements(party: Json) -> Iterator[tuple[str, Any]]:
    """All scalars that say what kind of party it is, with their keys."""
    aside = {"name", "id", "roles", "address", "identifier", "additionalIdentifiers"}
    yield from _scalars({key: value for key, value in party.items() if key not in aside})


def _scalars(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _scalars(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _scalars(item, key)
    else:
        yield key, value

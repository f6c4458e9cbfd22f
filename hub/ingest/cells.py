"""What a cell of a table says: money, days, sizes and codes as people type them."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

# What people write where they have nothing to say; compared in lower case, without white space.
NOTHING = frozenset(
    "n/a na n.a. none nil null tbc tba tbd - – — . ? x unknown notknown notapplicable notyetknown "
    "rolling ongoing openended open-ended".split()
)
# A name that was blacked out is no name: all who were would become one body.
BLACKED_OUT = re.compile(
    r"[\[(]?\s*(?:redact(?:ed|ion)|withheld|personal data|name (?:redacted|withheld))\b"
    r"|(?:private )?individuals?\s*$|gdpr\b|foster(?:ing)? carers?\b|[*x█]{3,}\s*$",
    re.IGNORECASE,
)
ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|#+|Err:\d+")
TOTAL = re.compile(r"(?:grand |sub|sub-|overall )?totals?(?: .{0,40})?:?", re.IGNORECASE)
AMOUNT = re.compile(
    r"(-?)(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?\s*(k|m|mn|million|bn|billion)?\s*(cr|dr|-)?"
)
UNITS = {"k": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
CURRENCIES = "£\ufffd"  # the second is what a lost £ leaves
SPREADSHEET = date(1899, 12, 30)  # day 0 of the serial numbers of spreadsheets
SERIALS = range(20_000, 80_000)  # 1954 to 2119: other numbers are no day
NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
SPOKEN = ("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %y")
SME = frozenset({"sme", "yes", "y", "true", "micro", "small", "medium", "vcse", "vsce"})
LARGE = frozenset({"large", "no", "n", "false"})
PARTING = tuple(map(re.compile, (r";", r"\n", r",", r"/", r"\s(?:and|&)\s")))
FIRM = re.compile(r"\b(?:ltd|limited|plc|llp|cic|inc)\.?$", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_]{2}")
# What follows is about the same body.
ASIDE = re.compile(
    r"(?:formerly|previously|now|known|part|an?|t/?a|trading|c/?o|on behalf|incorporating|for|the"
    r"|subsidiary|division|acting)\b",
    re.IGNORECASE,
)
CPV = re.compile(r"(?<!\d)\d{8}(?!\d)")


def says_nothing(text: str) -> bool:
    """True for an empty cell and for `N/A`, `TBC` and their like."""
    return not text.strip() or "".join(text.split()).lower() in NOTHING


def is_error(text: str) -> bool:
    """True for what a spreadsheet shows where a formula failed."""
    return bool(ERRORS.fullmatch(text.strip()))


def is_total(text: str) -> bool:
    """True for the label of a row of totals."""
    return bool(TOTAL.fullmatch(text.strip()))


def amount_of(text: str) -> Decimal | None:
    """An amount: `£1,234.50`, `1.2m`, `12k`, `(500)`; None for a dash; ValueError for any other.

    Ledgers write a credit, which is negative here, as `500CR` or `500-`, and `500DR` for a debit.
    """
    plain = " ".join(text.lower().removesuffix("gbp").removeprefix("gbp").split())
    bare = "".join(c for c in plain if c not in CURRENCIES).strip()
    if bare in ("-", "–", "—"):
        return None
    bracketed = bare.startswith("(") and bare.endswith(")")
    found = AMOUNT.fullmatch(bare.strip("() ") if bracketed else bare)
    if not found:
        raise ValueError("no amount")
    sign, whole, rest, unit, side = found.groups()
    signs = [mark for mark in (bracketed and "()", sign, side) if mark]
    if len(signs) > 1:  # a credit with a minus may be either
        raise ValueError("no amount")
    size = Decimal(re.sub("[, ]", "", whole) + (rest or "")) * UNITS.get(unit or "", 1)
    return -size if signs and signs != ["dr"] else size


def day_of(text: str, month_first: bool) -> date:
    """A day: UK or ISO form, in words, or a spreadsheet's serial number; ValueError for others."""
    plain = " ".join(text.split())
    if numeric := NUMERIC.fullmatch(plain):
        one, other, year = (int(part) for part in numeric.groups())
        day, month = (other, one) if month_first else (one, other)
        return date(_century(year + 2000) if year < 100 else year, month, day)
    if plain.isascii() and plain.isdigit() and len(plain) == 5 and int(plain) in SERIALS:
        return SPREADSHEET + timedelta(days=int(plain))
    for form in SPOKEN:
        try:
            found = datetime.strptime(plain, form).date()
            return found.replace(year=_century(found.year)) if "%y" in form else found
        except ValueError:
            continue
    return datetime.fromisoformat(plain).date()


def _century(year: int) -> int:
    """The year from 1990 to 2089 that two digits mean, in every form: 99 is not 2099."""
    return (year - 1990) % 100 + 1990


def size_of(text: str) -> str | None:
    """`sme` or `large` from a cell that asks whether a supplier is one; None when it says neither.

    A charity or a number is neither.
    """
    first = re.split(r"[\s(,/]", text.strip().lower(), maxsplit=1)[0]
    return "sme" if first in SME else "large" if first in LARGE else None


def names_of(text: str) -> list[str]:
    """The names in a cell that lists several, each once; one name is a list of one.

    Semicolons part names. Other signs do only where every part ends in a legal form: an `and` or a
    comma may belong to a name, and half a name is a wrong body.
    """
    for sign in PARTING:
        parts = [" ".join(part.split()).strip(" ,;") for part in sign.split(text)]
        parts = [part for part in parts if part]
        sure = sign is PARTING[0] or all(FIRM.search(part) for part in parts)
        named = all(NAME.search(part) and not ASIDE.match(part) for part in parts)
        if len(parts) > 1 and sure and named:
            return list(dict.fromkeys(name for part in parts for name in names_of(part)))
    return [" ".join(text.split())]


def codes_of(text: str) -> list[str]:
    """The CPV codes in a text, without check digits, in their order, each once."""
    return list(dict.fromkeys(CPV.findall(text)))

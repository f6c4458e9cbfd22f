"""Registers' numbers: which forms count as an identifier, and how each is written in the end."""

import re
from collections.abc import Mapping
from functools import lru_cache

# Two letters that Companies House and the other registrars under GB-COH put in front.
COMPANY = re.compile(
    r"(?:\d{2}|SC|NI|OC|SO|NC|LP|SL|NL|FC|AC|SA|NA|RC|IP|SP|NP|SR|NR|SI|NO|SF)\d{6}"
)
# What a spreadsheet leaves of a number that began with 0: it eats every leading zero, so a short
# number that still begins with one has lost a digit elsewhere and is of no valid form.
EATEN_PREFIX = re.compile(r"([A-Z]{2})([1-9]\d{2,4})")
EATEN = re.compile(r"[1-9]\d{4,6}")
PPON = re.compile(r"[A-Z]{4}-\d{4}-[A-Z]{4}")
SCHEME = re.compile(r"[A-Z]{2,3}-[A-Z0-9]{2,}|VAT|XI-[A-Z0-9]+")
FORMS: Mapping[str, re.Pattern[str]] = {
    "GB-CHC": re.compile(r"\d{5,8}(?:-\d+)?"),
    "GB-SC": re.compile(r"SC\d{6}"),
    "GB-NIC": re.compile(r"(?:NIC)?\d{5,6}"),
    "GB-NHS": re.compile(r"[A-Z0-9]{3,6}"),
    "GB-UKPRN": re.compile(r"\d{8}"),
}
# Portal numbers and free text: never identity (cases.md W1).
NEVER = frozenset({"GB-FTS", "GB-CFS", "OTHER"})
ANY = re.compile(r"[!-~][ -~]{1,99}")
EMPTY = frozenset({"NA", "NONE", "NULL", "TBC", "UNKNOWN", "NOTAPPLICABLE", "NOTKNOWN", "TEST"})


def normal(scheme: object, number: object) -> str | None:
    """`SCHEME-value` in its normal form; None when scheme or form is not one to rely on.

    A colon after the scheme and the scheme repeated inside the number are accepted.
    """
    if not isinstance(scheme, str) or not isinstance(number, str | int):
        return None
    return _normal(scheme, number)


@lru_cache(maxsize=1 << 14, typed=True)  # every release of a body gives its number again
def _normal(scheme: str, number: str | int) -> str | None:
    name = scheme.strip().upper()
    if name in NEVER or not SCHEME.fullmatch(name):
        return None
    value = str(number).strip()
    for mark in (f"{name}-", f"{name}:"):
        if value.upper().startswith(mark):
            value = value[len(mark) :]
    bare = re.sub(r"[^A-Z0-9]", "", value.upper())
    found = None if bare in EMPTY or not bare.strip("0") else _form(name, value.strip())
    return f"{name}-{found}" if found else None


def of_party_id(party_id: object) -> str | None:
    """The identifier inside a party id (`GB-PPON-PLFK-1111-BHLX`); portal numbers are none."""
    if not isinstance(party_id, str):
        return None
    found = re.fullmatch(r"(GB-PPON|GB-COH)[-:](.+)", party_id.strip(), re.IGNORECASE)
    return normal(found[1], found[2]) if found else None


def _form(scheme: str, value: str) -> str | None:
    if scheme == "GB-COH":
        return _company(value)
    if scheme == "GB-PPON":
        plain = value.upper()
        return plain if PPON.fullmatch(plain) else None
    if scheme in FORMS:
        plain = re.sub(r"\s", "", value).upper()
        return plain if FORMS[scheme].fullmatch(plain) else None
    return value if ANY.fullmatch(value) else None


def _company(value: str) -> str | None:
    plain = re.sub(r"\s", "", value).upper()
    if EATEN.fullmatch(plain):
        return plain.zfill(8)
    prefixed = EATEN_PREFIX.fullmatch(plain)
    if prefixed:
        plain = prefixed[1] + prefixed[2].zfill(6)
    return plain if COMPANY.fullmatch(plain) else None

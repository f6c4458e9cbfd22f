"""Invented assurance of firms: claims that run out or are renewed, and exclusions."""

from collections.abc import Iterator
from datetime import date

from hub.demo.calendar import MONTHS, month
from hub.demo.cast import Firm
from hub.demo.chance import Chance
from hub.demo.records import Json, firm, record
from hub.demo.sale import Cast

# Scheme, percent of firms that ever have it, months that it is valid, who issues it.
SCHEMES = (
    ("cyber_essentials", 55, 12, "Velmgate Assurance (fictional)"),
    ("cyber_essentials_plus", 18, 12, "Velmgate Assurance (fictional)"),
    ("iso_iec_27001", 28, 36, "Skelderfell Certification (fictional)"),
    ("iso_9001", 14, 36, "Skelderfell Certification (fictional)"),
    ("wcag_2_2_aa", 10, 24, "Tilvamere Testing (fictional)"),
)
RENEWS = 70  # percent of claims that are renewed when they run out
BARRED = 1  # percent of firms that were excluded at some time
GROUNDS = (
    ("excluded", True, "Tax evasion"),
    ("excludable", False, "Poor performance of an earlier contract"),
    ("excludable", False, "Competition law infringement"),
    ("debarred", True, "Fraud"),
)


def claims(cast: Cast, key: tuple[object, ...], first: int) -> Iterator[Json]:
    """Each certificate as a claim of its own: a renewal has another number."""
    for number, party in enumerate(cast.firms, 1):
        chance = Chance(*key, "claims", number)
        for scheme, share, valid, issuer in SCHEMES:
            earliest = max(party.enters, first - 12)
            starts = earliest + chance.below(MONTHS - earliest)
            has = chance.percent(share)
            while has and starts < MONTHS:
                yield _claim(party, f"C-{number:05d}-{scheme}", scheme, issuer, starts, valid)
                starts += valid
                has = chance.percent(RENEWS)


def _claim(party: Firm, key: str, scheme: str, issuer: str, starts: int, valid: int) -> Json:
    values: Json = {
        "supplier": firm(party),
        "scheme": scheme,
        "number": f"DEMO-{key.split('-')[1]}-{starts:03d}",
        "issuer": issuer,
        "scope": "All services for the public sector",
        "validFrom": month(starts).isoformat(),
        "validTo": date.fromordinal(month(starts + valid).toordinal() - 1).isoformat(),
    }
    return record("claim", f"{key}-{starts:03d}", month(starts), values)


def exclusions(cast: Cast, key: tuple[object, ...]) -> Iterator[Json]:
    """Firms that may not, or need not, be awarded anything for some years."""
    chance = Chance(*key, "exclusions")
    for number in range(1, max(2, len(cast.firms) * BARRED // 100) + 1):
        party = chance.pick(cast.firms)
        status, mandatory, ground = chance.pick(GROUNDS)
        starts = party.enters + chance.below(MONTHS - party.enters)
        ends = starts + chance.pick((12, 24, 36, 60))
        why = "No other supplier could go on with the service" if chance.percent(20) else None
        values: Json = {
            "supplier": firm(party),
            "status": status,
            "mandatory": mandatory,
            "ground": ground,
            "decidedBy": "The Minister of an invented department",
            "overrideRationale": why,
            "validFrom": month(starts).isoformat(),
            "validTo": date.fromordinal(month(ends).toordinal() - 1).isoformat(),
        }
        yield record("exclusion", f"E-{number:04d}", month(starts), values)

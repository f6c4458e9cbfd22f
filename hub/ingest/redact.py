"""Personal data is taken out before anything is stored: contact points, addresses in texts."""

import re
from typing import Any

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
# Fields that are numbers and keys, in which a run of digits is never a telephone number.
OPAQUE = frozenset(
    {"id", "ocid", "date", "scheme", "identifier", "awardID", "uri", "relatedLot", "relatedLots"}
)
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w/.-])(?:\+44[\s()-]*(?:\(?0\)?)?|\(?0)(?:[\s()-]*\d){9,10}(?![\w/-])")
EMAIL_GONE = "[e-mail removed]"
PHONE_GONE = "[telephone removed]"


def clean_text(text: str) -> str:
    """The text without e-mail addresses and UK telephone numbers."""
    if "@" in text:
        text = EMAIL.sub(EMAIL_GONE, text)
    return PHONE.sub(PHONE_GONE, text) if "0" in text else text


def clean_release(release: Json) -> Json:
    """A copy without contact points and with cleaned texts; everything else as published."""
    return {key: _clean(key, value) for key, value in release.items() if key not in PERSONAL}


def _clean(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return clean_release(value)
    if isinstance(value, list):
        return [_clean(key, item) for item in value]
    if isinstance(value, str):
        return EMAIL.sub(EMAIL_GONE, value) if key in OPAQUE else clean_text(value)
    return value

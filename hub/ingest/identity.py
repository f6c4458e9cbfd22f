"""What a name tells by its words: a public body or a company, a name of many, a name of nobody."""

import re
from collections.abc import Mapping
from functools import lru_cache

from graph.text import fold, words

COMPANY_WORDS = frozenset(
    "limited ltd plc llp lp llc inc incorporated gmbh cic cyf sarl bv".split()
)
PUBLIC_WORDS = frozenset(
    "council university nhs police ministry department borough parish school academy "
    "college constabulary hmrc parliament government authority commissioner ambulance".split()
)
# Names that many bodies in different places carry (cases.md W7): place decides for these.
GENERIC = frozenset(
    "school schools academy primary infant infants junior parish church church's nursery "
    "secondary grammar".split()
)
GENERIC_PHRASE = re.compile(r"\b(?:town|community) council\b")
# Keys of names that name nobody; they join nothing.
NOBODY = frozenset(
    {"", "n a", "na", "none", "null", "tbc", "test", "unknown", "various", "not applicable"}
    | {"not known", "redacted", "multiple", "multiple suppliers", "various suppliers", "other"}
)
ROLE_KIND: Mapping[str, str] = {
    "buyer": "public",
    "supplier": "company",
    "removedSupplier": "company",
    # Bodies that buy for others are public by law; an agent or a procuring entity may be anybody.
    "centralPurchasingBody": "public",
    "leadBuyer": "public",
    "jointBuyer": "public",
}


@lru_cache(maxsize=1 << 14)  # every release of a body names it again
def kind_of(name: str, role: str) -> str:
    """public, company or other: by words of the name, a legal form first, else by the role."""
    found = set(words(name.replace(".", "")))
    if found & COMPANY_WORDS:
        return "company"
    if found & PUBLIC_WORDS:
        return "public"
    return ROLE_KIND.get(role, "other")


@lru_cache(maxsize=1 << 14)
def place_of(text: str | None) -> str | None:
    """A postcode or locality, folded, without spaces and dots; None when there is nothing."""
    return re.sub(r"[^\w]", "", fold(text)) or None if text else None


def is_generic(key: str) -> bool:
    """Whether many bodies in different places bear names of this kind (cases.md W7)."""
    return bool(GENERIC & set(key.split()) or GENERIC_PHRASE.search(key))


def scheme_of(identifier: str) -> str:
    """The register of an identifier: `GB-COH` of `GB-COH-05912608`."""
    # Every scheme is two parts (`GB-COH`) but VAT; the number itself may have hyphens.
    return "VAT" if identifier.startswith("VAT-") else "-".join(identifier.split("-", 2)[:2])

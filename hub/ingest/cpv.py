"""The Common Procurement Vocabulary: codes with their check digits and labels, as a JSON object."""

import re
from typing import Any

from graph.ids import make_id
from hub.ingest.entries import Entry
from hub.ingest.facts import Source

LIST = "cpv"
CODE = re.compile(r"\d{8}-\d")
SOURCE = Source(
    make_id("src", LIST),
    "Common Procurement Vocabulary",
    "European Union",
    "Regulation (EC) No 213/2008; reuse under Decision 2011/833/EU, source acknowledged",
)


def is_cpv(value: Any) -> bool:
    """True for an object whose keys are codes: a label that is no text is a finding, later."""
    return isinstance(value, dict) and bool(value) and all(map(CODE.fullmatch, value))


def entry_of(code: str, label: object) -> Entry | None:
    """A code and its label; None for one without."""
    text = " ".join(label.split()) if isinstance(label, str) else ""
    if not text:
        return None
    return Entry(code[:8], text, kind="category", keys=(f"CPV-{code}",))

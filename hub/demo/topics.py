"""What the invented bodies buy: kinds of digital goods and services, in varied words."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCAL = "Local Government"
HEALTH = "Health"
CENTRAL = "Central Government"
POLICE = "Police"
FIRE = "Fire and Rescue"
SCHOOLS = "Education"


@dataclass(frozen=True, slots=True)
class Topic:
    """One kind of purchase: lot (1 IaaS to 4 specialist services), CPV class and its words."""

    name: str
    lot: int
    cpv: str
    cpv_name: str
    sectors: tuple[str, ...]
    items: tuple[str, ...]
    details: tuple[str, ...]
    story: str


def _read() -> tuple[Topic, ...]:
    found = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["topics"]
    return tuple(_topic(fields) for fields in found)


def _topic(fields: dict[str, Any]) -> Topic:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()}
    return Topic(**values)


TOPICS = _read()
PLACES = {topic.name: at for at, topic in enumerate(TOPICS)}
# Kinds of purchase that go together: a product of the one has a partner among the other's.
PAIRS = (
    ("redaction", "casework"),
    ("revenues", "contact"),
    ("planning", "maps"),
    ("hosting", "backup"),
    ("platform", "integration"),
    ("mail", "identity"),
    ("payroll", "rostering"),
    ("patients", "clinical"),
    ("evidence", "mobilising"),
    ("learning", "library"),
    ("website", "analytics"),
)


def partners() -> dict[int, int]:
    """The other topic of each topic (places in TOPICS) that is in a pair."""
    told = [(PLACES[one], PLACES[other]) for one, other in PAIRS]
    return dict(told + [(other, one) for one, other in told])


def wanted(sector: str) -> list[int]:
    """The topics (places in TOPICS) in which bodies of a sector buy."""
    return [at for at, topic in enumerate(TOPICS) if sector in topic.sectors]

"""Subjects: what is to be identified, be it a stored mention or a line of somebody's own list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from graph.text import name_key
from hub.ingest.facts import Mention
from hub.ingest.identifiers import normal, of_party_id
from hub.ingest.identity import kind_of, place_of

# Numbers of lists that give each body one: two of them contradict. A `urn` is none of these,
# since the list of public bodies has many bodies twice.
REGISTERED = ("gss_code", "register_key")


@dataclass(frozen=True)
class Subject:
    """`known` is what else is stated (region, sector …); the organisation if it is stored."""

    id: str
    name: str
    roles: tuple[str, ...]
    kind: str
    place: str | None
    source: str
    identifiers: tuple[str, ...]
    known: Mapping[str, str] = field(default_factory=dict[str, str])
    organisation: str | None = None

    @property
    def key(self) -> str:
        """The name as compared for equality."""
        return name_key(self.name)


def of_mention(mention: Mention, organisation: str | None = None) -> Subject:
    """A mention as loading knows it."""
    return Subject(
        mention.id,
        mention.name,
        mention.roles,
        mention.kind,
        mention.place,
        mention.source,
        mention.identifiers,
        {},
        organisation,
    )


def of_line(line: Mapping[str, Any]) -> Subject:
    """A line of a list: `id`, `name`, and whatever is known; unknown keys and types are ignored."""
    texts = {key: value.strip() for key, value in line.items() if isinstance(value, str)}
    name, role, source = (
        " ".join(texts["name"].split()),
        texts.get("role", ""),
        texts.get("source", ""),
    )
    kind = kind_of(name, role)
    place = place_of(texts.get("postcode") or texts.get("locality"))
    numbers, roles = _numbers(line, texts), (role,) if role else ()
    return Subject(str(line["id"]), name, roles, kind, place, source, numbers, texts)


def _numbers(line: Mapping[str, Any], texts: Mapping[str, str]) -> tuple[str, ...]:
    stated = line.get("identifier")
    pair = cast("Mapping[str, object]", stated) if isinstance(stated, dict) else {}
    found = {
        normal(pair.get("scheme"), pair.get("id")),
        normal("GB-COH", line.get("company_number")),
        of_party_id(texts.get("party_id")),
    }
    source = texts.get("source", "").rsplit("/", 1)[-1].split(".")[0]
    for key in REGISTERED:
        if key in texts:
            scheme = f"{key}:{source}".replace("-", "_")
            found.add(f"{scheme}-list-{texts[key]}")
    return tuple(sorted(number for number in found if number))

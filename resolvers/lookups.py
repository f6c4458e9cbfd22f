"""Finding one body or contract by what the caller knows of it."""

from dataclasses import dataclass

from graph.errors import BadInput
from graph.ids import as_role, make_id
from graph.text import name_key
from hub.ingest.identifiers import normal


@dataclass(frozen=True, slots=True)
class Lookup:
    """The way (`by`: a key of the shape) and the value to look for."""

    by: str
    value: str


def organisation(id: str | None, identifier: tuple[str, str] | None, name: str | None) -> Lookup:
    """By exactly one of id (org-, buy- or sup-), register number, or name; else BadInput."""
    if sum(given is not None for given in (id, identifier, name)) != 1:
        raise BadInput("Give exactly one of id, identifier and name.")
    if id is not None:
        return Lookup("id", as_role(id, "org"))
    if identifier is not None:
        return Lookup("identifier", number(*identifier))
    return Lookup("name", name_key(name or ""))


def contract(id: str | None, ocid: str | None) -> Lookup:
    """By exactly one of id and ocid; else BadInput."""
    if (id is None) == (ocid is None):
        raise BadInput("Give exactly one of id and ocid.")
    return Lookup("id", id) if id is not None else Lookup("ocid", (ocid or "").strip())


def category(scheme: str, code: str) -> Lookup:
    """By its code in a scheme, from which its id is made."""
    return Lookup("id", make_id("cat", scheme, code))


def number(scheme: str, value: str) -> str:
    """A register's number in its normal form; BadInput when it has none."""
    found = normal(scheme, value)
    if found is None:
        raise BadInput(f"{scheme} {value} is not a number of a register that the hub relies on.")
    return found

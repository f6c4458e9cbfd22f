"""Who does what in a process: the roles of its parties, and what is said of suppliers in it.

All of it belongs to a contract: what one release flags, another may contradict (cases.md W9, W10).
"""

from collections.abc import Iterator

from hub.ingest.facts import Json, Value
from hub.ingest.parties import PROCURING, TAKING, Directory
from hub.ingest.stated import flag, text

Told = dict[str, Value | tuple[str, ...]]
SIZES = frozenset("micro small medium sme large".split())


def buying(party: Json, body: Json, directory: Directory) -> Told:
    """What a purchase says of its buyer; `lead`: it is the one that the process names."""
    named = body.get("buyer")
    lead = named is not None and party is (directory.find(named) or named)
    return {"region": region(party), "sector": None, "roles": roles(party), "lead": lead}


def supplying(party: Json) -> Told:
    """What a sale says of its supplier: size and kind as flagged, in no way reconciled."""
    found = party.get("details")
    details: Json = found if isinstance(found, dict) else {}
    scale = details.get("scale")
    size = scale.lower() if isinstance(scale, str) and scale.lower() in SIZES else None
    return {
        "region": region(party),
        "sizeClass": size,
        "roles": roles(party),
        "scale": scale if isinstance(scale, str) else None,
        "sme": None if size is None else size != "large",
        "vcse": flag("vcse", details),
        "supportedEmployment": flag("shelteredWorkshop", details),
        "mutual": flag("publicServiceMissionOrganization", details),
        **_excluded(details),
    }


def _excluded(details: Json) -> Told:
    """Grounds for exclusion that apply to a supplier, and why it was awarded all the same."""
    told: Json = details.get("excludedSupplier") or {}
    grounds = told.get("exclusionGrounds")
    criteria = grounds.get("criteria") if isinstance(grounds, dict) else None
    found = criteria if isinstance(criteria, list) else []
    types = (one.get("type") for one in found if isinstance(one, dict))
    return {
        "exclusionGrounds": tuple(one for one in types if isinstance(one, str)) or None,
        "excludedRationale": text(told.get("awardRationale")),
    }


def taking_part(body: Json, directory: Directory) -> Iterator[tuple[Json, str]]:
    """Parties and their roles beside buyer and supplier, those of buyers too."""
    entity = (body.get("tender") or {}).get(PROCURING)
    named = directory.find(entity) or entity if entity else None
    if named is not None:
        yield named, PROCURING
    for party in directory.parties:
        for role in roles(party):
            if role in TAKING:
                yield party, role


def roles(party: Json) -> tuple[str, ...]:
    """Its roles as published, each once."""
    return tuple(sorted(set(party.get("roles") or ())))


def region(party: Json) -> str | None:
    """The region of a party's address as stated."""
    return (party.get("address") or {}).get("region")

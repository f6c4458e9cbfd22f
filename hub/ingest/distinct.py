"""Objects of one array that share an id get ids of their own, or merging would fold them in one."""

import hashlib
from collections import Counter
from typing import Any

from hub.ingest.canonical import canonical
from hub.ingest.coerce import Note
from hub.ingest.facts import Json

PUBLISHED = "publishedId"
CONTAINERS = (dict, list)


def made_distinct(release: Json, note: Note) -> Json:
    """A copy in which no array has two objects of one id; the published id stays beside it.

    `1` becomes `1~<digest of the object>`. A contract that points at such an award by its number
    points at the award of the same place in its list, when there are as many of the one as of the
    other (cases.md L1).
    """
    if not _repeats(release):
        return release
    return _paired({key: _value(value, f"/{key}", note) for key, value in release.items()})


def published(item: Json) -> str:
    """The id as its source gave it; empty when there is none."""
    return str(item.get(PUBLISHED, item.get("id", "")))


def _repeats(value: Any) -> bool:
    """True when two objects of some array inside have one id; most releases have none."""
    waiting: list[Any] = [value]
    for item in waiting:  # it grows by what is inside
        if isinstance(item, dict):
            waiting += [inner for inner in item.values() if isinstance(inner, CONTAINERS)]
            continue
        inside = [inner for inner in item if isinstance(inner, CONTAINERS)]
        waiting += inside
        if len(inside) > 1:
            ids = [str(inner["id"]) for inner in inside if "id" in inner and type(inner) is dict]
            if len(set(ids)) < len(ids):
                return True
    return False


def _value(value: Any, path: str, note: Note) -> Any:
    if isinstance(value, dict):
        return {key: _value(item, f"{path}/{key}", note) for key, item in value.items()}
    if isinstance(value, list):
        inner = [_value(item, f"{path}/{at}", note) for at, item in enumerate(value)]
        return _array(inner, path, note)
    return value


def _array(items: list[Any], path: str, note: Note) -> list[Any]:
    counts = Counter(str(item["id"]) for item in items if isinstance(item, dict) and "id" in item)
    repeated = {id for id, count in counts.items() if count > 1}
    for id in sorted(repeated):
        note(
            "REPEATED_ID",
            path,
            f"{counts[id]} objects have the id {id}; each was kept",
            "give each object of a list its own id",
        )
    if not repeated:
        return items
    own = (_own_id(item) if str(item.get("id")) in repeated else item for item in items)
    return list({str(item.get("id", f"#{at}")): item for at, item in enumerate(own)}.values())


def _own_id(item: Json) -> Json:
    return {**item, "id": f"{item['id']}~{_digest(item)}", PUBLISHED: str(item["id"])}


def _digest(item: Json) -> str:
    return hashlib.sha256(canonical(item).encode()).hexdigest()[:12]


def _paired(release: Json) -> Json:
    awards: dict[str, list[str]] = {}
    for award in release.get("awards") or []:
        if PUBLISHED in award:
            awards.setdefault(award[PUBLISHED], []).append(award["id"])
    contracts: list[Json] = release.get("contracts") or []
    pointing = Counter(str(contract.get("awardID")) for contract in contracts)
    clear = {id: iter(own) for id, own in awards.items() if pointing[id] == len(own)}
    if not clear:
        return release
    found = [
        {**contract, "awardID": next(clear[contract["awardID"]])}
        if contract.get("awardID") in clear
        else contract
        for contract in contracts
    ]
    return {**release, "contracts": found}

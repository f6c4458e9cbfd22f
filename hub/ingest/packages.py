"""The releases inside packages and records, and versioned releases taken apart again.

Rules: OCDS 1.1 record package schema (linked and embedded releases, compiled and versioned
release) and its versioned release schema: each value is a list of {releaseID, releaseDate,
releaseTag, value}.
"""

from collections.abc import Iterator
from typing import Any

from hub.ingest.soundness import Note, misshapen

Json = dict[str, Any]
Version = tuple[str, str, tuple[str, ...]]  # date, id, tags of the release that said it

HOLDERS = {"releases": list, "compiledRelease": dict, "versionedRelease": dict}
NESTED = 5  # lists and packages inside one another; deeper ones hold no releases
LOOK = 3  # levels in which the first versioned value of a release must turn up
MARKS = frozenset({"releaseDate", "releaseID", "value"})


def releases_of(value: Any, note: Note, inside: int = NESTED) -> Iterator[Any]:
    """The releases inside a release, an array, a release package or a record package."""
    if isinstance(value, list) and inside:
        for item in value:
            yield from releases_of(item, note, inside - 1)
    elif not isinstance(value, dict):
        yield value
    elif isinstance(value.get("records"), list) and inside:
        for record in value["records"]:
            yield from releases_of(record, note, inside - 1)
    elif any(isinstance(value.get(name), kind) for name, kind in HOLDERS.items()):
        yield from _of_record(value, note)
    elif is_versioned(value):
        yield from unfolded(value, note)
    else:
        yield value


def _of_record(record: Json, note: Note) -> Iterator[Any]:
    """Releases of a record or package; without one, what its compiled or versioned release says.

    The versioned one says when each value was published, so it goes before the compiled one.
    """
    given = record.get("releases")
    listed: list[Any] = given if isinstance(given, list) else []
    embedded = [one for one in listed if not _is_link(one)]
    for link in filter(_is_link, listed):
        said = f"a release is only linked: {link['url']} (in the record of {record.get('ocid')})"
        note("LINKED_RELEASE", "/releases", said, "give the release itself")
    if embedded:
        for release in embedded:
            yield from unfolded(release, note) if is_versioned(release) else [release]
    elif isinstance(record.get("versionedRelease"), dict):
        yield from unfolded(record["versionedRelease"], note)
    elif isinstance(record.get("compiledRelease"), dict):
        yield _compiled(record["compiledRelease"], note)


def _is_link(release: Any) -> bool:
    """A linked release has a url, a date and tags, and no ocid."""
    return isinstance(release, dict) and "ocid" not in release and _text(release.get("url"))


def _compiled(release: Json, note: Note) -> Json:
    note(
        "COMPILED_RELEASE",
        "/compiledRelease",
        f"only the compiled release of {release.get('ocid')}: all in it counts as public since "
        "its date, and earlier values are not known",
        "give the releases that it was compiled from",
    )
    return release


def is_versioned(value: Any, look: int = LOOK) -> bool:
    """True when a value near the top is a list of versions, which no plain release has."""
    if _versions(value):
        return True
    if look and isinstance(value, dict):
        inside = value.values()
    else:
        inside = value[:1] if look and isinstance(value, list) else ()
    # Nothing else holds versions, and a call for each text would cost more than all the rest.
    return any(is_versioned(one, look - 1) for one in inside if isinstance(one, dict | list))


def unfolded(versioned: Json, note: Note) -> Iterator[Json]:
    """One release for each that the versions name, in the order of their dates and ids.

    What bears no version (objects that are nothing but an id) counts as said by the last one: it
    was public then at the latest.
    """
    if misshapen(versioned):
        yield versioned  # whoever reads it says what is wrong with it
        return
    found = sorted(set(_told(versioned)))
    if not found or not all(_text(date) and _text(id) for date, id, _ in found):
        note(
            "VERSIONED_RELEASE",
            "/versionedRelease",
            f"versions of {versioned.get('ocid')} that lack the date or id of their release",
            "give the releases themselves",
        )
        return
    for version in found:
        date, id, tags = version
        body = _at(versioned, version, version == found[-1]) or {}
        yield {**body, "ocid": versioned.get("ocid"), "id": id, "date": date, "tag": list(tags)}


def _told(value: Any) -> Iterator[Version]:
    """The releases that any value inside names."""
    if versions := _versions(value):
        yield from map(_version, versions)
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _told(inner)


def _at(value: Any, version: Version, last: bool) -> Any:
    """What that release said of a value; None when it said nothing."""
    if next(_told(value), None) is None:
        return value if last else None
    if isinstance(value, list):
        return [said for item in value if (said := _at(item, version, last)) is not None] or None
    said: Json = {}
    for key, inner in value.items():
        if versions := _versions(inner):
            for one in versions:
                if _version(one) == version:
                    said[key] = one["value"]
        elif key != "id" and (below := _at(inner, version, last)) is not None:
            said[key] = below
    return _named(said, value.get("id")) if said else None


def _named(said: Json, id: Any) -> Json:
    """With the id, which is not versioned in lists: it names what the values belong to."""
    return said if id is None or _versions(id) else {"id": id, **said}


def _versions(value: Any) -> list[Json]:
    """The versions when a value is a list of them."""
    if not isinstance(value, list):
        return []
    for one in value:
        if not isinstance(one, dict) or not one.keys() >= MARKS:
            return []
    return value


def _version(one: Json) -> Version:
    tags = one.get("releaseTag")
    named = tags if isinstance(tags, list) else [tags]
    date, id = (one.get(key) for key in ("releaseDate", "releaseID"))
    return (
        date if isinstance(date, str) else "",
        id if isinstance(id, str) else "",
        tuple(tag for tag in named if isinstance(tag, str)),
    )


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())

"""The notices of a process and the amendments in it. Sources: OCDS 1.1 and the UK extension."""

from collections.abc import Iterator, Mapping

from graph.ids import make_id
from hub.ingest.coerce import Note
from hub.ingest.distinct import published
from hub.ingest.facts import Json, Values
from hub.ingest.stated import classes, day, flag, money

# Notices of the Procurement Act 2023 by their numbers (the Procurement Regulations 2024).
NAMES: Mapping[str, str] = {
    "UK1": "pipeline",
    "UK2": "preliminary market engagement",
    "UK3": "planned procurement",
    "UK4": "tender",
    "UK5": "transparency",
    "UK6": "contract award",
    "UK7": "contract details",
    "UK8": "contract payment",
    "UK9": "contract performance",
    "UK10": "contract change",
    "UK11": "contract termination",
    "UK12": "procurement termination",
    "UK13": "dynamic market intention",
    "UK14": "dynamic market establishment",
    "UK15": "dynamic market modification",
    "UK16": "dynamic market cessation",
    "UK17": "payments compliance",
}
SECTIONS = ("planning", "tender", "awards", "contracts")
AMENDMENTS = (("amendments", False), ("proposedAmendments", True))

# An id, what never changes and what later releases can change.
Told = tuple[str, Values, Values]


def notices(body: Json, key: tuple[str, ...]) -> Iterator[Told]:
    """Each notice of a compiled process once, by its section and its id there."""
    seen: set[str] = set()
    for section, _, holder in _holders(body):
        for document in holder.get("documents") or []:
            if "noticeType" not in document or "id" not in document:
                continue
            id = make_id("not", *key, section, str(document["id"]))
            if id not in seen:  # one notice tells of several awards or contracts
                seen.add(id)
                fixed: Values = {"reference": published(document), "section": section}
                yield id, fixed, _notice(document)


def _notice(document: Json) -> Values:
    type = document["noticeType"]
    return {
        "type": type,
        "name": NAMES.get(type),
        "documentType": document.get("documentType"),
        "description": document.get("description"),
        "publishedOn": day(document.get("datePublished")),
        "url": document.get("url"),
    }


def amendments(body: Json, key: tuple[str, ...]) -> Iterator[Told]:
    """The amendments of the tender, of awards and of contracts."""
    for section, _, holder in _holders(body):
        if section != "planning":
            yield from amendments_of(holder, section, key)


def amendments_of(holder: Json, section: str, key: tuple[str, ...]) -> Iterator[Told]:
    """The amendments of one tender, award or contract."""
    tender = section == "tender"
    own = "" if tender else str(holder.get("id", ""))
    for name, proposed in AMENDMENTS:
        for item in holder.get(name) or []:
            if "id" not in item:
                continue
            fixed: Values = {
                "reference": published(item),
                "section": section,
                "holder": None if tender else published(holder) or None,
                "proposed": proposed,
            }
            yield make_id("amd", *key, section, own, name, str(item["id"])), fixed, _amendment(item)


def _amendment(item: Json) -> Values:
    amount, _, currency = money(item.get("value"))
    term = item.get("period") or {}
    return {
        "amendedOn": day(item.get("date")),
        "description": item.get("description"),
        "rationale": item.get("rationale"),
        "rationales": classes(item.get("rationaleClassifications")),
        "valueE5": amount,
        "currency": currency,
        "startsOn": day(term.get("startDate")),
        "endsOn": day(term.get("endDate")),
        "aboveThreshold": flag("aboveThreshold", item),
        "hasRenewal": flag("hasRenewal", item),
    }


def odd_notices(body: Json, note: Note) -> None:
    """A finding for each notice of a type that is none of UK1 to UK17, and for each without id."""
    for _, path, holder in _holders(body):
        for at, document in enumerate(holder.get("documents") or []):
            type = document.get("noticeType")
            where = f"{path}/documents/{at}"
            if type is not None and type not in NAMES:
                wrong = f"{type} is no notice of the Procurement Act 2023; kept as it is"
                note("UNKNOWN_NOTICE", f"{where}/noticeType", wrong, "use UK1 to UK17")
            if type is not None and "id" not in document:
                wrong = "a notice without an id; kept in the raw release only"
                note("NOTICE_WITHOUT_ID", where, wrong, "give the document its id")


def _holders(body: Json) -> Iterator[tuple[str, str, Json]]:
    """Section, path and object of all that can have notices."""
    for section in SECTIONS:
        held = body.get(section) or {}
        if isinstance(held, list):
            items: list[Json] = held
            for at, item in enumerate(items):
                yield section, f"/{section}/{at}", item
        else:
            yield section, f"/{section}", held

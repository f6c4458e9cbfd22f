"""Shapes as the standard has them: wrong types are mended with a finding, or left out with one."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from hub.ingest.facts import Json

# Finding: code, JSON path, message, advice.
Note = Callable[[str, str, str, str], None]
# The way to a value: the way to what it stands in, and its name or place there; None: the release.
Path = tuple["Path", str | int] | None
# What is no empty value though it counts as false.
STATED = (bool, int, float, Decimal)

# Names that OCDS 1.1 and the UK extension use for one thing only, wherever they stand.
LISTS_OF_OBJECTS = frozenset(
    "parties awards contracts lots items suppliers tenderers relatedProcesses documents milestones "
    "amendments proposedAmendments additionalClassifications additionalIdentifiers "
    "rationaleClassifications terminationRationaleClassifications "
    "procurementMethodRationaleClassifications agreedMetrics metrics "
    "observations performanceFailures".split()
)
LISTS_OF_TEXT = frozenset("tag roles relationship relatedLots".split())
OBJECTS = frozenset(
    "tender planning buyer value minValue identifier address period contractPeriod tenderPeriod "
    "classification techniques procuringEntity legalBasis renewal options "
    "terminationRationaleClassification implementation measureClassification "
    "penaltyValue finalValue frameworkAgreement standstillPeriod excludedSupplier".split()
)
TEXTS = frozenset(
    "ocid date title description status name scheme language currency dateSigned startDate endDate "
    "procurementMethod procurementMethodDetails mainProcurementCategory region locality postalCode "
    "scale awardID relatedLot noticeType documentType datePublished url rationale maxExtentDate "
    "finalStatusDate procurementMethodRationale noAgreedMetricsRationale statusDetails "
    "decisionDate penaltyDate penaltyType penaltyTypeEntered partialTermination requirement".split()
)
FLAGS = frozenset({"aboveThreshold", "hasRenewal", "hasOptions", "penaltyPaid"})
NUMBERS = frozenset({"amount", "amountGross"})
# Names that mean other things elsewhere: only under these parents are they what the lists say.
PRICED = frozenset(
    "tender lots awards contracts items unit transactions amendments proposedAmendments "
    "observations".split()
)
ORGANISATIONS = frozenset("parties buyer suppliers tenderers procuringEntity".split())
VALUES = frozenset({"value", "minValue", "penaltyValue", "finalValue"})
IDS = frozenset({"id"})
# Names that the hub itself puts on objects later: a file must not forge them.
RESERVED = frozenset({"publishedId", "mentionId"})
ONLY_UNDER: Mapping[str, frozenset[str]] = {
    "value": PRICED,
    "minValue": PRICED,
    "identifier": ORGANISATIONS,
    "amount": VALUES,
    "amountGross": VALUES,
    "requirement": frozenset({"performanceFailures"}),
}


def mended(release: Json, note: Note) -> Json:
    """The release with the types of the standard and without empty values.

    An empty value says nothing here: in these feeds null means empty, not delete (cases.md L9).
    """
    return _object(release, None, note)


def _object(value: Json, path: Path, note: Note) -> Json:
    found: Json = {}
    for key, item in value.items():
        mend = MENDS.get(key, _any)
        if key in ONLY_UNDER and _parent(path) not in ONLY_UNDER[key]:
            mend = _any
        if type(item) is str and mend in STRIPPING:  # most values: not worth a call and a path
            if text := item.strip():
                found[key] = text
            continue
        kept = None if item is None and mend is not _reserved else mend(item, (path, key), note)
        if kept or isinstance(kept, STATED):
            found[key] = kept
    return found


def _any(value: Any, path: Path, note: Note) -> Any:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        kept = [_member(item, (path, at), note) for at, item in enumerate(value)]
        return [item for item in kept if item != {}]
    return _member(value, path, note)


def _reserved(value: Any, path: Path, note: Note) -> None:
    _tell(note, "RESERVED_KEY", path, "a name that the hub uses itself; left out", "rename it")


def _tell(note: Note, code: str, path: Path, message: str, advice: str) -> None:
    """A finding; only now the path is worth writing out."""
    names: list[str] = []
    while path is not None:
        names.append(str(path[1]))
        path = path[0]
    note(code, "/" + "/".join(reversed(names)), message, advice)


def _parent(path: Path) -> str:
    """The name of the object or list that something stands in, whose own path this is."""
    while path is not None:
        name = str(path[1])
        if not name.isdigit():
            return name
        path = path[0]
    return ""


def _member(item: Any, path: Path, note: Note) -> Any:
    return _object(item, path, note) if isinstance(item, dict) else item


def _objects(value: Any, path: Path, note: Note) -> list[Json]:
    if isinstance(value, dict):
        _tell(
            note,
            "NOT_A_LIST",
            path,
            "an object stands where a list belongs",
            "write a list of objects",
        )
        value = [value]
    if not isinstance(value, list):
        _wrong(value, path, "a list of objects", note)
        return []
    kept: list[Json] = []
    for at, item in enumerate(value):
        if isinstance(item, dict):
            kept.append(_object(item, (path, at), note))
        elif item is not None:
            _wrong(item, (path, at), "an object", note)
    return [item for item in kept if item]


def _texts(value: Any, path: Path, note: Note) -> list[str]:
    if isinstance(value, str):
        _tell(
            note, "NOT_A_LIST", path, "a text stands where a list belongs", "write a list of texts"
        )
        value = [value]
    if not isinstance(value, list):
        _wrong(value, path, "a list of texts", note)
        return []
    found = [_text(item, (path, at), note) for at, item in enumerate(value) if item is not None]
    return [text for text in found if text]


def _only_object(value: Any, path: Path, note: Note) -> Json | None:
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        _tell(
            note, "NOT_AN_OBJECT", path, "a list stands where an object belongs", "write the object"
        )
        value = value[0]
    if isinstance(value, dict):
        return _object(value, path, note)
    # `buyerID: []` and the like are empty, not wrong.
    return None if value in ("", []) else _wrong(value, path, "an object", note)


def _text(value: Any, path: Path, note: Note) -> str | None:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        _tell(note, "NOT_A_TEXT", path, "a number stands where a text belongs", "put it in quotes")
        return str(value)
    return None if value in ({}, []) else _wrong(value, path, "a text", note)


def _number(value: Any, path: Path, note: Note) -> Any:
    if isinstance(value, str):
        _tell(
            note,
            "NOT_A_NUMBER",
            path,
            "a text stands where a number belongs",
            "take off the quotes",
        )
        return value.strip()
    if isinstance(value, bool | list | dict):
        return _wrong(value, path, "a number", note)
    return value


def _flag(value: Any, path: Path, note: Note) -> bool | None:
    return value if isinstance(value, bool) else _wrong(value, path, "true or false", note)


def _id(value: Any, path: Path, note: Note) -> Any:
    """A text or a number as it is: only these can tell whether two objects are one."""
    if isinstance(value, list | dict):
        return _wrong(value, path, "a text or a number", note) if value else None
    return value.strip() if isinstance(value, str) else value


def _wrong(value: Any, path: Path, wanted: str, note: Note) -> None:
    kind = type(value).__name__
    _tell(note, "WRONG_TYPE", path, f"{kind} found, left out", f"the standard has {wanted} here")


KINDS: tuple[tuple[frozenset[str], Callable[[Any, Path, Note], Any]], ...] = (
    (RESERVED, _reserved),
    (LISTS_OF_OBJECTS, _objects),
    (LISTS_OF_TEXT, _texts),
    (OBJECTS, _only_object),
    (TEXTS, _text),
    (NUMBERS, _number),
    (IDS, _id),
    (FLAGS, _flag),
)
MENDS = {key: mend for names, mend in reversed(KINDS) for key in names}
STRIPPING = frozenset({_any, _text, _id})  # all that they do to a text

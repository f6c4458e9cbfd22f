"""What a contract allows and how a procurement ended."""

from collections.abc import Iterable

from hub.ingest.facts import Json, Value, Values
from hub.ingest.stated import classes, day, first, flag, money, text

ENDING = ("UK12", "tenderCancellationNotice")
ENDED = frozenset({"cancelled", "unsuccessful", "withdrawn"})


def terms(item: Json, awards: list[Json], lots: list[Json]) -> Values:
    """Renewal, options, performance and termination: its own, else its awards', else its lots'."""
    holders = (item, *awards, *lots)
    options: list[Json] = [holder["options"] for holder in holders if "options" in holder]
    renewals: list[Json] = [holder["renewal"] for holder in holders if "renewal" in holder]
    ended: list[Json] = [*(item.get("terminationRationaleClassifications") or [])]
    if not ended and "terminationRationaleClassification" in item:  # deprecated, still in feeds
        ended = [item["terminationRationaleClassification"]]
    return {
        "statusDetails": item.get("statusDetails"),
        "hasRenewal": flag("hasRenewal", *holders),
        "renewal": first("description", *renewals),
        "hasOptions": flag("hasOptions", *holders),
        "options": first("description", *options),
        "terminationRationales": classes(ended),
        "noMetricsRationale": item.get("noAgreedMetricsRationale"),
    }


def ended(item: Json) -> Values:
    """How a contract ended, by the OCDS extension for completion; never derived from its term."""
    held: Json = item.get("implementation") or {}
    amount, gross, currency = money(held.get("finalValue"))
    return {
        "endedOn": day(held.get("endDate")),
        "endedHow": text(held.get("endDateDetails")),
        "finalE5": amount,
        "finalGrossE5": gross,
        "finalCurrency": currency,
        "finalHow": text(held.get("finalValueDetails")),
    }


def ending(body: Json) -> Values:
    """The law behind a process, why its method was chosen, and how it ended."""
    tender: Json = body.get("tender") or {}
    awards: list[Json] = body.get("awards") or []
    law: Json = tender.get("legalBasis") or {}
    return {
        "legalScheme": law.get("scheme"),
        "legalId": None if law.get("id") is None else str(law["id"]),
        "methodRationale": tender.get("procurementMethodRationale"),
        "methodRationales": classes(tender.get("procurementMethodRationaleClassifications")),
        "aboveThreshold": flag("aboveThreshold", tender),
        "finalStatusOn": day(_final(tender, awards)),
        "endReason": _reason(tender, awards),
    }


def _final(tender: Json, awards: list[Json]) -> str | None:
    """The tender's own day; of a UK12, which gives only its awards' days, the last (L13)."""
    own = day(tender.get("finalStatusDate"))
    if own or not _ends(tender):
        return own
    return max(filter(None, (day(award.get("finalStatusDate")) for award in awards)), default=None)


def _reason(tender: Json, awards: list[Json]) -> Value:
    """Why it ended, in its own words: a notice's description only says what it is."""
    ended = _ends(tender) or tender.get("status") in ENDED
    return first("statusDetails", tender, *awards) if ended else None


def _ends(tender: Json) -> bool:
    documents: list[Json] = tender.get("documents") or []
    return any(
        document.get("noticeType") == ENDING[0] or document.get("documentType") == ENDING[1]
        for document in documents
    )


def lots_for(tender: Json, awards: Iterable[Json]) -> list[Json]:
    """The lots that awards are for."""
    wanted = lot_ids(awards)
    lots: list[Json] = tender.get("lots") or []
    return [lot for lot in lots if str(lot.get("id")) in wanted]


def lot_ids(awards: Iterable[Json]) -> set[str]:
    """The ids of the lots that awards are for."""
    return {str(lot) for award in awards for lot in award.get("relatedLots") or []}

"""What a process, its lots and its awards say of themselves, before contracts draw on it."""

from collections.abc import Iterable, Iterator

from hub.ingest.distinct import published
from hub.ingest.facts import Json, Values
from hub.ingest.stated import count, day, flag, money, months, text
from hub.ingest.terms import ending

MOST = 1_000_000_000  # participants: more is a slip


def procurement(body: Json) -> Values:
    """The values of a process."""
    tender: Json = body.get("tender") or {}
    amount, gross, currency = money(tender.get("value"))
    least, _, _ = money(tender.get("minValue"))
    techniques = tender.get("techniques") or {}
    return {
        "title": tender.get("title") or body.get("title"),
        "description": tender.get("description") or body.get("description"),
        "status": tender.get("status"),
        "method": tender.get("procurementMethod"),
        "methodDetails": tender.get("procurementMethodDetails"),
        "mainCategory": tender.get("mainProcurementCategory"),
        "valueE5": amount,
        "grossE5": gross,
        "minValueE5": least,
        "currency": currency,
        **ending(body),
        "statusDetails": tender.get("statusDetails"),
        "classes": list(_classes(tender)) or None,
        "itemClasses": item_classes(tender),
        "related": [_related(one) for one in body.get("relatedProcesses") or []] or None,
        "hasFramework": flag("hasFrameworkAgreement", techniques),
        "hasDynamicMarket": flag("hasDynamicPurchasingSystem", techniques),
        **_framework(techniques.get("frameworkAgreement") or {}),
        "noEngagementRationale": text(_of(body, "planning", "noEngagementNoticeRationale")),
        "risks": text(tender.get("riskDetails")),
        "expressionsUntil": day(tender.get("expressionOfInterestDeadline")),
        "specialRegimes": texts(tender.get("specialRegime")),
        "coveredBy": texts(tender.get("coveredBy")),
        "tendersFrom": day(_of(tender, "tenderPeriod", "startDate")),
        "tendersUntil": day(_of(tender, "tenderPeriod", "endDate")),
        "enquiriesUntil": day(_of(tender, "enquiryPeriod", "endDate")),
        "startsOn": day(_of(tender, "contractPeriod", "startDate")),
        "endsOn": day(_of(tender, "contractPeriod", "endDate")),
        "extendsTo": day(_of(tender, "contractPeriod", "maxExtentDate")),
        **_suits(tender),
    }


def lot(item: Json) -> Values:
    """The values of a lot."""
    return {
        "title": item.get("title"),
        "description": item.get("description"),
        "status": item.get("status"),
        **_terms(item),
        **_suits(item),
    }


def award(item: Json) -> Values:
    """The values of an award."""
    return {
        "title": item.get("title"),
        "description": item.get("description"),
        "status": item.get("status"),
        **_terms(item),
        "awardedOn": day(item.get("date")),
        "finalStatusOn": day(item.get("finalStatusDate")),
        "statusDetails": item.get("statusDetails"),
        "mainCategory": item.get("mainProcurementCategory"),
        "aboveThreshold": flag("aboveThreshold", item),
        "standstillFrom": day(_of(item, "standstillPeriod", "startDate")),
        "standstillUntil": day(_of(item, "standstillPeriod", "endDate")),
        "summariesSentOn": day(item.get("assessmentSummariesDateSent")),
        "lots": [str(one) for one in item.get("relatedLots") or []] or None,
        "itemClasses": item_classes(item),
    }


def item_classes(holder: Json) -> list[str] | None:
    """Each classification of each item, as `item lot scheme id description`, in their order."""
    return [
        f"{published(item)} {item.get('relatedLot', '')} {told}"
        for item in holder.get("items") or []
        for told in _classes(item)
    ] or None


def texts(value: object) -> list[str] | None:
    """The texts of a list; None when there is none."""
    items: Iterable[object] = value if isinstance(value, list) else ()
    return [item for item in items if isinstance(item, str)] or None


def _classes(holder: Json) -> Iterator[str]:
    more = holder.get("additionalClassifications") or ()
    for one in (holder.get("classification") or {}, *more):
        if one:
            parts = (one.get("scheme"), published(one), one.get("description"))
            yield " ".join(str(part or "-") for part in parts)


def _framework(told: Json) -> Values:
    return {
        "frameworkType": text(told.get("type")),
        "frameworkMethod": text(told.get("method")),
        "openFramework": flag("isOpenFrameworkScheme", told),
        "openFrameworkUntil": day(told.get("openFrameworkSchemeEndDate")),
        "frameworkMost": count(told.get("maximumParticipants"), MOST),
        "frameworkRationale": text(told.get("periodRationale")),
    }


def _related(one: Json) -> str:
    parts = (one.get("scheme"), one.get("identifier"), one.get("title"))
    kinds = ",".join(one.get("relationship") or ())
    return " ".join(str(part or "-") for part in (kinds, *parts))


def _terms(item: Json) -> Values:
    amount, gross, currency = money(item.get("value"))
    return {
        "valueE5": amount,
        "grossE5": gross,
        "currency": currency,
        "startsOn": day(_of(item, "contractPeriod", "startDate")),
        "endsOn": day(_of(item, "contractPeriod", "endDate")),
        "extendsTo": day(_of(item, "contractPeriod", "maxExtentDate")),
        "months": months(_of(item, "contractPeriod", "durationInMonths")),
        "hasRenewal": flag("hasRenewal", item),
        "renewal": text(_of(item, "renewal", "description")),
        "hasOptions": flag("hasOptions", item),
        "options": text(_of(item, "options", "description")),
    }


def _suits(item: Json) -> Values:
    suited = item.get("suitability")
    told: Json = suited if isinstance(suited, dict) else {}
    return {"suitsSme": flag("sme", told), "suitsVcse": flag("vcse", told)}


def _of(holder: Json, name: str, inner: str) -> object:
    held = holder.get(name)
    return held.get(inner) if isinstance(held, dict) else None

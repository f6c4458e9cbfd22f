"""An invented release with every field that the table of paths takes, and some it does not."""

from typing import Any

from tests.hub.ingest.given import award, buyer, release, supplier

Json = dict[str, Any]
CLASS = {"scheme": "CPV", "id": "72000000", "description": "IT services"}
CODE = {"scheme": "INVENTED", "id": "unforeseen", "description": "Not foreseen"}
MONEY = {"amount": 10, "amountGross": 12, "currency": "GBP"}
TERM = {
    "startDate": "2026-01-01",
    "endDate": "2026-12-31",
    "maxExtentDate": "2028-12-31",
    "durationInMonths": 12,
}
PLACE = {"postalCode": "ZZ1 1ZZ", "locality": "Ostermoor", "region": "UKZ", "countryName": "UK"}


CHANGE: Json = {
    "id": "m",
    "date": "2026-02-01",
    "description": "More",
    "rationale": "Storm",
    "rationaleClassifications": [CODE, {"description": "Other"}],
    "value": MONEY,
    "period": TERM,
    "aboveThreshold": True,
    "hasRenewal": False,
}
CHANGES: Json = {"amendments": [CHANGE], "proposedAmendments": [{**CHANGE, "id": "p"}]}
TERMS: Json = {
    "hasRenewal": True,
    "renewal": {"description": "Once"},
    "hasOptions": True,
    "options": {"description": "More lamps"},
}
ITEM: Json = {
    "id": "i",
    "relatedLot": "1",
    "classification": CLASS,
    "additionalClassifications": [{"scheme": "CPV", "id": "48000000", "description": "Programs"}],
    "quantity": 3,
}
TOLD: Json = {name: name for name in "id title description status statusDetails".split()}


def whole() -> Json:
    """The release."""
    return release(
        parties=_parties(),
        planning={
            "documents": [_notice("UK2")],
            "rationale": "Dark streets",
            "noEngagementNoticeRationale": "None",
        },
        tender=_tender(),
        awards=_awards(),
        contracts=_contracts(),
        relatedProcesses=[
            {
                "id": "1",
                "relationship": ["framework"],
                "scheme": "ocid",
                "identifier": "ocds-zzzzzz-9",
                "title": "Lamps for all",
            }
        ],
        title="A title",
        description="A description",
        language="en",
        bids={"statistics": [{"id": "1", "measure": "bids", "value": 3}]},
    )


def _parties() -> list[Json]:
    number = {"scheme": "GB-COH", "id": "05912608", "legalName": "Quill Limited", "uri": "x"}
    portal = {"scheme": "GB-FTS", "id": "123"}
    flags = {
        "scale": "sme",
        "vcse": True,
        "shelteredWorkshop": False,
        "publicServiceMissionOrganization": False,
        "url": "https://q.invalid",
        "excludedSupplier": {
            "exclusionGrounds": {"criteria": [{"type": "misconduct", "domesticLegalBasis": True}]},
            "awardRationale": "Nobody else",
        },
    }
    quill = supplier("Quill Ltd", "s-1", identifier=number, address=PLACE, details=flags)
    quill["additionalIdentifiers"] = [portal, {"scheme": "GB-CHC", "id": "123456"}]
    unnamed = {"id": "s-2", "roles": ["supplier"], "identifier": {"legalName": "Fennel Ltd"}}
    roles = ["centralPurchasingBody", "reviewBody"]
    centre: Json = {"id": "z", "name": "Tansy Centre", "roles": roles}
    centre["address"] = {"locality": "Quillhaven"}
    loser = {"id": "l", "name": "Rush Ltd", "roles": ["tenderer"], "address": PLACE}
    return [buyer(address=PLACE), quill, unnamed, centre, loser]


def _tender() -> Json:
    lot = {
        **{"id": "1", "title": "Lamps", "description": "All", "status": "active"},
        "value": MONEY,
        "contractPeriod": TERM,
        "suitability": {"sme": True, "vcse": False},
        **TERMS,
    }
    return {
        **TOLD,
        "procurementMethod": "open",
        "procurementMethodDetails": "Open",
        "mainProcurementCategory": "services",
        "procurementMethodRationale": "Urgent",
        "procurementMethodRationaleClassifications": [CODE, {"description": "Other"}],
        "aboveThreshold": True,
        "finalStatusDate": "2026-01-20",
        "specialRegime": ["lightTouch"],
        "coveredBy": ["GPA"],
        "value": MONEY,
        "minValue": {"amount": 5, "currency": "GBP"},
        "legalBasis": {"scheme": "UKPGA", "id": "2023/54", "uri": "x"},
        "classification": CLASS,
        "additionalClassifications": [CLASS],
        "items": [ITEM, {"id": "j", "relatedLot": "1"}],
        "techniques": {
            "hasFrameworkAgreement": True,
            "hasDynamicPurchasingSystem": False,
            "frameworkAgreement": {
                "type": "open",
                "method": "withReopeningCompetition",
                "isOpenFrameworkScheme": True,
                "openFrameworkSchemeEndDate": "2031-01-01",
                "maximumParticipants": 9,
                "periodRationale": "Long lamps",
            },
        },
        "riskDetails": "Storms",
        "expressionOfInterestDeadline": "2025-11-01",
        "tenderPeriod": TERM,
        "enquiryPeriod": TERM,
        "contractPeriod": TERM,
        "suitability": {"sme": True, "vcse": False},
        "lots": [lot, {"title": "without an id"}],
        "procuringEntity": {"id": "g", "name": "Thistle Law LLP"},
        "documents": [_notice("UK4"), {"id": "plain", "title": "Terms"}],
        **CHANGES,
    }


def _awards() -> list[Json]:
    quill = {"id": "s-1", "name": "Quill Ltd"}
    sold = award("1", quill, title="To Quill", description="Lamps", date="2026-01-05", value=MONEY)
    sold |= {"contractPeriod": TERM, "finalStatusDate": "2026-01-06", "statusDetails": "Done"}
    sold |= {"mainProcurementCategory": "goods", "aboveThreshold": True, "relatedLots": ["1"]}
    sold |= {"standstillPeriod": TERM, "assessmentSummariesDateSent": "2026-01-04"}
    sold |= {"items": [ITEM], "documents": [_notice("UK6")], **TERMS, **CHANGES}
    twin = {"id": "2", "title": "Twin", "suppliers": [quill]}
    other = award("3", {"id": "none", "name": "Rushlight Ltd"}, documents=[_notice("UK6", "twice")])
    return [sold, twin, {**twin, "title": "Other twin"}, other]


def _contracts() -> list[Json]:
    target = {"id": "t", "measure": "95 %", "unit": {"name": "calls"}}
    whole = {
        **TOLD,
        "awardID": "1",
        "dateSigned": "2026-01-08",
        "aboveThreshold": False,
        "noAgreedMetricsRationale": "Small",
        "value": MONEY,
        "period": TERM,
        "items": [ITEM],
        "terminationRationaleClassifications": [CODE, {"description": "Other"}],
        "terminationRationaleClassification": CODE,
        "documents": [_notice("UK7")],
        "agreedMetrics": [
            _metric("k", target),
            {"id": "money", "observations": [{"id": "v", "value": MONEY}]},
            {"id": "early", "observations": [_seen()]},
        ],
        "implementation": {
            "metrics": [_metric("k", _seen()), _metric("late", _seen())],
            "performanceFailures": [_failure()],
            "endDate": "2026-11-30",
            "endDateDetails": "Early",
            "finalValue": MONEY,
            "finalValueDetails": "Less",
        },
        **TERMS,
        **CHANGES,
    }
    stopped = {"id": "e", "terminationRationaleClassification": CODE}
    ended = {"id": "d", "terminationRationaleClassification": {"description": "Gone"}}
    return [whole, ended, stopped]


def _notice(type: str, id: str = "n") -> Json:
    about = {"description": "Notice", "datePublished": "2026-01-01", "url": "https://n.invalid"}
    return {"id": id, "noticeType": type, "documentType": "tenderNotice", **about, "format": "x"}


def _metric(id: str, observation: Json) -> Json:
    return {"id": id, "title": "Calls", "description": "Calls", "observations": [observation]}


def _seen() -> Json:
    rated = {"scheme": "UK", "id": "met", "description": "Met"}
    seen = {"id": "o", "measure": 97, "unit": {"name": "calls"}, "notes": "Well", "value": MONEY}
    return {**seen, "period": TERM, "measureClassification": rated, "dimensions": {"a": "b"}}


def _failure() -> Json:
    names = "id requirement description category penaltyType penaltyTypeEntered".split()
    names += "penaltyContracted penaltyImposed partialTermination".split()
    days = {"decisionDate": "2026-01-01", "penaltyDate": "2026-01-02", "period": TERM}
    counted = {"events": 3, "penaltyPaid": True, "penaltyValue": MONEY}
    blame: list[Json] = [
        {"id": "s-1", "name": "Quill Ltd"},
        {"id": "f-9", "name": "Fennel & Sons Ltd"},
    ]
    blame[1] |= {"address": {"locality": "Quillhaven"}}
    return {**{name: name for name in names}, "suppliers": blame, **days, **counted}

"""Parts of OCDS 1.1 releases as the invented publisher writes them."""

from datetime import date
from typing import Any

from hub.demo.calendar import midnight
from hub.demo.cast import Body, Firm
from hub.demo.topics import CENTRAL, Topic

Json = dict[str, Any]
ACT = date(2025, 2, 24)  # the Procurement Act 2023 in force: its notices have numbers
LAWS = (
    {"scheme": "CELEX", "id": "32014L0024"},
    {"scheme": "UKPGA", "id": "2023/54"},
)
FORMS = {
    "UK4": "tenderNotice",
    "UK7": "contractNotice",
    "UK9": "implementationNotice",
    "UK10": "contractNotice",
    "UK11": "contractTerminationNotice",
    "UK12": "tenderCancellationNotice",
}


def law(day: date) -> Json:
    """The law under which a procurement that begins on a day is run."""
    return LAWS[day >= ACT]


def money(pence: int) -> Json:
    """An amount as a JSON number of pounds."""
    return {"amount": pence / 100, "currency": "GBP"}


def period(starts: date, ends: date) -> Json:
    """A term, both days inclusive."""
    return {"startDate": midnight(starts), "endDate": midnight(ends)}


def category(topic: Topic) -> Json:
    """The CPV class of a topic."""
    return {"scheme": "CPV", "id": topic.cpv, "description": topic.cpv_name}


def notice(release: str, type: str, day: date) -> list[Json]:
    """The notice behind a release as a document; before the Act it has no number."""
    document = {
        "id": release,
        "documentType": FORMS[type],
        "url": f"https://demo.invalid/notices/{release}",
        "datePublished": midnight(day),
    }
    return [document if day < ACT else {**document, "noticeType": type}]


def reference(party: Body | Firm) -> Json:
    """How the rest of a release names a party."""
    return {"id": f"GB-PPON-{party.ppon}", "name": party.name}


def buyer(body: Body) -> Json:
    """A body as the buying party."""
    central = body.sector == CENTRAL
    kind = "publicAuthorityCentralGovernment" if central else "publicAuthoritySubCentralGovernment"
    details = {"classifications": [{"scheme": "UK_CA_TYPE", "id": kind}]}
    return {**_party(body), "roles": ["buyer"], "details": details}


def supplier(firm: Firm) -> Json:
    """A firm as the supplying party; some state their number at Companies House as well."""
    told = {**_party(firm), "roles": ["supplier"], "details": {"scale": firm.size.lower()}}
    if firm.company:
        told["additionalIdentifiers"] = [{"scheme": "GB-COH", "id": firm.company}]
    return told


def _party(party: Body | Firm) -> Json:
    return {
        **reference(party),
        "identifier": {"scheme": "GB-PPON", "id": party.ppon, "legalName": party.name},
        "address": {
            "locality": party.place,
            "region": party.region,
            "countryName": "United Kingdom",
        },
    }

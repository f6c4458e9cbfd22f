"""Purchases as OCDS 1.1 releases: tender, award, contract and what changes later."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from hub.demo.cast import Body, Firm
from hub.demo.market import MONTHS, Purchase, month

PREFIX = "ocds-demo00"
PUBLISHER = "Demo notices (fictional)"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
LONDON = ZoneInfo("Europe/London")
END = month(MONTHS)
Release = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Process:
    """One procurement as it stands at some time; each release shows a newer one."""

    ocid: str
    purchase: Purchase
    firm: Firm
    title: str
    value: Decimal
    starts: date
    ends: date


def releases(purchases: Iterable[Purchase], firms: list[Firm], random: Random) -> list[Release]:
    """All releases of all processes in the order of their dates, ids in that order."""
    made = [
        release
        for number, purchase in enumerate(purchases, 1)
        for release in _life(_process(number, purchase), firms, random)
    ]
    made.sort(key=lambda release: (release["date"], release["ocid"]))
    for number, release in enumerate(made, 1):
        release["id"] = f"demo-{number:06d}"
    return made


def package(group: list[Release]) -> Release:
    """An OCDS 1.1 release package of those releases."""
    return {
        "uri": f"https://demo.invalid/packages/{group[0]['date'][:7]}",
        "version": "1.1",
        "publishedDate": group[-1]["date"],
        "publisher": {"name": PUBLISHER},
        "license": LICENCE,
        "releases": group,
    }


def _process(number: int, purchase: Purchase) -> Process:
    starts = month(purchase.start)
    return Process(
        ocid=f"{PREFIX}-{number:06d}",
        purchase=purchase,
        firm=purchase.firm,
        title=purchase.title,
        value=purchase.monthly * purchase.months,
        starts=starts,
        ends=month(purchase.start + purchase.months) - timedelta(days=1),
    )


def _life(process: Process, firms: list[Firm], random: Random) -> Iterator[Release]:
    """The releases of one process; those that the end of the world cuts off are left out."""
    day = process.starts + timedelta(days=random.randrange(28))
    for release in _steps(process, day, firms, random):
        if release["date"] < END.isoformat():
            yield release


def _steps(process: Process, day: date, firms: list[Firm], random: Random) -> Iterator[Release]:
    fate = random.random()
    yield _release(process, "tender", day - timedelta(days=random.randrange(25, 60)))
    if random.random() < 0.15:
        process = replace(process, title=f"{process.title} (revised)")
        yield _release(process, "tenderUpdate", day - timedelta(days=20))
    if fate < 0.08:
        yield _release(process, "tenderCancellation", day)
        return
    yield _release(process, "award", day)
    if fate < 0.25:
        return
    day += timedelta(days=random.randrange(8, 30))
    yield _release(process, "contract", day)
    while fate > 0.65:
        fate = random.random()
        day += timedelta(days=random.randrange(40, 150))
        process, tag = _changed(process, firms, random)
        yield _release(process, tag, day)


def _changed(process: Process, firms: list[Firm], random: Random) -> tuple[Process, str]:
    """The process after a change of title, value, term or supplier, and its release's tag."""
    change = random.choice(("title", "value", "term", "supplier"))
    if change == "title":
        return replace(process, title=f"{process.title}, change {random.randrange(1, 9)}"), (
            "contractUpdate"
        )
    if change == "value":
        more = Decimal(random.choice((90, 110, 115, 150))) / 100
        return replace(process, value=(process.value * more).quantize(Decimal("0.01"))), (
            "contractUpdate"
        )
    if change == "term":
        return replace(process, ends=process.ends + timedelta(days=365)), "contractUpdate"
    topic = process.purchase.topic.name
    rivals = [firm for firm in firms if topic in firm.topics and firm != process.firm]
    return replace(process, firm=random.choice(rivals or [process.firm])), "awardUpdate"


def _release(process: Process, tag: str, day: date) -> Release:
    stage = tag.removesuffix("Update").removesuffix("Cancellation")
    awarded = stage != "tender"
    release: Release = {
        "ocid": process.ocid,
        "id": "",
        "date": datetime.combine(day, time(10, 30), LONDON).isoformat(),
        "tag": [tag],
        "initiationType": "tender",
        "language": "en",
        "parties": [_buyer(process.purchase.buyer)],
        "buyer": _reference(process.purchase.buyer),
        "tender": _tender(process, _status(tag, awarded)),
    }
    if awarded:
        release["parties"].append(_supplier(process.firm))
        release["awards"] = [_award(process)]
    if stage == "contract":
        release["contracts"] = [_contract(process, day)]
    return release


def _status(tag: str, awarded: bool) -> str:
    if tag == "tenderCancellation":
        return "cancelled"
    return "complete" if awarded else "active"


def _tender(process: Process, status: str) -> Release:
    topic = process.purchase.topic
    return {
        "id": process.ocid.removeprefix(f"{PREFIX}-"),
        "title": process.title,
        "description": topic.story,
        "status": status,
        "mainProcurementCategory": "services",
        "procurementMethod": "open",
        "classification": {"scheme": "CPV", "id": topic.cpv, "description": topic.cpv_name},
        "value": _money(process.purchase.monthly * process.purchase.months),
        "contractPeriod": _period(process),
    }


def _award(process: Process) -> Release:
    topic = process.purchase.topic
    return {
        "id": "1",
        "title": process.title,
        "description": topic.story,
        "status": "active",
        "date": _midnight(process.starts),
        "value": _money(process.value),
        "suppliers": [_reference(process.firm)],
        "items": [
            {
                "id": "1",
                "classification": {
                    "scheme": "CPV",
                    "id": topic.cpv,
                    "description": topic.cpv_name,
                },
            }
        ],
        "contractPeriod": _period(process),
    }


def _contract(process: Process, day: date) -> Release:
    return {
        "id": "1",
        "awardID": "1",
        "title": process.title,
        "description": process.purchase.topic.story,
        "status": "active",
        "value": _money(process.value),
        "dateSigned": _midnight(min(day, process.starts + timedelta(days=40))),
        "period": _period(process),
    }


def _period(process: Process) -> Release:
    return {"startDate": _midnight(process.starts), "endDate": _midnight(process.ends)}


def _money(amount: Decimal) -> Release:
    return {"amount": float(amount), "currency": "GBP"}


def _midnight(day: date) -> str:
    return datetime.combine(day, time(), LONDON).isoformat()


def _reference(party: Body | Firm) -> Release:
    return {"id": f"GB-PPON-{party.ppon}", "name": party.name}


def _party(party: Body | Firm, role: str, details: Release) -> Release:
    return {
        **_reference(party),
        "identifier": {"scheme": "GB-PPON", "id": party.ppon, "legalName": party.name},
        "address": {
            "locality": party.place,
            "region": party.region,
            "countryName": "United Kingdom",
        },
        "roles": [role],
        "details": details,
    }


def _buyer(body: Body) -> Release:
    central = body.sector == "Central Government"
    kind = "publicAuthorityCentralGovernment" if central else "publicAuthoritySubCentralGovernment"
    return _party(body, "buyer", {"classifications": [{"scheme": "UK_CA_TYPE", "id": kind}]})


def _supplier(firm: Firm) -> Release:
    return _party(firm, "supplier", {"scale": firm.size.lower()})

"""Purchases as OCDS 1.1 releases: tender, award and contract, what changes, and how it went."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hub.demo.calendar import END, moment, month
from hub.demo.cast import Firm
from hub.demo.chance import Chance
from hub.demo.ocds import (
    Json,
    buyer,
    category,
    law,
    money,
    notice,
    period,
    reference,
    supplier,
)
from hub.demo.performance import agreed, end_reason, failure, rated
from hub.demo.sale import PREFIX, Sale

TENDERED = 45  # percent of processes that show their tender first
REVISED = 15  # percent of these that show it again with another title
CALLED_OFF = 25  # percent of processes that are call-offs from the framework in force
CHANGED = 14  # percent of contracts that change, each time again
EXTENDED = 12  # percent of contracts of a year or more that take up an option to extend
ENDS_EARLY = 3  # percent of contracts that are terminated
WATCHED = 12  # percent of contracts of a year or more with performance indicators
WITHDRAWN = 4  # percent of processes that come after one that was cancelled


@dataclass(frozen=True, slots=True)
class Process:
    """One procurement as it stands at some time; each release shows a newer one."""

    sale: Sale
    ocid: str
    firm: Firm
    title: str
    pence: int
    starts: date
    ends: date
    called_off: bool
    tendered: date
    watched: bool
    extends: bool
    status: str = "active"

    @property
    def long(self) -> bool:
        """True for a contract of a year or more."""
        return self.sale.months >= 12


def releases(sale: Sale, chance: Chance) -> Iterator[tuple[date, Json]]:
    """The releases of one sale with their days; those that the world's end cuts off are not made.

    The draws depend on nothing but `chance`: another firm changes names and nothing else.
    """
    process, day = _begun(sale, chance)
    for step, (on, release) in enumerate(_life(process, day, chance), 1):
        if on < END:
            release["id"] = f"{process.ocid.removeprefix('ocds-')}-{step}"
            yield on, _numbered(release)
    if chance.percent(WITHDRAWN):
        yield from _withdrawn(process, day)


def _begun(sale: Sale, chance: Chance) -> tuple[Process, date]:
    """The process as it begins, and the day of its award."""
    starts = month(sale.start)
    day = starts + timedelta(days=chance.below(28))
    process = Process(
        sale=sale,
        ocid=sale.ocid,
        firm=sale.firm,
        title=sale.title,
        pence=sale.pence,
        starts=starts,
        ends=month(sale.start + sale.months) - timedelta(days=1),
        called_off=chance.percent(CALLED_OFF),
        tendered=day - timedelta(days=chance.between(25, 60)),
        watched=sale.months >= 12 and chance.percent(WATCHED),
        extends=sale.months >= 12 and chance.percent(3 * EXTENDED),
    )
    return process, day


def _life(process: Process, day: date, chance: Chance) -> Iterator[tuple[date, Json]]:
    if chance.percent(TENDERED) and not process.called_off:
        yield process.tendered, _tender(process, "tender", process.tendered)
        if chance.percent(REVISED):
            process = replace(process, title=f"{process.title} (revised)")
            revised = process.tendered + timedelta(days=10)
            yield revised, _tender(process, "tenderUpdate", revised)
    yield day, _awarded(process, day)
    changed = day
    while chance.percent(CHANGED):
        changed += timedelta(days=chance.between(40, 150))
        process, tags = _changed(process, chance)
        if changed < process.ends:
            yield changed, _contracted(process, changed, tags)
    yield from _later(process, day, chance)


def _later(process: Process, day: date, chance: Chance) -> Iterator[tuple[date, Json]]:
    """What comes with time: ratings, an extension, an early end."""
    if process.watched:
        for year in range(1, process.sale.months // 12 + 1):
            on = day + timedelta(days=365 * year)
            yield on, _implemented(process, on, year, chance)
    if process.extends and chance.percent(34):
        on = process.ends - timedelta(days=30)
        process = replace(process, ends=process.ends + timedelta(days=365))
        yield on, _contracted(process, on, ["contractAmendment"], amended="Option to extend used")
    if process.long and chance.percent(ENDS_EARLY):
        ended = replace(process, status="terminated")
        yield day + timedelta(days=200), _terminated(ended, day + timedelta(days=200), chance)


def _changed(process: Process, chance: Chance) -> tuple[Process, list[str]]:
    """The process after a change of title, value, term or supplier, and its release's tags."""
    change = chance.pick(("title", "value", "value", "term", "supplier"))
    update = ["contractUpdate"]
    if change == "title":
        return replace(process, title=f"{process.title}, change {chance.between(1, 8)}"), update
    if change == "value":
        return replace(process, pence=process.pence * chance.pick((90, 110, 115, 150)) // 100), (
            update
        )
    if change == "term":
        return replace(process, ends=process.ends + timedelta(days=365)), update
    return replace(process, firm=process.sale.rival), ["awardUpdate", "contractUpdate"]


def _numbered(release: Json) -> Json:
    """The release with its notice named after it."""
    kind, section, day = release.pop("notice")
    holder = release[section]
    holder = holder[0] if isinstance(holder, list) else holder
    if kind == "UK9":
        holder = holder["implementation"]
    holder["documents"] = notice(release["id"], kind, day)
    return release


def _release(process: Process, day: date, tags: list[str], notice: tuple[str, str]) -> Json:
    release: Json = {
        "ocid": process.ocid,
        "id": "",
        "date": moment(day),
        "tag": tags,
        "initiationType": "tender",
        "language": "en",
        "parties": [buyer(process.sale.buyer)],
        "buyer": reference(process.sale.buyer),
        "notice": (*notice, day),
    }
    if links := _links(process):
        release["relatedProcesses"] = links
    return release


def _links(process: Process) -> list[Json]:
    """The framework that a process is called off from, and the process that it renews."""
    links: list[Json] = []
    if process.called_off:
        code = process.sale.framework.code
        links.append(_link("framework", code, code))
    if process.sale.renews:
        links.append(_link("renewalProcess", f"{PREFIX}-{process.sale.renews:06d}", process.title))
    return [{"id": str(at), **link} for at, link in enumerate(links, 1)]


def _link(kind: str, identifier: str, title: str) -> Json:
    return {"relationship": [kind], "title": title, "identifier": identifier}


def _terms(process: Process, status: str) -> Json:
    sale = process.sale
    return {
        "id": process.ocid.removeprefix(f"{PREFIX}-"),
        "title": process.title,
        "description": sale.topic.story,
        "status": status,
        "legalBasis": law(process.tendered),
        "mainProcurementCategory": "services",
        "procurementMethod": "selective" if process.called_off else "open",
        "classification": category(sale.topic),
        "value": money(sale.pence),
        "contractPeriod": period(process.starts, process.ends),
    }


def _tender(process: Process, tag: str, day: date) -> Json:
    release = _release(process, day, [tag], ("UK4", "tender"))
    return {**release, "tender": _terms(process, "active")}


def _withdrawn(process: Process, day: date) -> Iterator[tuple[date, Json]]:
    """An earlier try of the same body, cancelled before anyone was chosen."""
    earlier = replace(process, ocid=f"{PREFIX}-c{process.sale.number:06d}", called_off=False)
    on = day - timedelta(days=90)
    told = _release(earlier, on, ["tenderCancellation"], ("UK12", "tender"))
    told["tender"] = {**_terms(earlier, "cancelled"), "statusDetails": "The budget was withdrawn"}
    told["id"] = f"{earlier.ocid.removeprefix('ocds-')}-1"
    yield on, _numbered(told)


def _awarded(process: Process, day: date) -> Json:
    return _contracted(process, day, ["award", "contract"])


def _contracted(process: Process, day: date, tags: list[str], amended: str | None = None) -> Json:
    kind = "UK10" if amended else "UK7"
    release = _release(process, day, tags, (kind, "contracts"))
    release["parties"].append(supplier(process.firm))
    release["tender"] = _terms(process, "complete")
    release["awards"] = [_award(process)]
    release["contracts"] = [_contract(process)]
    if amended:
        release["contracts"][0]["amendments"] = [
            {"id": "1", "date": moment(day), "description": amended, "rationale": amended}
        ]
    return release


def _award(process: Process) -> Json:
    return {
        "id": "1",
        "title": process.title,
        "status": "active",
        "date": moment(process.starts, 0, 0),
        "value": money(process.pence),
        "suppliers": [reference(process.firm)],
        "items": [{"id": "1", "classification": category(process.sale.topic)}],
        "contractPeriod": period(process.starts, process.ends),
    }


def _contract(process: Process) -> Json:
    contract: Json = {
        "id": "1",
        "awardID": "1",
        "title": process.title,
        "status": process.status,
        "value": money(process.pence),
        "dateSigned": moment(process.starts, 0, 0),
        "period": period(process.starts, process.ends),
    }
    if process.extends:
        contract["hasOptions"] = True
        contract["options"] = {"description": "The buyer may extend it by 12 months, once."}
    if process.watched:
        contract["agreedMetrics"] = agreed()
    return contract


def _short(process: Process, day: date, tags: list[str], kind: str) -> Json:
    """A release about a contract that is known already: only what is new of it."""
    release = _release(process, day, tags, (kind, "contracts"))
    release["parties"].append(supplier(process.firm))
    release["contracts"] = [{"id": "1", "awardID": "1", "status": process.status}]
    return release


def _implemented(process: Process, day: date, year: int, chance: Chance) -> Json:
    release = _short(process, day, ["implementation"], "UK9")
    done: Json = {"metrics": rated(process.firm.quality, day, year, chance)}
    fails = (100 - process.firm.quality) // 2  # percent
    if chance.percent(fails):
        done["performanceFailures"] = [failure(year, day, reference(process.firm))]
    release["contracts"][0]["implementation"] = done
    return release


def _terminated(process: Process, day: date, chance: Chance) -> Json:
    release = _short(process, day, ["contractTermination"], "UK11")
    release["contracts"][0]["terminationRationaleClassifications"] = [end_reason(chance)]
    release["contracts"][0]["period"] = period(process.starts, day)
    return release

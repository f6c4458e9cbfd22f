"""What a compiled process says: its nodes and edges at one moment."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import LiteralString

from graph.ids import make_id
from hub.ingest import frameworks, process
from hub.ingest.distinct import published
from hub.ingest.facts import Json, Value, Values
from hub.ingest.notices import amendments, amendments_of, notices
from hub.ingest.parties import MENTION, Directory, buying_parties
from hub.ingest.performance import performance
from hub.ingest.roles import buying, supplying, taking_part
from hub.ingest.stated import day, first, flag, money, months
from hub.ingest.terms import ended, lot_ids, lots_for, terms

NodeKey = tuple[LiteralString, str]
# A list is a tuple here, so that an edge can be a member of a set.
Held = Value | tuple[str, ...]
LinkKey = tuple[LiteralString, str, str, tuple[tuple[str, Held], ...]]
CPV = re.compile(r"\d{8}(?!\d)")
PERFORMANCE: Mapping[LiteralString, tuple[LiteralString, LiteralString]] = {
    "Kpi": ("HAS_KPI", "MEASURED_BY"),
    "Assessment": ("HAS_ASSESSMENT", "ASSESSED_BY"),
    "Failure": ("HAS_FAILURE", "BROKEN_BY"),
}
ENDED = frozenset({"cancelled", "unsuccessful"})


@dataclass(slots=True)
class Contents:
    """Nodes with their fixed and their changing values, and edges; BOUGHT starts at a mention."""

    nodes: dict[NodeKey, tuple[Values, Values]] = field(
        default_factory=dict[NodeKey, tuple[Values, Values]]
    )
    links: set[LinkKey] = field(default_factory=set[LinkKey])

    def link(self, type: LiteralString, start: str, end: str, **values: Held) -> None:
        """Add an edge; twice is once."""
        told = tuple(sorted(values.items())) if values else ()
        self.links.add((type, start, end, told))


def contents(body: Json, key: tuple[str, ...]) -> Contents:
    """The contents of a compiled process with that key; values as published, dates as written."""
    return _Reading(body, key).done()


class _Reading:
    """One pass over one compiled process."""

    def __init__(self, body: Json, key: tuple[str, ...]) -> None:
        self.key = key
        self.ocid = key[0]
        self.tender: Json = body.get("tender") or {}
        self.body = body
        self.awards: list[Json] = body.get("awards") or []
        self.contracts: list[Json] = body.get("contracts") or []
        self.directory = Directory(body.get("parties") or [])
        self.process = make_id("prc", *key)
        self.found = Contents()

    def done(self) -> Contents:
        self._procurement()
        self._notices()
        for lot in self.tender.get("lots") or []:
            self._lot(lot)
        for award in self.awards:
            self._award(award)
        for contract in self.contracts:
            self._contract(contract, "contract", self._awards_of(contract))
        taken = {id(award) for c in self.contracts for award in self._awards_of(c)}
        for award in self.awards:
            if id(award) not in taken and _agreed(award):
                self._contract(award, "award", [award])
        return self.found

    def _procurement(self) -> None:
        self.found.nodes["Procurement", self.process] = (
            {"ocid": self.ocid, "reference": published(self.tender) or None},
            process.procurement(self.body),
        )

    def _notices(self) -> None:
        for id, fixed, values in notices(self.body, self.key):
            self.found.nodes["Notice", id] = (fixed, values)
            self.found.link("HAS_NOTICE", self.process, id)
        for id, fixed, values in amendments(self.body, self.key):
            self.found.nodes["Amendment", id] = (fixed, values)
            self.found.link("HAS_AMENDMENT", self.process, id)

    def _lot(self, lot: Json) -> None:
        if "id" in lot:
            id = make_id("lot", *self.key, str(lot["id"]))
            self.found.nodes["Lot", id] = ({"reference": published(lot)}, process.lot(lot))
            self.found.link("HAS_LOT", self.process, id)

    def _award(self, award: Json) -> None:
        if "id" in award:
            id = make_id("awd", *self.key, str(award["id"]))
            self.found.nodes["Award", id] = (
                {"reference": published(award)},
                process.award(award),
            )
            self.found.link("HAS_AWARD", self.process, id)

    def _awards_of(self, contract: Json) -> list[Json]:
        """The awards that a contract is for: by the own id, else all of the published one."""
        if "awardID" not in contract:
            return self.awards if len(self.awards) == 1 else []
        wanted = contract["awardID"]
        own = [award for award in self.awards if str(award.get("id")) == wanted]
        return own or [award for award in self.awards if published(award) == wanted]

    def _contract(self, item: Json, origin: str, awards: list[Json]) -> None:
        if "id" not in item:
            return
        id = make_id("con", *self.key, origin, str(item["id"]))
        term = item.get("period") or {}
        for award in awards:
            term = term or award.get("contractPeriod") or {}
        amount, gross, currency = money(item.get("value"))
        signed = [item.get("dateSigned"), *(award.get("date") for award in awards)]
        self.found.nodes["Contract", id] = (
            {
                "origin": origin,
                "ocid": self.ocid,
                "reference": published(item),
                "lot": None,
            },
            {
                "title": first("title", item, *awards, self.tender, self.body),
                "description": self._description(item, awards),
                "status": item.get("status"),
                "valueE5": amount,
                "grossE5": gross,
                "currency": currency,
                "signedOn": day(next(filter(None, signed), None)),
                "startsOn": day(term.get("startDate")),
                "endsOn": day(term.get("endDate")),
                "extendsTo": day(term.get("maxExtentDate")),
                "months": months(term.get("durationInMonths")),
                **terms(item, awards, lots_for(self.tender, awards)),
                **ended(item),
                "aboveThreshold": flag("aboveThreshold", item, *awards, self.tender),
                "award": self._award_named(item, awards),
                "itemClasses": process.item_classes(item),
            },
        )
        self.found.link("FOR", self.process, id)
        for amendment, _, _ in amendments_of(item, f"{origin}s", self.key):
            self.found.link("CHANGED_BY", id, amendment)
        self._performance(id, item)
        self._people(id, awards)
        self._categories(id, item, awards)
        self._frameworks(id)

    def _award_named(self, item: Json, awards: list[Json]) -> Value:
        """Its award's id as published: `awardID` may have been set to the one made of content."""
        named = "awardID" in item and awards
        return published(awards[0]) if named else item.get("awardID")

    def _performance(self, contract: str, item: Json) -> None:
        for told in performance(item, self.key):
            has, of = PERFORMANCE[told.label]
            self.found.nodes[told.label, told.id] = (told.fixed, told.values)
            self.found.link(has, self.process, told.id)
            self.found.link(of, contract, told.id)
            if told.rates:
                self.found.link("RATES", told.id, told.rates)
            for reference in told.suppliers:
                party = self.directory.find(reference) or reference
                if MENTION in party:
                    self.found.link("RESPONSIBLE", party[MENTION], told.id)

    def _description(self, item: Json, awards: list[Json]) -> Value:
        """Its own; else that of the one lot that it is for, when there are several."""
        lots: list[Json] = self.tender.get("lots") or []
        mine = lots_for(self.tender, awards)
        if len(lots) < 2 or len(mine) != 1:
            mine = []
        return first("description", item, *awards, *mine, self.tender, self.body)

    def _people(self, contract: str, awards: list[Json]) -> None:
        for buyer in buying_parties(self.body, self.directory):
            if MENTION in buyer:
                told = buying(buyer, self.body, self.directory)
                self.found.link("BOUGHT", buyer[MENTION], contract, **told)
        for reference in (ref for award in awards for ref in award.get("suppliers") or []):
            party = self.directory.find(reference) or reference
            if MENTION in party:
                self.found.link("SUPPLIED", party[MENTION], contract, **supplying(party))
        for party, role in taking_part(self.body, self.directory):
            if MENTION in party:
                self.found.link("TAKES_PART", party[MENTION], contract, role=role)

    def _categories(self, contract: str, item: Json, awards: list[Json]) -> None:
        own = [i for holder in (item, *awards) for i in holder.get("items") or []]
        if not any(map(_codes, own)):
            lots = lot_ids(awards)
            own = [i for i in self.tender.get("items") or [] if _of_lots(i, lots)]
        codes: dict[str, str | None] = {}
        for holder in (self.tender, *own):
            for code, name in _codes(holder):
                codes[code] = codes.get(code) or name
        for code, name in codes.items():
            id = make_id("cat", "CPV", code)
            self.found.nodes["Category", id] = ({"scheme": "CPV", "code": code}, {})
            self.found.link("IN", contract, id, name=name)

    def _frameworks(self, contract: str) -> None:
        """Stated links only; a number in a title makes none (cases.md L12)."""
        for code, name in framework_codes(self.body, self.ocid):
            id = frameworks.id_of(code)
            self.found.nodes["Framework", id] = ({"code": frameworks.code_of(code)}, {})
            self.found.link("UNDER", contract, id, name=name)


def framework_codes(body: Json, ocid: str) -> Iterator[tuple[str, str | None]]:
    """The frameworks that a process states: those that it was called off, else its own."""
    stated = False
    for related in body.get("relatedProcesses") or []:
        if "framework" in (related.get("relationship") or ()) and related.get("identifier"):
            stated = True
            yield str(related["identifier"]), related.get("title")
    tender: Json = body.get("tender") or {}
    if not stated and (tender.get("techniques") or {}).get("hasFrameworkAgreement") is True:
        yield ocid, tender.get("title")


def _agreed(award: Json) -> bool:
    """True when an award without a contract object still says that something was agreed."""
    if award.get("suppliers"):
        return True
    told = any(name in award for name in ("value", "contractPeriod", "date"))
    return told and award.get("status") not in ENDED


def _of_lots(item: Json, lots: set[str]) -> bool:
    return not lots or "relatedLot" not in item or str(item["relatedLot"]) in lots


def _codes(holder: Json) -> list[tuple[str, str | None]]:
    """CPV codes of a tender or item: eight digits, without the check digit."""
    classes = [holder.get("classification") or {}, *(holder.get("additionalClassifications") or ())]
    found: list[tuple[str, str | None]] = []
    for item in classes:
        code = CPV.match(str(item.get("id", "")))
        if code and str(item.get("scheme", "")).upper() == "CPV":
            found.append((code[0], item.get("description")))
    return found

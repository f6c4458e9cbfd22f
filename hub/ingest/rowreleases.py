"""A row of a table becomes an OCDS release, by its mapping; what no field takes stays beside it."""

from collections.abc import Mapping as Told
from collections.abc import Sequence
from datetime import date

from graph.clock import YEARS
from hub.ingest import cells
from hub.ingest.coerce import Note
from hub.ingest.compile import ROWS
from hub.ingest.facts import Json
from hub.ingest.grids import Grid
from hub.ingest.mapping import Mapping
from hub.ingest.rowcells import RowCells

DAYS = ("start", "end", "signed", "published", "deadline")


def prefix_of(mapping: Mapping) -> str:
    """What the ocids of a mapping's rows begin with."""
    return f"{ROWS}{mapping.name.replace('-', '_')}"


def release_of_row(grid: Grid, row: Sequence[str], note: Note) -> Json | None:
    """The release of a row; None when it has no key, no buyer or no day, each with a finding."""
    return _Row(grid, row, note).release()


class _Row(RowCells):
    """One row on its way to a release."""

    def __init__(self, grid: Grid, row: Sequence[str], note: Note) -> None:
        super().__init__(grid, row, note)
        self.amounts = {name: self.amount(name) for name in ("value", "estimate")}
        self.days = {name: self.day(name) for name in DAYS}
        self._named = self._suppliers()

    def release(self) -> Json | None:
        """The release, or None."""
        parts = [self.texts.get(target, "") for target in self.mapping.key]
        for target in (*self.mapping.key, "buyer"):
            if not self.texts.get(target):
                self.note("MISSING_VALUE", self.where(target), "empty", "fill it in")
                return None
        public = self._public()
        if self.mapping.public and public is None:
            return None
        key = " / ".join(parts)
        made: Json = {
            "ocid": f"{prefix_of(self.mapping)}-{key}",
            "tag": [self.mapping.record],
            "parties": self._parties(),
            "buyer": {"id": "buyer", "name": self.texts["buyer"]},
            "tender": self._tender(key),
            **self._agreement(key),
        }
        if public:
            made["date"] = public.isoformat()
        if self.left:
            made["unmapped"] = self.left
        if self.people:
            # Left out before it is stored, and sought in the texts of the row.
            made["contactPoints"] = self.people
        return made

    def _public(self) -> date | None:
        """The latest of the stated days: a row can't have told of a day before it came."""
        if not self.mapping.public:
            return None
        first = self.mapping.public[0]
        if self.days.get(first) is None:
            advice = "give the day on which it was published"
            self.note("NO_PUBLIC_TIME", self.where(first), "no day in it", advice)
            return None
        latest = max(day for name in self.mapping.public if (day := self.days.get(name)))
        if latest.year in YEARS:
            return latest
        wrong = f"{latest} is not in the years {YEARS[0]} to {YEARS[-1]}"
        self.note("BAD_VALUE", self.where(first), wrong, "mend the day")
        return None

    def _parties(self) -> list[Json]:
        parties: list[Json] = [{"id": "buyer", "name": self.texts["buyer"], "roles": ["buyer"]}]
        suppliers = self._named
        told = [target for target in ("supplierIdentifier", "size") if target in self.texts]
        if len(suppliers) != 1:
            # Whose number or size it is, nobody says.
            for target in told:
                self.unread(target)
        parties += [{**one, "roles": ["supplier"]} for one in suppliers]
        if len(suppliers) == 1:
            number, size = self.texts.get("supplierIdentifier"), self._size()
            if number:
                parties[1]["identifier"] = {"scheme": "GB-COH", "id": number}
            if size:
                parties[1]["details"] = {"scale": size}
        return parties

    def _suppliers(self) -> list[Json]:
        """References to the suppliers; several names in one cell are several."""
        if "supplier" not in self.texts:
            return []
        names = cells.names_of(self.typed.get("supplier", self.texts["supplier"]))
        if len(names) == 1:
            return [{"id": "supplier", "name": self.texts["supplier"]}]
        about = f"read as {len(names)} suppliers: {' | '.join(names)}"
        advice = "give each a row of its own if that is wrong"
        self.note("SEVERAL_SUPPLIERS", self.where("supplier"), about, advice)
        ids = ["supplier", *(f"supplier {at}" for at in range(2, len(names) + 1))]
        return [{"id": id, "name": name} for id, name in zip(ids, names, strict=True)]

    def _size(self) -> str | None:
        text = self.texts.get("size")
        found = cells.size_of(text) if text else None
        if text and not found:
            wrong = f"{text} says neither SME nor large; left empty"
            self.note("UNKNOWN_SIZE", self.where("size"), wrong, "write SME or Large")
            self.unread("size")
        return found

    def _tender(self, key: str) -> Json:
        tender: Json = {"id": key}
        for name in ("title", "description"):
            if text := self.texts.get(name):
                tender[name] = text
        if status := self._status():
            tender["status"] = status
        if value := self._money("estimate"):
            tender["value"] = value
        if deadline := self.days["deadline"]:
            tender["tenderPeriod"] = {"endDate": deadline.isoformat()}
        codes = [{"scheme": "CPV", "id": code} for code in self._codes()]
        if codes:
            tender["classification"] = codes[0]
        if codes[1:]:
            tender["additionalClassifications"] = codes[1:]
        return tender

    def _status(self) -> str | None:
        text = self.texts.get("status")
        found = self.mapping.statuses.get(text.casefold()) if text else None
        if text and not found:
            self.unread("status")
        return found

    def _codes(self) -> list[str]:
        text = self.texts.get("cpv")
        found = cells.codes_of(text) if text else []
        if text and not found:
            wrong = f"{text} has no CPV code of eight digits; left empty"
            self.note("UNREAD_CODE", self.where("cpv"), wrong, "write it like 48000000")
            self.unread("cpv")
        return found

    def _agreement(self, key: str) -> Json:
        """The award, and the contract for it; a notice without either supplier or day has none."""
        award: Json = {"id": key, "status": "active"}
        signed = self.days["signed"]
        if self._named:
            award["suppliers"] = self._named
        if signed:
            award["date"] = signed.isoformat()
        value, term = self._money("value"), self._term()
        if self.mapping.record == "award":
            if len(award) == 2:
                return {}
            own: Told[str, Json | None] = {"value": value, "contractPeriod": term}
            return {"awards": [{**award, **_filled(own)}]}
        contract: Json = {"id": key, "awardID": key, "title": self.texts.get("title")}
        return {
            "awards": [award],
            "contracts": [_filled({**contract, "value": value, "period": term})],
        }

    def _money(self, target: str) -> Json | None:
        amount = self.amounts[target]
        if amount is None:
            return None
        return _filled({"amount": amount, "currency": self.texts.get("currency")})

    def _term(self) -> Json | None:
        ends = {"startDate": self.days["start"], "endDate": self.days["end"]}
        return {name: day.isoformat() for name, day in ends.items() if day} or None


def _filled(values: Told[str, object]) -> Json:
    return {name: value for name, value in values.items() if value is not None}

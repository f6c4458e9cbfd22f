"""A row of a spend list as a line: who paid whom when how much, personal data left out."""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from decimal import Decimal

from graph.clock import YEARS
from graph.errors import BadInput
from graph.money import to_e5
from hub.ingest.coerce import Note
from hub.ingest.facts import Json
from hub.ingest.grids import Grid
from hub.ingest.identifiers import normal
from hub.ingest.redact import clean_release, without_emails
from hub.ingest.rowcells import RowCells
from hub.ingest.soundness import of_text, too_long

CURRENCY = "GBP"
SHORT = ("buyer", "supplier", "category", "reference")


@dataclass(frozen=True, slots=True)
class SpendLine:
    """One payment as published; `supplier` None: redacted or not given. `other`: JSON.

    `number`: a company number of valid form; `unread`: one that has none.
    """

    buyer: str
    supplier: str | None
    number: str | None
    unread: str | None
    postcode: str | None
    paid: str
    category: str | None
    text: str | None
    reference: str | None
    amount_e5: int
    vat_e5: int | None
    currency: str
    tax: str | None
    other: str | None

    @property
    def month(self) -> str:
        """`2024-03`."""
        return self.paid[:7]

    @property
    def canonical(self) -> str:
        """Equal for equal lines, whatever the order of the columns was."""
        return json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":"))


def line_of_row(grid: Grid, row: Sequence[str], note: Note) -> SpendLine | None:
    """The line of a row; None when it lacks buyer, day or amount, each with a finding."""
    return _Row(grid, row, note).line()


class _Row(RowCells):
    """One row on its way to a line."""

    needed = frozenset({"buyer", "paid", "value"})

    def line(self) -> SpendLine | None:
        """The line, or None."""
        paid, amount, vat = self._paid(), self._e5("value"), self._e5("vat")
        buyer = self._text("buyer")
        for target, value in (("buyer", buyer), ("paid", paid), ("value", amount)):
            if value is None and target not in self.wrong:
                self.note("MISSING_VALUE", self.where(target), "empty", "fill it in")
        if buyer is None or paid is None or amount is None or self._unfit():
            return None
        supplier, postcode, text, other = self._cleaned()
        written = self._text("supplierIdentifier") if supplier else None
        number = normal("GB-COH", written) if written else None
        return SpendLine(
            buyer=buyer,
            supplier=supplier,
            number=number,
            unread=written if written and not number else None,
            postcode=postcode,
            paid=paid.isoformat(),
            category=self._text("category"),
            text=text,
            reference=self._text("reference"),
            amount_e5=amount,
            vat_e5=vat,
            currency=(self._text("currency") or CURRENCY).upper(),
            tax=self.mapping.units.get("tax"),
            other=other,
        )

    def _paid(self) -> date | None:
        day = self.day("paid")
        if day is None or day.year in YEARS:
            return day
        wrong = f"{day} is not in the years {YEARS[0]} to {YEARS[-1]}"
        return self.bad("BAD_DATE", "paid", wrong, "mend the day")

    def _e5(self, target: str) -> int | None:
        amount: Decimal | None = self.amount(target)
        try:
            return None if amount is None else to_e5(amount)
        except BadInput as error:
            return self.bad("BAD_AMOUNT", target, error.message, "mend the amount")

    def _text(self, target: str) -> str | None:
        text = self.texts.get(target)
        return without_emails(text) if text else None

    def _unfit(self) -> bool:
        """True when a text can't be stored; each is noted."""
        found = False
        for target, text in [*self.texts.items(), *self.left.items()]:
            code, wrong = "BAD_TEXT", of_text(text)
            if not wrong and target in SHORT:
                code, wrong = "BAD_VALUE", too_long(text)
            if wrong:
                self.note(code, self.where(target), wrong, "mend the text")
                found = True
        return found

    def _cleaned(self) -> tuple[str | None, str | None, str | None, str | None]:
        """Supplier, postcode, text and the rest, by the rules for releases (record 0013)."""
        told: Json = {"description": self.texts.get("description"), "contactPoints": self.people}
        told["unmapped"] = self.left
        if name := self.texts.get("supplier"):
            party: Json = {"id": "supplier", "name": name, "roles": ["supplier"]}
            if number := self.texts.get("supplierIdentifier"):
                party["identifier"] = {"scheme": "GB-COH", "id": number}
            party["address"] = {"postalCode": self.texts.get("postcode")}
            told["parties"] = [party]
        made = clean_release(told)
        (party,) = made.get("parties") or ({},)
        left = made.get("unmapped")
        other = json.dumps(left, ensure_ascii=False, sort_keys=True) if left else None
        address = party.get("address") or {}
        return party.get("name"), address.get("postalCode"), made.get("description"), other

"""The input of a match: a need in words and terms."""

from datetime import date
from decimal import Decimal
from enum import Enum

import strawberry

from graph.errors import BadInput
from resolvers.matching import Asked


@strawberry.input(description="An amount of money.")
class MoneyInput:
    amount: Decimal = strawberry.field(description="In units of the currency.")
    currency: str = strawberry.field(default="GBP", description="ISO 4217 code.")


@strawberry.input(description="Who buys: the id wins; a body we don't know is described.")
class NeedBuyerInput:
    id: strawberry.ID | None = strawberry.field(default=None, description="`buy-…` or `org-…`.")
    name: str | None = strawberry.field(default=None, description="Its name.")
    type: str | None = strawberry.field(default=None, description="public, company or other.")
    sector: str | None = strawberry.field(
        default=None, description="Its sector as sources state it, for instance Health."
    )
    region: str | None = strawberry.field(default=None, description="NUTS or ITL code.")


@strawberry.input(description="An assurance that a supplier must hold.")
class MustHaveInput:
    scheme: str = strawberry.field(description="The scheme, for instance Cyber Essentials Plus.")


@strawberry.enum(description="Whom a procurement is reserved for.")
class ReservedFor(Enum):
    SME = strawberry.enum_value("sme", description="Small and medium-sized enterprises.")
    VCSE = strawberry.enum_value("vcse", description="Voluntary, community and social enterprises.")


@strawberry.input(description="What is needed. Give at least text, a category, framework or lot.")
class NeedInput:
    text: str | None = strawberry.field(default=None, description="The need in words.")
    categories: list[str] | None = strawberry.field(
        default=None, description="Codes of categories, for instance of the CPV."
    )
    framework: str | None = strawberry.field(default=None, description="Its code or name.")
    lot: str | None = strawberry.field(default=None, description="The lot's code or name.")
    buyer: NeedBuyerInput | None = strawberry.field(default=None, description="Who buys.")
    budget: MoneyInput | None = strawberry.field(default=None, description="The stated budget.")
    region: str | None = strawberry.field(default=None, description="Where: NUTS or ITL code.")
    starts_on: date | None = strawberry.field(
        default=None, description="When it is to start. No fact of this hub depends on it yet."
    )
    must_haves: list[MustHaveInput] | None = strawberry.field(
        default=None, description="Assurances that are demanded; refused while none are loaded."
    )
    reserved_for: list[ReservedFor] | None = strawberry.field(
        default=None, description="Refused: no source of this hub states it reliably yet."
    )
    exclude: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Suppliers that the buyer does not want to see."
    )
    as_of: date | None = strawberry.field(
        default=None,
        description="Answer with what was public by the end of that day in London.",
    )

    def asked(self) -> Asked:
        """As the resolver takes it. BadInput on terms that can't be checked."""
        if self.must_haves or self.reserved_for:
            raise BadInput(
                "mustHaves and reservedFor can't be checked: no assurance claims are loaded. "
                "Leave them out.",
                field="mustHaves" if self.must_haves else "reservedFor",
            )
        buyer = self.buyer or NeedBuyerInput()
        return Asked(
            text=self.text or "",
            categories=tuple(self.categories or ()),
            framework=self.framework,
            lot=self.lot,
            buyer_id=buyer.id,
            buyer_name=buyer.name,
            buyer_kind=buyer.type,
            sector=buyer.sector,
            buyer_region=buyer.region,
            budget=self.budget.amount if self.budget else None,
            currency=self.budget.currency if self.budget else "GBP",
            region=self.region,
            exclude=tuple(self.exclude or ()),
            as_of=self.as_of,
        )

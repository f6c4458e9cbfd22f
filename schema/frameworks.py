"""Frameworks: routes to market under which contracts are called off."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry.federation

from schema.declare import column, day, instant, many, one
from schema.lazy import CONTRACTS, DEALS, FRAMEWORKS
from schema.node import Node
from schema.orders import CodeOrder, ContractOrder, DealOrder
from schema.paging import Connection
from schema.scalars import Basis

if TYPE_CHECKING:
    from schema.contracts import Contract
    from schema.deals import Deal


@strawberry.type(description="A lot of a framework.")
class FrameworkLot(Node):
    id: strawberry.ID = column(description="`fwl-…`.")
    code: str = column(description="The lot's code within its framework.")
    name: str | None = column(description="What it is called.")
    description: str | None = column(description="What can be bought under it.")
    cpv: list[str] | None = column(description="CPV codes of it.")
    call_off: list[str] | None = column(description="How is called off: competition, direct.")
    max_months: int | None = column(description="The longest term of a call-off in months.")
    extension_months: int | None = column(description="Months by which it can be extended.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    framework: Annotated["Framework", FRAMEWORKS] | None = one(description="The framework.")


@strawberry.federation.type(
    keys=["id", "code"], description="A framework agreement or another route to market."
)
class Framework(Node):
    id: strawberry.ID = column(description="`fwk-…`.")
    code: str = column(description="The code or name that its source uses.")
    name: str | None = column(description="Its name as sources state it.")
    owner: str | None = column(description="The name of the body that runs it.")
    kind: str | None = column(description="closed, open, dynamic_market or purchasing_system.")
    status: str | None = column(description="upcoming, active, expired or cancelled, as stated.")
    starts_on: date | None = column(description="Its first day.", convert=day)
    ends_on: date | None = column(description="Its last day without extensions.", convert=day)
    extends_to: date | None = column(description="Its last day with all extensions.", convert=day)
    call_off: list[str] | None = column(description="How is called off: competition, direct.")
    buyer_types: list[str] | None = column(description="Which types of body may use it; null: all.")
    regions: list[str] | None = column(description="In which regions; null: everywhere.")
    url: str | None = column(description="Where it is described.")
    public_from: datetime = column(description="When it was first seen.", convert=instant)
    contracts: Connection[Annotated["Contract", CONTRACTS]] = many(
        ContractOrder, description="Contracts called off it, newest first."
    )
    lots: Connection[FrameworkLot] = many(CodeOrder, description="Its lots.")
    deals: Connection[Annotated["Deal", DEALS]] = many(
        DealOrder, description="Nationally negotiated prices on it, newest first."
    )

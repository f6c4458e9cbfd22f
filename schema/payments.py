"""Payments: money that went."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.declare import column, instant, money, one
from schema.lazy import CONTRACTS
from schema.node import Node
from schema.scalars import Basis, Money

if TYPE_CHECKING:
    from schema.contracts import Contract


@strawberry.type(
    description="Money that went: a sales return's line, or spend of a month. Credits are negative."
)
class Payment(Node):
    id: strawberry.ID = column(description="`pay-…`.")
    amount: Money = money("amountE5", "currency", description="How much; a credit is negative.")
    month: str = column(description="The month it belongs to, `2013-06`.")
    text: str | None = column(description="The line's own words.")
    reference: str = column(description="The line's id in its source.")
    lines: int | None = column(
        description="How many lines of a spend list it sums; null: it is a line itself."
    )
    vat: Money | None = money(
        "vatE5", "currency", description="Irrecoverable VAT as stated beside the amount."
    )
    tax: str | None = column(description="net or gross, as its list says; null: it does not.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    contract: Annotated["Contract", CONTRACTS] | None = one(
        description="The contract that it was paid under."
    )

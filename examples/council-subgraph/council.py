"""A council's own subgraph: what Merrowby Borough Council (fictional) knows beyond the hub.

The hub knows who sold what to whom. The council knows its budget and which team looks after a
contract, and keeps notes on its suppliers. It joins them by the hub's keys: a contract by its
ocid, which the council itself published, a supplier by the hub's id. Council, firms and figures
are invented.

    python examples/council-subgraph/council.py          # GraphQL on 127.0.0.1:4100
    python examples/council-subgraph/council.py --sdl    # its schema, for composing

Only the router should reach it: whoever does can read all of it.
"""

import argparse
from datetime import date
from decimal import Decimal
from typing import Self, TypedDict

import strawberry
import uvicorn
from strawberry.asgi import GraphQL
from strawberry.federation import Schema


class GivenMoney(TypedDict):
    """An amount as the hub writes it."""

    amount: str
    currency: str


# What the hub describes has no description here: composing hints at two that differ.
@strawberry.federation.type(shareable=True)
class Money:
    amount: Decimal
    currency: str


@strawberry.type(description="The money that the council set aside for a contract.")
class BudgetLine:
    code: str = strawberry.field(description="The line in the council's ledger.")
    team: str = strawberry.field(description="The team that looks after the contract.")
    budget: Money = strawberry.field(description="What was set aside for the whole term.")


@strawberry.type(description="What the council noted about a supplier.")
class Note:
    written_on: date = strawberry.field(description="The day on which it was written.")
    text: str = strawberry.field(description="The note.")


def pounds(amount: str) -> Money:
    """An amount in pounds."""
    return Money(amount=Decimal(amount), currency="GBP")


LINES = {
    "ocds-demo00-merrowby-1": BudgetLine(
        code="PARK-04", team="Parking services", budget=pounds("150000.00")
    ),
    "ocds-demo00-merrowby-2": BudgetLine(
        code="WASTE-11", team="Waste and recycling", budget=pounds("45000.00")
    ),
    "ocds-demo00-merrowby-3": BudgetLine(code="ICT-20", team="Digital", budget=pounds("20000.00")),
}
NOTES = {
    "sup-f4120b1a2a6061bd24e79203": [
        Note(written_on=date(2025, 9, 1), text="Answers within a day, also in August."),
        Note(written_on=date(2025, 11, 12), text="Asked to renew a year early; declined."),
    ],
}


@strawberry.federation.type(keys=["ocid"])
class Contract:
    ocid: str | None
    value: Money | None = strawberry.federation.field(external=True, default=None)

    @strawberry.field(description="Its line in the council's budget; null: not this council's.")
    def budget_line(self) -> BudgetLine | None:
        return LINES.get(self.ocid or "")

    @strawberry.federation.field(
        requires=["value { amount currency }"],
        description="How much of its budget the published value uses, in percent, rounded down; "
        "null: no value published, or in another currency.",
    )
    def budget_used(self) -> int | None:
        line = LINES.get(self.ocid or "")
        if line is None or self.value is None or self.value.currency != line.budget.currency:
            return None
        return int(100 * self.value.amount / line.budget.amount)

    @classmethod
    def resolve_reference(
        cls, ocid: str | None = None, value: GivenMoney | None = None, **_: object
    ) -> Self:
        """From what the router sends: the key, and the value where `budgetUsed` is asked for."""
        amount = value and Money(amount=Decimal(value["amount"]), currency=value["currency"])
        return cls(ocid=ocid, value=amount)


@strawberry.federation.type(keys=["id"])
class Supplier:
    id: strawberry.ID

    @strawberry.field(description="What the council noted, oldest first.")
    def council_notes(self) -> list[Note]:
        return NOTES.get(self.id, [])

    @classmethod
    def resolve_reference(cls, id: strawberry.ID, **_: object) -> Self:
        """From the key that the router sends."""
        return cls(id=id)


@strawberry.type
class Query:
    @strawberry.field(description="The contracts for which the council has a budget line.")
    def council_contracts(self) -> list[Contract]:
        return [Contract(ocid=ocid) for ocid in LINES]


schema = Schema(query=Query, types=[Supplier], federation_version="2.9")


def main() -> None:
    """Serve the subgraph, or print its schema."""
    parser = argparse.ArgumentParser(description="The subgraph of a fictional council.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=4100)
    parser.add_argument("--sdl", action="store_true", help="print the schema and end")
    given = parser.parse_args()
    if given.sdl:
        print(schema.as_str())
    else:
        uvicorn.run(GraphQL(schema, graphql_ide=None), host=given.host, port=given.port)


if __name__ == "__main__":
    main()

"""The roots of the schema: each is planned, or one plain function."""

from datetime import date
from typing import Annotated, Any

import strawberry

from schema.buyers import Buyer
from schema.categories import Category
from schema.contracts import Contract
from schema.declare import PAGE
from schema.frameworks import Framework
from schema.hub import Hub
from schema.matching import Match, NeedInput, match_suppliers
from schema.node import Node
from schema.orders import CodeOrder, ContractOrder, OrganisationOrder, PaymentOrder
from schema.organisations import Organisation
from schema.paging import Connection
from schema.payments import Payment
from schema.planned import Info, page, permit
from schema.single import IdentifierInput, contract, node_by_id, nodes_by_id, organisation
from schema.suppliers import Supplier

First = Annotated[int | None, strawberry.argument(description=f"1 to 100; {PAGE} unless given.")]
After = Annotated[
    str | None, strawberry.argument(description="The cursor of the node before the first wanted.")
]
AsOf = Annotated[
    date | None,
    strawberry.argument(
        description="Answer with what was public by the end of that day in London, inclusive."
    ),
]
Id = Annotated[strawberry.ID | None, strawberry.argument(description="Its id.")]
Identifier = Annotated[
    IdentifierInput | None, strawberry.argument(description="Its number in a register.")
]
ORDER = strawberry.argument(description="The order of the list.")
Name = Annotated[str | None, strawberry.argument(description="Its name, spelt alike.")]


@strawberry.type(description="Everything that can be asked.")
class Query:
    @strawberry.field(description="The node with that id; null when there is none to see.")
    async def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Any id of the hub.")],
        as_of: AsOf = None,
    ) -> Node | None:
        return await node_by_id(info, id, as_of)

    @strawberry.field(description="The nodes with those ids, in their order, null where none is.")
    async def nodes(
        self,
        info: Info,
        ids: Annotated[list[strawberry.ID], strawberry.argument(description="At most 100 ids.")],
        as_of: AsOf = None,
    ) -> list[Node | None]:
        return await nodes_by_id(info, ids, as_of)

    @strawberry.field(description="This hub: version, engine, freshness, data sets, counts.")
    async def hub(self, info: Info) -> Hub:
        permit(info)
        return await Hub.find(info.context)

    @strawberry.field(description="Bodies that buy.")
    async def buyers(
        self,
        info: Info,
        first: First = PAGE,
        after: After = None,
        order_by: Annotated[OrganisationOrder, ORDER] = OrganisationOrder.NAME,
        as_of: AsOf = None,
    ) -> Connection[Buyer]:
        return await page(info, "Buyer", "name", as_of)

    @strawberry.field(description="Firms and bodies that supply.")
    async def suppliers(
        self,
        info: Info,
        first: First = PAGE,
        after: After = None,
        order_by: Annotated[OrganisationOrder, ORDER] = OrganisationOrder.NAME,
        as_of: AsOf = None,
    ) -> Connection[Supplier]:
        return await page(info, "Supplier", "name", as_of)

    @strawberry.field(description="Contracts.")
    async def contracts(
        self,
        info: Info,
        first: First = PAGE,
        after: After = None,
        order_by: Annotated[ContractOrder, ORDER] = ContractOrder.NEWEST,
        as_of: AsOf = None,
    ) -> Connection[Contract]:
        return await page(info, "Contract", "newest", as_of)

    @strawberry.field(description="Payments.")
    async def payments(
        self,
        info: Info,
        first: First = PAGE,
        after: After = None,
        order_by: Annotated[PaymentOrder, ORDER] = PaymentOrder.NEWEST,
        as_of: AsOf = None,
    ) -> Connection[Payment]:
        return await page(info, "Payment", "newest", as_of)

    @strawberry.field(description="Categories in use.")
    async def categories(
        self,
        info: Info,
        first: First = PAGE,
        after: After = None,
        order_by: Annotated[CodeOrder, ORDER] = CodeOrder.CODE,
        as_of: AsOf = None,
    ) -> Connection[Category]:
        return await page(info, "Category", "code", as_of)

    @strawberry.field(description="Frameworks.")
    async def frameworks(
        self,
        info: Info,
        first: First = PAGE,
        after: After = None,
        order_by: Annotated[CodeOrder, ORDER] = CodeOrder.CODE,
        as_of: AsOf = None,
    ) -> Connection[Framework]:
        return await page(info, "Framework", "code", as_of)

    @strawberry.field(description="One body, by exactly one of id, identifier and name.")
    async def organisation(
        self,
        info: Info,
        id: Id = None,
        identifier: Identifier = None,
        name: Name = None,
        as_of: AsOf = None,
    ) -> Organisation | None:
        return await organisation(info, "Organisation", id, identifier, name, as_of)

    @strawberry.field(description="One buyer, by exactly one of id, identifier and name.")
    async def buyer(
        self,
        info: Info,
        id: Id = None,
        identifier: Identifier = None,
        name: Name = None,
        as_of: AsOf = None,
    ) -> Buyer | None:
        return await organisation(info, "Buyer", id, identifier, name, as_of)

    @strawberry.field(description="One supplier, by exactly one of id, identifier and name.")
    async def supplier(
        self,
        info: Info,
        id: Id = None,
        identifier: Identifier = None,
        name: Name = None,
        as_of: AsOf = None,
    ) -> Supplier | None:
        return await organisation(info, "Supplier", id, identifier, name, as_of)

    @strawberry.field(description="One contract, by exactly one of id and ocid.")
    async def contract(
        self,
        info: Info,
        id: Id = None,
        ocid: Annotated[
            str | None, strawberry.argument(description="Its OCDS process, if it has one contract.")
        ] = None,
        as_of: AsOf = None,
    ) -> Contract | None:
        return await contract(info, id, ocid, as_of)

    @strawberry.field(description="Suppliers that fit a need, best first, with reasons.")
    async def match_suppliers(
        self,
        info: Info,
        need: Annotated[NeedInput, strawberry.argument(description="What is needed.")],
    ) -> Match:
        found: Any = await match_suppliers(info, need)
        return found

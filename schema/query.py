"""The roots of the schema: each is planned, or one plain function."""

from typing import Annotated, Any, cast

import strawberry
from strawberry.federation.schema import FederationAny

from schema.buyers import Buyer
from schema.categories import Category
from schema.contracts import Contract
from schema.deals import Deal
from schema.entities import ByKeys, Entity
from schema.frameworks import Framework
from schema.hub import Hub
from schema.matching import Match, NeedInput, match_suppliers
from schema.node import Node
from schema.orders import (
    CodeOrder,
    ContractOrder,
    DealOrder,
    NewestOrder,
    OrganisationOrder,
    PaymentOrder,
    ProductOrder,
    ReviewOrder,
)
from schema.organisations import Organisation
from schema.payments import Payment
from schema.planned import FIND, SEED, Info, answered
from schema.procurements import Procurement
from schema.products import Product
from schema.reviews import Review
from schema.roots import AsOf, Id, body, pages
from schema.single import ById, Single, process
from schema.suppliers import Supplier


@strawberry.type(description="Everything that can be asked.")
class Query:
    @strawberry.field(
        description="The node with that id; null when there is none to see.",
        metadata={SEED: ById(many=False)},
    )
    async def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Any id of the hub.")],
        as_of: AsOf = None,
    ) -> Node | None:
        return await answered(info)

    @strawberry.field(
        description="The nodes with those ids, in their order, null where none is.",
        metadata={SEED: ById(many=True)},
    )
    async def nodes(
        self,
        info: Info,
        ids: Annotated[list[strawberry.ID], strawberry.argument(description="At most 100 ids.")],
        as_of: AsOf = None,
    ) -> list[Node | None]:
        return await answered(info)

    # In the place of Strawberry's own, where one unknown type fails all and a type without
    # `resolve_reference` takes every field from the caller.
    @strawberry.field(
        name="_entities",
        description="What another graph extends, by its keys.",
        metadata={SEED: ByKeys()},
    )
    async def entities(
        self,
        info: Info,
        representations: Annotated[
            list[FederationAny],
            strawberry.argument(description="At most 100, each a `__typename` and a key."),
        ],
    ) -> list[Entity | None]:
        return await answered(info)

    @strawberry.field(
        description="This hub: version, engine, freshness, data sets, counts.",
        metadata={FIND: Hub.find},
    )
    async def hub(self, info: Info) -> Hub:
        return cast(Hub, await answered(info))

    buyers = pages(Buyer, OrganisationOrder.NAME, "Bodies that buy.")
    suppliers = pages(Supplier, OrganisationOrder.NAME, "Firms and bodies that supply.")
    contracts = pages(Contract, ContractOrder.NEWEST, "Contracts.")
    payments = pages(Payment, PaymentOrder.NEWEST, "Payments.")
    categories = pages(Category, CodeOrder.CODE, "Categories in use.")
    frameworks = pages(Framework, CodeOrder.CODE, "Frameworks.")
    procurements = pages(Procurement, NewestOrder.NEWEST, "Procurements.")
    products = pages(Product, ProductOrder.NEWEST, "Products.")
    deals = pages(Deal, DealOrder.NEWEST, "Nationally negotiated prices.")
    reviews = pages(Review, ReviewOrder.NEWEST, "What buyers say of their contracts.")
    organisation = body(Organisation, "One body, by exactly one of id, identifier and name.")
    buyer = body(Buyer, "One buyer, by exactly one of id, identifier and name.")
    supplier = body(Supplier, "One supplier, by exactly one of id, identifier and name.")

    @strawberry.field(
        description="One contract, by exactly one of id and ocid.",
        metadata={SEED: Single("Contract", process)},
    )
    async def contract(
        self,
        info: Info,
        id: Id = None,
        ocid: Annotated[
            str | None, strawberry.argument(description="Its OCDS process, if it has one contract.")
        ] = None,
        as_of: AsOf = None,
    ) -> Contract | None:
        return await answered(info)

    @strawberry.field(
        description="One procurement, by exactly one of id and ocid.",
        metadata={SEED: Single("Procurement", process)},
    )
    async def procurement(
        self,
        info: Info,
        id: Id = None,
        ocid: Annotated[
            str | None, strawberry.argument(description="Its ocid, if no other bears it.")
        ] = None,
        as_of: AsOf = None,
    ) -> Procurement | None:
        return await answered(info)

    @strawberry.field(description="Suppliers that fit a need, best first, with reasons.")
    async def match_suppliers(
        self,
        info: Info,
        need: Annotated[NeedInput, strawberry.argument(description="What is needed.")],
    ) -> Match:
        found: Any = await match_suppliers(info, need)
        return found

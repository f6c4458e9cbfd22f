"""The `products` subgraph that Apollo's compatibility suite asks of every library.

Types, keys and values are the suite's specification (COMPATIBILITY.md of
apollographql/apollo-federation-subgraph-compatibility); the code is ours. It tells whether what
the hub is built on keeps to Federation 2; the hub's own schema has its own tests.
"""

from collections.abc import Iterable
from typing import Any, Self

import strawberry
from strawberry.extensions.tracing.apollo_federation import ApolloFederationTracingExtension
from strawberry.federation import Schema
from strawberry.federation.schema_directive import schema_directive
from strawberry.schema_directive import Location


@schema_directive(
    locations=[Location.OBJECT],
    name="custom",
    compose=True,
    import_url="https://myspecs.dev/myCustomDirective/v1.0",
)
class Custom:
    """A directive of nobody's but the suite's."""


@strawberry.type
class ProductVariation:
    id: strawberry.ID


@strawberry.federation.type(shareable=True)
class ProductDimension:
    size: str | None
    weight: float | None
    unit: str | None = strawberry.federation.field(inaccessible=True)


@strawberry.type
class CaseStudy:
    case_number: strawberry.ID
    description: str | None


@strawberry.federation.type(keys=["study { caseNumber }"])
class ProductResearch:
    study: CaseStudy
    outcome: str | None = None

    @classmethod
    def resolve_reference(cls, study: dict[str, Any]) -> "ProductResearch | None":
        return one(r for r in RESEARCH if r.study.case_number == study["caseNumber"])


@strawberry.federation.type(keys=["email"], extend=True)
class User:
    email: strawberry.ID = strawberry.federation.field(external=True)
    total_products_created: int | None = strawberry.federation.field(external=True)
    years_of_employment: int = strawberry.federation.field(external=True)

    @strawberry.federation.field(override="users")
    def name(self) -> str | None:
        return "Jane Smith"

    @strawberry.federation.field(requires=["totalProductsCreated", "yearsOfEmployment"])
    def average_products_created_per_year(self) -> int | None:
        if self.total_products_created is None:
            return None
        return round(self.total_products_created / self.years_of_employment)

    @classmethod
    def resolve_reference(cls, **given: Any) -> "User | None":
        if given["email"] != JANE.email:
            return None
        return cls(
            email=JANE.email,
            total_products_created=given.get("totalProductsCreated", JANE.total_products_created),
            years_of_employment=given.get("yearsOfEmployment", JANE.years_of_employment),
        )


@strawberry.federation.type(
    keys=["id", "sku package", "sku variation { id }"], directives=[Custom()]
)
class Product:
    id: strawberry.ID
    sku: str | None
    package: str | None
    variation: ProductVariation | None
    research: list[ProductResearch]
    notes: str | None = strawberry.federation.field(tags=["internal"], default=None)

    @strawberry.field
    def dimensions(self) -> ProductDimension | None:
        return ProductDimension(size="small", weight=1, unit="kg")

    @strawberry.federation.field(provides=["totalProductsCreated"])
    def created_by(self) -> User | None:
        return JANE

    @classmethod
    def resolve_reference(cls, **given: Any) -> "Product | None":
        return one(product for product in PRODUCTS if product.meets(given))

    def meets(self, given: dict[str, Any]) -> bool:
        """Is it the one of a representation?"""
        own: dict[str, Any] = {"id": self.id, "sku": self.sku, "package": self.package}
        own["variation"] = {"id": self.variation and self.variation.id}
        return all(own[name] == value for name, value in given.items())


@strawberry.federation.type(keys=["sku package"])
class DeprecatedProduct:
    sku: str
    package: str
    reason: str | None = "Migrate to Federation V2"

    @strawberry.field
    def created_by(self) -> User | None:
        return JANE

    @classmethod
    def resolve_reference(cls, sku: str, package: str) -> Self | None:
        known = ("apollo-federation-v1", "@apollo/federation-v1")
        return cls(sku=sku, package=package) if (sku, package) == known else None


@strawberry.federation.interface_object(keys=["id"])
class Inventory:
    id: strawberry.ID

    @strawberry.field
    def deprecated_products(self) -> list[DeprecatedProduct]:
        return [DeprecatedProduct(sku="apollo-federation-v1", package="@apollo/federation-v1")]

    @classmethod
    def resolve_reference(cls, id: strawberry.ID) -> Self:
        return cls(id=id)


@strawberry.type
class Query:
    @strawberry.field
    def product(self, id: strawberry.ID) -> Product | None:
        return Product.resolve_reference(id=id)

    @strawberry.field(deprecation_reason="Use product query instead")
    def deprecated_product(self, sku: str, package: str) -> DeprecatedProduct | None:
        return DeprecatedProduct.resolve_reference(sku, package)


JANE = User(
    email=strawberry.ID("support@apollographql.com"),
    total_products_created=1337,
    years_of_employment=10,
)
RESEARCH = [
    ProductResearch(study=CaseStudy(case_number=strawberry.ID(number), description=text))
    for number, text in (("1234", "Federation Study"), ("1235", "Studio Study"))
]
PRODUCTS = [
    Product(
        id=strawberry.ID(id),
        sku=sku,
        package=package,
        variation=ProductVariation(id=strawberry.ID(variation)),
        research=[research],
    )
    for id, sku, package, variation, research in (
        ("apollo-federation", "federation", "@apollo/federation", "OSS", RESEARCH[0]),
        ("apollo-studio", "studio", "", "platform", RESEARCH[1]),
    )
]


def one(found: Iterable[Any]) -> Any:
    """The first, or None."""
    return next(iter(found), None)


def products(*, traced: bool) -> Schema:
    """The subgraph's schema, with Apollo's tracing or without it, as the hub serves its own."""
    return Schema(
        query=Query,
        types=[Inventory],
        extensions=[ApolloFederationTracingExtension] if traced else [],
        federation_version="2.3",  # the lowest that has @interfaceObject
    )

"""Orders of lists: each value is the name of an order of the noun's shape."""

from enum import Enum

import strawberry


@strawberry.enum(description="Orders of organisations.")
class OrganisationOrder(Enum):
    NAME = strawberry.enum_value("name", description="By name.")
    NEWEST = strawberry.enum_value("newest", description="Last to appear first.")


@strawberry.enum(description="Orders of contracts.")
class ContractOrder(Enum):
    NEWEST = strawberry.enum_value("newest", description="Last to become public first.")
    OLDEST = strawberry.enum_value("oldest", description="First to become public first.")


@strawberry.enum(description="Orders of payments.")
class PaymentOrder(Enum):
    NEWEST = strawberry.enum_value("newest", description="Last to become public first.")
    OLDEST = strawberry.enum_value("oldest", description="First to become public first.")


@strawberry.enum(description="Orders of procurements and of what belongs to them.")
class NewestOrder(Enum):
    NEWEST = strawberry.enum_value("newest", description="Last to become public first.")
    OLDEST = strawberry.enum_value("oldest", description="First to become public first.")


@strawberry.enum(description="Orders of categories, frameworks and lots.")
class CodeOrder(Enum):
    CODE = strawberry.enum_value("code", description="By code.")


@strawberry.enum(description="Orders of products.")
class ProductOrder(Enum):
    NEWEST = strawberry.enum_value("newest", description="Last to become public first.")
    OLDEST = strawberry.enum_value("oldest", description="First to become public first.")


@strawberry.enum(description="Orders of offers.")
class OfferOrder(Enum):
    NEWEST = strawberry.enum_value("newest", description="Last to become public first.")
    OLDEST = strawberry.enum_value("oldest", description="First to become public first.")


@strawberry.enum(description="Orders of deals.")
class DealOrder(Enum):
    NEWEST = strawberry.enum_value("newest", description="Last to become public first.")
    OLDEST = strawberry.enum_value("oldest", description="First to become public first.")


@strawberry.enum(description="Orders of reviews.")
class ReviewOrder(Enum):
    NEWEST = strawberry.enum_value("newest", description="Last to become public first.")
    OLDEST = strawberry.enum_value("oldest", description="First to become public first.")

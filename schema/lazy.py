"""Where a type is declared that another names before it exists: relations go both ways."""

import strawberry

BUYERS = strawberry.lazy("schema.buyers")
SUPPLIERS = strawberry.lazy("schema.suppliers")
CONTRACTS = strawberry.lazy("schema.contracts")
PAYMENTS = strawberry.lazy("schema.payments")
CATEGORIES = strawberry.lazy("schema.categories")
PRODUCTS = strawberry.lazy("schema.products")
DEALS = strawberry.lazy("schema.deals")
REVIEWS = strawberry.lazy("schema.reviews")
FRAMEWORKS = strawberry.lazy("schema.frameworks")
PROCUREMENTS = strawberry.lazy("schema.procurements")
NOTICES = strawberry.lazy("schema.notices")
PERFORMANCE = strawberry.lazy("schema.performance")

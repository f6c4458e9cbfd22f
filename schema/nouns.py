"""The nouns of the schema: types that are planned from a shape."""

from schema.buyers import Buyer
from schema.categories import Category
from schema.contracts import Contract
from schema.frameworks import Framework
from schema.organisations import Organisation
from schema.payments import Payment
from schema.suppliers import Supplier

NOUNS: tuple[type, ...] = (
    Organisation,
    Buyer,
    Supplier,
    Contract,
    Payment,
    Category,
    Framework,
)

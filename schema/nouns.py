"""The nouns of the schema: types that are planned from a shape."""

from schema.buyers import Buyer
from schema.categories import Category
from schema.contracts import Contract
from schema.deals import Deal
from schema.frameworks import Framework, FrameworkLot
from schema.notices import Amendment, Notice
from schema.organisations import Organisation
from schema.payments import Payment
from schema.performance import Assessment, Failure, Kpi
from schema.procurements import Award, Lot, Procurement
from schema.products import Offer, Product
from schema.reviews import Review
from schema.suppliers import Supplier

NOUNS: tuple[type, ...] = (
    Organisation,
    Buyer,
    Supplier,
    Contract,
    Payment,
    Category,
    Framework,
    Procurement,
    Lot,
    Award,
    Notice,
    Amendment,
    Kpi,
    Assessment,
    Failure,
    FrameworkLot,
    Product,
    Offer,
    Deal,
    Review,
)

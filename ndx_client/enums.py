from enum import Enum


class Basis(str, Enum):
    STATED = "STATED"
    ASSUMED = "ASSUMED"
    FETCHED = "FETCHED"


class CodeOrder(str, Enum):
    CODE = "CODE"


class ContractOrder(str, Enum):
    NEWEST = "NEWEST"
    OLDEST = "OLDEST"


class DealOrder(str, Enum):
    NEWEST = "NEWEST"
    OLDEST = "OLDEST"


class NewestOrder(str, Enum):
    NEWEST = "NEWEST"
    OLDEST = "OLDEST"


class OfferOrder(str, Enum):
    NEWEST = "NEWEST"
    OLDEST = "OLDEST"


class OrganisationOrder(str, Enum):
    NAME = "NAME"
    NEWEST = "NEWEST"


class PaymentOrder(str, Enum):
    NEWEST = "NEWEST"
    OLDEST = "OLDEST"


class ProductOrder(str, Enum):
    NEWEST = "NEWEST"
    OLDEST = "OLDEST"


class ReservedFor(str, Enum):
    SME = "SME"
    VCSE = "VCSE"


class ReviewOrder(str, Enum):
    NEWEST = "NEWEST"
    OLDEST = "OLDEST"

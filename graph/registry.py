"""The shapes by name: what can be selected."""

from collections.abc import Mapping

from graph.buyers import BUYER
from graph.categories import CATEGORY
from graph.contracts import CONTRACT
from graph.deals import DEAL
from graph.frameworks import FRAMEWORK, FRAMEWORK_LOT
from graph.notices import AMENDMENTS, NOTICES
from graph.organisations import ORGANISATION
from graph.payments import PAYMENT
from graph.performance import ASSESSMENTS, FAILURES, KPIS
from graph.procurements import AWARDS, LOTS, PROCUREMENTS
from graph.products import OFFERED, PRODUCT
from graph.reviews import REVIEW
from graph.shape import Shape
from graph.suppliers import SUPPLIER

SHAPES: Mapping[str, Shape] = {
    shape.name: shape
    for shape in (
        ORGANISATION,
        BUYER,
        SUPPLIER,
        CONTRACT,
        PAYMENT,
        CATEGORY,
        FRAMEWORK,
        FRAMEWORK_LOT,
        PRODUCT,
        OFFERED,
        DEAL,
        REVIEW,
        *(PROCUREMENTS, LOTS, AWARDS, NOTICES, AMENDMENTS, KPIS, ASSESSMENTS, FAILURES),
    )
}

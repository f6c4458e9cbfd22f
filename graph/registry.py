"""The shapes by name: what can be selected."""

from collections.abc import Mapping

from graph.buyers import BUYER
from graph.categories import CATEGORY
from graph.contracts import CONTRACT
from graph.frameworks import FRAMEWORK
from graph.notices import AMENDMENTS, NOTICES
from graph.organisations import ORGANISATION
from graph.payments import PAYMENT
from graph.performance import ASSESSMENTS, FAILURES, KPIS
from graph.procurements import AWARDS, LOTS, PROCUREMENTS
from graph.shape import Shape
from graph.suppliers import SUPPLIER

SHAPES: Mapping[str, Shape] = {
    shape.name: shape
    for shape in (
        *(ORGANISATION, BUYER, SUPPLIER, CONTRACT, PAYMENT, CATEGORY, FRAMEWORK),
        *(PROCUREMENTS, LOTS, AWARDS, NOTICES, AMENDMENTS, KPIS, ASSESSMENTS, FAILURES),
    )
}

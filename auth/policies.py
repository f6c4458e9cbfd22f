"""Who may read what: pure functions that say why they deny. The only place that decides.

`ROOTS` states a policy for every root field; `gate` decides on a field of a type, `scope` names
the row predicate that is woven into every hop and filter over a noun. What is not stated is denied.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graph.registry import SHAPES
from graph.selection import Scope

ViewerClass = Literal["anonymous"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may call a root field, and why: the reason is shown with a refusal."""

    name: str
    classes: frozenset[ViewerClass]
    reason: str


ANYBODY = Policy("anybody", frozenset({"anonymous"}), "The market's open data is for everybody.")

ROOTS: Mapping[str, Policy] = {
    "node": ANYBODY,
    "nodes": ANYBODY,
    "hub": ANYBODY,
    "organisation": ANYBODY,
    "buyers": ANYBODY,
    "buyer": ANYBODY,
    "suppliers": ANYBODY,
    "supplier": ANYBODY,
    "contracts": ANYBODY,
    "contract": ANYBODY,
    "payments": ANYBODY,
    "categories": ANYBODY,
    "frameworks": ANYBODY,
    "procurements": ANYBODY,
    "procurement": ANYBODY,
    "products": ANYBODY,
    "deals": ANYBODY,
    "reviews": ANYBODY,
    "matchSuppliers": ANYBODY,
    "_entities": ANYBODY,
    "_service": ANYBODY,
}

# Row predicates by class of viewer and noun; a noun without an entry can't be read.
ROWS: Mapping[ViewerClass, Mapping[str, str]] = {
    "anonymous": {
        "Organisation": "PUBLIC",
        "Buyer": "PUBLIC",
        "Supplier": "PUBLIC",
        "Contract": "PUBLIC",
        "Payment": "PUBLIC",
        "Category": "PUBLIC",
        "Framework": "PUBLIC",
        "Procurement": "PUBLIC",
        "Lot": "PUBLIC",
        "Award": "PUBLIC",
        "Notice": "PUBLIC",
        "Amendment": "PUBLIC",
        "Kpi": "PUBLIC",
        "Assessment": "PUBLIC",
        "Failure": "PUBLIC",
        "FrameworkLot": "PUBLIC",
        "Product": "PUBLIC",
        "Offer": "PUBLIC",
        "Deal": "PUBLIC",
        "Review": "PUBLIC",
    },
}

# Fields that a class of viewer may not read. Empty: every field of the first scope is public.
DENIED: Mapping[ViewerClass, frozenset[tuple[str, str]]] = {"anonymous": frozenset()}


def may_call(viewer: ViewerClass, root: str) -> bool:
    """May this class call that root field? A field without a policy is denied."""
    policy = ROOTS.get(root)
    return policy is not None and viewer in policy.classes


def gate(viewer: ViewerClass, type: str, field: str) -> bool:
    """May this class read that field of that type at all? Unknown types and classes: no."""
    return type in SHAPES and viewer in DENIED and (type, field) not in DENIED[viewer]


@lru_cache(maxsize=16)
def scope(viewer: ViewerClass) -> Scope:
    """The row predicates of a class of viewer, for every noun that it may read."""
    return Scope(viewer, tuple(sorted(ROWS[viewer].items())))

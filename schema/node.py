"""What every major object is: a node with an opaque id."""

import strawberry

PREFIXES = {
    "org": "Organisation",
    "buy": "Buyer",
    "sup": "Supplier",
    "con": "Contract",
    "pay": "Payment",
    "cat": "Category",
    "fwk": "Framework",
    "prc": "Procurement",
    "lot": "Lot",
    "awd": "Award",
    "not": "Notice",
    "amd": "Amendment",
    "kpi": "Kpi",
    "asm": "Assessment",
    "fai": "Failure",
    "fwl": "FrameworkLot",
    "prd": "Product",
    "off": "Offer",
    "dea": "Deal",
    "rev": "Review",
}


@strawberry.interface(description="Something with an id that `node` answers.")
class Node:
    id: strawberry.ID = strawberry.field(
        description="Opaque, the same on every engine and after every reload."
    )


def type_of(id: str) -> str | None:
    """The type that an id belongs to; None when it is none of ours."""
    return PREFIXES.get(id.partition("-")[0])

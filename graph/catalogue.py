"""Everything that is stored: the list behind `hub hash`, the field table, exports and checks."""

from graph import (
    categories,
    claims,
    contracts,
    deals,
    frameworks,
    listed,
    needs,
    notices,
    organisations,
    payments,
    performance,
    pilots,
    procurements,
    products,
    records,
    reviews,
    sources,
    spend,
)
from graph.shape import FROM, ID, Column, Edge, Node


def state_of(node: Node) -> Node:
    """The node of a superseded state: its id is `<id>~<publicFrom>`, it covers [from, to)."""
    until = Column("publicTo", str, "Until when it was public, exclusive.", required=True)
    return Node(node.label + "State", (ID, FROM, until, *node.versioned), "A superseded state.")


# What the hub's own files tell of.
OWN: tuple[Node, ...] = (
    products.NODE,
    products.OFFER,
    products.ADOPTION,
    frameworks.LOT,
    deals.NODE,
    claims.NODE,
    claims.EXCLUSION,
    reviews.NODE,
    pilots.NODE,
    needs.NODE,
)
VERSIONED: tuple[Node, ...] = (
    organisations.NODE,
    contracts.NODE,
    categories.NODE,
    frameworks.NODE,
    procurements.NODE,
    procurements.LOT,
    procurements.AWARD,
    notices.NOTICE,
    notices.AMENDMENT,
    *performance.NODES,
    *OWN,
)
NODES: tuple[Node, ...] = (
    *VERSIONED,
    *(state_of(node) for node in VERSIONED),
    organisations.MENTION,
    organisations.IDENTIFIER,
    payments.NODE,
    procurements.RELEASE,
    records.NODE,
    sources.NODE,
    spend.MONTH,
    listed.LIST,
    listed.LISTED,
)
EDGES: tuple[Edge, ...] = (
    *(Edge("WAS", n.label, state_of(n).label, (), "A superseded state.") for n in VERSIONED),
    organisations.MEANS,
    organisations.BEARS,
    contracts.BOUGHT,
    contracts.SUPPLIED,
    contracts.TAKES_PART,
    contracts.UNDER,
    contracts.IN,
    categories.WITHIN,
    payments.PAID_UNDER,
    procurements.TELLS,
    procurements.HAS_LOT,
    procurements.HAS_AWARD,
    procurements.FOR,
    notices.HAS_NOTICE,
    notices.HAS_AMENDMENT,
    notices.CHANGED_BY,
    *performance.EDGES,
    spend.OF_MONTH,
    products.SELLS,
    products.MAKES,
    products.OFFERS,
    products.UNDER,
    products.USES,
    products.USED_UNDER,
    products.COVERS,
    frameworks.HAS_LOT,
    deals.NEGOTIATED,
    deals.PRICES,
    deals.UNDER,
    claims.HOLDS,
    claims.CERTIFIES,
    claims.FACES,
    reviews.WROTE,
    reviews.REVIEWS,
    reviews.RATES,
    pilots.RAN,
    pilots.TRIES,
    pilots.LED_TO,
    needs.LOOKS_FOR,
    needs.UNDER,
    needs.LED_TO,
)

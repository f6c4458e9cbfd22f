"""Everything that is stored: the list behind `hub hash`, the field table, exports and checks."""

from graph import (
    categories,
    contracts,
    frameworks,
    listed,
    notices,
    organisations,
    payments,
    performance,
    procurements,
    sources,
    spend,
)
from graph.shape import FROM, ID, Column, Edge, Node


def state_of(node: Node) -> Node:
    """The node of a superseded state: its id is `<id>~<publicFrom>`, it covers [from, to)."""
    until = Column("publicTo", str, "Until when it was public, exclusive.", required=True)
    return Node(node.label + "State", (ID, FROM, until, *node.versioned), "A superseded state.")


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
)
NODES: tuple[Node, ...] = (
    *VERSIONED,
    *(state_of(node) for node in VERSIONED),
    organisations.MENTION,
    organisations.IDENTIFIER,
    payments.NODE,
    procurements.RELEASE,
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
)

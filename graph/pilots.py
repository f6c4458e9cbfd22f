"""Pilots: products tried out."""

from graph.records import BY_MENTION, THING
from graph.shape import DATED, EDGE_DATED, ID, Column, Edge, Node

COLUMNS = (
    ID,
    THING,
    Column(
        "productRef", str, "The product that it is about: what refers to it while it is not there."
    ),
    Column(
        "contractRef",
        str,
        "The contract that it is about: an ocid, or the id of a line of returns.",
    ),
    Column(
        "contractPart", str, "The contract's own id within that ocid; null: every contract of it."
    ),
    Column("stage", str, "trial, proof_of_concept, test_and_learn or pilot.", versioned=True),
    Column("outcome", str, "scaled, extended or stopped; null: it runs.", versioned=True),
    Column("budgetE5", int, "What it may cost, in 10⁻⁵ currency units.", versioned=True),
    Column("spentE5", int, "What it cost, in 10⁻⁵ currency units.", versioned=True),
    Column("currency", str, "ISO 4217 code of the sums.", versioned=True),
    Column("startsOn", str, "The first day.", versioned=True),
    Column("endsOn", str, "The last day.", versioned=True),
    Column("text", str, "What was learnt.", versioned=True),
)
NODE = Node("Pilot", (*COLUMNS, *DATED), "A product tried out by a body.", states=True)
RAN = Edge("RAN", "Organisation", "Pilot", BY_MENTION, "A body ran a pilot.")
TRIES = Edge("TRIES", "Pilot", "Product", EDGE_DATED, "A pilot tries that product.")
LED_TO = Edge("LED_TO", "Pilot", "Contract", EDGE_DATED, "A pilot led to that contract.")

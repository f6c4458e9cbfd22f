"""Claims of assurance, and exclusions: what speaks for a supplier and what against."""

from graph.records import BY_MENTION, THING
from graph.shape import DATED, EDGE_DATED, ID, Column, Edge, Node

COLUMNS = (
    ID,
    THING,
    Column(
        "productRef", str, "The product that it is about: what refers to it while it is not there."
    ),
    Column("scheme", str, "The scheme, for instance cyber_essentials.", versioned=True),
    Column("number", str, "The certificate's number.", versioned=True),
    Column("issuer", str, "Who certified it.", versioned=True),
    Column("scope", str, "What it covers.", versioned=True),
    Column("level", str, "The level within the scheme.", versioned=True),
    Column("evidence", str, "Where it can be checked.", versioned=True),
    Column("validFrom", str, "The first day on which it holds.", versioned=True),
    Column("validTo", str, "The last day on which it holds.", versioned=True),
)
NODE = Node("Claim", (*COLUMNS, *DATED), "An assurance that a supplier claims.", states=True)
EXCLUSION_COLUMNS = (
    ID,
    THING,
    Column("status", str, "debarred, excluded or excludable.", versioned=True),
    Column("mandatory", bool, "Whether the ground is a mandatory one.", versioned=True),
    Column("ground", str, "The ground.", versioned=True),
    Column("decidedBy", str, "Who decided.", versioned=True),
    Column("evidence", str, "Where it can be checked.", versioned=True),
    Column("overrideRationale", str, "Why an award was made all the same.", versioned=True),
    Column("validFrom", str, "The first day on which it holds.", versioned=True),
    Column("validTo", str, "The last day on which it holds.", versioned=True),
)
EXCLUSION = Node(
    "Exclusion",
    (*EXCLUSION_COLUMNS, *DATED),
    "A debarment or exclusion of a supplier.",
    states=True,
)
HOLDS = Edge("HOLDS", "Organisation", "Claim", BY_MENTION, "A firm claims an assurance.")
CERTIFIES = Edge("CERTIFIES", "Claim", "Product", EDGE_DATED, "An assurance is about that product.")
FACES = Edge("FACES", "Organisation", "Exclusion", BY_MENTION, "A firm is excluded.")

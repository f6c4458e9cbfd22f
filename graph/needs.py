"""Needs: what buyers look for."""

from graph.records import BY_MENTION, THING
from graph.shape import DATED, EDGE_DATED, ID, Column, Edge, Node

COLUMNS = (
    ID,
    THING,
    Column(
        "frameworkRef", str, "The framework that it names: what refers to it while it is not there."
    ),
    Column(
        "contractRef",
        str,
        "The contract that it is about: an ocid, or the id of a line of returns.",
    ),
    Column(
        "contractPart", str, "The contract's own id within that ocid; null: every contract of it."
    ),
    Column("lot", str, "The framework lot's code."),
    Column("title", str, "What is looked for, in a line.", versioned=True),
    Column("text", str, "What is looked for, at length.", versioned=True),
    Column("cpv", list[str], "CPV codes of it.", versioned=True),
    Column("budgetE5", int, "What it may cost, in 10⁻⁵ currency units.", versioned=True),
    Column("currency", str, "ISO 4217 code of the budget.", versioned=True),
    Column("region", str, "Where it is needed.", versioned=True),
    Column("startsOn", str, "The day from which it is needed.", versioned=True),
    Column("mustHaves", list[str], "Schemes of claims that a supplier must hold.", versioned=True),
    Column("reservedFor", list[str], "Whom it is reserved for.", versioned=True),
)
NODE = Node("Need", (*COLUMNS, *DATED), "What a body looks for.", states=True)
LOOKS_FOR = Edge("LOOKS_FOR", "Organisation", "Need", BY_MENTION, "A body looks for it.")
UNDER = Edge("UNDER", "Need", "Framework", EDGE_DATED, "It is to be met on that framework.")
IN = Edge("IN", "Need", "Category", EDGE_DATED, "Something of that category is looked for.")
LED_TO = Edge("LED_TO", "Need", "Contract", EDGE_DATED, "A need led to that contract.")

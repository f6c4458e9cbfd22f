"""Organisations: one real body or firm, and the mentions by which sources name it."""

from collections.abc import Mapping
from typing import LiteralString

from graph.shape import ID, PUBLIC, Column, Edge, Hop, Node, Order, Shape

ROLES = (
    Column("buysFrom", str, "Public time of the first fact that shows it buying; null: none."),
    Column("suppliesFrom", str, "Public time of the first fact that shows it supplying."),
)
DESCRIBED = (
    Column("name", str, "Its newest name.", required=True),
    Column("kind", str, "public (a public body), company, or other.", required=True),
    Column("sector", str, "The sector as sources state it, else a reference list.", versioned=True),
    Column(
        "region",
        str,
        "The region as sources state it, else a reference list (NUTS code).",
        versioned=True,
    ),
    Column("sizeClass", str, "sme or large, as sources flag it.", versioned=True),
)
HIDDEN = Column("withheld", str, "Why it is hidden from the public; null: it is not.")
NODE = Node("Organisation", (ID, *DESCRIBED, *ROLES, HIDDEN), "One real body or firm.", states=True)
MENTION = Node(
    "Mention",
    (
        ID,
        Column("name", str, "The name as the source writes it.", required=True),
        Column("nameKey", str, "The normalised name (graph/text.py).", required=True),
        Column(
            "kind", str, "public, company or other: what the name or role tells.", required=True
        ),
        Column("place", str, "Postcode or locality, folded; null: none given."),
        Column(
            "identifiers", list[str], "Identifiers of valid form, `SCHEME-value`.", required=True
        ),
        Column(
            "unread", list[str], "Identifiers as written that have no valid form.", required=True
        ),
        Column("firstSeen", str, "Public time of the first fact that uses it.", required=True),
        Column("lastSeen", str, "Public time of the last fact that uses it.", required=True),
        Column("roles", list[str], "What it was named as: buyer, supplier.", required=True),
        Column("source", str, "The data set that names it.", required=True),
    ),
    "An organisation as one source names it; its id is the organisation's when it is canonical.",
)
IDENTIFIER = Node(
    "Identifier",
    (
        ID,
        Column("scheme", str, "The register, for instance GB-COH.", required=True),
        Column("value", str, "The number in its normal form.", required=True),
    ),
    "A register's number; its id is `SCHEME-value`.",
)
MEANS = Edge(
    "MEANS",
    "Mention",
    "Organisation",
    (
        Column(
            "basis",
            str,
            "Why: canonical, decision, identifier, name, list, form of name and others.",
            required=True,
        ),
        Column("score", int, "Certainty in percent; exact evidence is 100.", required=True),
    ),
    "Which body a mention means.",
)
BEARS = Edge("BEARS", "Mention", "Identifier", (), "A mention gives that number.")

KEYS: Mapping[str, LiteralString] = {
    "id": "(:Mention {id: {k}})-[:MEANS]->({x}:Organisation)",
    "name": "(:Mention {nameKey: {k}})-[:MEANS]->({x}:Organisation)",
    "identifier": "(:Identifier {id: {k}})<-[:BEARS]-(:Mention)-[:MEANS]->({x}:Organisation)",
}
EITHER_NOW: LiteralString = "({x}.buysFrom IS NOT NULL OR {x}.suppliesFrom IS NOT NULL)"
EITHER_THEN: LiteralString = "({x}.buysFrom <= $t OR {x}.suppliesFrom <= $t)"

ORGANISATION = Shape(
    name="Organisation",
    label="Organisation",
    columns=(ID, *DESCRIBED),
    hops=(
        Hop("buyer", "({x}:Organisation {id: {p}.id})", "Buyer", "It as a buyer.", many=False),
        Hop(
            "supplier",
            "({x}:Organisation {id: {p}.id})",
            "Supplier",
            "It as a supplier.",
            many=False,
        ),
    ),
    orders={"name": Order("name")},
    keys=KEYS,
    now=EITHER_NOW,
    then=EITHER_THEN,
    scopes={"PUBLIC": PUBLIC},
)

"""Notices of a procurement, and the amendments that change its contracts."""

from graph.shape import (
    BY_PUBLIC_TIME,
    DATED,
    EDGE_DATED,
    ID,
    Column,
    Edge,
    Hop,
    Node,
    Shape,
    readable,
)

NOTICE = Node(
    "Notice",
    (
        ID,
        Column("reference", str, "The notice's id as published.", required=True),
        Column(
            "section", str, "Where it stands: planning, tender, awards, contracts.", required=True
        ),
        Column("type", str, "noticeType as published: UK1 to UK17, or else.", versioned=True),
        Column("name", str, "What a notice of that type is; null for others.", versioned=True),
        Column("documentType", str, "documentType as published.", versioned=True),
        Column("description", str, "What its publisher says of it.", versioned=True),
        Column("publishedOn", str, "The day on which it was published, as stated.", versioned=True),
        Column("url", str, "Where it stands.", versioned=True),
        *DATED,
    ),
    "A notice of the Procurement Act 2023.",
    states=True,
)
AMENDMENT = Node(
    "Amendment",
    (
        ID,
        Column("reference", str, "The amendment's id as published.", required=True),
        Column("section", str, "What it changes: tender, awards or contracts.", required=True),
        Column("holder", str, "The published id of the award or contract; null for a tender."),
        Column("proposed", bool, "True while it was not signed yet.", required=True),
        Column("amendedOn", str, "The day of the amendment.", versioned=True),
        Column("description", str, "What changed.", versioned=True),
        Column("rationale", str, "Why.", versioned=True),
        Column("rationales", list[str], "Why, as `scheme id`.", versioned=True),
        Column("valueE5", int, "The new value in 10⁻⁵ currency units.", versioned=True),
        Column("currency", str, "Its currency.", versioned=True),
        Column("startsOn", str, "First day of the new term.", versioned=True),
        Column("endsOn", str, "Last day of the new term.", versioned=True),
        Column("aboveThreshold", bool, "Whether the new value is above it.", versioned=True),
        Column("hasRenewal", bool, "Whether it can be renewed.", versioned=True),
        *DATED,
    ),
    "A change of a tender, an award or a contract, as its publisher tells it.",
    states=True,
)
HAS_NOTICE = Edge("HAS_NOTICE", "Procurement", "Notice", EDGE_DATED, "A process has a notice.")
HAS_AMENDMENT = Edge(
    "HAS_AMENDMENT", "Procurement", "Amendment", EDGE_DATED, "A process was changed."
)
CHANGED_BY = Edge("CHANGED_BY", "Contract", "Amendment", EDGE_DATED, "A contract was changed.")

NOTICES = Shape(
    name="Notice",
    label="Notice",
    columns=readable(NOTICE),
    hops=(
        Hop(
            "procurement",
            "({p})<-[{r}:HAS_NOTICE]-({x}:Procurement)",
            "Procurement",
            "Of what.",
            many=False,
        ),
    ),
    orders=BY_PUBLIC_TIME,
    keys={"id": "({x}:Notice {id: {k}})"},
)
AMENDMENTS = Shape(
    name="Amendment",
    label="Amendment",
    columns=readable(AMENDMENT),
    hops=(
        Hop(
            "procurement",
            "({p})<-[{r}:HAS_AMENDMENT]-({x}:Procurement)",
            "Procurement",
            "Of what.",
            many=False,
        ),
        Hop(
            "contract",
            "({p})<-[{r}:CHANGED_BY]-({x}:Contract)",
            "Contract",
            "Of what contract.",
            many=False,
        ),
    ),
    orders=BY_PUBLIC_TIME,
    keys={"id": "({x}:Amendment {id: {k}})"},
)

"""How contracts perform: indicators, statutory ratings and breaches, of UK9 or own files."""

from graph.records import OWN_CONTRACT
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
    behind,
    readable,
)

REFERENCE = Column("reference", str, "Its id as its source gives it; opaque.", required=True)
KPI = Node(
    "Kpi",
    (
        ID,
        REFERENCE,
        *OWN_CONTRACT,
        Column("name", str, "What is measured.", versioned=True),
        Column("description", str, "What is measured, at length.", versioned=True),
        Column("target", str, "What was agreed, as written.", versioned=True),
        Column("unit", str, "The unit of the target.", versioned=True),
        *DATED,
    ),
    "A key performance indicator agreed for a contract.",
    states=True,
)
ASSESSMENT = Node(
    "Assessment",
    (
        ID,
        REFERENCE,
        *OWN_CONTRACT,
        Column("kpiRef", str, "The indicator that it names, if an own file tells of it."),
        Column(
            "rating",
            str,
            "good, approaching_target, requires_improvement, inadequate or other; null: not rated.",
            versioned=True,
        ),
        Column("code", str, "The rating's code as published.", versioned=True),
        Column("ratingText", str, "The rating in its publisher's words.", versioned=True),
        Column("measure", str, "What was measured, as written.", versioned=True),
        Column("unit", str, "The unit of the measure.", versioned=True),
        Column("valueE5", int, "A measured sum in 10⁻⁵ currency units.", versioned=True),
        Column("currency", str, "Its currency.", versioned=True),
        Column("description", str, "What its publisher says of it.", versioned=True),
        Column("periodFrom", str, "First day that it is about.", versioned=True),
        Column("periodTo", str, "Last day that it is about.", versioned=True),
        Column("assessedOn", str, "The day of the assessment.", versioned=True),
        *DATED,
    ),
    "How well a contract did in a period, by one indicator or as a whole.",
    states=True,
)
FAILURE = Node(
    "Failure",
    (
        ID,
        REFERENCE,
        *OWN_CONTRACT,
        Column("requirement", str, "What was not carried out.", versioned=True),
        Column("description", str, "What went wrong.", versioned=True),
        Column("category", str, "What kind of failure, as published.", versioned=True),
        Column("events", int, "How many times it happened.", versioned=True),
        Column("periodFrom", str, "First day that it is about.", versioned=True),
        Column("periodTo", str, "Last day that it is about.", versioned=True),
        Column("decidedOn", str, "The day on which the failure was decided.", versioned=True),
        Column("penaltyOn", str, "The day of the penalty.", versioned=True),
        Column("penaltyType", str, "contracted, imposed or negotiated.", versioned=True),
        Column("penaltyBasis", str, "The basis of the penalty in free text.", versioned=True),
        Column("penaltyContracted", str, "What the contract says of it.", versioned=True),
        Column("penaltyImposed", str, "What was imposed.", versioned=True),
        Column("penaltyPaid", bool, "Whether it was paid.", versioned=True),
        Column("penaltyE5", int, "The penalty in 10⁻⁵ currency units.", versioned=True),
        Column("penaltyGrossE5", int, "It with tax; never derived.", versioned=True),
        Column("currency", str, "Its currency.", versioned=True),
        Column("partialTermination", str, "What part of the contract ended.", versioned=True),
        *DATED,
    ),
    "A breach of a contract, and its penalty.",
    states=True,
)
NODES = (KPI, ASSESSMENT, FAILURE)
EDGES = (
    Edge("HAS_KPI", "Procurement", "Kpi", EDGE_DATED, "A process tells of an indicator."),
    Edge("HAS_ASSESSMENT", "Procurement", "Assessment", EDGE_DATED, "A process tells of a rating."),
    Edge("HAS_FAILURE", "Procurement", "Failure", EDGE_DATED, "A process tells of a breach."),
    Edge("MEASURED_BY", "Contract", "Kpi", EDGE_DATED, "A contract has an indicator."),
    Edge("ASSESSED_BY", "Contract", "Assessment", EDGE_DATED, "A contract was rated."),
    Edge("BROKEN_BY", "Contract", "Failure", EDGE_DATED, "A contract was breached."),
    Edge(
        "RESPONSIBLE",
        "Organisation",
        "Failure",
        (Column("mention", str, "The mention behind it.", required=True), *EDGE_DATED),
        "A supplier is responsible for a breach.",
    ),
    Edge("RATES", "Assessment", "Kpi", EDGE_DATED, "A rating is by an indicator."),
)

KPIS = Shape(
    name="Kpi",
    label="Kpi",
    columns=readable(KPI),
    hops=(
        Hop(
            "contract",
            "({p})<-[{r}:MEASURED_BY]-({x}:Contract)",
            "Contract",
            "Of what.",
            many=False,
        ),
        behind(
            "assessments", "({p})<-[{r}:RATES]-({x}:Assessment)", "Assessment", "Ratings by it."
        ),
    ),
    orders=BY_PUBLIC_TIME,
    keys={"id": "({x}:Kpi {id: {k}})"},
)
ASSESSMENTS = Shape(
    name="Assessment",
    label="Assessment",
    columns=readable(ASSESSMENT),
    hops=(
        Hop(
            "contract",
            "({p})<-[{r}:ASSESSED_BY]-({x}:Contract)",
            "Contract",
            "Of what.",
            many=False,
        ),
        Hop("kpi", "({p})-[{r}:RATES]->({x}:Kpi)", "Kpi", "By what.", many=False),
    ),
    orders=BY_PUBLIC_TIME,
    keys={"id": "({x}:Assessment {id: {k}})"},
)
FAILURES = Shape(
    name="Failure",
    label="Failure",
    columns=readable(FAILURE),
    hops=(
        Hop(
            "contract", "({p})<-[{r}:BROKEN_BY]-({x}:Contract)", "Contract", "Of what.", many=False
        ),
    ),
    orders=BY_PUBLIC_TIME,
    keys={"id": "({x}:Failure {id: {k}})"},
)

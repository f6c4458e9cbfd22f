"""Frameworks: routes to market under which contracts are called off."""

from graph.records import THING
from graph.shape import DATED, EDGE_DATED, ID, KNOWN, Column, Edge, Hop, Node, Order, Shape

COLUMNS = (
    ID,
    Column("code", str, "The code or name that its source uses.", required=True),
    Column("name", str, "The name as sources state it.", versioned=True),
    Column("owner", str, "The name of the body that runs it.", versioned=True),
    Column("kind", str, "closed, open, dynamic_market or purchasing_system.", versioned=True),
    Column("status", str, "upcoming, active, expired or cancelled, as stated.", versioned=True),
    Column("startsOn", str, "Its first day.", versioned=True),
    Column("endsOn", str, "Its last day without extensions.", versioned=True),
    Column("extendsTo", str, "Its last day with all extensions.", versioned=True),
    Column("callOff", list[str], "How is called off: competition, direct.", versioned=True),
    Column("buyerTypes", list[str], "Which types of body may use it; null: all.", versioned=True),
    Column("regions", list[str], "In which regions; null: everywhere.", versioned=True),
    Column("url", str, "Where it is described.", versioned=True),
)
LOT_COLUMNS = (
    ID,
    THING,
    Column("code", str, "The lot's code within its framework.", required=True),
    Column("name", str, "What it is called.", versioned=True),
    Column("description", str, "What can be bought under it.", versioned=True),
    Column("cpv", list[str], "CPV codes of it.", versioned=True),
    Column("callOff", list[str], "How is called off: competition, direct.", versioned=True),
    Column("maxMonths", int, "The longest term of a call-off in months.", versioned=True),
    Column("extensionMonths", int, "Months by which it can be extended.", versioned=True),
)
LOT = Node("FrameworkLot", (*LOT_COLUMNS, *DATED), "A lot of a framework.", states=True)
HAS_LOT = Edge("HAS_LOT", "Framework", "FrameworkLot", EDGE_DATED, "A framework has a lot.")
IN = Edge("IN", "FrameworkLot", "Category", EDGE_DATED, "A lot is for that category.")
NODE = Node("Framework", (*COLUMNS, *DATED), "A route to market.", states=True)

FRAMEWORK = Shape(
    name="Framework",
    label="Framework",
    columns=(*COLUMNS, *DATED[:1]),
    hops=(
        Hop(
            "contracts",
            "({p})<-[{r}:UNDER]-({x}:Contract)",
            "Contract",
            "Contracts called off it, newest first.",
            distinct=True,
            order="newest",
        ),
        Hop(
            "lots",
            "({p})-[{r}:HAS_LOT]->({x}:FrameworkLot)",
            "FrameworkLot",
            "Its lots.",
            order="code",
        ),
        Hop(
            "deals",
            "({p})<-[{r}:UNDER]-({x}:Deal)",
            "Deal",
            "Nationally negotiated prices on it, newest first.",
            order="newest",
        ),
    ),
    orders={"code": Order("code")},
    keys={"id": "({x}:Framework {id: {k}})", "code": "({x}:Framework {code: {k}})"},
)
FRAMEWORK_LOT = Shape(
    name="FrameworkLot",
    label="FrameworkLot",
    columns=(*LOT_COLUMNS, *KNOWN),
    hops=(
        Hop(
            "framework",
            "({p})<-[{r}:HAS_LOT]-({x}:Framework)",
            "Framework",
            "The framework.",
            many=False,
        ),
    ),
    orders={"code": Order("code")},
    keys={"id": "({x}:FrameworkLot {id: {k}})"},
)

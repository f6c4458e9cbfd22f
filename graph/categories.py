"""Categories: what is bought, by the schemes that sources use (CPV above all)."""

from graph.shape import DATED, EDGE_DATED, ID, Column, Edge, Hop, Node, Order, Shape

COLUMNS = (
    ID,
    Column("scheme", str, "The scheme, for instance CPV.", required=True),
    Column("code", str, "The code in that scheme.", required=True),
    Column(
        "name",
        str,
        "The vocabulary's label if one is loaded, else as sources state it.",
        versioned=True,
    ),
)
NODE = Node("Category", (*COLUMNS, *DATED), "A class of goods, services or works.", states=True)
WITHIN = Edge(
    "WITHIN",
    "Category",
    "Category",
    EDGE_DATED,
    "A category lies within a wider one, by the vocabulary; public as the narrower one is.",
)

CATEGORY = Shape(
    name="Category",
    label="Category",
    columns=(*COLUMNS, *DATED[:1]),
    hops=(
        Hop(
            "contracts",
            "({p})<-[{r}:IN]-({x}:Contract)",
            "Contract",
            "Contracts for it, newest first.",
            distinct=True,
            order="newest",
        ),
        Hop(
            "parent",
            "({p})-[{r}:WITHIN]->({x}:Category)",
            "Category",
            "The next wider category.",
            many=False,
        ),
        Hop(
            "children",
            "({p})<-[{r}:WITHIN]-({x}:Category)",
            "Category",
            "The next narrower categories that are in use.",
            order="code",
        ),
    ),
    orders={"code": Order("code")},
    keys={"id": "({x}:Category {id: {k}})"},
)

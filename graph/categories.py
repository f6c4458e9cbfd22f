"""Categories: what is bought, by the schemes that sources use (CPV above all)."""

from graph.shape import DATED, ID, Column, Hop, Node, Order, Shape

COLUMNS = (
    ID,
    Column("scheme", str, "The scheme, for instance CPV.", required=True),
    Column("code", str, "The code in that scheme.", required=True),
    Column("name", str, "The label as sources state it.", versioned=True),
)
NODE = Node("Category", (*COLUMNS, *DATED), "A class of goods, services or works.", states=True)

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
    ),
    orders={"code": Order("code")},
    keys={"id": "({x}:Category {id: {k}})"},
)

"""Frameworks: routes to market under which contracts are called off."""

from graph.shape import DATED, ID, Column, Hop, Node, Order, Shape

COLUMNS = (
    ID,
    Column("code", str, "The code or name that its source uses.", required=True),
    Column("name", str, "The name as sources state it.", versioned=True),
)
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
    ),
    orders={"code": Order("code")},
    keys={"id": "({x}:Framework {id: {k}})"},
)

"""Buyers: organisations in their role as buyers."""

from graph.organisations import DESCRIBED, KEYS
from graph.shape import Column, Hop, Order, Shape

BUYER = Shape(
    name="Buyer",
    label="Organisation",
    columns=(
        Column("id", str, "`buy-…`.", expr="'buy-' + substring({x}.id, 4)", required=True),
        *DESCRIBED,
        Column("since", str, "When it was first seen buying.", expr="{x}.buysFrom", required=True),
    ),
    hops=(
        Hop(
            "contracts",
            "({p})-[{r}:BOUGHT]->({x}:Contract)",
            "Contract",
            "What it bought, newest first.",
            distinct=True,
            order="newest",
        ),
    ),
    orders={"name": Order("name"), "newest": Order("buysFrom", descending=True)},
    keys=KEYS,
    now="{x}.buysFrom IS NOT NULL",
    then="{x}.buysFrom <= $t",
)

"""Suppliers: organisations in their role as suppliers."""

from graph.organisations import DESCRIBED, KEYS
from graph.shape import Column, Hop, Order, Shape

SUPPLIER = Shape(
    name="Supplier",
    label="Organisation",
    columns=(
        Column("id", str, "`sup-…`.", expr="'sup-' + substring({x}.id, 4)", required=True),
        *DESCRIBED,
        Column(
            "since",
            str,
            "When it was first seen supplying.",
            expr="{x}.suppliesFrom",
            required=True,
        ),
    ),
    hops=(
        Hop(
            "contracts",
            "({p})-[{r}:SUPPLIED]->({x}:Contract)",
            "Contract",
            "What it supplied, newest first.",
            distinct=True,
            order="newest",
        ),
        Hop(
            "products",
            "({p})-[{r}:SELLS]->({x}:Product)",
            "Product",
            "What it sells, newest first.",
            distinct=True,
            order="newest",
        ),
    ),
    orders={"name": Order("name"), "newest": Order("suppliesFrom", descending=True)},
    keys=KEYS,
    now="{x}.suppliesFrom IS NOT NULL",
    then="{x}.suppliesFrom <= $t",
)

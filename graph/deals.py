"""Deals: nationally negotiated prices."""

from graph.records import BY_MENTION, THING
from graph.shape import DATED, EDGE_DATED, ID, KNOWN, Column, Edge, Hop, Node, Order, Shape

COLUMNS = (
    ID,
    THING,
    Column(
        "productRef", str, "The product that it is about: what refers to it while it is not there."
    ),
    Column(
        "frameworkRef", str, "The framework that it names: what refers to it while it is not there."
    ),
    Column("lot", str, "The framework lot's code."),
    Column("name", str, "What it is called.", versioned=True),
    Column(
        "priceMinE5", int, "The least price without tax in 10⁻⁵ currency units.", versioned=True
    ),
    Column(
        "priceMaxE5", int, "The highest price without tax in 10⁻⁵ currency units.", versioned=True
    ),
    Column(
        "grossMinE5",
        int,
        "The least price with tax in 10⁻⁵ currency units; never derived.",
        versioned=True,
    ),
    Column("grossMaxE5", int, "The highest price with tax; never derived.", versioned=True),
    Column(
        "setupPriceE5",
        int,
        "What is paid once at the start, in 10⁻⁵ currency units.",
        versioned=True,
    ),
    Column("currency", str, "ISO 4217 code of the prices.", versioned=True),
    Column("unit", str, "What one price is for: user, instance, and so on.", versioned=True),
    Column("interval", str, "For how long it is paid: month, year; null: once.", versioned=True),
    Column(
        "tiers",
        list[str],
        "Prices by quantity: `from to price`, to `-` for no end, price in 10⁻⁵ units.",
        versioned=True,
    ),
    Column("minQuantity", int, "The least quantity.", versioned=True),
    Column("maxQuantity", int, "The largest quantity.", versioned=True),
    Column("validFrom", str, "The first day on which it holds.", versioned=True),
    Column("validTo", str, "The last day on which it holds.", versioned=True),
    Column("buyerTypes", list[str], "Which types of body may use it; null: all.", versioned=True),
    Column("regions", list[str], "In which regions; null: everywhere.", versioned=True),
)
NODE = Node("Deal", (*COLUMNS, *DATED), "A nationally negotiated price.", states=True)
NEGOTIATED = Edge("NEGOTIATED", "Organisation", "Deal", BY_MENTION, "A body negotiated a deal.")
PRICES = Edge("PRICES", "Deal", "Product", EDGE_DATED, "A deal prices that product.")
UNDER = Edge("UNDER", "Deal", "Framework", EDGE_DATED, "A deal holds on that framework.")

DEAL = Shape(
    name="Deal",
    label="Deal",
    columns=(*COLUMNS, *KNOWN),
    hops=(
        Hop("product", "({p})-[{r}:PRICES]->({x}:Product)", "Product", "Of what.", many=False),
        Hop(
            "framework",
            "({p})-[{r}:UNDER]->({x}:Framework)",
            "Framework",
            "The route on which it holds.",
            many=False,
        ),
    ),
    orders={"newest": Order("publicFrom", descending=True), "oldest": Order("publicFrom")},
    keys={"id": "({x}:Deal {id: {k}})"},
)

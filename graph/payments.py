"""Payments: money that went, a sales return line or spend of a month; credits are negative."""

from graph.shape import DATED, EDGE_DATED, ID, KNOWN, Column, Edge, Hop, Node, Order, Shape

COLUMNS = (
    ID,
    Column("amountE5", int, "Amount in 10⁻⁵ currency units; a credit is negative.", required=True),
    Column("currency", str, "ISO 4217 code.", required=True),
    Column("month", str, "The month it was made in, `2013-06`.", required=True),
    Column("text", str, "The line's own words."),
    Column("reference", str, "The line's id in its source.", required=True),
)
STATED = (
    Column("sector", str, "The buyer's sector as stated on the line."),
    Column("sizeClass", str, "The supplier's size as stated on the line."),
    Column("lines", int, "How many lines of a spend list it sums; null: it is a line itself."),
    Column("vatE5", int, "Irrecoverable VAT as stated beside the amount, in 10⁻⁵ units."),
    Column("tax", str, "net or gross, as the list's mapping says; null: it does not."),
)
NODE = Node("Payment", (*COLUMNS, *STATED, *DATED), "Money that went.")
PAID_UNDER = Edge(
    "PAID_UNDER", "Payment", "Contract", EDGE_DATED, "Which contract it was paid under."
)

PAYMENT = Shape(
    name="Payment",
    label="Payment",
    columns=(*COLUMNS, *STATED[2:], *KNOWN),
    hops=(
        Hop(
            "contract",
            "({p})-[{r}:PAID_UNDER]->({x}:Contract)",
            "Contract",
            "Under what.",
            many=False,
        ),
    ),
    orders={"newest": Order("publicFrom", descending=True), "oldest": Order("publicFrom")},
    keys={"id": "({x}:Payment {id: {k}})"},
)

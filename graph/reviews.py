"""Reviews: what buyers say of their contracts."""

from graph.records import BY_MENTION, THING
from graph.shape import DATED, EDGE_DATED, ID, KNOWN, Column, Edge, Hop, Node, Order, Shape

COLUMNS = (
    ID,
    THING,
    Column(
        "contractRef",
        str,
        "The contract that it is about: an ocid, or the id of a line of returns.",
    ),
    Column(
        "contractPart", str, "The contract's own id within that ocid; null: every contract of it."
    ),
    Column(
        "productRef", str, "The product that it is about: what refers to it while it is not there."
    ),
    Column("rating", int, "Stars, 1 (very poor) to 5 (excellent).", versioned=True),
    Column("delivery", int, "Stars for delivery, 1 to 5.", versioned=True),
    Column("support", int, "Stars for support, 1 to 5.", versioned=True),
    Column("value", int, "Stars for value, 1 to 5.", versioned=True),
    Column("accessibility", int, "Stars for accessibility, 1 to 5.", versioned=True),
    Column("exit", int, "Stars for exit, 1 to 5.", versioned=True),
    Column("title", str, "Its heading.", versioned=True),
    Column("text", str, "What is said.", versioned=True),
    Column("role", str, "The reviewer's role, never a name.", versioned=True),
    Column("writtenOn", str, "The day on which it was written.", versioned=True),
    Column("reply", str, "What the supplier answered.", versioned=True),
    Column("repliedOn", str, "The day of the answer.", versioned=True),
)
NODE = Node("Review", (*COLUMNS, *DATED), "What a buyer says of a contract.", states=True)
WROTE = Edge("WROTE", "Organisation", "Review", BY_MENTION, "A body wrote a review.")
REVIEWS = Edge("REVIEWS", "Review", "Contract", EDGE_DATED, "A review is about that contract.")
RATES = Edge("RATES", "Review", "Product", EDGE_DATED, "A review is about that product.")

REVIEW = Shape(
    name="Review",
    label="Review",
    columns=(*COLUMNS, *KNOWN),
    hops=(
        Hop(
            "by",
            "({p})<-[{r}:WROTE]-({x}:Organisation)",
            "Buyer",
            "The body behind it.",
            many=False,
        ),
        Hop(
            "contract",
            "({p})-[{r}:REVIEWS]->({x}:Contract)",
            "Contract",
            "The contract that it is about.",
            many=False,
        ),
        Hop(
            "product",
            "({p})-[{r}:RATES]->({x}:Product)",
            "Product",
            "The product that it is about.",
            many=False,
        ),
    ),
    orders={"newest": Order("publicFrom", descending=True), "oldest": Order("publicFrom")},
    keys={"id": "({x}:Review {id: {k}})"},
)

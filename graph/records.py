"""Records of the hub's own files: what was said, raw and unchanged."""

from graph.shape import EDGE_DATED, FROM, ID, Column, Node

THING = Column("thing", str, "The id of its first life: what others refer to it by.", required=True)
NODE = Node(
    "Record",
    (
        ID,
        Column("noun", str, "What it tells of: product, offer and so on.", required=True),
        Column("key", str, "The key that its source gives it.", required=True),
        Column("thing", str, "The id of what it tells of (its first life).", required=True),
        Column("raw", str, "Its values as JSON, redacted; `null`: withdrawn.", required=True),
        FROM,
        Column("basis", str, "How the public time is known: stated or fetched.", required=True),
        Column("source", str, "The data set it comes from (id of a Source).", required=True),
    ),
    "One line of one of the hub's own files.",
)
BY_MENTION = (
    Column("mention", str, "The mention behind it.", required=True),
    *EDGE_DATED,
    Column("sector", str, "The body's sector as stated with this fact."),
    Column("sizeClass", str, "The body's size as stated with this fact."),
    Column("region", str, "The body's region as stated with this fact."),
)
# Of what releases tell of as well; they leave these empty.
OWN_CONTRACT = (
    Column("thing", str, "The id of its first life, if one of the hub's own files tells of it."),
    Column("contractRef", str, "The contract that it is about: an ocid, or a line of returns."),
    Column("contractPart", str, "The contract's own id within that ocid; null: all of it."),
)

"""Sources: data sets named by their mapping, never by a path."""

from graph.loading import PATIENT
from graph.shape import ID, Column, Node
from graph.statements import Statement

NODE = Node(
    "Source",
    (
        ID,
        Column("name", str, "The data set's name.", required=True),
        Column("publisher", str, "Who publishes it.", required=True),
        Column("licence", str, "Its licence, or that none is stated.", required=True),
        Column("fictional", bool, "True for invented data.", required=True),
        Column(
            "editions",
            list[str],
            "Public times of its editions that are stated to be complete: what one lacks ended.",
        ),
    ),
    "A data set.",
)

EDITIONS = Statement(
    "complete editions",
    """MATCH (s:Source) WHERE s.editions IS NOT NULL
    RETURN s.id AS id, s.editions AS editions""",
)
# The first SET takes the lock, or of two loaders that add an edition one could be lost.
ADD_EDITION = Statement(
    "complete edition",
    """MATCH (s:Source {id: $id}) SET s.id = $id
    WITH s, coalesce(s.editions, []) + [$since] AS told
    UNWIND told AS one
    WITH DISTINCT s, one ORDER BY one
    WITH s, collect(one) AS editions
    SET s.editions = editions""",
)
ROWS = Statement(
    "rows of a data set",
    "MATCH (r:Release) WHERE r.ocid STARTS WITH $prefix RETURN DISTINCT r.ocid AS ocid",
    PATIENT,
)

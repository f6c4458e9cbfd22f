"""Reference lists: what registers and classifications say of bodies and codes, timeless.

A list is replaced as a whole by a newer edition. The rows of an edition bear its digest, and the
list's own node names the edition that counts: switching over is one write, and what a load that
was cut off leaves behind counts for nothing.
"""

from graph.shape import EDGE_DATED, ID, Column, Edge, Node
from graph.statements import Statement

PATIENT = 60.0  # seconds for one batch

LIST = Node(
    "ReferenceList",
    (
        Column("id", str, "The list's name, for instance local-authorities.", required=True),
        Column("edition", str, "SHA-256 of the edition's rows, in any order.", required=True),
        Column("fetched", str, "The day that --fetched gave; null: none."),
        Column("newest", str, "The newest day that stands in its rows; null: none."),
        Column("entries", int, "How many rows it has.", required=True),
        Column("source", str, "The data set that it is (id of a Source).", required=True),
    ),
    "A reference list in the edition that counts; knowledge about names, applied to all dates.",
)
LISTED = Node(
    "Listed",
    (
        ID,
        Column("list", str, "The list (id of a ReferenceList).", required=True),
        Column("edition", str, "The edition whose row it is.", required=True),
        Column("code", str, "The key that the list gives it.", required=True),
        Column("name", str, "Its name there.", required=True),
        Column("nameKey", str, "The normalised name (graph/text.py).", required=True),
        Column("names", list[str], "All its names there, the main one first.", required=True),
        Column("kind", str, "public, company or other for a body; category for a code."),
        Column("type", str, "What sort of body the list says it is, in the list's words."),
        Column("sector", str, "Its sector, for instance Local Government."),
        Column("region", str, "Its region or nation, as a NUTS code of level 1."),
        Column("place", str, "The place that it is named after."),
        Column("keys", list[str], "Its numbers in registers, `SCHEME-value`.", required=True),
        Column("since", str, "The day from which it exists, as the list has it."),
        Column("until", str, "The day on which it ended."),
        Column("successors", list[str], "Codes of the bodies that replaced it.", required=True),
    ),
    "What a reference list says of a body or a code.",
)
SUCCEEDED_BY = Edge(
    "SUCCEEDED_BY",
    "Organisation",
    "Organisation",
    (*EDGE_DATED, Column("on", str, "The day on which the old body ended; null: not said.")),
    "A body was replaced by another, says a list; two bodies, and history stays with the old one."
    " Its public time is 1970: a list is knowledge for all dates.",
)

LISTS = Statement(
    "reference lists",
    """MATCH (l:ReferenceList) RETURN l.id AS id, l.edition AS edition, l.fetched AS fetched,
        l.newest AS newest""",
    PATIENT,
)
EDITIONS = Statement(
    "editions in the graph",
    "MATCH (e:Listed) RETURN DISTINCT e.list AS list, e.edition AS edition",
    PATIENT,
)
MERGE_LISTED = Statement(
    "rows of a reference list",
    "UNWIND $rows AS row MERGE (e:Listed {id: row.id}) SET e += row.values",
    PATIENT,
)
MERGE_LIST = Statement(
    "edition that counts",
    "UNWIND $rows AS row MERGE (l:ReferenceList {id: row.id}) SET l += row.values",
    PATIENT,
)
ENTRY_IDS = Statement(
    "rows of an edition",
    "MATCH (e:Listed {list: $list}) WHERE e.edition = $edition RETURN e.id AS id",
    PATIENT,
)
DELETE_LISTED = Statement(
    "rows of another edition",
    "UNWIND $ids AS id MATCH (e:Listed {id: id}) DELETE e",
    PATIENT,
)
NAMES = Statement(
    "names of listed bodies",
    """MATCH (l:ReferenceList) WHERE l.id IN $lists
    MATCH (e:Listed {list: l.id}) WHERE e.edition = l.edition
    RETURN e.list AS list, e.code AS code, e.names AS names""",
    PATIENT,
)
COMMON = Statement(
    "names that a list has more than once",
    """MATCH (l:ReferenceList {id: $list})
    MATCH (e:Listed {list: l.id}) WHERE e.edition = l.edition
    WITH e.nameKey AS key, count(*) AS times WHERE times > 1 RETURN key AS key""",
    PATIENT,
)
BODIES = Statement(
    "listed bodies",
    """MATCH (l:ReferenceList) WHERE l.id IN $lists
    MATCH (e:Listed {list: l.id}) WHERE e.edition = l.edition
    RETURN e.list AS list, e.code AS code, e.kind AS kind, e.sector AS sector,
        e.region AS region, e.until AS until, e.successors AS successors, l.source AS source
    ORDER BY list, code, e.id""",
    PATIENT,
)
EDITION = Statement(
    "edition of a list", "MATCH (l:ReferenceList {id: $list}) RETURN l.edition AS edition", PATIENT
)
SECTORS = Statement(
    "sectors of names",
    """UNWIND $keys AS key MATCH (e:Listed {nameKey: key})
    WHERE e.list = $list AND e.edition = $edition AND e.sector IS NOT NULL
    RETURN key AS key, e.kind AS kind, e.sector AS sector""",
    PATIENT,
)
SUCCESSIONS = Statement(
    "successions",
    """MATCH (a:Organisation)-[r:SUCCEEDED_BY]->(b:Organisation)
    RETURN a.id AS old, b.id AS new, r.on AS on, r.source AS source""",
    PATIENT,
)
MERGE_SUCCESSIONS = Statement(
    "organisation replaced by another",
    """UNWIND $rows AS row
    MATCH (a:Organisation {id: row.old}) MATCH (b:Organisation {id: row.new})
    MERGE (a)-[r:SUCCEEDED_BY]->(b)
    SET r.publicFrom = row.publicFrom, r.on = row.on, r.source = row.source""",
    PATIENT,
)
DELETE_SUCCESSIONS = Statement(
    "organisation no longer replaced",
    """UNWIND $rows AS row
    MATCH (:Organisation {id: row.old})-[r:SUCCEEDED_BY]->(:Organisation {id: row.new})
    WITH collect(r) AS gone UNWIND gone AS r DELETE r""",
    PATIENT,
)

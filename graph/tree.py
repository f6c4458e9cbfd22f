"""The tree of categories: which code lies within which, by the vocabulary that is loaded."""

from graph.statements import Statement

PATIENT = 60.0  # seconds for one batch

CODES = Statement(
    "codes of categories",
    "MATCH (k:Category {scheme: $scheme}) RETURN k.id AS id, k.code AS code",
    PATIENT,
)
LABELS = Statement(
    "labels of codes",
    """UNWIND $codes AS code MATCH (e:Listed {code: code})
    WHERE e.list = $list AND e.edition = $edition RETURN e.code AS code, e.name AS name""",
    PATIENT,
)
EDITION = Statement(
    "vocabulary loaded", "MATCH (l:ReferenceList {id: $list}) RETURN l.edition AS edition", PATIENT
)
STORED = Statement(
    "categories within others",
    """MATCH (a:Category)-[r:WITHIN]->(b:Category)
    RETURN a.id AS child, b.id AS parent, r.publicFrom AS publicFrom, r.source AS source""",
    PATIENT,
)
SINCE = Statement(
    "public times of categories",
    "MATCH (k:Category {scheme: $scheme}) RETURN k.id AS id, k.publicFrom AS publicFrom",
    PATIENT,
)
MERGE_WITHIN = Statement(
    "category within another",
    """UNWIND $rows AS row MATCH (a:Category {id: row.child}) MATCH (b:Category {id: row.parent})
    MERGE (a)-[r:WITHIN]->(b) SET r.publicFrom = row.publicFrom, r.source = row.source""",
    PATIENT,
)
DELETE_WITHIN = Statement(
    "category no longer within another",
    """UNWIND $rows AS row
    MATCH (:Category {id: row.child})-[r:WITHIN]->(:Category {id: row.parent})
    WITH collect(r) AS gone UNWIND gone AS r DELETE r""",
    PATIENT,
)

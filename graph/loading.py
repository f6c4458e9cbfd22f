"""Writing what files say: each statement takes `$rows` and may run again without harm.

Nodes are merged by id, edges leaf first (a hub's edges are never walked). Public times only ever
move to the earlier, so the order in which batches arrive can't matter.
"""

from graph.statements import Statement

PATIENT = 60.0  # seconds for one batch: an engine that was just started is slow

# A load that has not ended: while the node is there, everything derived is derived anew.
UNFINISHED = Statement("load unfinished", "MATCH (l:Load {id: 'unfinished'}) RETURN l.id AS id")
BEGIN = Statement("load begins", "MERGE (l:Load {id: 'unfinished'})")
END = Statement("load ends", "MATCH (l:Load {id: 'unfinished'}) DELETE l")

KNOWN_MENTIONS = Statement(
    "known mentions",
    """MATCH (m:Mention)-[e:MEANS]->(o:Organisation)
    RETURN m.id AS id, m.source AS source, m.name AS name, m.kind AS kind, m.place AS place,
        m.identifiers AS identifiers, m.unread AS unread, m.firstSeen AS firstSeen,
        m.lastSeen AS lastSeen, m.roles AS roles, o.id AS organisation, e.basis AS basis,
        e.score AS score""",
    PATIENT,
)
KNOWN_PAYMENTS = Statement(
    "known payments",
    """UNWIND $ids AS id MATCH (p:Payment {id: id})-[:PAID_UNDER]->(c:Contract)
    RETURN p.id AS id, c.id AS contract, p.amountE5 AS amountE5, p.month AS month,
        p.text AS text, p.sector AS sector, p.sizeClass AS sizeClass""",
    PATIENT,
)
KNOWN_RELEASES = Statement(
    "known releases",
    "UNWIND $ids AS id MATCH (r:Release {id: id}) RETURN r.id AS id",
    PATIENT,
)
KNOWN_OCIDS = Statement(
    "known ocids",
    "UNWIND $ocids AS ocid MATCH (r:Release {ocid: ocid}) RETURN DISTINCT ocid AS ocid",
    PATIENT,
)
FIRST_LINES = Statement(
    "lines of contracts",
    """UNWIND $ids AS id MATCH (c:Contract {id: id})<-[:PAID_UNDER]-(p:Payment)
    RETURN c.id AS contract, p.publicFrom AS publicFrom, p.reference AS reference, p.text AS text,
        p.basis AS basis""",
    PATIENT,
)

KNOWN_SOURCES = Statement(
    "sources known",
    """UNWIND $ids AS id MATCH (s:Source {id: id})
    RETURN s.id AS id, s.name AS name, s.publisher AS publisher, s.licence AS licence""",
    PATIENT,
)
MERGE_SOURCES = Statement(
    "sources", "UNWIND $rows AS row MERGE (s:Source {id: row.id}) SET s += row.values", PATIENT
)
MERGE_MENTIONS = Statement(
    "mentions", "UNWIND $rows AS row MERGE (m:Mention {id: row.id}) SET m += row.values", PATIENT
)
CREATE_MEANINGS = Statement(
    "organisations of new mentions",
    """UNWIND $rows AS row MATCH (m:Mention {id: row.id})
    CREATE (m)-[:MEANS {basis: 'canonical', score: 100}]->
        (o:Organisation {id: row.id, name: row.name, kind: row.kind})""",
    PATIENT,
)
MERGE_IDENTIFIERS = Statement(
    "identifiers",
    "UNWIND $rows AS row MERGE (i:Identifier {id: row.id}) SET i += row.values",
    PATIENT,
)
CREATE_BEARS = Statement(
    "identifiers of mentions",
    """UNWIND $rows AS row MATCH (m:Mention {id: row.mention}) MATCH (i:Identifier {id: row.id})
    CREATE (m)-[:BEARS]->(i)""",
    PATIENT,
)
# The same where other loaders may write the same mentions at the same time; lists are put in order
# when the last of them has ended.
JOIN_MENTIONS = Statement(
    "mentions beside others",
    """UNWIND $rows AS row MERGE (m:Mention {id: row.id})
    ON CREATE SET m += row.values
    ON MATCH SET
        m.firstSeen = CASE WHEN row.values.firstSeen < m.firstSeen
            THEN row.values.firstSeen ELSE m.firstSeen END,
        m.lastSeen = CASE WHEN row.values.lastSeen > m.lastSeen
            THEN row.values.lastSeen ELSE m.lastSeen END,
        m.unread = m.unread + [one IN row.values.unread WHERE NOT one IN m.unread],
        m.roles = m.roles + [one IN row.values.roles WHERE NOT one IN m.roles]""",
    PATIENT,
)
MERGE_MEANINGS = Statement(
    "organisations of new mentions beside others",
    """UNWIND $rows AS row MATCH (m:Mention {id: row.id})
    MERGE (o:Organisation {id: row.id}) ON CREATE SET o.name = row.name, o.kind = row.kind
    MERGE (m)-[e:MEANS]->(o) ON CREATE SET e.basis = 'canonical', e.score = 100""",
    PATIENT,
)
MERGE_BEARS = Statement(
    "identifiers of mentions beside others",
    """UNWIND $rows AS row MATCH (m:Mention {id: row.mention}) MATCH (i:Identifier {id: row.id})
    MERGE (m)-[:BEARS]->(i)""",
    PATIENT,
)
# The first statement of a name makes the node; name and public time are settled at the end.
MERGE_CATEGORIES = Statement(
    "categories",
    """UNWIND $rows AS row MERGE (k:Category {id: row.id})
    ON CREATE SET k.scheme = row.scheme, k.code = row.code, k.name = row.name,
        k.publicFrom = row.publicFrom, k.basis = row.basis, k.source = row.source""",
    PATIENT,
)
MERGE_FRAMEWORKS = Statement(
    "frameworks",
    """UNWIND $rows AS row MERGE (f:Framework {id: row.id})
    ON CREATE SET f.code = row.code, f.name = row.name,
        f.publicFrom = row.publicFrom, f.basis = row.basis, f.source = row.source""",
    PATIENT,
)
MERGE_CONTRACTS = Statement(
    "contracts", "UNWIND $rows AS row MERGE (c:Contract {id: row.id}) SET c += row.values", PATIENT
)
CREATE_PAYMENTS = Statement(
    "payments",
    """UNWIND $rows AS row MATCH (c:Contract {id: row.contract})
    CREATE (p:Payment {id: row.id}) SET p += row.values
    CREATE (p)-[:PAID_UNDER {publicFrom: row.publicFrom, source: row.source}]->(c)""",
    PATIENT,
)
MERGE_BOUGHT = Statement(
    "purchases of returns",
    """UNWIND $rows AS row MATCH (:Mention {id: row.mention})-[:MEANS]->(o:Organisation)
    MATCH (c:Contract {id: row.contract})
    MERGE (c)<-[r:BOUGHT {mention: row.mention}]-(o)
    ON CREATE SET r.publicFrom = row.publicFrom, r.source = row.source, r.sector = row.sector
    ON MATCH SET
        r.sector = CASE WHEN row.publicFrom < r.publicFrom
            OR (row.publicFrom = r.publicFrom AND coalesce(row.sector, '') < coalesce(r.sector, ''))
            THEN row.sector ELSE r.sector END,
        r.publicFrom = CASE WHEN row.publicFrom < r.publicFrom
            THEN row.publicFrom ELSE r.publicFrom END""",
    PATIENT,
)
MERGE_SUPPLIED = Statement(
    "sales of returns",
    """UNWIND $rows AS row MATCH (:Mention {id: row.mention})-[:MEANS]->(o:Organisation)
    MATCH (c:Contract {id: row.contract})
    MERGE (c)<-[r:SUPPLIED {mention: row.mention}]-(o)
    ON CREATE SET r.publicFrom = row.publicFrom, r.source = row.source, r.sizeClass = row.sizeClass
    ON MATCH SET
        r.sizeClass = CASE WHEN row.publicFrom < r.publicFrom OR (row.publicFrom = r.publicFrom
            AND coalesce(row.sizeClass, '') < coalesce(r.sizeClass, ''))
            THEN row.sizeClass ELSE r.sizeClass END,
        r.publicFrom = CASE WHEN row.publicFrom < r.publicFrom
            THEN row.publicFrom ELSE r.publicFrom END""",
    PATIENT,
)
MERGE_UNDER = Statement(
    "frameworks of returns",
    """UNWIND $rows AS row MATCH (f:Framework {id: row.target})
    MATCH (c:Contract {id: row.contract})
    MERGE (c)-[r:UNDER]->(f)
    ON CREATE SET r.publicFrom = row.publicFrom, r.source = row.source, r.name = row.name
    ON MATCH SET r.publicFrom = CASE WHEN row.publicFrom < r.publicFrom
        THEN row.publicFrom ELSE r.publicFrom END""",
    PATIENT,
)
MERGE_IN = Statement(
    "categories of returns",
    """UNWIND $rows AS row MATCH (k:Category {id: row.target})
    MATCH (c:Contract {id: row.contract})
    MERGE (c)-[r:IN]->(k)
    ON CREATE SET r.publicFrom = row.publicFrom, r.source = row.source, r.name = row.name
    ON MATCH SET r.publicFrom = CASE WHEN row.publicFrom < r.publicFrom
        THEN row.publicFrom ELSE r.publicFrom END""",
    PATIENT,
)
CREATE_RELEASES = Statement(
    "releases", "UNWIND $rows AS row CREATE (r:Release {id: row.id}) SET r += row.values", PATIENT
)

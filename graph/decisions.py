"""Decisions on who is who, and pairs in doubt: what people said, and what they might look at."""

from graph.loading import PATIENT
from graph.shape import ID, Column, Edge, Node
from graph.statements import Statement

# Two mention ids as columns, not as edges: the mentions may not be there (yet), and an undone
# decision must leave nothing behind that `hub hash` counts.
NODE = Node(
    "Decision",
    (
        ID,
        Column("action", str, "join or split.", required=True),
        Column("one", str, "A mention (its id); of a split the one taken out.", required=True),
        Column("other", str, "The other mention (its id).", required=True),
        Column("why", str, "The reason in words.", required=True),
        Column("by", str, "Who decided.", required=True),
        Column("evidence", str, "What it rests on: a link, a register, a letter."),
        Column("madeAt", str, "When: an instant, UTC.", required=True),
        Column("undoneAt", str, "When it was undone; null: it is in force."),
        Column("undoneBy", str, "Who undid it."),
        Column("undoneWhy", str, "Why it was undone."),
    ),
    "A person's decision on who is who; `hub hash` counts it while it is in force.",
    void="undoneAt",
)
RESEMBLES = Edge(
    "RESEMBLES",
    "Mention",
    "Mention",
    (
        Column("score", int, "How alike, in percent; what is joined scores more.", required=True),
        Column("why", str, "What is alike, or what speaks against it.", required=True),
    ),
    "Two bodies, each by its canonical mention (smaller id first), that may be one.",
)

DECISIONS = Statement(
    "decisions",
    """MATCH (d:Decision) RETURN d.id AS id, d.action AS action, d.one AS one, d.other AS other,
        d.why AS why, d.by AS by, d.evidence AS evidence, d.madeAt AS madeAt,
        d.undoneAt AS undoneAt, d.undoneBy AS undoneBy, d.undoneWhy AS undoneWhy""",
    PATIENT,
)
WRITE = Statement(
    "decision written", "MERGE (d:Decision {id: $id}) SET d += $values RETURN d.id AS id"
)
STORED_DOUBTS = Statement(
    "pairs in doubt stored",
    """MATCH (a:Mention)-[r:RESEMBLES]->(b:Mention)
    RETURN a.id AS one, b.id AS other, r.score AS score, r.why AS why""",
    PATIENT,
)
DELETE_DOUBTS = Statement(
    "pairs in doubt no more",
    """UNWIND $rows AS row MATCH (:Mention {id: row.one})-[r:RESEMBLES]->(:Mention {id: row.other})
    WITH collect(r) AS gone UNWIND gone AS r DELETE r""",
    PATIENT,
)
CREATE_DOUBTS = Statement(
    "pairs in doubt",
    """UNWIND $rows AS row MATCH (a:Mention {id: row.one}) MATCH (b:Mention {id: row.other})
    CREATE (a)-[:RESEMBLES {score: row.score, why: row.why}]->(b)""",
    PATIENT,
)
NAMED_DOUBTS = Statement(
    "pairs in doubt with names",
    """MATCH (a:Mention)-[r:RESEMBLES]->(b:Mention)
    RETURN a.id AS one, a.name AS oneName, b.id AS other, b.name AS otherName,
        r.score AS score, r.why AS why""",
    PATIENT,
)
MENTIONS_OF = Statement(
    "mentions of a body",
    """MATCH (:Mention {id: $id})-[:MEANS]->(o:Organisation)
    MATCH (o)<-[e:MEANS]-(m:Mention)
    RETURN o.id AS organisation, o.name AS called, m.id AS id, m.name AS name,
        m.firstSeen AS firstSeen, m.lastSeen AS lastSeen, m.source AS source, m.roles AS roles,
        m.place AS place, m.identifiers AS identifiers, e.basis AS basis, e.score AS score""",
    PATIENT,
)
DOUBTS_OF = Statement(
    "pairs in doubt of a body",
    """MATCH (a:Mention {id: $id})-[r:RESEMBLES]-(b:Mention)
    RETURN b.id AS id, b.name AS name, r.score AS score, r.why AS why""",
    PATIENT,
)

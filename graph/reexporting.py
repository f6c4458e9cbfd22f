"""Contracts outside OCDS, read out whole: what sales returns and spend lists tell, as it is now."""

from graph.statements import Statement

PATIENT = 60.0  # seconds for a batch

SOURCES = Statement(
    "sources for a re-export",
    """MATCH (s:Source)
    RETURN s.id AS id, s.name AS name, s.publisher AS publisher, s.licence AS licence,
        s.fictional AS fictional""",
    PATIENT,
)
IDS = Statement(
    "contracts outside ocds",
    "MATCH (c:Contract) WHERE c.ocid IS NULL AND c.publicTo IS NULL RETURN c.id AS id",
    PATIENT,
)
CONTRACTS = Statement(
    "purchases by id",
    """UNWIND $ids AS id MATCH (c:Contract {id: id})
    RETURN c.id AS id, c.title AS title, c.description AS description, c.status AS status,
        c.lot AS lot, c.signedOn AS signedOn, c.startsOn AS startsOn, c.endsOn AS endsOn,
        c.valueE5 AS valueE5, c.currency AS currency, c.publicFrom AS publicFrom,
        c.basis AS basis, c.source AS source""",
    PATIENT,
)
BUYERS = Statement(
    "buyers of purchases",
    """UNWIND $ids AS id MATCH (c:Contract {id: id})<-[e:BOUGHT]-(o:Organisation)
    WHERE e.publicTo IS NULL
    MATCH (m:Mention {id: e.mention})
    RETURN id AS contract, m.id AS id, m.name AS name, e.sector AS stated""",
    PATIENT,
)
SUPPLIERS = Statement(
    "suppliers of purchases",
    """UNWIND $ids AS id MATCH (c:Contract {id: id})<-[e:SUPPLIED]-(o:Organisation)
    WHERE e.publicTo IS NULL
    MATCH (m:Mention {id: e.mention})
    RETURN id AS contract, m.id AS id, m.name AS name, e.sizeClass AS stated""",
    PATIENT,
)
FRAMEWORKS = Statement(
    "frameworks of purchases",
    """UNWIND $ids AS id MATCH (c:Contract {id: id})-[e:UNDER]->(f:Framework)
    WHERE e.publicTo IS NULL
    RETURN id AS contract, f.code AS code, f.name AS name""",
    PATIENT,
)
CATEGORIES = Statement(
    "categories of purchases",
    """UNWIND $ids AS id MATCH (c:Contract {id: id})-[e:IN]->(k:Category)
    WHERE e.publicTo IS NULL
    RETURN id AS contract, k.scheme AS scheme, k.code AS code, k.name AS name""",
    PATIENT,
)
PAYMENTS = Statement(
    "payments of purchases",
    """UNWIND $ids AS id MATCH (c:Contract {id: id})<-[:PAID_UNDER]-(p:Payment)
    WHERE p.publicTo IS NULL
    RETURN id AS contract, p.id AS id, p.reference AS reference, p.amountE5 AS amountE5,
        p.currency AS currency, p.month AS month, p.text AS text, p.lines AS lines, p.tax AS tax,
        p.publicFrom AS publicFrom""",
    PATIENT,
)

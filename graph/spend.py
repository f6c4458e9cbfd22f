"""Spend lists: a buyer's months and their editions; the sums themselves are payments."""

from graph.loading import PATIENT
from graph.shape import ID, Column, Edge, Node
from graph.statements import Statement

MONTH = Node(
    "SpendMonth",
    (
        ID,
        Column("buyer", str, "The buyer's name, folded.", required=True),
        Column("month", str, "The month that the list is of, `2024-03`.", required=True),
        Column(
            "editions",
            list[str],
            "What was published of it: public time, basis, number of lines, SHA-256 of the lines.",
            required=True,
        ),
        Column("source", str, "The data set that it belongs to.", required=True),
    ),
    "A month of a buyer in a spend list. Its lines lie in Parquet, under its id and their SHA-256.",
)
OF_MONTH = Edge(
    "OF_MONTH", "Payment", "SpendMonth", (), "A sum is made of lines of that month's editions."
)

MONTHS = Statement(
    "spend months known",
    """UNWIND $ids AS id MATCH (m:SpendMonth {id: id})
    RETURN m.id AS id, m.buyer AS buyer, m.editions AS editions""",
    PATIENT,
)
PAYMENTS = Statement(
    "spend payments known",
    """MATCH (m:SpendMonth {id: $id})<-[:OF_MONTH]-(p:Payment)-[:PAID_UNDER]->(c:Contract)
    RETURN p.id AS id, c.id AS contract, p.month AS month, p.currency AS currency, p.tax AS tax,
        p.text AS text, p.amountE5 AS amountE5, p.lines AS lines, p.vatE5 AS vatE5,
        p.publicFrom AS publicFrom, p.publicTo AS publicTo, p.basis AS basis""",
    PATIENT,
)
# Of purchases that are there: since when other months show them.
ELSEWHERE = Statement(
    "spend purchases elsewhere",
    """UNWIND $ids AS id
    MATCH (c:Contract {id: id})<-[:PAID_UNDER]-(p:Payment)-[:OF_MONTH]->(m:SpendMonth)
    WHERE m.id <> $month
    RETURN DISTINCT c.id AS contract, p.publicFrom AS publicFrom, p.basis AS basis""",
    PATIENT,
)
MERGE_MONTHS = Statement(
    "spend months",
    "UNWIND $rows AS row MERGE (m:SpendMonth {id: row.id}) SET m += row.values",
    PATIENT,
)
CREATE_PAYMENTS = Statement(
    "spend payments",
    """UNWIND $rows AS row MATCH (c:Contract {id: row.contract})
    MATCH (m:SpendMonth {id: row.of})
    CREATE (p:Payment {id: row.id}) SET p += row.values
    CREATE (p)-[:PAID_UNDER {publicFrom: row.publicFrom, publicTo: row.publicTo,
        source: row.source}]->(c)
    CREATE (p)-[:OF_MONTH]->(m)""",
    PATIENT,
)
UPDATE_PAYMENTS = Statement(
    "spend payments changed",
    """UNWIND $rows AS row MATCH (p:Payment {id: row.id})-[r:PAID_UNDER]->(:Contract)
    SET p += row.values, r.publicTo = row.publicTo""",
    PATIENT,
)
DELETE_PAYMENTS = Statement(
    "spend payments gone",
    "UNWIND $ids AS id MATCH (p:Payment {id: id}) DETACH DELETE p",
    PATIENT,
)
DATE_PURCHASES = Statement(
    "spend purchases dated",
    """UNWIND $rows AS row MATCH (c:Contract {id: row.id})
    SET c.publicFrom = row.publicFrom, c.basis = row.basis""",
    PATIENT,
)
DATE_BOUGHT = Statement(
    "spend buyers dated",
    """UNWIND $rows AS row MATCH (c:Contract {id: row.id})<-[r:BOUGHT]-(:Organisation)
    SET r.publicFrom = row.publicFrom""",
    PATIENT,
)
DATE_SUPPLIED = Statement(
    "spend suppliers dated",
    """UNWIND $rows AS row MATCH (c:Contract {id: row.id})<-[r:SUPPLIED]-(:Organisation)
    SET r.publicFrom = row.publicFrom""",
    PATIENT,
)
DELETE_PURCHASES = Statement(
    "spend purchases gone",
    "UNWIND $ids AS id MATCH (c:Contract {id: id}) DETACH DELETE c",
    PATIENT,
)

"""Writing how contracts perform, as releases tell it: see `graph/rebuilding.py`."""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

BUILT: Mapping[str, Statement] = {
    "Kpi": Statement(
        "indicators of processes",
        """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:HAS_KPI]->(n:Kpi)
        RETURN DISTINCT n.id AS id""",
        PATIENT,
    ),
    "Assessment": Statement(
        "ratings of processes",
        """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:HAS_ASSESSMENT]->(n:Assessment)
        RETURN DISTINCT n.id AS id""",
        PATIENT,
    ),
    "Failure": Statement(
        "breaches of processes",
        """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:HAS_FAILURE]->(n:Failure)
        RETURN DISTINCT n.id AS id""",
        PATIENT,
    ),
}
CLEAR_STATES: Mapping[str, Statement] = {
    "Kpi": Statement(
        "states of indicators cleared",
        """UNWIND $ids AS id MATCH (:Kpi {id: id})-[:WAS]->(s:KpiState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Assessment": Statement(
        "states of ratings cleared",
        """UNWIND $ids AS id MATCH (:Assessment {id: id})-[:WAS]->(s:AssessmentState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Failure": Statement(
        "states of breaches cleared",
        """UNWIND $ids AS id MATCH (:Failure {id: id})-[:WAS]->(s:FailureState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
}
# Only of what a process tells: the ratings of the hub's own files stay on their contracts.
CLEAR_EDGES: Mapping[str, Statement] = {
    "Kpi": Statement(
        "edges of indicators cleared",
        """UNWIND $ids AS id MATCH (:Kpi {id: id})-[r:HAS_KPI|MEASURED_BY]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Assessment": Statement(
        "edges of ratings cleared",
        """UNWIND $ids AS id MATCH (:Assessment {id: id})-[r:HAS_ASSESSMENT|ASSESSED_BY|RATES]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Failure": Statement(
        "edges of breaches cleared",
        """UNWIND $ids AS id MATCH (:Failure {id: id})-[r:HAS_FAILURE|BROKEN_BY|RESPONSIBLE]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
}
DELETE_GONE: Mapping[str, Statement] = {
    "Kpi": Statement(
        "indicators gone", "UNWIND $ids AS id MATCH (n:Kpi {id: id}) DETACH DELETE n", PATIENT
    ),
    "Assessment": Statement(
        "ratings gone", "UNWIND $ids AS id MATCH (n:Assessment {id: id}) DETACH DELETE n", PATIENT
    ),
    "Failure": Statement(
        "breaches gone", "UNWIND $ids AS id MATCH (n:Failure {id: id}) DETACH DELETE n", PATIENT
    ),
}
MERGE_NODES: Mapping[str, Statement] = {
    "Kpi": Statement(
        "indicators",
        "UNWIND $rows AS row MERGE (n:Kpi {id: row.id}) SET n += row.values",
        PATIENT,
    ),
    "Assessment": Statement(
        "ratings",
        "UNWIND $rows AS row MERGE (n:Assessment {id: row.id}) SET n += row.values",
        PATIENT,
    ),
    "Failure": Statement(
        "breaches",
        "UNWIND $rows AS row MERGE (n:Failure {id: row.id}) SET n += row.values",
        PATIENT,
    ),
}
CREATE_STATES: Mapping[str, Statement] = {
    "Kpi": Statement(
        "states of indicators",
        """UNWIND $rows AS row MATCH (n:Kpi {id: row.of})
        CREATE (n)-[:WAS]->(s:KpiState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Assessment": Statement(
        "states of ratings",
        """UNWIND $rows AS row MATCH (n:Assessment {id: row.of})
        CREATE (n)-[:WAS]->(s:AssessmentState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Failure": Statement(
        "states of breaches",
        """UNWIND $rows AS row MATCH (n:Failure {id: row.of})
        CREATE (n)-[:WAS]->(s:FailureState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
}
CREATE_EDGES: Mapping[str, Statement] = {
    "HAS_KPI": Statement(
        "procurement HAS_KPI kpi",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Kpi {id: row.end})
        CREATE (a)-[r:HAS_KPI]->(b) SET r += row.values""",
        PATIENT,
    ),
    "HAS_ASSESSMENT": Statement(
        "procurement HAS_ASSESSMENT assessment",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Assessment {id: row.end})
        CREATE (a)-[r:HAS_ASSESSMENT]->(b) SET r += row.values""",
        PATIENT,
    ),
    "HAS_FAILURE": Statement(
        "procurement HAS_FAILURE failure",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Failure {id: row.end})
        CREATE (a)-[r:HAS_FAILURE]->(b) SET r += row.values""",
        PATIENT,
    ),
    "MEASURED_BY": Statement(
        "contract MEASURED_BY kpi",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Kpi {id: row.end})
        CREATE (a)-[r:MEASURED_BY]->(b) SET r += row.values""",
        PATIENT,
    ),
    "ASSESSED_BY": Statement(
        "contract ASSESSED_BY assessment",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Assessment {id: row.end})
        CREATE (a)-[r:ASSESSED_BY]->(b) SET r += row.values""",
        PATIENT,
    ),
    "BROKEN_BY": Statement(
        "contract BROKEN_BY failure",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Failure {id: row.end})
        CREATE (a)-[r:BROKEN_BY]->(b) SET r += row.values""",
        PATIENT,
    ),
    "RATES": Statement(
        "assessment RATES kpi",
        """UNWIND $rows AS row MATCH (a:Assessment {id: row.start})
        MATCH (b:Kpi {id: row.end})
        CREATE (a)-[r:RATES]->(b) SET r += row.values""",
        PATIENT,
    ),
    "RESPONSIBLE": Statement(
        "suppliers responsible for breaches",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(a:Organisation)
        MATCH (b:Failure {id: row.end})
        CREATE (a)-[r:RESPONSIBLE {mention: row.start}]->(b) SET r += row.values""",
        PATIENT,
    ),
}
# A mention's meaning changes: its breaches go with it (see `graph/regrouping.py`).
MOVE_RESPONSIBLE = Statement(
    "breaches moved",
    """UNWIND $rows AS row
    MATCH (:Organisation {id: row.old})-[r:RESPONSIBLE {mention: row.mention}]->(f:Failure)
    MATCH (o:Organisation {id: row.organisation})
    WITH collect({r: r, f: f, o: o}) AS moves UNWIND moves AS move
    WITH move.r AS r, move.f AS f, move.o AS o
    CREATE (o)-[:RESPONSIBLE {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
        source: r.source}]->(f)
    DELETE r""",
    PATIENT,
)

"""How contracts perform, read out as it is stored and written back: see `graph/items.py`."""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

LONG = 120.0  # seconds for each wait of a stream over everything

NODES: Mapping[str, Statement] = {
    "Kpi": Statement("all kpi nodes", "MATCH (n:Kpi) RETURN properties(n) AS n", LONG),
    "Assessment": Statement(
        "all assessment nodes", "MATCH (n:Assessment) RETURN properties(n) AS n", LONG
    ),
    "Failure": Statement("all failure nodes", "MATCH (n:Failure) RETURN properties(n) AS n", LONG),
    "KpiState": Statement(
        "all kpistate nodes", "MATCH (n:KpiState) RETURN properties(n) AS n", LONG
    ),
    "AssessmentState": Statement(
        "all assessmentstate nodes", "MATCH (n:AssessmentState) RETURN properties(n) AS n", LONG
    ),
    "FailureState": Statement(
        "all failurestate nodes", "MATCH (n:FailureState) RETURN properties(n) AS n", LONG
    ),
}
EDGES: Mapping[tuple[str, str, str], Statement] = {
    ("WAS", "Kpi", "KpiState"): Statement(
        "all WAS edges of kpi",
        """MATCH (a:Kpi)-[r:WAS]->(b:KpiState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("WAS", "Assessment", "AssessmentState"): Statement(
        "all WAS edges of assessment",
        """MATCH (a:Assessment)-[r:WAS]->(b:AssessmentState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("WAS", "Failure", "FailureState"): Statement(
        "all WAS edges of failure",
        """MATCH (a:Failure)-[r:WAS]->(b:FailureState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("HAS_KPI", "Procurement", "Kpi"): Statement(
        "all HAS_KPI edges of procurement",
        """MATCH (a:Procurement)-[r:HAS_KPI]->(b:Kpi)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("HAS_ASSESSMENT", "Procurement", "Assessment"): Statement(
        "all HAS_ASSESSMENT edges of procurement",
        """MATCH (a:Procurement)-[r:HAS_ASSESSMENT]->(b:Assessment)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("HAS_FAILURE", "Procurement", "Failure"): Statement(
        "all HAS_FAILURE edges of procurement",
        """MATCH (a:Procurement)-[r:HAS_FAILURE]->(b:Failure)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("MEASURED_BY", "Contract", "Kpi"): Statement(
        "all MEASURED_BY edges of contract",
        """MATCH (a:Contract)-[r:MEASURED_BY]->(b:Kpi)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("ASSESSED_BY", "Contract", "Assessment"): Statement(
        "all ASSESSED_BY edges of contract",
        """MATCH (a:Contract)-[r:ASSESSED_BY]->(b:Assessment)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("BROKEN_BY", "Contract", "Failure"): Statement(
        "all BROKEN_BY edges of contract",
        """MATCH (a:Contract)-[r:BROKEN_BY]->(b:Failure)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("RATES", "Assessment", "Kpi"): Statement(
        "all RATES edges of assessment",
        """MATCH (a:Assessment)-[r:RATES]->(b:Kpi)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
    ("RESPONSIBLE", "Organisation", "Failure"): Statement(
        "all RESPONSIBLE edges of organisation",
        """MATCH (a:Organisation)-[r:RESPONSIBLE]->(b:Failure)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        LONG,
    ),
}
RESTORED_NODES: Mapping[str, Statement] = {
    "Kpi": Statement(
        "restored kpi nodes",
        """UNWIND $rows AS row CREATE (n:Kpi {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Assessment": Statement(
        "restored assessment nodes",
        """UNWIND $rows AS row CREATE (n:Assessment {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Failure": Statement(
        "restored failure nodes",
        """UNWIND $rows AS row CREATE (n:Failure {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "KpiState": Statement(
        "restored kpistate nodes",
        """UNWIND $rows AS row CREATE (n:KpiState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "AssessmentState": Statement(
        "restored assessmentstate nodes",
        """UNWIND $rows AS row CREATE (n:AssessmentState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "FailureState": Statement(
        "restored failurestate nodes",
        """UNWIND $rows AS row CREATE (n:FailureState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
}
RESTORED_EDGES: Mapping[tuple[str, str, str], Statement] = {
    ("WAS", "Kpi", "KpiState"): Statement(
        "restored WAS edges of kpi",
        """UNWIND $rows AS row MATCH (a:Kpi {id: row.start})
        MATCH (b:KpiState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Assessment", "AssessmentState"): Statement(
        "restored WAS edges of assessment",
        """UNWIND $rows AS row MATCH (a:Assessment {id: row.start})
        MATCH (b:AssessmentState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Failure", "FailureState"): Statement(
        "restored WAS edges of failure",
        """UNWIND $rows AS row MATCH (a:Failure {id: row.start})
        MATCH (b:FailureState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HAS_KPI", "Procurement", "Kpi"): Statement(
        "restored HAS_KPI edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Kpi {id: row.end})
        CREATE (a)-[r:HAS_KPI]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HAS_ASSESSMENT", "Procurement", "Assessment"): Statement(
        "restored HAS_ASSESSMENT edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Assessment {id: row.end})
        CREATE (a)-[r:HAS_ASSESSMENT]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HAS_FAILURE", "Procurement", "Failure"): Statement(
        "restored HAS_FAILURE edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Failure {id: row.end})
        CREATE (a)-[r:HAS_FAILURE]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("MEASURED_BY", "Contract", "Kpi"): Statement(
        "restored MEASURED_BY edges of contract",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Kpi {id: row.end})
        CREATE (a)-[r:MEASURED_BY]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("ASSESSED_BY", "Contract", "Assessment"): Statement(
        "restored ASSESSED_BY edges of contract",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Assessment {id: row.end})
        CREATE (a)-[r:ASSESSED_BY]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("BROKEN_BY", "Contract", "Failure"): Statement(
        "restored BROKEN_BY edges of contract",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Failure {id: row.end})
        CREATE (a)-[r:BROKEN_BY]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("RATES", "Assessment", "Kpi"): Statement(
        "restored RATES edges of assessment",
        """UNWIND $rows AS row MATCH (a:Assessment {id: row.start})
        MATCH (b:Kpi {id: row.end})
        CREATE (a)-[r:RATES]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("RESPONSIBLE", "Organisation", "Failure"): Statement(
        "restored RESPONSIBLE edges of organisation",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Failure {id: row.end})
        CREATE (a)-[r:RESPONSIBLE]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
}

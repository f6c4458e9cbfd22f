"""Writing OCDS processes of ocids that are new: nothing of them is there, so nothing is sought.

Each part comes together with its edge from the process; every other edge, and the superseded
states, as in `graph/rebuilding.py`. Values are rows without nulls.
"""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

# The edge that ties each part to its process.
TIES: Mapping[str, str] = {
    "Lot": "HAS_LOT",
    "Award": "HAS_AWARD",
    "Contract": "FOR",
    "Notice": "HAS_NOTICE",
    "Amendment": "HAS_AMENDMENT",
    "Kpi": "HAS_KPI",
    "Assessment": "HAS_ASSESSMENT",
    "Failure": "HAS_FAILURE",
}
# Rows with id, values and the ids of all releases.
PROCESSES = Statement(
    "new processes",
    """UNWIND $rows AS row CREATE (n:Procurement {id: row.id}) SET n += row.values
    WITH n, row UNWIND row.releases AS release
    MATCH (r:Release {id: release}) CREATE (r)-[:TELLS]->(n)""",
    PATIENT,
)
# Rows with id, values, of (the process) and tie (the values of the edge).
PARTS: Mapping[str, Statement] = {
    "Lot": Statement(
        "new lots",
        """UNWIND $rows AS row MATCH (p:Procurement {id: row.of})
        CREATE (p)-[r:HAS_LOT]->(n:Lot {id: row.id}) SET n += row.values SET r += row.tie""",
        PATIENT,
    ),
    "Award": Statement(
        "new awards",
        """UNWIND $rows AS row MATCH (p:Procurement {id: row.of})
        CREATE (p)-[r:HAS_AWARD]->(n:Award {id: row.id}) SET n += row.values SET r += row.tie""",
        PATIENT,
    ),
    "Contract": Statement(
        "new contracts",
        """UNWIND $rows AS row MATCH (p:Procurement {id: row.of})
        CREATE (p)-[r:FOR]->(n:Contract {id: row.id}) SET n += row.values SET r += row.tie""",
        PATIENT,
    ),
    "Notice": Statement(
        "new notices",
        """UNWIND $rows AS row MATCH (p:Procurement {id: row.of})
        CREATE (p)-[r:HAS_NOTICE]->(n:Notice {id: row.id}) SET n += row.values SET r += row.tie""",
        PATIENT,
    ),
    "Amendment": Statement(
        "new amendments",
        """UNWIND $rows AS row MATCH (p:Procurement {id: row.of})
        CREATE (p)-[r:HAS_AMENDMENT]->(n:Amendment {id: row.id})
        SET n += row.values SET r += row.tie""",
        PATIENT,
    ),
    "Kpi": Statement(
        "new indicators",
        """UNWIND $rows AS row MATCH (p:Procurement {id: row.of})
        CREATE (p)-[r:HAS_KPI]->(n:Kpi {id: row.id}) SET n += row.values SET r += row.tie""",
        PATIENT,
    ),
    "Assessment": Statement(
        "new ratings",
        """UNWIND $rows AS row MATCH (p:Procurement {id: row.of})
        CREATE (p)-[r:HAS_ASSESSMENT]->(n:Assessment {id: row.id})
        SET n += row.values SET r += row.tie""",
        PATIENT,
    ),
    "Failure": Statement(
        "new breaches",
        """UNWIND $rows AS row MATCH (p:Procurement {id: row.of})
        CREATE (p)-[r:HAS_FAILURE]->(n:Failure {id: row.id})
        SET n += row.values SET r += row.tie""",
        PATIENT,
    ),
}

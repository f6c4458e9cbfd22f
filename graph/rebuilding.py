"""Writing OCDS processes anew: what was derived from an ocid's releases goes, what is now comes.

A late release can change everything that its process said, so the derived part is replaced whole,
in one transaction, from the releases that are stored.
"""

from collections.abc import Mapping

from graph import performancewriting
from graph.loading import MERGE_CONTRACTS, PATIENT
from graph.statements import Statement

OCIDS = Statement("all ocids", "MATCH (r:Release) RETURN DISTINCT r.ocid AS ocid", PATIENT)
RELEASES = Statement(
    "releases of ocids",
    """UNWIND $ocids AS ocid MATCH (r:Release {ocid: ocid})
    RETURN r.id AS id, r.ocid AS ocid, r.reference AS reference, r.digest AS digest, r.raw AS raw,
        r.publicFrom AS publicFrom, r.basis AS basis, r.source AS source""",
    PATIENT,
)
BUILT = Statement(
    "processes of ocids",
    """UNWIND $ocids AS ocid MATCH (:Release {ocid: ocid})-[:TELLS]->(p:Procurement)
    RETURN DISTINCT p.id AS id""",
    PATIENT,
)
BUILT_LOTS = Statement(
    "lots of processes",
    """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:HAS_LOT]->(n:Lot)
    RETURN DISTINCT n.id AS id""",
    PATIENT,
)
BUILT_AWARDS = Statement(
    "awards of processes",
    """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:HAS_AWARD]->(n:Award)
    RETURN DISTINCT n.id AS id""",
    PATIENT,
)
BUILT_CONTRACTS = Statement(
    "contracts of processes",
    """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:FOR]->(n:Contract)
    RETURN DISTINCT n.id AS id""",
    PATIENT,
)
BUILT_NOTICES = Statement(
    "notices of processes",
    """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:HAS_NOTICE]->(n:Notice)
    RETURN DISTINCT n.id AS id""",
    PATIENT,
)
BUILT_AMENDMENTS = Statement(
    "amendments of processes",
    """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:HAS_AMENDMENT]->(n:Amendment)
    RETURN DISTINCT n.id AS id""",
    PATIENT,
)

# What goes, by label: states, then edges. All is found before anything is deleted: ArcadeDB skips
# edges of a node when it deletes while it still walks them (seen: 2 of some 900 stayed).
CLEAR_STATES: Mapping[str, Statement] = {
    **performancewriting.CLEAR_STATES,
    "Procurement": Statement(
        "states of processes cleared",
        """UNWIND $ids AS id MATCH (:Procurement {id: id})-[:WAS]->(s:ProcurementState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Lot": Statement(
        "states of lots cleared",
        """UNWIND $ids AS id MATCH (:Lot {id: id})-[:WAS]->(s:LotState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Award": Statement(
        "states of awards cleared",
        """UNWIND $ids AS id MATCH (:Award {id: id})-[:WAS]->(s:AwardState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Contract": Statement(
        "states of contracts cleared",
        """UNWIND $ids AS id MATCH (:Contract {id: id})-[:WAS]->(s:ContractState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Notice": Statement(
        "states of notices cleared",
        """UNWIND $ids AS id MATCH (:Notice {id: id})-[:WAS]->(s:NoticeState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Amendment": Statement(
        "states of amendments cleared",
        """UNWIND $ids AS id MATCH (:Amendment {id: id})-[:WAS]->(s:AmendmentState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
}
CLEAR_PROCESS_EDGES = Statement(
    "edges of processes cleared",
    """UNWIND $ids AS id
    MATCH (:Procurement {id: id})-[r:HAS_LOT|HAS_AWARD|HAS_NOTICE|HAS_AMENDMENT|FOR|TELLS]-()
    WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
    PATIENT,
)
CLEAR_CONTRACT_EDGES = Statement(
    "edges of contracts cleared",
    """UNWIND $ids AS id
    MATCH (:Contract {id: id})-[r:BOUGHT|SUPPLIED|TAKES_PART|UNDER|IN|CHANGED_BY]-()
    WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
    PATIENT,
)
DELETE_GONE: Mapping[str, Statement] = {
    **performancewriting.DELETE_GONE,
    "Procurement": Statement(
        "processes gone",
        "UNWIND $ids AS id MATCH (n:Procurement {id: id}) DETACH DELETE n",
        PATIENT,
    ),
    "Lot": Statement(
        "lots gone", "UNWIND $ids AS id MATCH (n:Lot {id: id}) DETACH DELETE n", PATIENT
    ),
    "Award": Statement(
        "awards gone", "UNWIND $ids AS id MATCH (n:Award {id: id}) DETACH DELETE n", PATIENT
    ),
    "Contract": Statement(
        "contracts gone", "UNWIND $ids AS id MATCH (n:Contract {id: id}) DETACH DELETE n", PATIENT
    ),
    "Notice": Statement(
        "notices gone", "UNWIND $ids AS id MATCH (n:Notice {id: id}) DETACH DELETE n", PATIENT
    ),
    "Amendment": Statement(
        "amendments gone", "UNWIND $ids AS id MATCH (n:Amendment {id: id}) DETACH DELETE n", PATIENT
    ),
}

# What comes.
MERGE_NODES: Mapping[str, Statement] = {
    **performancewriting.MERGE_NODES,
    "Procurement": Statement(
        "processes",
        "UNWIND $rows AS row MERGE (n:Procurement {id: row.id}) SET n += row.values",
        PATIENT,
    ),
    "Lot": Statement(
        "lots", "UNWIND $rows AS row MERGE (n:Lot {id: row.id}) SET n += row.values", PATIENT
    ),
    "Award": Statement(
        "awards", "UNWIND $rows AS row MERGE (n:Award {id: row.id}) SET n += row.values", PATIENT
    ),
    "Contract": MERGE_CONTRACTS,
    "Notice": Statement(
        "notices",
        "UNWIND $rows AS row MERGE (n:Notice {id: row.id}) SET n += row.values",
        PATIENT,
    ),
    "Amendment": Statement(
        "amendments",
        "UNWIND $rows AS row MERGE (n:Amendment {id: row.id}) SET n += row.values",
        PATIENT,
    ),
}
CREATE_STATES: Mapping[str, Statement] = {
    **performancewriting.CREATE_STATES,
    "Procurement": Statement(
        "states of processes",
        """UNWIND $rows AS row MATCH (n:Procurement {id: row.of})
        CREATE (n)-[:WAS]->(s:ProcurementState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Lot": Statement(
        "states of lots",
        """UNWIND $rows AS row MATCH (n:Lot {id: row.of})
        CREATE (n)-[:WAS]->(s:LotState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Award": Statement(
        "states of awards",
        """UNWIND $rows AS row MATCH (n:Award {id: row.of})
        CREATE (n)-[:WAS]->(s:AwardState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Contract": Statement(
        "states of contracts",
        """UNWIND $rows AS row MATCH (n:Contract {id: row.of})
        CREATE (n)-[:WAS]->(s:ContractState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Notice": Statement(
        "states of notices",
        """UNWIND $rows AS row MATCH (n:Notice {id: row.of})
        CREATE (n)-[:WAS]->(s:NoticeState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Amendment": Statement(
        "states of amendments",
        """UNWIND $rows AS row MATCH (n:Amendment {id: row.of})
        CREATE (n)-[:WAS]->(s:AmendmentState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
}
CREATE_EDGES: Mapping[str, Statement] = {
    **performancewriting.CREATE_EDGES,
    "TELLS": Statement(
        "releases of processes",
        """UNWIND $rows AS row MATCH (a:Release {id: row.start}) MATCH (b:Procurement {id: row.end})
        CREATE (a)-[:TELLS]->(b)""",
        PATIENT,
    ),
    "HAS_LOT": Statement(
        "process has lot",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start}) MATCH (b:Lot {id: row.end})
        CREATE (a)-[r:HAS_LOT]->(b) SET r += row.values""",
        PATIENT,
    ),
    "HAS_AWARD": Statement(
        "process has award",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start}) MATCH (b:Award {id: row.end})
        CREATE (a)-[r:HAS_AWARD]->(b) SET r += row.values""",
        PATIENT,
    ),
    "FOR": Statement(
        "process led to contract",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Contract {id: row.end}) CREATE (a)-[r:FOR]->(b) SET r += row.values""",
        PATIENT,
    ),
    "BOUGHT": Statement(
        "purchases",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(a:Organisation)
        MATCH (b:Contract {id: row.end})
        CREATE (a)-[r:BOUGHT {mention: row.start}]->(b) SET r += row.values""",
        PATIENT,
    ),
    "SUPPLIED": Statement(
        "sales",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(a:Organisation)
        MATCH (b:Contract {id: row.end})
        CREATE (a)-[r:SUPPLIED {mention: row.start}]->(b) SET r += row.values""",
        PATIENT,
    ),
    "TAKES_PART": Statement(
        "roles in contracts",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(a:Organisation)
        MATCH (b:Contract {id: row.end})
        CREATE (a)-[r:TAKES_PART {mention: row.start}]->(b) SET r += row.values""",
        PATIENT,
    ),
    "UNDER": Statement(
        "contract under framework",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start}) MATCH (b:Framework {id: row.end})
        CREATE (a)-[r:UNDER]->(b) SET r += row.values""",
        PATIENT,
    ),
    "IN": Statement(
        "contract in category",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start}) MATCH (b:Category {id: row.end})
        CREATE (a)-[r:IN]->(b) SET r += row.values""",
        PATIENT,
    ),
    "HAS_NOTICE": Statement(
        "process has notice",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Notice {id: row.end}) CREATE (a)-[r:HAS_NOTICE]->(b) SET r += row.values""",
        PATIENT,
    ),
    "HAS_AMENDMENT": Statement(
        "process has amendment",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Amendment {id: row.end}) CREATE (a)-[r:HAS_AMENDMENT]->(b) SET r += row.values""",
        PATIENT,
    ),
    "CHANGED_BY": Statement(
        "contract changed by",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Amendment {id: row.end}) CREATE (a)-[r:CHANGED_BY]->(b) SET r += row.values""",
        PATIENT,
    ),
}

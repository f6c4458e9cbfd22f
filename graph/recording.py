"""Writing what records say: a thing that is told anew is written anew, from all its records."""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

KNOWN = Statement(
    "known records", "UNWIND $ids AS id MATCH (r:Record {id: id}) RETURN r.id AS id", PATIENT
)
TOLD = Statement(
    "records of things",
    """UNWIND $things AS thing MATCH (r:Record {thing: thing})
    RETURN r.id AS id, r.noun AS noun, r.thing AS thing, r.key AS key, r.raw AS raw,
        r.publicFrom AS publicFrom, r.basis AS basis, r.source AS source""",
    PATIENT,
)
FRAMEWORKS_TOLD = Statement(
    "records of frameworks",
    """MATCH (f:Framework) MATCH (r:Record {thing: f.id})
    RETURN r.id AS id, r.noun AS noun, r.thing AS thing, r.key AS key, r.raw AS raw,
        r.publicFrom AS publicFrom, r.basis AS basis, r.source AS source""",
    PATIENT,
)
CREATE = Statement(
    "records", "UNWIND $rows AS row CREATE (r:Record {id: row.id}) SET r += row.values", PATIENT
)
SOURCE = Statement(
    "source stored",
    """MATCH (s:Source {id: $id}) RETURN s.name AS name, s.publisher AS publisher,
        s.licence AS licence, s.fictional AS fictional""",
    PATIENT,
)


# What comes, by label.
MERGE: Mapping[str, Statement] = {
    "Product": Statement(
        "product nodes",
        """UNWIND $rows AS row MERGE (n:Product {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Offer": Statement(
        "offer nodes",
        """UNWIND $rows AS row MERGE (n:Offer {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "FrameworkLot": Statement(
        "framework lot nodes",
        """UNWIND $rows AS row MERGE (n:FrameworkLot {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Deal": Statement(
        "deal nodes",
        """UNWIND $rows AS row MERGE (n:Deal {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Claim": Statement(
        "claim nodes",
        """UNWIND $rows AS row MERGE (n:Claim {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Exclusion": Statement(
        "exclusion nodes",
        """UNWIND $rows AS row MERGE (n:Exclusion {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Review": Statement(
        "review nodes",
        """UNWIND $rows AS row MERGE (n:Review {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Pilot": Statement(
        "pilot nodes",
        """UNWIND $rows AS row MERGE (n:Pilot {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Adoption": Statement(
        "adoption nodes",
        """UNWIND $rows AS row MERGE (n:Adoption {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Need": Statement(
        "need nodes",
        """UNWIND $rows AS row MERGE (n:Need {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Kpi": Statement(
        "kpi nodes",
        """UNWIND $rows AS row MERGE (n:Kpi {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Assessment": Statement(
        "assessment nodes",
        """UNWIND $rows AS row MERGE (n:Assessment {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Failure": Statement(
        "failure nodes",
        """UNWIND $rows AS row MERGE (n:Failure {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
}
CREATE_STATES: Mapping[str, Statement] = {
    "Product": Statement(
        "states of product",
        """UNWIND $rows AS row MATCH (n:Product {id: row.of})
        CREATE (n)-[:WAS]->(s:ProductState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Offer": Statement(
        "states of offer",
        """UNWIND $rows AS row MATCH (n:Offer {id: row.of})
        CREATE (n)-[:WAS]->(s:OfferState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "FrameworkLot": Statement(
        "states of framework lot",
        """UNWIND $rows AS row MATCH (n:FrameworkLot {id: row.of})
        CREATE (n)-[:WAS]->(s:FrameworkLotState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Deal": Statement(
        "states of deal",
        """UNWIND $rows AS row MATCH (n:Deal {id: row.of})
        CREATE (n)-[:WAS]->(s:DealState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Claim": Statement(
        "states of claim",
        """UNWIND $rows AS row MATCH (n:Claim {id: row.of})
        CREATE (n)-[:WAS]->(s:ClaimState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Exclusion": Statement(
        "states of exclusion",
        """UNWIND $rows AS row MATCH (n:Exclusion {id: row.of})
        CREATE (n)-[:WAS]->(s:ExclusionState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Review": Statement(
        "states of review",
        """UNWIND $rows AS row MATCH (n:Review {id: row.of})
        CREATE (n)-[:WAS]->(s:ReviewState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Pilot": Statement(
        "states of pilot",
        """UNWIND $rows AS row MATCH (n:Pilot {id: row.of})
        CREATE (n)-[:WAS]->(s:PilotState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Adoption": Statement(
        "states of adoption",
        """UNWIND $rows AS row MATCH (n:Adoption {id: row.of})
        CREATE (n)-[:WAS]->(s:AdoptionState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Need": Statement(
        "states of need",
        """UNWIND $rows AS row MATCH (n:Need {id: row.of})
        CREATE (n)-[:WAS]->(s:NeedState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Kpi": Statement(
        "states of kpi",
        """UNWIND $rows AS row MATCH (n:Kpi {id: row.of})
        CREATE (n)-[:WAS]->(s:KpiState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Assessment": Statement(
        "states of assessment",
        """UNWIND $rows AS row MATCH (n:Assessment {id: row.of})
        CREATE (n)-[:WAS]->(s:AssessmentState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Failure": Statement(
        "states of failure",
        """UNWIND $rows AS row MATCH (n:Failure {id: row.of})
        CREATE (n)-[:WAS]->(s:FailureState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
}

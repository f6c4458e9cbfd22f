"""Writing what records say: a thing that is told anew is written anew, from all its records.

All that goes is found before anything is deleted: ArcadeDB skips edges when it deletes while it
still walks them.
"""

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

# By label: the lives of things that are there, and what goes of them.
LIVES: Mapping[str, Statement] = {
    "Product": Statement(
        "lives of product",
        """UNWIND $things AS thing MATCH (n:Product {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Offer": Statement(
        "lives of offer",
        """UNWIND $things AS thing MATCH (n:Offer {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "FrameworkLot": Statement(
        "lives of framework lot",
        """UNWIND $things AS thing MATCH (n:FrameworkLot {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Deal": Statement(
        "lives of deal",
        """UNWIND $things AS thing MATCH (n:Deal {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Claim": Statement(
        "lives of claim",
        """UNWIND $things AS thing MATCH (n:Claim {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Exclusion": Statement(
        "lives of exclusion",
        """UNWIND $things AS thing MATCH (n:Exclusion {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Review": Statement(
        "lives of review",
        """UNWIND $things AS thing MATCH (n:Review {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Pilot": Statement(
        "lives of pilot",
        """UNWIND $things AS thing MATCH (n:Pilot {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Adoption": Statement(
        "lives of adoption",
        """UNWIND $things AS thing MATCH (n:Adoption {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Need": Statement(
        "lives of need",
        """UNWIND $things AS thing MATCH (n:Need {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
}
CLEAR_STATES: Mapping[str, Statement] = {
    "Product": Statement(
        "states of product cleared",
        """UNWIND $ids AS id MATCH (:Product {id: id})-[:WAS]->(s:ProductState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Offer": Statement(
        "states of offer cleared",
        """UNWIND $ids AS id MATCH (:Offer {id: id})-[:WAS]->(s:OfferState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "FrameworkLot": Statement(
        "states of framework lot cleared",
        """UNWIND $ids AS id MATCH (:FrameworkLot {id: id})-[:WAS]->(s:FrameworkLotState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Deal": Statement(
        "states of deal cleared",
        """UNWIND $ids AS id MATCH (:Deal {id: id})-[:WAS]->(s:DealState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Claim": Statement(
        "states of claim cleared",
        """UNWIND $ids AS id MATCH (:Claim {id: id})-[:WAS]->(s:ClaimState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Exclusion": Statement(
        "states of exclusion cleared",
        """UNWIND $ids AS id MATCH (:Exclusion {id: id})-[:WAS]->(s:ExclusionState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Review": Statement(
        "states of review cleared",
        """UNWIND $ids AS id MATCH (:Review {id: id})-[:WAS]->(s:ReviewState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Pilot": Statement(
        "states of pilot cleared",
        """UNWIND $ids AS id MATCH (:Pilot {id: id})-[:WAS]->(s:PilotState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Adoption": Statement(
        "states of adoption cleared",
        """UNWIND $ids AS id MATCH (:Adoption {id: id})-[:WAS]->(s:AdoptionState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Need": Statement(
        "states of need cleared",
        """UNWIND $ids AS id MATCH (:Need {id: id})-[:WAS]->(s:NeedState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
}
CLEAR_EDGES: Mapping[str, Statement] = {
    "Product": Statement(
        "edges of product cleared",
        """UNWIND $ids AS id MATCH (:Product {id: id})-[r:SELLS|MAKES]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Offer": Statement(
        "edges of offer cleared",
        """UNWIND $ids AS id MATCH (:Offer {id: id})-[r:OFFERS|UNDER]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "FrameworkLot": Statement(
        "edges of framework lot cleared",
        """UNWIND $ids AS id MATCH (:FrameworkLot {id: id})-[r:HAS_LOT]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Deal": Statement(
        "edges of deal cleared",
        """UNWIND $ids AS id MATCH (:Deal {id: id})-[r:NEGOTIATED|PRICES|UNDER]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Claim": Statement(
        "edges of claim cleared",
        """UNWIND $ids AS id MATCH (:Claim {id: id})-[r:HOLDS|CERTIFIES]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Exclusion": Statement(
        "edges of exclusion cleared",
        """UNWIND $ids AS id MATCH (:Exclusion {id: id})-[r:FACES]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Review": Statement(
        "edges of review cleared",
        """UNWIND $ids AS id MATCH (:Review {id: id})-[r:WROTE|RATES|REVIEWS]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Pilot": Statement(
        "edges of pilot cleared",
        """UNWIND $ids AS id MATCH (:Pilot {id: id})-[r:RAN|TRIES|LED_TO]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Adoption": Statement(
        "edges of adoption cleared",
        """UNWIND $ids AS id MATCH (:Adoption {id: id})-[r:USES|USED_UNDER]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Need": Statement(
        "edges of need cleared",
        """UNWIND $ids AS id MATCH (:Need {id: id})-[r:LOOKS_FOR|UNDER|LED_TO]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
}
CLEAR_COVERS = Statement(
    "products of contracts cleared",
    """UNWIND $ids AS id MATCH (:Adoption {id: id})-[:USES]->(p:Product)
    MATCH (p)<-[r:COVERS {adoption: id}]-(:Contract)
    WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
    PATIENT,
)
DELETE: Mapping[str, Statement] = {
    "Product": Statement(
        "product gone",
        """UNWIND $ids AS id MATCH (n:Product {id: id}) DETACH DELETE n""",
        PATIENT,
    ),
    "Offer": Statement(
        "offer gone", "UNWIND $ids AS id MATCH (n:Offer {id: id}) DETACH DELETE n", PATIENT
    ),
    "FrameworkLot": Statement(
        "framework lot gone",
        """UNWIND $ids AS id MATCH (n:FrameworkLot {id: id}) DETACH DELETE n""",
        PATIENT,
    ),
    "Deal": Statement(
        "deal gone", "UNWIND $ids AS id MATCH (n:Deal {id: id}) DETACH DELETE n", PATIENT
    ),
    "Claim": Statement(
        "claim gone", "UNWIND $ids AS id MATCH (n:Claim {id: id}) DETACH DELETE n", PATIENT
    ),
    "Exclusion": Statement(
        "exclusion gone",
        """UNWIND $ids AS id MATCH (n:Exclusion {id: id}) DETACH DELETE n""",
        PATIENT,
    ),
    "Review": Statement(
        "review gone",
        """UNWIND $ids AS id MATCH (n:Review {id: id}) DETACH DELETE n""",
        PATIENT,
    ),
    "Pilot": Statement(
        "pilot gone", "UNWIND $ids AS id MATCH (n:Pilot {id: id}) DETACH DELETE n", PATIENT
    ),
    "Adoption": Statement(
        "adoption gone",
        """UNWIND $ids AS id MATCH (n:Adoption {id: id}) DETACH DELETE n""",
        PATIENT,
    ),
    "Need": Statement(
        "need gone", "UNWIND $ids AS id MATCH (n:Need {id: id}) DETACH DELETE n", PATIENT
    ),
}

# What comes.
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
}

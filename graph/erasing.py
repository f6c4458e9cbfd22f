"""What goes when a thing is told anew: its lives that were there, their states and edges.

All that goes is found before anything is deleted: ArcadeDB skips edges when it deletes while it
still walks them.
"""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

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
    "Kpi": Statement(
        "lives of kpi",
        """UNWIND $things AS thing MATCH (n:Kpi {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Assessment": Statement(
        "lives of assessment",
        """UNWIND $things AS thing MATCH (n:Assessment {thing: thing})
        RETURN n.id AS id""",
        PATIENT,
    ),
    "Failure": Statement(
        "lives of failure",
        """UNWIND $things AS thing MATCH (n:Failure {thing: thing})
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
    "Kpi": Statement(
        "states of kpi cleared",
        """UNWIND $ids AS id MATCH (:Kpi {id: id})-[:WAS]->(s:KpiState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Assessment": Statement(
        "states of assessment cleared",
        """UNWIND $ids AS id MATCH (:Assessment {id: id})-[:WAS]->(s:AssessmentState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Failure": Statement(
        "states of failure cleared",
        """UNWIND $ids AS id MATCH (:Failure {id: id})-[:WAS]->(s:FailureState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
}
CLEAR_EDGES: Mapping[str, Statement] = {
    "Product": Statement(
        "edges of product cleared",
        """UNWIND $ids AS id MATCH (:Product {id: id})-[r:SELLS|MAKES|IN]-()
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
        """UNWIND $ids AS id MATCH (:FrameworkLot {id: id})-[r:HAS_LOT|IN]-()
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
        """UNWIND $ids AS id MATCH (:Need {id: id})-[r:LOOKS_FOR|UNDER|IN|LED_TO]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Kpi": Statement(
        "edges of kpi cleared",
        """UNWIND $ids AS id MATCH (:Kpi {id: id})-[r:MEASURED_BY]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Assessment": Statement(
        "edges of assessment cleared",
        """UNWIND $ids AS id MATCH (:Assessment {id: id})-[r:ASSESSED_BY|RATES]-()
        WITH collect(DISTINCT r) AS gone UNWIND gone AS r DELETE r""",
        PATIENT,
    ),
    "Failure": Statement(
        "edges of failure cleared",
        """UNWIND $ids AS id MATCH (:Failure {id: id})-[r:BROKEN_BY]-()
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
    "Kpi": Statement(
        "kpi gone", "UNWIND $ids AS id MATCH (n:Kpi {id: id}) DETACH DELETE n", PATIENT
    ),
    "Assessment": Statement(
        "assessment gone",
        """UNWIND $ids AS id MATCH (n:Assessment {id: id}) DETACH DELETE n""",
        PATIENT,
    ),
    "Failure": Statement(
        "failure gone",
        """UNWIND $ids AS id MATCH (n:Failure {id: id}) DETACH DELETE n""",
        PATIENT,
    ),
}

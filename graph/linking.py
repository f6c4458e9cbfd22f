"""Edges between what records tell of and bodies, products, frameworks and contracts.

A record may name what is not there yet. Each link may be made again without harm, and whoever waits
for something is found by the reference that is stored on it.
"""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

FRAMEWORK_IDS = Statement("framework ids", "MATCH (f:Framework) RETURN f.id AS id", PATIENT)
# From a mention's body: rows with start (the mention), end, values.
BODIES: Mapping[str, Statement] = {
    "SELLS": Statement(
        "body SELLS product",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(o:Organisation)
        MATCH (n:Product {id: row.end})
        CREATE (n)<-[r:SELLS {mention: row.start}]-(o) SET r += row.values""",
        PATIENT,
    ),
    "MAKES": Statement(
        "body MAKES product",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(o:Organisation)
        MATCH (n:Product {id: row.end})
        CREATE (n)<-[r:MAKES {mention: row.start}]-(o) SET r += row.values""",
        PATIENT,
    ),
    "NEGOTIATED": Statement(
        "body NEGOTIATED deal",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(o:Organisation)
        MATCH (n:Deal {id: row.end})
        CREATE (n)<-[r:NEGOTIATED {mention: row.start}]-(o) SET r += row.values""",
        PATIENT,
    ),
    "HOLDS": Statement(
        "body HOLDS claim",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(o:Organisation)
        MATCH (n:Claim {id: row.end})
        CREATE (n)<-[r:HOLDS {mention: row.start}]-(o) SET r += row.values""",
        PATIENT,
    ),
    "FACES": Statement(
        "body FACES exclusion",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(o:Organisation)
        MATCH (n:Exclusion {id: row.end})
        CREATE (n)<-[r:FACES {mention: row.start}]-(o) SET r += row.values""",
        PATIENT,
    ),
    "WROTE": Statement(
        "body WROTE review",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(o:Organisation)
        MATCH (n:Review {id: row.end})
        CREATE (n)<-[r:WROTE {mention: row.start}]-(o) SET r += row.values""",
        PATIENT,
    ),
    "RAN": Statement(
        "body RAN pilot",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(o:Organisation)
        MATCH (n:Pilot {id: row.end})
        CREATE (n)<-[r:RAN {mention: row.start}]-(o) SET r += row.values""",
        PATIENT,
    ),
    "LOOKS_FOR": Statement(
        "body LOOKS_FOR need",
        """UNWIND $rows AS row MATCH (:Mention {id: row.start})-[:MEANS]->(o:Organisation)
        MATCH (n:Need {id: row.end})
        CREATE (n)<-[r:LOOKS_FOR {mention: row.start}]-(o) SET r += row.values""",
        PATIENT,
    ),
}
LOTS = Statement(
    "framework has lot",
    """UNWIND $rows AS row MATCH (f:Framework {id: row.start}) MATCH (n:FrameworkLot {id: row.end})
    CREATE (f)-[r:HAS_LOT]->(n) SET r += row.values""",
    PATIENT,
)
# To every life of a product: rows with id, ref, values.
PRODUCTS: Mapping[str, Statement] = {
    "Offer": Statement(
        "offer OFFERS product",
        """UNWIND $rows AS row MATCH (n:Offer {id: row.id})
        MATCH (p:Product {thing: row.ref})
        MERGE (n)-[r:OFFERS]->(p) SET r += row.values""",
        PATIENT,
    ),
    "Deal": Statement(
        "deal PRICES product",
        """UNWIND $rows AS row MATCH (n:Deal {id: row.id})
        MATCH (p:Product {thing: row.ref})
        MERGE (n)-[r:PRICES]->(p) SET r += row.values""",
        PATIENT,
    ),
    "Claim": Statement(
        "claim CERTIFIES product",
        """UNWIND $rows AS row MATCH (n:Claim {id: row.id})
        MATCH (p:Product {thing: row.ref})
        MERGE (n)-[r:CERTIFIES]->(p) SET r += row.values""",
        PATIENT,
    ),
    "Review": Statement(
        "review RATES product",
        """UNWIND $rows AS row MATCH (n:Review {id: row.id})
        MATCH (p:Product {thing: row.ref})
        MERGE (n)-[r:RATES]->(p) SET r += row.values""",
        PATIENT,
    ),
    "Pilot": Statement(
        "pilot TRIES product",
        """UNWIND $rows AS row MATCH (n:Pilot {id: row.id})
        MATCH (p:Product {thing: row.ref})
        MERGE (n)-[r:TRIES]->(p) SET r += row.values""",
        PATIENT,
    ),
    "Adoption": Statement(
        "adoption USES product",
        """UNWIND $rows AS row MATCH (n:Adoption {id: row.id})
        MATCH (p:Product {thing: row.ref})
        MERGE (n)-[r:USES]->(p) SET r += row.values""",
        PATIENT,
    ),
}
# To a framework: rows with id, ref, values.
FRAMEWORKS: Mapping[str, Statement] = {
    "Offer": Statement(
        "offer UNDER framework",
        """UNWIND $rows AS row MATCH (n:Offer {id: row.id})
        MATCH (f:Framework {id: row.ref})
        MERGE (n)-[r:UNDER]->(f) SET r += row.values""",
        PATIENT,
    ),
    "Deal": Statement(
        "deal UNDER framework",
        """UNWIND $rows AS row MATCH (n:Deal {id: row.id})
        MATCH (f:Framework {id: row.ref})
        MERGE (n)-[r:UNDER]->(f) SET r += row.values""",
        PATIENT,
    ),
    "Need": Statement(
        "need UNDER framework",
        """UNWIND $rows AS row MATCH (n:Need {id: row.id})
        MATCH (f:Framework {id: row.ref})
        MERGE (n)-[r:UNDER]->(f) SET r += row.values""",
        PATIENT,
    ),
}
# To a category that is there: rows with start, end, values; its intervals are edges of their own.
CATEGORIES: Mapping[str, Statement] = {
    "Product": Statement(
        "product IN category",
        """UNWIND $rows AS row MATCH (a:Product {id: row.start})
        MATCH (b:Category {id: row.end}) CREATE (a)-[r:IN]->(b) SET r += row.values""",
        PATIENT,
    ),
    "FrameworkLot": Statement(
        "framework lot IN category",
        """UNWIND $rows AS row MATCH (a:FrameworkLot {id: row.start})
        MATCH (b:Category {id: row.end}) CREATE (a)-[r:IN]->(b) SET r += row.values""",
        PATIENT,
    ),
    "Need": Statement(
        "need IN category",
        """UNWIND $rows AS row MATCH (a:Need {id: row.start})
        MATCH (b:Category {id: row.end}) CREATE (a)-[r:IN]->(b) SET r += row.values""",
        PATIENT,
    ),
}
# To every life of an indicator: rows with id, ref, values.
KPIS: Mapping[str, Statement] = {
    "Assessment": Statement(
        "assessment RATES indicator",
        """UNWIND $rows AS row MATCH (n:Assessment {id: row.id})
        MATCH (k:Kpi {thing: row.ref})
        MERGE (n)-[r:RATES]->(k) SET r += row.values""",
        PATIENT,
    ),
}
# To the contracts of an ocid, all or those of one id: rows with id, ref, part, values.
CONTRACTS: Mapping[str, Statement] = {
    "Review": Statement(
        "review REVIEWS contract",
        """UNWIND $rows AS row MATCH (n:Review {id: row.id})
        MATCH (c:Contract {ocid: row.ref})
        WHERE row.part IS NULL OR c.reference = row.part
        MERGE (n)-[r:REVIEWS]->(c) SET r += row.values""",
        PATIENT,
    ),
    "Pilot": Statement(
        "pilot LED_TO contract",
        """UNWIND $rows AS row MATCH (n:Pilot {id: row.id})
        MATCH (c:Contract {ocid: row.ref})
        WHERE row.part IS NULL OR c.reference = row.part
        MERGE (n)-[r:LED_TO]->(c) SET r += row.values""",
        PATIENT,
    ),
    "Need": Statement(
        "need LED_TO contract",
        """UNWIND $rows AS row MATCH (n:Need {id: row.id})
        MATCH (c:Contract {ocid: row.ref})
        WHERE row.part IS NULL OR c.reference = row.part
        MERGE (n)-[r:LED_TO]->(c) SET r += row.values""",
        PATIENT,
    ),
    "Adoption": Statement(
        "adoption USED_UNDER contract",
        """UNWIND $rows AS row MATCH (n:Adoption {id: row.id})
        MATCH (c:Contract {ocid: row.ref})
        WHERE row.part IS NULL OR c.reference = row.part
        MERGE (n)-[r:USED_UNDER]->(c) SET r += row.values""",
        PATIENT,
    ),
    "Kpi": Statement(
        "kpi MEASURED_BY contract",
        """UNWIND $rows AS row MATCH (n:Kpi {id: row.id})
        MATCH (c:Contract {ocid: row.ref})
        WHERE row.part IS NULL OR c.reference = row.part
        MERGE (n)<-[r:MEASURED_BY]-(c) SET r += row.values""",
        PATIENT,
    ),
    "Assessment": Statement(
        "assessment ASSESSED_BY contract",
        """UNWIND $rows AS row MATCH (n:Assessment {id: row.id})
        MATCH (c:Contract {ocid: row.ref})
        WHERE row.part IS NULL OR c.reference = row.part
        MERGE (n)<-[r:ASSESSED_BY]-(c) SET r += row.values""",
        PATIENT,
    ),
    "Failure": Statement(
        "failure BROKEN_BY contract",
        """UNWIND $rows AS row MATCH (n:Failure {id: row.id})
        MATCH (c:Contract {ocid: row.ref})
        WHERE row.part IS NULL OR c.reference = row.part
        MERGE (n)<-[r:BROKEN_BY]-(c) SET r += row.values""",
        PATIENT,
    ),
}
# To the contract of a line of sales returns: rows with id, ref, values.
PURCHASES: Mapping[str, Statement] = {
    "Review": Statement(
        "review REVIEWS contract of returns",
        """UNWIND $rows AS row MATCH (n:Review {id: row.id})
        MATCH (:Payment {id: row.ref})-[:PAID_UNDER]->(c:Contract)
        MERGE (n)-[r:REVIEWS]->(c) SET r += row.values""",
        PATIENT,
    ),
    "Pilot": Statement(
        "pilot LED_TO contract of returns",
        """UNWIND $rows AS row MATCH (n:Pilot {id: row.id})
        MATCH (:Payment {id: row.ref})-[:PAID_UNDER]->(c:Contract)
        MERGE (n)-[r:LED_TO]->(c) SET r += row.values""",
        PATIENT,
    ),
    "Need": Statement(
        "need LED_TO contract of returns",
        """UNWIND $rows AS row MATCH (n:Need {id: row.id})
        MATCH (:Payment {id: row.ref})-[:PAID_UNDER]->(c:Contract)
        MERGE (n)-[r:LED_TO]->(c) SET r += row.values""",
        PATIENT,
    ),
    "Adoption": Statement(
        "adoption USED_UNDER contract of returns",
        """UNWIND $rows AS row MATCH (n:Adoption {id: row.id})
        MATCH (:Payment {id: row.ref})-[:PAID_UNDER]->(c:Contract)
        MERGE (n)-[r:USED_UNDER]->(c) SET r += row.values""",
        PATIENT,
    ),
    "Kpi": Statement(
        "kpi MEASURED_BY contract of returns",
        """UNWIND $rows AS row MATCH (n:Kpi {id: row.id})
        MATCH (:Payment {id: row.ref})-[:PAID_UNDER]->(c:Contract)
        MERGE (n)<-[r:MEASURED_BY]-(c) SET r += row.values""",
        PATIENT,
    ),
    "Assessment": Statement(
        "assessment ASSESSED_BY contract of returns",
        """UNWIND $rows AS row MATCH (n:Assessment {id: row.id})
        MATCH (:Payment {id: row.ref})-[:PAID_UNDER]->(c:Contract)
        MERGE (n)<-[r:ASSESSED_BY]-(c) SET r += row.values""",
        PATIENT,
    ),
    "Failure": Statement(
        "failure BROKEN_BY contract of returns",
        """UNWIND $rows AS row MATCH (n:Failure {id: row.id})
        MATCH (:Payment {id: row.ref})-[:PAID_UNDER]->(c:Contract)
        MERGE (n)<-[r:BROKEN_BY]-(c) SET r += row.values""",
        PATIENT,
    ),
}
COVERS = Statement(
    "contract covers product",
    """UNWIND $rows AS row MATCH (n:Adoption {id: row.id})-[:USES]->(p:Product)
    MATCH (n)-[:USED_UNDER]->(c:Contract)
    MERGE (p)<-[r:COVERS {adoption: row.id}]-(c) SET r += row.values""",
    PATIENT,
)

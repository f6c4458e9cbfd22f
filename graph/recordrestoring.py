"""Writing what the hub's own files brought back from an export, into an empty graph."""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

NODES: Mapping[str, Statement] = {
    "Product": Statement(
        "restored product nodes",
        """UNWIND $rows AS row CREATE (n:Product {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Offer": Statement(
        "restored offer nodes",
        """UNWIND $rows AS row CREATE (n:Offer {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "FrameworkLot": Statement(
        "restored framework lot nodes",
        """UNWIND $rows AS row CREATE (n:FrameworkLot {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Deal": Statement(
        "restored deal nodes",
        """UNWIND $rows AS row CREATE (n:Deal {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Claim": Statement(
        "restored claim nodes",
        """UNWIND $rows AS row CREATE (n:Claim {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Exclusion": Statement(
        "restored exclusion nodes",
        """UNWIND $rows AS row CREATE (n:Exclusion {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Review": Statement(
        "restored review nodes",
        """UNWIND $rows AS row CREATE (n:Review {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Pilot": Statement(
        "restored pilot nodes",
        """UNWIND $rows AS row CREATE (n:Pilot {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Adoption": Statement(
        "restored adoption nodes",
        """UNWIND $rows AS row CREATE (n:Adoption {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Need": Statement(
        "restored need nodes",
        """UNWIND $rows AS row CREATE (n:Need {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "ProductState": Statement(
        "restored product state nodes",
        """UNWIND $rows AS row CREATE (n:ProductState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "OfferState": Statement(
        "restored offer state nodes",
        """UNWIND $rows AS row CREATE (n:OfferState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "FrameworkLotState": Statement(
        "restored framework lot state nodes",
        """UNWIND $rows AS row CREATE (n:FrameworkLotState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "DealState": Statement(
        "restored deal state nodes",
        """UNWIND $rows AS row CREATE (n:DealState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "ClaimState": Statement(
        "restored claim state nodes",
        """UNWIND $rows AS row CREATE (n:ClaimState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "ExclusionState": Statement(
        "restored exclusion state nodes",
        """UNWIND $rows AS row CREATE (n:ExclusionState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "ReviewState": Statement(
        "restored review state nodes",
        """UNWIND $rows AS row CREATE (n:ReviewState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "PilotState": Statement(
        "restored pilot state nodes",
        """UNWIND $rows AS row CREATE (n:PilotState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "AdoptionState": Statement(
        "restored adoption state nodes",
        """UNWIND $rows AS row CREATE (n:AdoptionState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "NeedState": Statement(
        "restored need state nodes",
        """UNWIND $rows AS row CREATE (n:NeedState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Record": Statement(
        "restored record nodes",
        """UNWIND $rows AS row CREATE (n:Record {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
}
EDGES: Mapping[tuple[str, str, str], Statement] = {
    ("WAS", "Product", "ProductState"): Statement(
        "restored WAS of product and productstate",
        """UNWIND $rows AS row MATCH (a:Product {id: row.start})
        MATCH (b:ProductState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Offer", "OfferState"): Statement(
        "restored WAS of offer and offerstate",
        """UNWIND $rows AS row MATCH (a:Offer {id: row.start})
        MATCH (b:OfferState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "FrameworkLot", "FrameworkLotState"): Statement(
        "restored WAS of framework lot and frameworklotstate",
        """UNWIND $rows AS row MATCH (a:FrameworkLot {id: row.start})
        MATCH (b:FrameworkLotState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Deal", "DealState"): Statement(
        "restored WAS of deal and dealstate",
        """UNWIND $rows AS row MATCH (a:Deal {id: row.start})
        MATCH (b:DealState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Claim", "ClaimState"): Statement(
        "restored WAS of claim and claimstate",
        """UNWIND $rows AS row MATCH (a:Claim {id: row.start})
        MATCH (b:ClaimState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Exclusion", "ExclusionState"): Statement(
        "restored WAS of exclusion and exclusionstate",
        """UNWIND $rows AS row MATCH (a:Exclusion {id: row.start})
        MATCH (b:ExclusionState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Review", "ReviewState"): Statement(
        "restored WAS of review and reviewstate",
        """UNWIND $rows AS row MATCH (a:Review {id: row.start})
        MATCH (b:ReviewState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Pilot", "PilotState"): Statement(
        "restored WAS of pilot and pilotstate",
        """UNWIND $rows AS row MATCH (a:Pilot {id: row.start})
        MATCH (b:PilotState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Adoption", "AdoptionState"): Statement(
        "restored WAS of adoption and adoptionstate",
        """UNWIND $rows AS row MATCH (a:Adoption {id: row.start})
        MATCH (b:AdoptionState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Need", "NeedState"): Statement(
        "restored WAS of need and needstate",
        """UNWIND $rows AS row MATCH (a:Need {id: row.start})
        MATCH (b:NeedState {id: row.end}) CREATE (a)-[r:WAS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("SELLS", "Organisation", "Product"): Statement(
        "restored SELLS of organisation and product",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:SELLS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("MAKES", "Organisation", "Product"): Statement(
        "restored MAKES of organisation and product",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:MAKES]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("NEGOTIATED", "Organisation", "Deal"): Statement(
        "restored NEGOTIATED of organisation and deal",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Deal {id: row.end}) CREATE (a)-[r:NEGOTIATED]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HOLDS", "Organisation", "Claim"): Statement(
        "restored HOLDS of organisation and claim",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Claim {id: row.end}) CREATE (a)-[r:HOLDS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("FACES", "Organisation", "Exclusion"): Statement(
        "restored FACES of organisation and exclusion",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Exclusion {id: row.end}) CREATE (a)-[r:FACES]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WROTE", "Organisation", "Review"): Statement(
        "restored WROTE of organisation and review",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Review {id: row.end}) CREATE (a)-[r:WROTE]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("RAN", "Organisation", "Pilot"): Statement(
        "restored RAN of organisation and pilot",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Pilot {id: row.end}) CREATE (a)-[r:RAN]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("LOOKS_FOR", "Organisation", "Need"): Statement(
        "restored LOOKS_FOR of organisation and need",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Need {id: row.end}) CREATE (a)-[r:LOOKS_FOR]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("OFFERS", "Offer", "Product"): Statement(
        "restored OFFERS of offer and product",
        """UNWIND $rows AS row MATCH (a:Offer {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:OFFERS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("PRICES", "Deal", "Product"): Statement(
        "restored PRICES of deal and product",
        """UNWIND $rows AS row MATCH (a:Deal {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:PRICES]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("CERTIFIES", "Claim", "Product"): Statement(
        "restored CERTIFIES of claim and product",
        """UNWIND $rows AS row MATCH (a:Claim {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:CERTIFIES]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("RATES", "Review", "Product"): Statement(
        "restored RATES of review and product",
        """UNWIND $rows AS row MATCH (a:Review {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:RATES]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("TRIES", "Pilot", "Product"): Statement(
        "restored TRIES of pilot and product",
        """UNWIND $rows AS row MATCH (a:Pilot {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:TRIES]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("USES", "Adoption", "Product"): Statement(
        "restored USES of adoption and product",
        """UNWIND $rows AS row MATCH (a:Adoption {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:USES]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("UNDER", "Offer", "Framework"): Statement(
        "restored UNDER of offer and framework",
        """UNWIND $rows AS row MATCH (a:Offer {id: row.start})
        MATCH (b:Framework {id: row.end}) CREATE (a)-[r:UNDER]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("UNDER", "Deal", "Framework"): Statement(
        "restored UNDER of deal and framework",
        """UNWIND $rows AS row MATCH (a:Deal {id: row.start})
        MATCH (b:Framework {id: row.end}) CREATE (a)-[r:UNDER]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("UNDER", "Need", "Framework"): Statement(
        "restored UNDER of need and framework",
        """UNWIND $rows AS row MATCH (a:Need {id: row.start})
        MATCH (b:Framework {id: row.end}) CREATE (a)-[r:UNDER]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("IN", "Product", "Category"): Statement(
        "restored IN of product and category",
        """UNWIND $rows AS row MATCH (a:Product {id: row.start})
        MATCH (b:Category {id: row.end}) CREATE (a)-[r:IN]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("IN", "FrameworkLot", "Category"): Statement(
        "restored IN of framework lot and category",
        """UNWIND $rows AS row MATCH (a:FrameworkLot {id: row.start})
        MATCH (b:Category {id: row.end}) CREATE (a)-[r:IN]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("IN", "Need", "Category"): Statement(
        "restored IN of need and category",
        """UNWIND $rows AS row MATCH (a:Need {id: row.start})
        MATCH (b:Category {id: row.end}) CREATE (a)-[r:IN]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("REVIEWS", "Review", "Contract"): Statement(
        "restored REVIEWS of review and contract",
        """UNWIND $rows AS row MATCH (a:Review {id: row.start})
        MATCH (b:Contract {id: row.end}) CREATE (a)-[r:REVIEWS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("LED_TO", "Pilot", "Contract"): Statement(
        "restored LED_TO of pilot and contract",
        """UNWIND $rows AS row MATCH (a:Pilot {id: row.start})
        MATCH (b:Contract {id: row.end}) CREATE (a)-[r:LED_TO]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("LED_TO", "Need", "Contract"): Statement(
        "restored LED_TO of need and contract",
        """UNWIND $rows AS row MATCH (a:Need {id: row.start})
        MATCH (b:Contract {id: row.end}) CREATE (a)-[r:LED_TO]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("USED_UNDER", "Adoption", "Contract"): Statement(
        "restored USED_UNDER of adoption and contract",
        """UNWIND $rows AS row MATCH (a:Adoption {id: row.start})
        MATCH (b:Contract {id: row.end}) CREATE (a)-[r:USED_UNDER]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HAS_LOT", "Framework", "FrameworkLot"): Statement(
        "restored HAS_LOT of framework and framework lot",
        """UNWIND $rows AS row MATCH (a:Framework {id: row.start})
        MATCH (b:FrameworkLot {id: row.end}) CREATE (a)-[r:HAS_LOT]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
    ("COVERS", "Contract", "Product"): Statement(
        "restored COVERS of contract and product",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Product {id: row.end}) CREATE (a)-[r:COVERS]->(b) SET r += row.values
        RETURN count(*) AS made""",
        PATIENT,
    ),
}

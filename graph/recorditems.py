"""What the hub's own files brought, read out as it is: a statement a label and edge."""

from collections.abc import Mapping

from graph.statements import Statement

PATIENT = 120.0  # seconds for each wait of a stream over everything

NODES: Mapping[str, Statement] = {
    "Product": Statement(
        "all product nodes", "MATCH (n:Product) RETURN properties(n) AS n", PATIENT
    ),
    "Offer": Statement("all offer nodes", "MATCH (n:Offer) RETURN properties(n) AS n", PATIENT),
    "FrameworkLot": Statement(
        "all framework lot nodes",
        """MATCH (n:FrameworkLot) RETURN properties(n) AS n""",
        PATIENT,
    ),
    "Deal": Statement("all deal nodes", "MATCH (n:Deal) RETURN properties(n) AS n", PATIENT),
    "Claim": Statement("all claim nodes", "MATCH (n:Claim) RETURN properties(n) AS n", PATIENT),
    "Exclusion": Statement(
        "all exclusion nodes", "MATCH (n:Exclusion) RETURN properties(n) AS n", PATIENT
    ),
    "Review": Statement("all review nodes", "MATCH (n:Review) RETURN properties(n) AS n", PATIENT),
    "Pilot": Statement("all pilot nodes", "MATCH (n:Pilot) RETURN properties(n) AS n", PATIENT),
    "Adoption": Statement(
        "all adoption nodes", "MATCH (n:Adoption) RETURN properties(n) AS n", PATIENT
    ),
    "Need": Statement("all need nodes", "MATCH (n:Need) RETURN properties(n) AS n", PATIENT),
    "ProductState": Statement(
        "all product state nodes",
        """MATCH (n:ProductState) RETURN properties(n) AS n""",
        PATIENT,
    ),
    "OfferState": Statement(
        "all offer state nodes", "MATCH (n:OfferState) RETURN properties(n) AS n", PATIENT
    ),
    "FrameworkLotState": Statement(
        "all framework lot state nodes",
        """MATCH (n:FrameworkLotState) RETURN properties(n) AS n""",
        PATIENT,
    ),
    "DealState": Statement(
        "all deal state nodes", "MATCH (n:DealState) RETURN properties(n) AS n", PATIENT
    ),
    "ClaimState": Statement(
        "all claim state nodes", "MATCH (n:ClaimState) RETURN properties(n) AS n", PATIENT
    ),
    "ExclusionState": Statement(
        "all exclusion state nodes",
        """MATCH (n:ExclusionState) RETURN properties(n) AS n""",
        PATIENT,
    ),
    "ReviewState": Statement(
        "all review state nodes", "MATCH (n:ReviewState) RETURN properties(n) AS n", PATIENT
    ),
    "PilotState": Statement(
        "all pilot state nodes", "MATCH (n:PilotState) RETURN properties(n) AS n", PATIENT
    ),
    "AdoptionState": Statement(
        "all adoption state nodes",
        """MATCH (n:AdoptionState) RETURN properties(n) AS n""",
        PATIENT,
    ),
    "NeedState": Statement(
        "all need state nodes", "MATCH (n:NeedState) RETURN properties(n) AS n", PATIENT
    ),
    "Record": Statement("all record nodes", "MATCH (n:Record) RETURN properties(n) AS n", PATIENT),
}
EDGES: Mapping[tuple[str, str, str], Statement] = {
    ("WAS", "Product", "ProductState"): Statement(
        "all WAS edges of product and productstate",
        """MATCH (a:Product)-[r:WAS]->(b:ProductState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Offer", "OfferState"): Statement(
        "all WAS edges of offer and offerstate",
        """MATCH (a:Offer)-[r:WAS]->(b:OfferState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "FrameworkLot", "FrameworkLotState"): Statement(
        "all WAS edges of framework lot and frameworklotstate",
        """MATCH (a:FrameworkLot)-[r:WAS]->(b:FrameworkLotState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Deal", "DealState"): Statement(
        "all WAS edges of deal and dealstate",
        """MATCH (a:Deal)-[r:WAS]->(b:DealState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Claim", "ClaimState"): Statement(
        "all WAS edges of claim and claimstate",
        """MATCH (a:Claim)-[r:WAS]->(b:ClaimState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Exclusion", "ExclusionState"): Statement(
        "all WAS edges of exclusion and exclusionstate",
        """MATCH (a:Exclusion)-[r:WAS]->(b:ExclusionState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Review", "ReviewState"): Statement(
        "all WAS edges of review and reviewstate",
        """MATCH (a:Review)-[r:WAS]->(b:ReviewState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Pilot", "PilotState"): Statement(
        "all WAS edges of pilot and pilotstate",
        """MATCH (a:Pilot)-[r:WAS]->(b:PilotState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Adoption", "AdoptionState"): Statement(
        "all WAS edges of adoption and adoptionstate",
        """MATCH (a:Adoption)-[r:WAS]->(b:AdoptionState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Need", "NeedState"): Statement(
        "all WAS edges of need and needstate",
        """MATCH (a:Need)-[r:WAS]->(b:NeedState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("SELLS", "Organisation", "Product"): Statement(
        "all SELLS edges of organisation and product",
        """MATCH (a:Organisation)-[r:SELLS]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("MAKES", "Organisation", "Product"): Statement(
        "all MAKES edges of organisation and product",
        """MATCH (a:Organisation)-[r:MAKES]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("NEGOTIATED", "Organisation", "Deal"): Statement(
        "all NEGOTIATED edges of organisation and deal",
        """MATCH (a:Organisation)-[r:NEGOTIATED]->(b:Deal)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("HOLDS", "Organisation", "Claim"): Statement(
        "all HOLDS edges of organisation and claim",
        """MATCH (a:Organisation)-[r:HOLDS]->(b:Claim)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("FACES", "Organisation", "Exclusion"): Statement(
        "all FACES edges of organisation and exclusion",
        """MATCH (a:Organisation)-[r:FACES]->(b:Exclusion)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WROTE", "Organisation", "Review"): Statement(
        "all WROTE edges of organisation and review",
        """MATCH (a:Organisation)-[r:WROTE]->(b:Review)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("RAN", "Organisation", "Pilot"): Statement(
        "all RAN edges of organisation and pilot",
        """MATCH (a:Organisation)-[r:RAN]->(b:Pilot)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("LOOKS_FOR", "Organisation", "Need"): Statement(
        "all LOOKS_FOR edges of organisation and need",
        """MATCH (a:Organisation)-[r:LOOKS_FOR]->(b:Need)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("OFFERS", "Offer", "Product"): Statement(
        "all OFFERS edges of offer and product",
        """MATCH (a:Offer)-[r:OFFERS]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("PRICES", "Deal", "Product"): Statement(
        "all PRICES edges of deal and product",
        """MATCH (a:Deal)-[r:PRICES]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("CERTIFIES", "Claim", "Product"): Statement(
        "all CERTIFIES edges of claim and product",
        """MATCH (a:Claim)-[r:CERTIFIES]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("RATES", "Review", "Product"): Statement(
        "all RATES edges of review and product",
        """MATCH (a:Review)-[r:RATES]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("TRIES", "Pilot", "Product"): Statement(
        "all TRIES edges of pilot and product",
        """MATCH (a:Pilot)-[r:TRIES]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("USES", "Adoption", "Product"): Statement(
        "all USES edges of adoption and product",
        """MATCH (a:Adoption)-[r:USES]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("UNDER", "Offer", "Framework"): Statement(
        "all UNDER edges of offer and framework",
        """MATCH (a:Offer)-[r:UNDER]->(b:Framework)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("UNDER", "Deal", "Framework"): Statement(
        "all UNDER edges of deal and framework",
        """MATCH (a:Deal)-[r:UNDER]->(b:Framework)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("UNDER", "Need", "Framework"): Statement(
        "all UNDER edges of need and framework",
        """MATCH (a:Need)-[r:UNDER]->(b:Framework)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("IN", "Product", "Category"): Statement(
        "all IN edges of product and category",
        """MATCH (a:Product)-[r:IN]->(b:Category)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("IN", "FrameworkLot", "Category"): Statement(
        "all IN edges of framework lot and category",
        """MATCH (a:FrameworkLot)-[r:IN]->(b:Category)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("IN", "Need", "Category"): Statement(
        "all IN edges of need and category",
        """MATCH (a:Need)-[r:IN]->(b:Category)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("REVIEWS", "Review", "Contract"): Statement(
        "all REVIEWS edges of review and contract",
        """MATCH (a:Review)-[r:REVIEWS]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("LED_TO", "Pilot", "Contract"): Statement(
        "all LED_TO edges of pilot and contract",
        """MATCH (a:Pilot)-[r:LED_TO]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("LED_TO", "Need", "Contract"): Statement(
        "all LED_TO edges of need and contract",
        """MATCH (a:Need)-[r:LED_TO]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("USED_UNDER", "Adoption", "Contract"): Statement(
        "all USED_UNDER edges of adoption and contract",
        """MATCH (a:Adoption)-[r:USED_UNDER]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("HAS_LOT", "Framework", "FrameworkLot"): Statement(
        "all HAS_LOT edges of framework and framework lot",
        """MATCH (a:Framework)-[r:HAS_LOT]->(b:FrameworkLot)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("COVERS", "Contract", "Product"): Statement(
        "all COVERS edges of contract and product",
        """MATCH (a:Contract)-[r:COVERS]->(b:Product)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
}

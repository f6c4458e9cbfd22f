"""Who waits for what: things by the reference that is stored on them, and all that wait."""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

# What refers to these, by label.
FOR_PRODUCT: Mapping[str, Statement] = {
    "Offer": Statement(
        "offer that waits for a product",
        """UNWIND $refs AS ref MATCH (n:Offer {productRef: ref})
        RETURN n.id AS id, n.productRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Deal": Statement(
        "deal that waits for a product",
        """UNWIND $refs AS ref MATCH (n:Deal {productRef: ref})
        RETURN n.id AS id, n.productRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Claim": Statement(
        "claim that waits for a product",
        """UNWIND $refs AS ref MATCH (n:Claim {productRef: ref})
        RETURN n.id AS id, n.productRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Review": Statement(
        "review that waits for a product",
        """UNWIND $refs AS ref MATCH (n:Review {productRef: ref})
        RETURN n.id AS id, n.productRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Pilot": Statement(
        "pilot that waits for a product",
        """UNWIND $refs AS ref MATCH (n:Pilot {productRef: ref})
        RETURN n.id AS id, n.productRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Adoption": Statement(
        "adoption that waits for a product",
        """UNWIND $refs AS ref MATCH (n:Adoption {productRef: ref})
        RETURN n.id AS id, n.productRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
}
# The same for indicators.
FOR_KPI: Mapping[str, Statement] = {
    "Assessment": Statement(
        "assessment that waits for a kpi",
        """UNWIND $refs AS ref MATCH (n:Assessment {kpiRef: ref})
        RETURN n.id AS id, n.kpiRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
}
# The same for frameworks.
FOR_FRAMEWORK: Mapping[str, Statement] = {
    "Offer": Statement(
        "offer that waits for a framework",
        """UNWIND $refs AS ref MATCH (n:Offer {frameworkRef: ref})
        RETURN n.id AS id, n.frameworkRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Deal": Statement(
        "deal that waits for a framework",
        """UNWIND $refs AS ref MATCH (n:Deal {frameworkRef: ref})
        RETURN n.id AS id, n.frameworkRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Need": Statement(
        "need that waits for a framework",
        """UNWIND $refs AS ref MATCH (n:Need {frameworkRef: ref})
        RETURN n.id AS id, n.frameworkRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
}
# The same for ocids and lines of returns.
FOR_CONTRACT: Mapping[str, Statement] = {
    "Review": Statement(
        "review that waits for a contract",
        """UNWIND $refs AS ref MATCH (n:Review {contractRef: ref})
        RETURN n.id AS id, n.contractRef AS ref, n.contractPart AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Pilot": Statement(
        "pilot that waits for a contract",
        """UNWIND $refs AS ref MATCH (n:Pilot {contractRef: ref})
        RETURN n.id AS id, n.contractRef AS ref, n.contractPart AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Need": Statement(
        "need that waits for a contract",
        """UNWIND $refs AS ref MATCH (n:Need {contractRef: ref})
        RETURN n.id AS id, n.contractRef AS ref, n.contractPart AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Adoption": Statement(
        "adoption that waits for a contract",
        """UNWIND $refs AS ref MATCH (n:Adoption {contractRef: ref})
        RETURN n.id AS id, n.contractRef AS ref, n.contractPart AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Kpi": Statement(
        "kpi that waits for a contract",
        """UNWIND $refs AS ref MATCH (n:Kpi {contractRef: ref})
        RETURN n.id AS id, n.contractRef AS ref, n.contractPart AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Assessment": Statement(
        "assessment that waits for a contract",
        """UNWIND $refs AS ref MATCH (n:Assessment {contractRef: ref})
        RETURN n.id AS id, n.contractRef AS ref, n.contractPart AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Failure": Statement(
        "failure that waits for a contract",
        """UNWIND $refs AS ref MATCH (n:Failure {contractRef: ref})
        RETURN n.id AS id, n.contractRef AS ref, n.contractPart AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
}
# All that refers to a line of returns.
FOR_LINES: Mapping[str, Statement] = {
    "Review": Statement(
        "review that waits for returns",
        """MATCH (n:Review) WHERE n.contractRef STARTS WITH 'pay-'
        RETURN n.id AS id, n.contractRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Pilot": Statement(
        "pilot that waits for returns",
        """MATCH (n:Pilot) WHERE n.contractRef STARTS WITH 'pay-'
        RETURN n.id AS id, n.contractRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Need": Statement(
        "need that waits for returns",
        """MATCH (n:Need) WHERE n.contractRef STARTS WITH 'pay-'
        RETURN n.id AS id, n.contractRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Adoption": Statement(
        "adoption that waits for returns",
        """MATCH (n:Adoption) WHERE n.contractRef STARTS WITH 'pay-'
        RETURN n.id AS id, n.contractRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Kpi": Statement(
        "kpi that waits for returns",
        """MATCH (n:Kpi) WHERE n.contractRef STARTS WITH 'pay-'
        RETURN n.id AS id, n.contractRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Assessment": Statement(
        "assessment that waits for returns",
        """MATCH (n:Assessment) WHERE n.contractRef STARTS WITH 'pay-'
        RETURN n.id AS id, n.contractRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
    "Failure": Statement(
        "failure that waits for returns",
        """MATCH (n:Failure) WHERE n.contractRef STARTS WITH 'pay-'
        RETURN n.id AS id, n.contractRef AS ref, null AS part, n.publicFrom AS publicFrom,
            n.publicTo AS publicTo, n.source AS source""",
        PATIENT,
    ),
}

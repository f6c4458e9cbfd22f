"""Everything that is stored, read out as it is: one statement a label and a type of edge."""

from collections.abc import Mapping

from graph import performanceitems, recorditems
from graph.statements import Statement

PATIENT = 120.0  # seconds for each wait of a stream over everything

NODES: Mapping[str, Statement] = {
    **performanceitems.NODES,
    **recorditems.NODES,
    "Organisation": Statement(
        "all organisation nodes", "MATCH (n:Organisation) RETURN properties(n) AS n", PATIENT
    ),
    "Contract": Statement(
        "all contract nodes", "MATCH (n:Contract) RETURN properties(n) AS n", PATIENT
    ),
    "Category": Statement(
        "all category nodes", "MATCH (n:Category) RETURN properties(n) AS n", PATIENT
    ),
    "Framework": Statement(
        "all framework nodes", "MATCH (n:Framework) RETURN properties(n) AS n", PATIENT
    ),
    "Procurement": Statement(
        "all procurement nodes", "MATCH (n:Procurement) RETURN properties(n) AS n", PATIENT
    ),
    "Lot": Statement("all lot nodes", "MATCH (n:Lot) RETURN properties(n) AS n", PATIENT),
    "Award": Statement("all award nodes", "MATCH (n:Award) RETURN properties(n) AS n", PATIENT),
    "Notice": Statement("all notice nodes", "MATCH (n:Notice) RETURN properties(n) AS n", PATIENT),
    "Amendment": Statement(
        "all amendment nodes", "MATCH (n:Amendment) RETURN properties(n) AS n", PATIENT
    ),
    "OrganisationState": Statement(
        "all organisation state nodes",
        "MATCH (n:OrganisationState) RETURN properties(n) AS n",
        PATIENT,
    ),
    "ContractState": Statement(
        "all contract state nodes", "MATCH (n:ContractState) RETURN properties(n) AS n", PATIENT
    ),
    "CategoryState": Statement(
        "all category state nodes", "MATCH (n:CategoryState) RETURN properties(n) AS n", PATIENT
    ),
    "FrameworkState": Statement(
        "all framework state nodes", "MATCH (n:FrameworkState) RETURN properties(n) AS n", PATIENT
    ),
    "ProcurementState": Statement(
        "all procurement state nodes",
        "MATCH (n:ProcurementState) RETURN properties(n) AS n",
        PATIENT,
    ),
    "LotState": Statement(
        "all lot state nodes", "MATCH (n:LotState) RETURN properties(n) AS n", PATIENT
    ),
    "AwardState": Statement(
        "all award state nodes", "MATCH (n:AwardState) RETURN properties(n) AS n", PATIENT
    ),
    "NoticeState": Statement(
        "all notice state nodes", "MATCH (n:NoticeState) RETURN properties(n) AS n", PATIENT
    ),
    "AmendmentState": Statement(
        "all amendment state nodes", "MATCH (n:AmendmentState) RETURN properties(n) AS n", PATIENT
    ),
    "Mention": Statement(
        "all mention nodes", "MATCH (n:Mention) RETURN properties(n) AS n", PATIENT
    ),
    "Decision": Statement(
        "all decision nodes", "MATCH (n:Decision) RETURN properties(n) AS n", PATIENT
    ),
    "Identifier": Statement(
        "all identifier nodes", "MATCH (n:Identifier) RETURN properties(n) AS n", PATIENT
    ),
    "SpendMonth": Statement(
        "all spend month nodes", "MATCH (n:SpendMonth) RETURN properties(n) AS n", PATIENT
    ),
    "Payment": Statement(
        "all payment nodes", "MATCH (n:Payment) RETURN properties(n) AS n", PATIENT
    ),
    "Release": Statement(
        "all release nodes", "MATCH (n:Release) RETURN properties(n) AS n", PATIENT
    ),
    "Source": Statement("all source nodes", "MATCH (n:Source) RETURN properties(n) AS n", PATIENT),
    "ReferenceList": Statement(
        "all reference list nodes", "MATCH (n:ReferenceList) RETURN properties(n) AS n", PATIENT
    ),
    "Listed": Statement("all listed nodes", "MATCH (n:Listed) RETURN properties(n) AS n", PATIENT),
}
# By type and both labels: WAS stands between nine pairs of them.
EDGES: Mapping[tuple[str, str, str], Statement] = {
    **performanceitems.EDGES,
    **recorditems.EDGES,
    ("WAS", "Organisation", "OrganisationState"): Statement(
        "all WAS edges of organisation",
        """MATCH (a:Organisation)-[r:WAS]->(b:OrganisationState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Contract", "ContractState"): Statement(
        "all WAS edges of contract",
        """MATCH (a:Contract)-[r:WAS]->(b:ContractState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Category", "CategoryState"): Statement(
        "all WAS edges of category",
        """MATCH (a:Category)-[r:WAS]->(b:CategoryState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Framework", "FrameworkState"): Statement(
        "all WAS edges of framework",
        """MATCH (a:Framework)-[r:WAS]->(b:FrameworkState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Procurement", "ProcurementState"): Statement(
        "all WAS edges of procurement",
        """MATCH (a:Procurement)-[r:WAS]->(b:ProcurementState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Lot", "LotState"): Statement(
        "all WAS edges of lot",
        """MATCH (a:Lot)-[r:WAS]->(b:LotState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Award", "AwardState"): Statement(
        "all WAS edges of award",
        """MATCH (a:Award)-[r:WAS]->(b:AwardState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Notice", "NoticeState"): Statement(
        "all WAS edges of notice",
        """MATCH (a:Notice)-[r:WAS]->(b:NoticeState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WAS", "Amendment", "AmendmentState"): Statement(
        "all WAS edges of amendment",
        """MATCH (a:Amendment)-[r:WAS]->(b:AmendmentState)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("MEANS", "Mention", "Organisation"): Statement(
        "all MEANS edges of mention",
        """MATCH (a:Mention)-[r:MEANS]->(b:Organisation)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("RESEMBLES", "Mention", "Mention"): Statement(
        "all RESEMBLES edges of mention",
        """MATCH (a:Mention)-[r:RESEMBLES]->(b:Mention)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("BEARS", "Mention", "Identifier"): Statement(
        "all BEARS edges of mention",
        """MATCH (a:Mention)-[r:BEARS]->(b:Identifier)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("SUCCEEDED_BY", "Organisation", "Organisation"): Statement(
        "all SUCCEEDED_BY edges of organisation",
        """MATCH (a:Organisation)-[r:SUCCEEDED_BY]->(b:Organisation)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("BOUGHT", "Organisation", "Contract"): Statement(
        "all BOUGHT edges of organisation",
        """MATCH (a:Organisation)-[r:BOUGHT]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("SUPPLIED", "Organisation", "Contract"): Statement(
        "all SUPPLIED edges of organisation",
        """MATCH (a:Organisation)-[r:SUPPLIED]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("UNDER", "Contract", "Framework"): Statement(
        "all UNDER edges of contract",
        """MATCH (a:Contract)-[r:UNDER]->(b:Framework)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("IN", "Contract", "Category"): Statement(
        "all IN edges of contract",
        """MATCH (a:Contract)-[r:IN]->(b:Category)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("WITHIN", "Category", "Category"): Statement(
        "all WITHIN edges of category",
        """MATCH (a:Category)-[r:WITHIN]->(b:Category)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("PAID_UNDER", "Payment", "Contract"): Statement(
        "all PAID_UNDER edges of payment",
        """MATCH (a:Payment)-[r:PAID_UNDER]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("OF_MONTH", "Payment", "SpendMonth"): Statement(
        "all OF_MONTH edges of payment",
        """MATCH (a:Payment)-[r:OF_MONTH]->(b:SpendMonth)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("TELLS", "Release", "Procurement"): Statement(
        "all TELLS edges of release",
        """MATCH (a:Release)-[r:TELLS]->(b:Procurement)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("HAS_LOT", "Procurement", "Lot"): Statement(
        "all HAS_LOT edges of procurement",
        """MATCH (a:Procurement)-[r:HAS_LOT]->(b:Lot)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("HAS_AWARD", "Procurement", "Award"): Statement(
        "all HAS_AWARD edges of procurement",
        """MATCH (a:Procurement)-[r:HAS_AWARD]->(b:Award)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("FOR", "Procurement", "Contract"): Statement(
        "all FOR edges of procurement",
        """MATCH (a:Procurement)-[r:FOR]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("TAKES_PART", "Organisation", "Contract"): Statement(
        "all TAKES_PART edges of organisation",
        """MATCH (a:Organisation)-[r:TAKES_PART]->(b:Contract)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("HAS_NOTICE", "Procurement", "Notice"): Statement(
        "all HAS_NOTICE edges of procurement",
        """MATCH (a:Procurement)-[r:HAS_NOTICE]->(b:Notice)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("HAS_AMENDMENT", "Procurement", "Amendment"): Statement(
        "all HAS_AMENDMENT edges of procurement",
        """MATCH (a:Procurement)-[r:HAS_AMENDMENT]->(b:Amendment)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
    ("CHANGED_BY", "Contract", "Amendment"): Statement(
        "all CHANGED_BY edges of contract",
        """MATCH (a:Contract)-[r:CHANGED_BY]->(b:Amendment)
        RETURN a.id AS a, b.id AS b, properties(r) AS r""",
        PATIENT,
    ),
}

"""Writing an export back: one text a label and a type of edge, each into an empty graph.

Plain CREATE, so nothing may be there yet; the counts tell whether both ends of each edge were.
"""

from collections.abc import Mapping

from graph import performanceitems, recordrestoring
from graph.loading import PATIENT
from graph.statements import Statement

# An import that has not ended: what is there then is a part, and no load may build on it.
CUT_OFF = Statement("import unfinished", "MATCH (l:Load {id: 'import'}) RETURN l.id AS id")
BEGIN = Statement("import begins", "MERGE (l:Load {id: 'import'})")
END = Statement("import ends", "MATCH (l:Load {id: 'import'}) DELETE l")
# Without a label, as a wipe: what no version of ours knows is in the way, too.
ANYTHING = Statement(
    "anything stored",
    "MATCH (n) WHERE NOT n:Migration AND NOT n:Generation RETURN 1 AS one LIMIT 1",
    PATIENT,
)

NODES: Mapping[str, Statement] = {
    **performanceitems.RESTORED_NODES,
    **recordrestoring.NODES,
    "Organisation": Statement(
        "restored organisation nodes",
        """UNWIND $rows AS row CREATE (n:Organisation {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Contract": Statement(
        "restored contract nodes",
        """UNWIND $rows AS row CREATE (n:Contract {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Category": Statement(
        "restored category nodes",
        """UNWIND $rows AS row CREATE (n:Category {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Framework": Statement(
        "restored framework nodes",
        """UNWIND $rows AS row CREATE (n:Framework {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Procurement": Statement(
        "restored procurement nodes",
        """UNWIND $rows AS row CREATE (n:Procurement {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Lot": Statement(
        "restored lot nodes",
        """UNWIND $rows AS row CREATE (n:Lot {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Award": Statement(
        "restored award nodes",
        """UNWIND $rows AS row CREATE (n:Award {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "OrganisationState": Statement(
        "restored organisation state nodes",
        """UNWIND $rows AS row CREATE (n:OrganisationState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "ContractState": Statement(
        "restored contract state nodes",
        """UNWIND $rows AS row CREATE (n:ContractState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "CategoryState": Statement(
        "restored category state nodes",
        """UNWIND $rows AS row CREATE (n:CategoryState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "FrameworkState": Statement(
        "restored framework state nodes",
        """UNWIND $rows AS row CREATE (n:FrameworkState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "ProcurementState": Statement(
        "restored procurement state nodes",
        """UNWIND $rows AS row CREATE (n:ProcurementState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "LotState": Statement(
        "restored lot state nodes",
        """UNWIND $rows AS row CREATE (n:LotState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "AwardState": Statement(
        "restored award state nodes",
        """UNWIND $rows AS row CREATE (n:AwardState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Mention": Statement(
        "restored mention nodes",
        """UNWIND $rows AS row CREATE (n:Mention {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Decision": Statement(
        "restored decision nodes",
        """UNWIND $rows AS row CREATE (n:Decision {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Identifier": Statement(
        "restored identifier nodes",
        """UNWIND $rows AS row CREATE (n:Identifier {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Payment": Statement(
        "restored payment nodes",
        """UNWIND $rows AS row CREATE (n:Payment {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "SpendMonth": Statement(
        "restored spend month nodes",
        """UNWIND $rows AS row CREATE (n:SpendMonth {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Release": Statement(
        "restored release nodes",
        """UNWIND $rows AS row CREATE (n:Release {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Source": Statement(
        "restored source nodes",
        """UNWIND $rows AS row CREATE (n:Source {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Notice": Statement(
        "restored notice nodes",
        """UNWIND $rows AS row CREATE (n:Notice {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Amendment": Statement(
        "restored amendment nodes",
        """UNWIND $rows AS row CREATE (n:Amendment {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "NoticeState": Statement(
        "restored notice state nodes",
        """UNWIND $rows AS row CREATE (n:NoticeState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "AmendmentState": Statement(
        "restored amendment state nodes",
        """UNWIND $rows AS row CREATE (n:AmendmentState {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "ReferenceList": Statement(
        "restored reference list nodes",
        """UNWIND $rows AS row CREATE (n:ReferenceList {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
    "Listed": Statement(
        "restored listed nodes",
        """UNWIND $rows AS row CREATE (n:Listed {id: row.id}) SET n += row
        RETURN count(*) AS made""",
        PATIENT,
    ),
}
EDGES: Mapping[tuple[str, str, str], Statement] = {
    **performanceitems.RESTORED_EDGES,
    **recordrestoring.EDGES,
    ("WAS", "Organisation", "OrganisationState"): Statement(
        "restored WAS edges of organisation",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:OrganisationState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Contract", "ContractState"): Statement(
        "restored WAS edges of contract",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:ContractState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Category", "CategoryState"): Statement(
        "restored WAS edges of category",
        """UNWIND $rows AS row MATCH (a:Category {id: row.start})
        MATCH (b:CategoryState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Framework", "FrameworkState"): Statement(
        "restored WAS edges of framework",
        """UNWIND $rows AS row MATCH (a:Framework {id: row.start})
        MATCH (b:FrameworkState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Procurement", "ProcurementState"): Statement(
        "restored WAS edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:ProcurementState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Lot", "LotState"): Statement(
        "restored WAS edges of lot",
        """UNWIND $rows AS row MATCH (a:Lot {id: row.start})
        MATCH (b:LotState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Award", "AwardState"): Statement(
        "restored WAS edges of award",
        """UNWIND $rows AS row MATCH (a:Award {id: row.start})
        MATCH (b:AwardState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("MEANS", "Mention", "Organisation"): Statement(
        "restored MEANS edges of mention",
        """UNWIND $rows AS row MATCH (a:Mention {id: row.start})
        MATCH (b:Organisation {id: row.end})
        CREATE (a)-[r:MEANS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("RESEMBLES", "Mention", "Mention"): Statement(
        "restored RESEMBLES edges of mention",
        """UNWIND $rows AS row MATCH (a:Mention {id: row.start})
        MATCH (b:Mention {id: row.end})
        CREATE (a)-[r:RESEMBLES]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("BEARS", "Mention", "Identifier"): Statement(
        "restored BEARS edges of mention",
        """UNWIND $rows AS row MATCH (a:Mention {id: row.start})
        MATCH (b:Identifier {id: row.end})
        CREATE (a)-[r:BEARS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("SUCCEEDED_BY", "Organisation", "Organisation"): Statement(
        "restored SUCCEEDED_BY edges of organisation",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Organisation {id: row.end})
        CREATE (a)-[r:SUCCEEDED_BY]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("BOUGHT", "Organisation", "Contract"): Statement(
        "restored BOUGHT edges of organisation",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Contract {id: row.end})
        CREATE (a)-[r:BOUGHT]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("SUPPLIED", "Organisation", "Contract"): Statement(
        "restored SUPPLIED edges of organisation",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Contract {id: row.end})
        CREATE (a)-[r:SUPPLIED]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("UNDER", "Contract", "Framework"): Statement(
        "restored UNDER edges of contract",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Framework {id: row.end})
        CREATE (a)-[r:UNDER]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("IN", "Contract", "Category"): Statement(
        "restored IN edges of contract",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Category {id: row.end})
        CREATE (a)-[r:IN]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WITHIN", "Category", "Category"): Statement(
        "restored WITHIN edges of category",
        """UNWIND $rows AS row MATCH (a:Category {id: row.start})
        MATCH (b:Category {id: row.end})
        CREATE (a)-[r:WITHIN]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("PAID_UNDER", "Payment", "Contract"): Statement(
        "restored PAID_UNDER edges of payment",
        """UNWIND $rows AS row MATCH (a:Payment {id: row.start})
        MATCH (b:Contract {id: row.end})
        CREATE (a)-[r:PAID_UNDER]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("OF_MONTH", "Payment", "SpendMonth"): Statement(
        "restored OF_MONTH edges of payment",
        """UNWIND $rows AS row MATCH (a:Payment {id: row.start})
        MATCH (b:SpendMonth {id: row.end})
        CREATE (a)-[r:OF_MONTH]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("TELLS", "Release", "Procurement"): Statement(
        "restored TELLS edges of release",
        """UNWIND $rows AS row MATCH (a:Release {id: row.start})
        MATCH (b:Procurement {id: row.end})
        CREATE (a)-[r:TELLS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HAS_LOT", "Procurement", "Lot"): Statement(
        "restored HAS_LOT edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Lot {id: row.end})
        CREATE (a)-[r:HAS_LOT]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HAS_AWARD", "Procurement", "Award"): Statement(
        "restored HAS_AWARD edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Award {id: row.end})
        CREATE (a)-[r:HAS_AWARD]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("FOR", "Procurement", "Contract"): Statement(
        "restored FOR edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Contract {id: row.end})
        CREATE (a)-[r:FOR]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Notice", "NoticeState"): Statement(
        "restored WAS edges of notice",
        """UNWIND $rows AS row MATCH (a:Notice {id: row.start})
        MATCH (b:NoticeState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("WAS", "Amendment", "AmendmentState"): Statement(
        "restored WAS edges of amendment",
        """UNWIND $rows AS row MATCH (a:Amendment {id: row.start})
        MATCH (b:AmendmentState {id: row.end})
        CREATE (a)-[r:WAS]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HAS_NOTICE", "Procurement", "Notice"): Statement(
        "restored HAS_NOTICE edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Notice {id: row.end})
        CREATE (a)-[r:HAS_NOTICE]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("TAKES_PART", "Organisation", "Contract"): Statement(
        "restored TAKES_PART edges of organisation",
        """UNWIND $rows AS row MATCH (a:Organisation {id: row.start})
        MATCH (b:Contract {id: row.end})
        CREATE (a)-[r:TAKES_PART]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("HAS_AMENDMENT", "Procurement", "Amendment"): Statement(
        "restored HAS_AMENDMENT edges of procurement",
        """UNWIND $rows AS row MATCH (a:Procurement {id: row.start})
        MATCH (b:Amendment {id: row.end})
        CREATE (a)-[r:HAS_AMENDMENT]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
    ("CHANGED_BY", "Contract", "Amendment"): Statement(
        "restored CHANGED_BY edges of contract",
        """UNWIND $rows AS row MATCH (a:Contract {id: row.start})
        MATCH (b:Amendment {id: row.end})
        CREATE (a)-[r:CHANGED_BY]->(b) SET r += row.values RETURN count(*) AS made""",
        PATIENT,
    ),
}

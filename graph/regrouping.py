"""Writing who is who, and what follows from all facts of a body, a category or a framework."""

from collections.abc import Mapping

from graph.loading import PATIENT
from graph.statements import Statement

# A mention's meaning changes: its edges go with it.
MERGE_ORGANISATIONS = Statement(
    "organisations of groups",
    """UNWIND $rows AS row MERGE (o:Organisation {id: row.id})
    ON CREATE SET o.name = row.name, o.kind = row.kind""",
    PATIENT,
)
MOVE_MEANS = Statement(
    "meanings moved",
    """UNWIND $rows AS row MATCH (m:Mention {id: row.mention})-[r:MEANS]->(:Organisation)
    MATCH (o:Organisation {id: row.organisation})
    WITH collect({r: r, m: m, o: o, basis: row.basis, score: row.score}) AS moves
    UNWIND moves AS move
    WITH move.r AS r, move.m AS m, move.o AS o, move.basis AS basis, move.score AS score
    DELETE r CREATE (m)-[:MEANS {basis: basis, score: score}]->(o)""",
    PATIENT,
)
MOVE_BOUGHT = Statement(
    "purchases moved",
    """UNWIND $rows AS row
    MATCH (:Organisation {id: row.old})-[r:BOUGHT {mention: row.mention}]->(c:Contract)
    MATCH (o:Organisation {id: row.organisation})
    WITH collect({r: r, c: c, o: o}) AS moves UNWIND moves AS move
    WITH move.r AS r, move.c AS c, move.o AS o
    CREATE (o)-[:BOUGHT {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
        source: r.source, sector: r.sector, region: r.region, roles: r.roles, lead: r.lead}]->(c)
    DELETE r""",
    PATIENT,
)
MOVE_SUPPLIED = Statement(
    "sales moved",
    """UNWIND $rows AS row
    MATCH (:Organisation {id: row.old})-[r:SUPPLIED {mention: row.mention}]->(c:Contract)
    MATCH (o:Organisation {id: row.organisation})
    WITH collect({r: r, c: c, o: o}) AS moves UNWIND moves AS move
    WITH move.r AS r, move.c AS c, move.o AS o
    CREATE (o)-[:SUPPLIED {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
        source: r.source, sizeClass: r.sizeClass, region: r.region, roles: r.roles, scale: r.scale,
        sme: r.sme, vcse: r.vcse, supportedEmployment: r.supportedEmployment,
        mutual: r.mutual, exclusionGrounds: r.exclusionGrounds,
        excludedRationale: r.excludedRationale}]->(c)
    DELETE r""",
    PATIENT,
)
MOVE_TAKES_PART = Statement(
    "roles moved",
    """UNWIND $rows AS row
    MATCH (:Organisation {id: row.old})-[r:TAKES_PART {mention: row.mention}]->(c:Contract)
    MATCH (o:Organisation {id: row.organisation})
    WITH collect({r: r, c: c, o: o}) AS moves UNWIND moves AS move
    WITH move.r AS r, move.c AS c, move.o AS o
    CREATE (o)-[:TAKES_PART {mention: r.mention, role: r.role, publicFrom: r.publicFrom,
        publicTo: r.publicTo, source: r.source}]->(c)
    DELETE r""",
    PATIENT,
)
EMPTY_ORGANISATIONS = Statement(
    "organisations without a mention",
    """MATCH (o:Organisation) WHERE NOT EXISTS { MATCH (:Mention)-[:MEANS]->(o) }
    RETURN o.id AS id""",
    PATIENT,
)
DELETE_ORGANISATIONS = Statement(
    "organisations gone",
    "UNWIND $ids AS id MATCH (o:Organisation {id: id}) DETACH DELETE o",
    PATIENT,
)

# What sources state of bodies, categories and frameworks, counted.
BOUGHT_FACTS = Statement(
    "facts of buyers",
    """MATCH (o:Organisation)-[r:BOUGHT]->(:Contract)
    RETURN o.id AS id, r.publicFrom AS publicFrom, r.sector AS sector, r.region AS region,
        count(*) AS facts""",
    PATIENT,
)
SUPPLIED_FACTS = Statement(
    "facts of suppliers",
    """MATCH (o:Organisation)-[r:SUPPLIED]->(:Contract)
    RETURN o.id AS id, r.publicFrom AS publicFrom, r.sizeClass AS sizeClass, r.region AS region,
        count(*) AS facts""",
    PATIENT,
)
BUYER_LINES = Statement(
    "lines of buyers",
    """MATCH (p:Payment)-[:PAID_UNDER]->(:Contract)<-[:BOUGHT]-(o:Organisation)
    RETURN o.id AS id, p.publicFrom AS publicFrom, p.sector AS sector, count(*) AS facts""",
    PATIENT,
)
SUPPLIER_LINES = Statement(
    "lines of suppliers",
    """MATCH (p:Payment)-[:PAID_UNDER]->(:Contract)<-[:SUPPLIED]-(o:Organisation)
    RETURN o.id AS id, p.publicFrom AS publicFrom, p.sizeClass AS sizeClass, count(*) AS facts""",
    PATIENT,
)
CATEGORY_FACTS = (
    Statement(
        "facts of categories",
        """MATCH (c:Contract)-[r:IN]->(k:Category)
        RETURN k.id AS id, r.publicFrom AS publicFrom, r.name AS name, r.source AS source,
            c.basis AS basis, count(*) AS facts""",
        PATIENT,
    ),
    Statement(
        "facts of categories from products",
        """MATCH (n:Product)-[r:IN]->(k:Category)
        RETURN k.id AS id, r.publicFrom AS publicFrom, null AS name, r.source AS source,
            n.basis AS basis, count(*) AS facts""",
        PATIENT,
    ),
    Statement(
        "facts of categories from framework lots",
        """MATCH (n:FrameworkLot)-[r:IN]->(k:Category)
        RETURN k.id AS id, r.publicFrom AS publicFrom, null AS name, r.source AS source,
            n.basis AS basis, count(*) AS facts""",
        PATIENT,
    ),
    Statement(
        "facts of categories from needs",
        """MATCH (n:Need)-[r:IN]->(k:Category)
        RETURN k.id AS id, r.publicFrom AS publicFrom, null AS name, r.source AS source,
            n.basis AS basis, count(*) AS facts""",
        PATIENT,
    ),
)
FRAMEWORK_FACTS = Statement(
    "facts of frameworks",
    """MATCH (c:Contract)-[r:UNDER]->(f:Framework)
    RETURN f.id AS id, r.publicFrom AS publicFrom, r.name AS name, r.source AS source,
        c.basis AS basis, count(*) AS facts""",
    PATIENT,
)

# As they are stored, to write only what differs.
STORED: Mapping[str, Statement] = {
    "Organisation": Statement(
        "organisations stored",
        """MATCH (n:Organisation) RETURN n.id AS id, n.name AS name, n.kind AS kind,
            n.sector AS sector, n.region AS region, n.sizeClass AS sizeClass,
            n.buysFrom AS buysFrom, n.suppliesFrom AS suppliesFrom""",
        PATIENT,
    ),
    "Category": Statement(
        "categories stored",
        """MATCH (n:Category) RETURN n.id AS id, n.name AS name, n.publicFrom AS publicFrom,
            n.basis AS basis, n.source AS source""",
        PATIENT,
    ),
    "Framework": Statement(
        "frameworks stored",
        """MATCH (n:Framework) RETURN n.id AS id, n.name AS name, n.publicFrom AS publicFrom,
            n.basis AS basis, n.source AS source, n.owner AS owner, n.kind AS kind,
            n.status AS status, n.startsOn AS startsOn, n.endsOn AS endsOn,
            n.extendsTo AS extendsTo, n.callOff AS callOff, n.buyerTypes AS buyerTypes,
            n.regions AS regions, n.url AS url""",
        PATIENT,
    ),
}
STORED_STATES: Mapping[str, Statement] = {
    "Organisation": Statement(
        "states of organisations stored",
        """MATCH (n:Organisation)-[:WAS]->(s:OrganisationState) RETURN n.id AS of,
            s.publicFrom AS publicFrom, s.publicTo AS publicTo, s.sector AS sector,
            s.region AS region, s.sizeClass AS sizeClass""",
        PATIENT,
    ),
    "Category": Statement(
        "states of categories stored",
        """MATCH (n:Category)-[:WAS]->(s:CategoryState) RETURN n.id AS of,
            s.publicFrom AS publicFrom, s.publicTo AS publicTo, s.name AS name""",
        PATIENT,
    ),
    "Framework": Statement(
        "states of frameworks stored",
        """MATCH (n:Framework)-[:WAS]->(s:FrameworkState) RETURN n.id AS of,
            s.publicFrom AS publicFrom, s.publicTo AS publicTo, s.name AS name,
            s.owner AS owner, s.kind AS kind, s.status AS status, s.startsOn AS startsOn,
            s.endsOn AS endsOn, s.extendsTo AS extendsTo, s.callOff AS callOff,
            s.buyerTypes AS buyerTypes, s.regions AS regions, s.url AS url""",
        PATIENT,
    ),
}
UPDATE: Mapping[str, Statement] = {
    "Organisation": Statement(
        "organisations settled",
        """UNWIND $rows AS row MATCH (n:Organisation {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Category": Statement(
        "categories settled",
        """UNWIND $rows AS row MATCH (n:Category {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
    "Framework": Statement(
        "frameworks settled",
        """UNWIND $rows AS row MATCH (n:Framework {id: row.id}) SET n += row.values""",
        PATIENT,
    ),
}
DELETE_STATES: Mapping[str, Statement] = {
    "Organisation": Statement(
        "states of organisations cleared",
        """UNWIND $ids AS id MATCH (:Organisation {id: id})-[:WAS]->(s:OrganisationState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Category": Statement(
        "states of categories cleared",
        """UNWIND $ids AS id MATCH (:Category {id: id})-[:WAS]->(s:CategoryState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
    "Framework": Statement(
        "states of frameworks cleared",
        """UNWIND $ids AS id MATCH (:Framework {id: id})-[:WAS]->(s:FrameworkState)
        WITH collect(s) AS gone UNWIND gone AS s DETACH DELETE s""",
        PATIENT,
    ),
}
WRITE_STATES: Mapping[str, Statement] = {
    "Organisation": Statement(
        "states of organisations",
        """UNWIND $rows AS row MATCH (n:Organisation {id: row.of})
        CREATE (n)-[:WAS]->(s:OrganisationState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Category": Statement(
        "states of categories",
        """UNWIND $rows AS row MATCH (n:Category {id: row.of})
        CREATE (n)-[:WAS]->(s:CategoryState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
    "Framework": Statement(
        "states of frameworks",
        """UNWIND $rows AS row MATCH (n:Framework {id: row.of})
        CREATE (n)-[:WAS]->(s:FrameworkState {id: row.id}) SET s += row.values""",
        PATIENT,
    ),
}
DELETE_NODES: Mapping[str, Statement] = {
    "Category": Statement(
        "categories gone", "UNWIND $ids AS id MATCH (n:Category {id: id}) DETACH DELETE n", PATIENT
    ),
    "Framework": Statement(
        "frameworks gone",
        "UNWIND $ids AS id MATCH (n:Framework {id: id}) DETACH DELETE n",
        PATIENT,
    ),
}

"""What a match asks of the graph before it ranks: who is meant, what may not be shown."""

from graph.driver import Statement

# One statement: the buyer by id or by name, the organisations behind the excluded ids, those that
# are hidden, and, only when asked (a list of one), the frameworks, lots and sectors that are known.
NEED = Statement(
    "match need",
    "RETURN "
    "COLLECT { UNWIND $buyers AS k MATCH (:Mention {id: k})-[:MEANS]->(x:Organisation)"
    " WHERE x.withheld IS NULL RETURN DISTINCT [x.id, x.name, x.kind] } AS by_id, "
    "COLLECT { UNWIND $names AS k MATCH (:Mention {nameKey: k})-[:MEANS]->(x:Organisation)"
    " WHERE x.withheld IS NULL AND x.buysFrom IS NOT NULL"
    " RETURN DISTINCT [x.id, x.name, x.kind] } AS by_name, "
    "COLLECT { UNWIND $exclude AS k MATCH (:Mention {id: k})-[:MEANS]->(x:Organisation)"
    " RETURN [k, x.id] } AS excluded, "
    "COLLECT { MATCH (x:Organisation) WHERE x.withheld IS NOT NULL RETURN x.id } AS hidden, "
    "COLLECT { UNWIND $frameworks AS one MATCH (x:Framework)"
    " WHERE x.withheld IS NULL AND x.publicTo IS NULL RETURN [x.code, x.name] } AS frameworks, "
    "COLLECT { UNWIND $lots AS one MATCH (x:Category)"
    " WHERE x.withheld IS NULL AND x.publicTo IS NULL AND x.scheme ENDS WITH ' lot'"
    " RETURN [x.code, x.name] } AS lots, "
    "COLLECT { UNWIND $sectors AS one MATCH (x:Organisation)"
    " WHERE x.withheld IS NULL AND x.buysFrom IS NOT NULL AND x.sector IS NOT NULL"
    " RETURN DISTINCT x.sector } AS sectors",
)

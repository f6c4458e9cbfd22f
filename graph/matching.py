"""What a match asks of the graph before it ranks: who is meant, what may not be shown."""

from graph.driver import Statement

# The last instant that text can name: what is asked about now is asked about then.
FOREVER = "9999-12-31T23:59:59Z"

# One statement: the buyer by id or by name, the organisations behind the excluded ids, those that
# are hidden, and, only when asked (a list of one), the frameworks, lots and sectors known at $t.
NEED = Statement(
    "match need",
    "RETURN "
    "COLLECT { UNWIND $buyers AS k MATCH (:Mention {id: k})-[:MEANS]->(x:Organisation)"
    " WHERE x.withheld IS NULL RETURN DISTINCT [x.id, x.name, x.kind] } AS by_id, "
    "COLLECT { UNWIND $names AS k MATCH (:Mention {nameKey: k})-[:MEANS]->(x:Organisation)"
    " WHERE x.withheld IS NULL AND x.buysFrom <= $t"
    " RETURN DISTINCT [x.id, x.name, x.kind] } AS by_name, "
    "COLLECT { UNWIND $exclude AS k MATCH (:Mention {id: k})-[:MEANS]->(x:Organisation)"
    " RETURN [k, x.id] } AS excluded, "
    "COLLECT { MATCH (x:Organisation) WHERE x.withheld IS NOT NULL RETURN x.id } AS hidden, "
    "COLLECT { UNWIND $frameworks AS one MATCH (x:Framework)"
    " WHERE x.withheld IS NULL AND x.publicFrom <= $t AND (x.publicTo IS NULL OR x.publicTo > $t)"
    " OPTIONAL MATCH (x)-[:WAS]->(s:FrameworkState) WHERE s.publicFrom <= $t AND s.publicTo > $t"
    " RETURN [x.code, CASE WHEN s IS NULL THEN x.name ELSE s.name END] } AS frameworks, "
    "COLLECT { UNWIND $lots AS one MATCH (x:Category)"
    " WHERE x.withheld IS NULL AND x.scheme ENDS WITH ' lot'"
    " AND x.publicFrom <= $t AND (x.publicTo IS NULL OR x.publicTo > $t)"
    " OPTIONAL MATCH (x)-[:WAS]->(s:CategoryState) WHERE s.publicFrom <= $t AND s.publicTo > $t"
    " RETURN [x.code, CASE WHEN s IS NULL THEN x.name ELSE s.name END] } AS lots, "
    "COLLECT { UNWIND $sectors AS one MATCH (x:Organisation)"
    " WHERE x.withheld IS NULL AND x.buysFrom <= $t"
    " OPTIONAL MATCH (x)-[:WAS]->(s:OrganisationState)"
    " WHERE s.publicFrom <= $t AND s.publicTo > $t"
    " WITH DISTINCT CASE WHEN s IS NULL THEN x.sector ELSE s.sector END AS sector"
    " WHERE sector IS NOT NULL RETURN sector } AS sectors, "
    "COLLECT { UNWIND $codes AS k MATCH (x:Category {code: k})"
    " WHERE x.withheld IS NULL AND x.publicFrom <= $t RETURN DISTINCT x.code } AS codes",
)

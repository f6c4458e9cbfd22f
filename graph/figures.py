"""Figures of the hub: how much it holds, from which data sets, up to when."""

from graph.driver import Statement

# Each count states the scope PUBLIC of its noun itself: figures are for everybody.
FIGURES = Statement(
    "hub",
    "RETURN "
    "COUNT { MATCH (x:Organisation) WHERE x.withheld IS NULL AND x.buysFrom IS NOT NULL }"
    " AS buyers, "
    "COUNT { MATCH (x:Organisation) WHERE x.withheld IS NULL AND x.suppliesFrom IS NOT NULL }"
    " AS suppliers, "
    "COUNT { MATCH (x:Contract) WHERE x.withheld IS NULL AND x.publicTo IS NULL } AS contracts, "
    "COUNT { MATCH (x:Payment) WHERE x.withheld IS NULL AND x.publicTo IS NULL } AS payments, "
    "COUNT { MATCH (x:Category) WHERE x.withheld IS NULL AND x.publicTo IS NULL } AS categories, "
    "COUNT { MATCH (x:Framework) WHERE x.withheld IS NULL AND x.publicTo IS NULL } AS frameworks, "
    "COUNT { MATCH (x:Procurement) WHERE x.withheld IS NULL AND x.publicTo IS NULL }"
    " AS procurements, "
    "COLLECT { MATCH (x:Organisation)"
    " WHERE x.withheld IS NULL AND x.buysFrom IS NOT NULL AND x.sector IS NOT NULL"
    " WITH DISTINCT x.sector AS sector ORDER BY sector RETURN sector } AS sectors, "
    "COLLECT { MATCH (s:Source) WITH s ORDER BY s.name, s.id RETURN [s.id, s.name, s.publisher,"
    " s.licence, s.fictional] } AS sources, "
    "COLLECT { MATCH (x:Payment) WHERE x.withheld IS NULL"
    " WITH x.source AS source, count(x) AS records, max(x.publicFrom) AS newest"
    " RETURN [source, records, newest] } AS payments_of, "
    "COLLECT { MATCH (x:Release)"
    " WITH x.source AS source, count(x) AS records, max(x.publicFrom) AS newest"
    " RETURN [source, records, newest] } AS releases_of, "
    "COLLECT { MATCH (x:Record)"
    " WITH x.source AS source, count(x) AS records, max(x.publicFrom) AS newest"
    " RETURN [source, records, newest] } AS records_of, "
    "COLLECT { MATCH (x:ReferenceList)"
    " RETURN [x.source, x.entries, null] } AS lists_of",
)

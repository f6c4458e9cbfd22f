"""The market in columns: what a snapshot takes out of the graph, the public's scope only."""

from collections.abc import Mapping

from graph.statements import Statement

PATIENT = 600.0  # seconds for each wait of a stream

# Per table the texts that fill it; `current` and `former` rows of a versioned label come apart.
ORGANISATIONS = Statement(
    "snapshot organisations",
    "MATCH (o:Organisation) WHERE o.withheld IS NULL "
    "RETURN o.id AS id, o.name AS name, o.kind AS kind, o.buysFrom AS buysFrom, "
    "o.suppliesFrom AS suppliesFrom, o.sector AS sector, o.region AS region, "
    "o.sizeClass AS sizeClass",
    PATIENT,
)
ORGANISATION_STATES = Statement(
    "snapshot organisation states",
    "MATCH (o:Organisation)-[:WAS]->(s:OrganisationState) WHERE o.withheld IS NULL "
    "RETURN o.id AS id, s.sector AS sector, s.region AS region, s.sizeClass AS sizeClass, "
    "s.publicFrom AS publicFrom, s.publicTo AS publicTo",
    PATIENT,
)
NAMES = Statement(
    "snapshot names",
    "MATCH (m:Mention)-[:MEANS]->(o:Organisation) WHERE o.withheld IS NULL "
    "RETURN o.id AS organisation, m.name AS name",
    PATIENT,
)
# Spend lists are left out: they don't say what was bought, and the money may be in returns already.
# The contract of a sales return has no words of its own: its title was made at load, out of its
# lines or, when they are blank, its lot. Read as words it would tell who leaves lines blank.
CONTRACTS = Statement(
    "snapshot contracts",
    "MATCH (c:Contract) WHERE c.withheld IS NULL AND c.origin <> 'spend' "
    "RETURN c.id AS id, CASE WHEN c.origin = 'returns' THEN null ELSE c.title END AS title, "
    "c.description AS description, c.lot AS lot, "
    "c.valueE5 AS valueE5, c.currency AS currency, c.publicFrom AS publicFrom, "
    "c.publicTo AS publicTo",
    PATIENT,
)
CONTRACT_STATES = Statement(
    "snapshot contract states",
    "MATCH (c:Contract)-[:WAS]->(s:ContractState) WHERE c.withheld IS NULL "
    "RETURN c.id AS id, CASE WHEN c.origin = 'returns' THEN null ELSE s.title END AS title, "
    "s.description AS description, c.lot AS lot, "
    "s.valueE5 AS valueE5, s.currency AS currency, s.publicFrom AS publicFrom, "
    "s.publicTo AS publicTo",
    PATIENT,
)
FRAMEWORKS = Statement(
    "snapshot frameworks",
    "MATCH (c:Contract)-[r:UNDER]->(f:Framework) "
    "WHERE c.withheld IS NULL AND f.withheld IS NULL "
    "RETURN c.id AS contract, f.code AS code, r.publicFrom AS publicFrom, r.publicTo AS publicTo",
    PATIENT,
)
# A framework's lots are kept as categories too; a contract names its lot itself.
CATEGORIES = Statement(
    "snapshot categories",
    "MATCH (c:Contract)-[r:IN]->(k:Category) "
    "WHERE c.withheld IS NULL AND k.withheld IS NULL AND NOT k.scheme ENDS WITH ' lot' "
    "RETURN c.id AS contract, k.code AS code, r.publicFrom AS publicFrom, r.publicTo AS publicTo",
    PATIENT,
)
BOUGHT = Statement(
    "snapshot bought",
    "MATCH (o:Organisation)-[r:BOUGHT]->(c:Contract) "
    "WHERE o.withheld IS NULL AND c.withheld IS NULL AND c.origin <> 'spend' "
    "RETURN c.id AS contract, o.id AS organisation, r.sector AS sector, r.region AS region, "
    "r.publicFrom AS publicFrom, r.publicTo AS publicTo",
    PATIENT,
)
SUPPLIED = Statement(
    "snapshot supplied",
    "MATCH (o:Organisation)-[r:SUPPLIED]->(c:Contract) "
    "WHERE o.withheld IS NULL AND c.withheld IS NULL AND c.origin <> 'spend' "
    "RETURN c.id AS contract, o.id AS organisation, r.publicFrom AS publicFrom, "
    "r.publicTo AS publicTo",
    PATIENT,
)
PAYMENTS = Statement(
    "snapshot payments",
    "MATCH (p:Payment)-[r:PAID_UNDER]->(c:Contract) "
    "WHERE p.withheld IS NULL AND c.withheld IS NULL AND c.origin <> 'spend' "
    "RETURN p.id AS id, c.id AS contract, p.amountE5 AS amountE5, p.currency AS currency, "
    "p.month AS month, p.text AS text, p.publicFrom AS publicFrom, p.publicTo AS publicTo",
    PATIENT,
)

PLAIN: Mapping[str, Statement] = {
    "names": NAMES,
    "frameworks": FRAMEWORKS,
    "categories": CATEGORIES,
    "bought": BOUGHT,
    "supplied": SUPPLIED,
    "payments": PAYMENTS,
}

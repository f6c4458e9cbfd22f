"""When a mention comes to mean another body, what hangs on the body by it goes along."""

from collections.abc import Sequence

from graph.loading import PATIENT
from graph.statements import Statement

MOVES: Sequence[Statement] = (
    Statement(
        "SELLS moved",
        """UNWIND $rows AS row
        MATCH (:Organisation {id: row.old})-[r:SELLS {mention: row.mention}]->(n:Product)
        MATCH (o:Organisation {id: row.organisation})
        WITH collect({r: r, n: n, o: o}) AS moves UNWIND moves AS move
        WITH move.r AS r, move.n AS n, move.o AS o
        CREATE (o)-[:SELLS {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
            source: r.source, sector: r.sector, sizeClass: r.sizeClass, region: r.region}]->(n)
        DELETE r""",
        PATIENT,
    ),
    Statement(
        "MAKES moved",
        """UNWIND $rows AS row
        MATCH (:Organisation {id: row.old})-[r:MAKES {mention: row.mention}]->(n:Product)
        MATCH (o:Organisation {id: row.organisation})
        WITH collect({r: r, n: n, o: o}) AS moves UNWIND moves AS move
        WITH move.r AS r, move.n AS n, move.o AS o
        CREATE (o)-[:MAKES {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
            source: r.source, sector: r.sector, sizeClass: r.sizeClass, region: r.region}]->(n)
        DELETE r""",
        PATIENT,
    ),
    Statement(
        "NEGOTIATED moved",
        """UNWIND $rows AS row
        MATCH (:Organisation {id: row.old})-[r:NEGOTIATED {mention: row.mention}]->(n:Deal)
        MATCH (o:Organisation {id: row.organisation})
        WITH collect({r: r, n: n, o: o}) AS moves UNWIND moves AS move
        WITH move.r AS r, move.n AS n, move.o AS o
        CREATE (o)-[:NEGOTIATED {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
            source: r.source, sector: r.sector, sizeClass: r.sizeClass, region: r.region}]->(n)
        DELETE r""",
        PATIENT,
    ),
    Statement(
        "HOLDS moved",
        """UNWIND $rows AS row
        MATCH (:Organisation {id: row.old})-[r:HOLDS {mention: row.mention}]->(n:Claim)
        MATCH (o:Organisation {id: row.organisation})
        WITH collect({r: r, n: n, o: o}) AS moves UNWIND moves AS move
        WITH move.r AS r, move.n AS n, move.o AS o
        CREATE (o)-[:HOLDS {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
            source: r.source, sector: r.sector, sizeClass: r.sizeClass, region: r.region}]->(n)
        DELETE r""",
        PATIENT,
    ),
    Statement(
        "FACES moved",
        """UNWIND $rows AS row
        MATCH (:Organisation {id: row.old})-[r:FACES {mention: row.mention}]->(n:Exclusion)
        MATCH (o:Organisation {id: row.organisation})
        WITH collect({r: r, n: n, o: o}) AS moves UNWIND moves AS move
        WITH move.r AS r, move.n AS n, move.o AS o
        CREATE (o)-[:FACES {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
            source: r.source, sector: r.sector, sizeClass: r.sizeClass, region: r.region}]->(n)
        DELETE r""",
        PATIENT,
    ),
    Statement(
        "WROTE moved",
        """UNWIND $rows AS row
        MATCH (:Organisation {id: row.old})-[r:WROTE {mention: row.mention}]->(n:Review)
        MATCH (o:Organisation {id: row.organisation})
        WITH collect({r: r, n: n, o: o}) AS moves UNWIND moves AS move
        WITH move.r AS r, move.n AS n, move.o AS o
        CREATE (o)-[:WROTE {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
            source: r.source, sector: r.sector, sizeClass: r.sizeClass, region: r.region}]->(n)
        DELETE r""",
        PATIENT,
    ),
    Statement(
        "RAN moved",
        """UNWIND $rows AS row
        MATCH (:Organisation {id: row.old})-[r:RAN {mention: row.mention}]->(n:Pilot)
        MATCH (o:Organisation {id: row.organisation})
        WITH collect({r: r, n: n, o: o}) AS moves UNWIND moves AS move
        WITH move.r AS r, move.n AS n, move.o AS o
        CREATE (o)-[:RAN {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
            source: r.source, sector: r.sector, sizeClass: r.sizeClass, region: r.region}]->(n)
        DELETE r""",
        PATIENT,
    ),
    Statement(
        "LOOKS_FOR moved",
        """UNWIND $rows AS row
        MATCH (:Organisation {id: row.old})-[r:LOOKS_FOR {mention: row.mention}]->(n:Need)
        MATCH (o:Organisation {id: row.organisation})
        WITH collect({r: r, n: n, o: o}) AS moves UNWIND moves AS move
        WITH move.r AS r, move.n AS n, move.o AS o
        CREATE (o)-[:LOOKS_FOR {mention: r.mention, publicFrom: r.publicFrom, publicTo: r.publicTo,
            source: r.source, sector: r.sector, sizeClass: r.sizeClass, region: r.region}]->(n)
        DELETE r""",
        PATIENT,
    ),
)
# What shows a body as a buyer or a supplier, with what was stated of it, counted.
ROLES: Sequence[tuple[str, Statement]] = (
    (
        "supplies",
        Statement(
            "facts of SELLS",
            """MATCH (o:Organisation)-[r:SELLS]->(:Product)
        RETURN o.id AS id, r.publicFrom AS publicFrom, r.sector AS sector,
            r.sizeClass AS sizeClass, r.region AS region, count(*) AS facts""",
            PATIENT,
        ),
    ),
    (
        "buys",
        Statement(
            "facts of RAN",
            """MATCH (o:Organisation)-[r:RAN]->(:Pilot)
        RETURN o.id AS id, r.publicFrom AS publicFrom, r.sector AS sector,
            r.sizeClass AS sizeClass, r.region AS region, count(*) AS facts""",
            PATIENT,
        ),
    ),
    (
        "buys",
        Statement(
            "facts of LOOKS_FOR",
            """MATCH (o:Organisation)-[r:LOOKS_FOR]->(:Need)
        RETURN o.id AS id, r.publicFrom AS publicFrom, r.sector AS sector,
            r.sizeClass AS sizeClass, r.region AS region, count(*) AS facts""",
            PATIENT,
        ),
    ),
)

"""Who works on the graph now: one node beside the lock of migrations, changed by compare and set.

A wipe spares its label, and the key of migrations makes it one. `holders` is text (JSON).
"""

from graph.statements import Statement

OPEN = Statement(
    "leases opened",
    "MERGE (w:Migration {id: 'work'}) ON CREATE SET w.turn = 0, w.holders = '[]'",
)
HELD = Statement(
    "leases", "MATCH (w:Migration {id: 'work'}) RETURN w.turn AS turn, w.holders AS holders"
)
# The first SET takes the lock, so that the turn which is compared then is the last one written.
SWAP = Statement(
    "leases changed",
    """MATCH (w:Migration {id: 'work'}) SET w.by = $by
    WITH w WHERE w.turn = $turn
    SET w.turn = w.turn + 1, w.holders = $holders
    RETURN w.turn AS turn""",
)

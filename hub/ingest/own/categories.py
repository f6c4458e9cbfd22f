"""CPV codes of products, lots and needs as edges: what was of which category, and when."""

from collections.abc import Iterable, Iterator

from graph import linking
from graph.ids import make_id
from graph.loading import MERGE_CATEGORIES
from graph.statements import Statement
from hub.ingest.own.lives import Life
from hub.ingest.rows import Row

SCHEME = "CPV"
COLUMN = "cpv"


def category_rows(lives: Iterable[Life]) -> list[tuple[Statement, list[Row]]]:
    """The categories, which are settled at the end of a load, and the edges to them."""
    named: dict[str, Row] = {}
    rows: dict[str, list[Row]] = {label: [] for label in linking.CATEGORIES}
    for life in lives:
        node = life.node
        for code, since, until in _intervals(life):
            id = make_id("cat", SCHEME, code)
            dated = {"publicFrom": since, "source": node.source}
            stated = {"scheme": SCHEME, "code": code, "name": None, "basis": node.basis}
            first = named.setdefault(id, {"id": id, **stated, **dated})
            named[id] = min(first, {"id": id, **stated, **dated}, key=lambda row: row["publicFrom"])
            values = {**dated, "publicTo": until}
            rows[node.label].append({"start": node.id, "end": id, "values": values})
    edges = [(linking.CATEGORIES[label], found) for label, found in rows.items()]
    return [(MERGE_CATEGORIES, [named[id] for id in sorted(named)]), *edges]


def _intervals(life: Life) -> Iterator[tuple[str, str, str | None]]:
    """Each code with the instants between which it was stated without a break."""
    open_since: dict[str, str] = {}
    for state in life.node.states:
        told = state.values.get(COLUMN)
        now = dict.fromkeys(told) if isinstance(told, list) else {}
        for code in sorted(open_since.keys() - now.keys()):
            yield code, open_since.pop(code), state.since
        for code in now:
            open_since.setdefault(code, state.since)
    for code, since in sorted(open_since.items()):
        yield code, since, life.node.until

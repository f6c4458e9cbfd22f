"""Past needs: the first purchase of each buyer from each supplier, told as the buyer might have."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any

from graph.clock import end_of, london_day
from ranking.need import Buyer, Need
from ranking.snapshot import Snapshot
from ranking.text import masked, name_words, tokens

LINES_TOLD = 3

# Every pair's first public instant, with the words and terms that became public just then. A text
# is the state of that instant, so a later correction changes no past need.
FIRST = """
WITH e AS (
  SELECT b.organisation AS buyer, s.organisation AS supplier, b.contract, b.sector, b.region,
         greatest(b.publicFrom, s.publicFrom) AS since
  FROM bought b JOIN supplied s ON s.contract = b.contract
  SEMI JOIN organisations ob ON ob.id = b.organisation
  SEMI JOIN organisations os ON os.id = s.organisation
  WHERE greatest(b.publicFrom, s.publicFrom) <= $t
), f AS (
  SELECT *, min(since) OVER (PARTITION BY buyer, supplier) AS first FROM e
  QUALIFY since = first
)
SELECT f.first, f.buyer, f.supplier, f.contract, c.lot,
       coalesce(f.sector, o.sector) AS sector, coalesce(f.region, o.region) AS region,
       coalesce(p.text, trim(concat_ws(' ', c.title, c.description))) AS text
FROM f
JOIN contracts c ON c.id = f.contract AND c.publicFrom <= f.first
     AND (c.publicTo IS NULL OR c.publicTo > f.first)
LEFT JOIN payments p ON p.contract = f.contract AND p.publicFrom = f.first
LEFT JOIN organisation_states o ON o.id = f.buyer AND o.publicFrom <= f.first
     AND (o.publicTo IS NULL OR o.publicTo > f.first)
ORDER BY ALL
"""
CODES = """
SELECT contract, code, publicFrom, publicTo FROM {} WHERE publicFrom <= $t ORDER BY ALL
"""
NAMES = "SELECT organisation, name FROM names ORDER BY ALL"


@dataclass(frozen=True, slots=True)
class PastNeed:
    """A need whose outcome is known: `winner` was chosen, which became public at `public`."""

    need: Need  # its known_until is the last second of the London month before `public`
    winner: str
    public: str


def past_needs(snapshot: Snapshot, until: str) -> list[PastNeed]:
    """All needs public by `until`, oldest first; each uses only facts public by its own time."""
    connection = snapshot.connect()
    try:
        rows = connection.execute(FIRST, {"t": until}).fetchall()
        coded = {
            table: connection.execute(CODES.format(table), {"t": until}).fetchall()
            for table in ("frameworks", "categories")
        }
        names: dict[str, list[str]] = {}
        for id, name in connection.execute(NAMES).fetchall():
            names.setdefault(id, []).append(name)
    finally:
        connection.close()
    return list(_needs(rows, {t: _by_contract(r) for t, r in coded.items()}, names))


def known_before(public: str) -> str:
    """The last second of the London month before an instant's; what a ranker then may know.

    A return that is public at the very start of a month is so ranked on all earlier returns.
    """
    first = london_day(public).replace(day=1)
    return end_of(first - timedelta(days=1))


Coded = dict[str, list[tuple[str, str, str | None]]]


def _by_contract(rows: list[tuple[Any, ...]]) -> Coded:
    found: Coded = {}
    for contract, code, since, until in rows:
        found.setdefault(contract, []).append((code, since, until))
    return found


def _needs(
    rows: list[tuple[Any, ...]], coded: dict[str, Coded], names: dict[str, list[str]]
) -> Iterator[PastNeed]:
    for (public, buyer, winner), group in groupby(rows, key=lambda row: tuple(row[:3])):
        facts = list(group)
        own = name_words(names.get(winner, ()))
        told = sorted({str(row[7]) for row in facts if row[7]})[:LINES_TOLD]
        lot, sector, region, _ = min(facts, key=_spoken_first)[4:]
        codes = {
            table: tuple(sorted({c for row in facts for c in _held(found, row[3], public)}))
            for table, found in coded.items()
        }
        need = Need(
            text=" ".join(masked(tokens(" ".join(told)), own)),
            categories=codes["categories"],
            framework=next(iter(codes["frameworks"]), None),
            lot=lot,
            buyer=Buyer(id=buyer, kind="public", sector=sector, region=region),
            known_until=known_before(public),
        )
        yield PastNeed(need, winner, public)


def _spoken_first(row: tuple[Any, ...]) -> tuple[bool, str]:
    return not row[7], str(row[7])


def _held(coded: Coded, contract: str, at: str) -> Iterator[str]:
    for code, since, until in coded.get(contract, ()):
        if since <= at and (until is None or until > at):
            yield code

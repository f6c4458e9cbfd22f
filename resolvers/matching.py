"""Matching: a need in words becomes suppliers in order, with what speaks for each."""

import asyncio
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from time import perf_counter
from typing import Any

import orjson

from graph.clock import end_of, london_day
from graph.errors import BadInput
from graph.ids import as_role
from graph.matching import FOREVER, NEED
from graph.text import fold, name_key
from ranking.need import Buyer, Need
from ranking.service import Explanation, Ranking
from resolvers.context import Context

KINDS = ("public", "company", "other")
CURRENCY = re.compile(r"[A-Z]{3}")
CPV = re.compile(r"\d{8}(-\d)?")
BODY = re.compile(r"(?:org|buy|sup)-[0-9a-f]+")
MOST = 200  # categories, or suppliers that are not wanted
LONGEST = 5_000  # characters of a need; a longer text is a document, not a need


@dataclass(frozen=True, slots=True)
class Asked:
    """A need as the caller states it: names and ids as typed, nothing looked up yet."""

    text: str = ""
    categories: tuple[str, ...] = ()
    framework: str | None = None
    lot: str | None = None
    buyer_id: str | None = None
    buyer_name: str | None = None
    buyer_kind: str | None = None
    sector: str | None = None
    buyer_region: str | None = None
    budget: Decimal | None = None
    currency: str = "GBP"
    region: str | None = None
    exclude: tuple[str, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """The answer to a need: the ranking and who was left out at the caller's wish."""

    need: Need
    ranking: Ranking
    as_of: date
    left_out: tuple[str, ...]
    hash: str
    took_ms: float


async def match(ctx: Context, asked: Asked) -> Matched:
    """One statement, then the ranker. BadInput on an empty need or a value that nobody knows."""
    started = perf_counter()
    need, left_out = await resolve(ctx, asked)
    ranking = await asyncio.to_thread(ctx.ranker.match, need)
    day = asked.as_of or london_day(ranking.known_until)
    took = (perf_counter() - started) * 1000
    return Matched(need, ranking, day, left_out, digest(need, ranking), took)


async def explain(ctx: Context, matched: Matched, ids: Sequence[str]) -> Mapping[str, Explanation]:
    """Contributions and reasons of the suppliers that are shown."""
    return await asyncio.to_thread(ctx.ranker.explain, matched.ranking, list(ids))


async def resolve(ctx: Context, asked: Asked) -> tuple[Need, tuple[str, ...]]:
    """The need with its names looked up, and the suppliers that the caller excluded."""
    demand_something(asked)
    demand_sense(asked)
    record = (await ctx.graph.rows(NEED, **questions(asked)))[0]
    by_id, by_name, excluded, hidden, frameworks, lots, sectors, codes = record
    demand_codes(asked.categories, codes)
    sector = known("sector", asked.sector, [(s, s) for s in sectors])
    need = Need(
        text=asked.text,
        categories=asked.categories,
        framework=known("framework", asked.framework, frameworks),
        lot=known("lot", asked.lot, lots),
        buyer=buyer(asked, by_id, by_name, sector),
        budget=asked.budget,
        currency=asked.currency,
        region=asked.region,
        exclude=frozenset([*(id for _, id in excluded), *hidden]),
        known_until=None if asked.as_of is None else end_of(asked.as_of),
    )
    return need, tuple(dict.fromkeys(id for _, id in excluded))


def demand_sense(asked: Asked) -> None:
    """BadInput on terms that no market could answer."""
    if asked.budget is not None and not (asked.budget.is_finite() and asked.budget > 0):
        raise BadInput("budget.amount must be a number above 0.", field="budget")
    if not CURRENCY.fullmatch(asked.currency):
        raise BadInput("budget.currency must be an ISO 4217 code such as GBP.", field="budget")
    if asked.buyer_kind not in (None, *KINDS):
        raise BadInput(f"buyer.type is one of {', '.join(KINDS)}.", field="type")
    for name, given in (("categories", asked.categories), ("exclude", asked.exclude)):
        if len(given) > MOST:
            raise BadInput(f"{name} may have {MOST} entries; it has {len(given)}.", field=name)
    for id in asked.exclude:
        if not BODY.fullmatch(id):
            raise BadInput(f"exclude holds {id!r}, which is no id of a supplier.", field="exclude")


def demand_something(asked: Asked) -> None:
    """BadInput unless there is something to go by."""
    if len(asked.text) > LONGEST:
        raise BadInput(f"text may have {LONGEST} characters; it has {len(asked.text)}.")
    told = (asked.text.strip(), asked.categories, asked.framework, asked.lot)
    if not any(told):
        raise BadInput("Say what is needed: give text, categories, framework or lot.")


def demand_codes(given: Sequence[str], known: Sequence[str]) -> None:
    """BadInput for a category that is neither of the CPV's form nor known by another scheme."""
    for code in given:
        if code not in known and not CPV.fullmatch(code):
            raise BadInput(
                f"category {code!r} is not known: give a CPV code of eight digits, or a code that "
                "categories lists.",
                field="categories",
            )


def questions(asked: Asked) -> dict[str, Any]:
    """The parameters of the one statement: lists, empty where there is nothing to ask; the day."""
    by_name = asked.buyer_name is not None and asked.buyer_id is None
    return {
        "buyers": [as_role(asked.buyer_id, "org")] if asked.buyer_id else [],
        "names": [name_key(asked.buyer_name or "")] if by_name else [],
        "exclude": [as_role(id, "org") for id in asked.exclude],
        "frameworks": [1] if asked.framework is not None else [],
        "lots": [1] if asked.lot is not None else [],
        "sectors": [1] if asked.sector is not None else [],
        "codes": list(asked.categories),
        "t": FOREVER if asked.as_of is None else end_of(asked.as_of),
    }


def buyer(
    asked: Asked, by_id: list[list[str]], by_name: list[list[str]], sector: str | None
) -> Buyer:
    """Who buys: the id wins; a name counts as the body only when exactly one bears it."""
    if asked.buyer_id is not None and not by_id:
        raise BadInput("buyer.id is not a body that the hub knows; leave it out or describe it.")
    bodies = by_id or (by_name if len(by_name) == 1 else [])
    id, name, kind = bodies[0] if bodies else (None, asked.buyer_name, None)
    return Buyer(
        id=id,
        name=name,
        kind=asked.buyer_kind or kind,
        sector=sector,
        region=asked.buyer_region,
    )


def known(field: str, given: str | None, values: Iterable[Sequence[str | None]]) -> str | None:
    """The code of a value given as code or name; BadInput that lists the known ones."""
    if given is None:
        return None
    pairs = [(str(code), name) for code, name in values]
    for code, name in pairs:
        if fold(given) in (fold(code), fold(name or code)):
            return code
    listed = ", ".join(sorted({f"{c} ({n})" if n and n != c else c for c, n in pairs})[:50])
    raise BadInput(f"{field} {given!r} is not known. Known: {listed or 'none'}.", field=field)


def digest(need: Need, ranking: Ranking) -> str:
    """SHA-256 over need, data, model and order: the same answer has the same hash."""
    content = [
        [str(part) for part in (need.text, need.categories, need.framework, need.lot)],
        [str(need.buyer), str(need.budget), need.currency, need.region, sorted(need.exclude)],
        [ranking.data_version, ranking.model_version, ranking.known_until],
        [[row.supplier_id, repr(row.score)] for row in ranking.rows],
    ]
    return hashlib.sha256(orjson.dumps(content)).hexdigest()

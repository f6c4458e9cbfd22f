"""Reasons in plain English: each sentence states facts, and names contracts that bear it out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ranking.market import Floats, Ints, Trades
from ranking.view import SIMILAR, View

SHOWN = 5  # contracts beside a sentence
QUOTED = 90  # characters of a line
LATELY, LONG_AGO = 183.0, 365.0  # days


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence about a supplier; `evidence`: ids of contracts that support it, never empty."""

    text: str
    positive: bool
    evidence: tuple[str, ...]


class Found(NamedTuple):
    """A sentence and the group of features that it speaks for."""

    group: str
    reason: Reason


def reasons(view: View, supplier: int, groups: dict[str, float]) -> list[Reason]:
    """Up to three sentences that speak for a supplier, then one against it, if any.

    `groups`: what each group of features adds to the score; it sets the order, and what is said
    against a supplier must not have counted for it.
    """
    found = [f for rule in RULES for f in rule(view, supplier)]
    found.sort(key=lambda f: -groups.get(f.group, 0.0))
    good = [f.reason for f in found if f.reason.positive]
    bad = [f.reason for f in found if not f.reason.positive and groups.get(f.group, 0.0) <= 0]
    return good[:3] + bad[-1:]


def _similar(view: View, supplier: int) -> Iterator[Found]:
    """Lines like the need."""
    market = view.market
    lines = _where(market.line_supplier == supplier)
    near = lines[view.cosines[lines] >= SIMILAR]
    if len(near):
        near = near[np.argsort(-view.cosines[near], kind="stable")]
        bodies = len(set(market.line_buyer[near]))
        text = (
            f"Sold {_count(len(near), 'similar thing')} to {_bodies(bodies)},"
            f" for instance “{_quote(market.lines.text[near[0]])}”."
        )
        yield Found("text fit", Reason(text, True, _of_lines(view, near)))
        return
    shared = [w for w in dict.fromkeys(view.said) if w in market.index.at]
    using = [i for i in lines if set(market.lines.words[i]) & set(shared)]
    if using:
        using.sort(key=lambda i: -view.cosines[i])
        words = sorted(set(market.lines.words[using[0]]) & set(shared))[:3]
        text = f"Sold something that mentions {_listed([f'“{w}”' for w in words])}."
        yield Found("text fit", Reason(text, True, _of_lines(view, using[:1])))


def _sector_and_lot(view: View, supplier: int) -> Iterator[Found]:
    """Who of the sector bought in the lot."""
    pairs = view.market.lot_pairs
    if not view.sector:
        return
    kept = (pairs.supplier == supplier) & (pairs.sector == view.sector)
    where = f"of the sector {view.sector}"
    if view.need.lot:
        kept &= pairs.lot == view.need.lot
        where += f" in lot {view.need.lot}"
    rows = _where(kept)
    if len(rows):
        text = f"{_bodies(len(set(pairs.buyer[rows])), capital=True)} {where} bought from it."
        yield Found("category", Reason(text, True, _of_trades(pairs, rows)))
        return
    others = _where(view.market.pairs.supplier == supplier)
    if len(others):
        text = f"Sold to {_bodies(len(others))}, but to none {where}."
        yield Found("category", Reason(text, False, _of_trades(view.market.pairs, others)))


def _category(view: View, supplier: int) -> Iterator[Found]:
    """Contracts in the same category, else the nearest in its division."""
    trades = view.market.trades
    if view.nearness is None:
        return
    near = np.where(trades.supplier == supplier, view.nearness, 0.0)
    best = float(near.max(initial=0.0))
    rows = _where(near == best) if best else np.array([], dtype=np.int64)
    if len(rows):
        contracts = _count(len({trades.contract[i] for i in rows}), "contract")
        where = "in" if best == 1.0 else "in the same division as"
        text = f"Holds {contracts} {where} the category that you name."
        yield Found("category", Reason(text, True, _of_trades(trades, rows)))


def _before(view: View, supplier: int) -> Iterator[Found]:
    """What this body bought from it."""
    trades = view.market.trades
    if view.buyer is None:
        return
    rows = _where((trades.supplier == supplier) & (trades.buyer == view.buyer))
    if len(rows):
        many = _count(len({trades.contract[i] for i in rows}), "contract")
        text = f"This body has bought from it before: {many}."
        yield Found("relationship", Reason(text, True, _of_trades(trades, rows)))


def _peers(view: View, supplier: int) -> Iterator[Found]:
    """Bodies with the same suppliers that use it."""
    pairs = view.market.pairs
    if view.peers is None:
        return
    rows = _where((pairs.supplier == supplier) & (view.peers[pairs.buyer] > 0))
    if len(rows):
        verb = "shares" if len(rows) == 1 else "share"
        text = (
            f"{_bodies(len(rows), capital=True)} that {verb} suppliers with yours bought from it."
        )
        yield Found("reuse by peers", Reason(text, True, _of_trades(pairs, rows)))


def _lately(view: View, supplier: int) -> Iterator[Found]:
    """New buyers, or a long silence."""
    market = view.market
    pairs = market.pairs
    rows = _where((pairs.supplier == supplier) & (pairs.day > market.day - LATELY))
    if len(rows):
        text = f"Won {_count(len(rows), 'new buyer')} in the last six months."
        yield Found("popularity and recency", Reason(text, True, _of_trades(pairs, rows)))
        return
    lines = _where(market.line_supplier == supplier)
    if len(lines) and market.day - market.lines.day[lines].max() > LONG_AGO:
        newest = lines[np.argsort(-market.lines.day[lines], kind="stable")]
        text = "Nothing that it sold became public in the last twelve months."
        evidence = _of_lines(view, newest[:1])
        yield Found("popularity and recency", Reason(text, False, evidence))


def _popular(view: View, supplier: int) -> Iterator[Found]:
    """How many bodies buy from it."""
    pairs = view.market.pairs
    rows = _where(pairs.supplier == supplier)
    if len(rows) > 1:
        text = f"{_bodies(len(rows), capital=True)} have bought from it."
        yield Found("popularity and recency", Reason(text, True, _of_trades(pairs, rows)))


Rule = Callable[[View, int], Iterator[Found]]
RULES: tuple[Rule, ...] = (
    _similar,
    _sector_and_lot,
    _category,
    _before,
    _peers,
    _lately,
    _popular,
)


def _where(kept: np.ndarray[tuple[int], np.dtype[np.bool_]] | Floats) -> Ints:
    return np.flatnonzero(kept).astype(np.int64)


def _of_trades(trades: Trades, rows: Sequence[int] | Ints) -> tuple[str, ...]:
    """The newest contracts first."""
    newest = sorted(rows, key=lambda i: (-trades.day[i], trades.contract[i]))
    return tuple(dict.fromkeys(trades.contract[i] for i in newest))[:SHOWN]


def _of_lines(view: View, lines: Sequence[int] | Ints) -> tuple[str, ...]:
    trades = view.market.trades
    found = (trades.contract[view.market.lines.trade[i]] for i in lines)
    return tuple(dict.fromkeys(found))[:SHOWN]


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _bodies(number: int, *, capital: bool = False) -> str:
    if number == 1:
        return "One body" if capital else "one body"
    return f"{number:,} bodies"


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _quote(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + "…"

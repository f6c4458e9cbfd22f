"""`/match`: who fits the need, why, and who was left out?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from starlette.requests import Request

from hub.web import links, points, wording
from hub.web.forms import Mistake, NeedForm
from hub.web.notice import Notice
from hub.web.pages import home
from hub.web.points import Point
from hub.web.render import Answer
from hub.web.trouble import Refused, refusals
from ndx_client import (
    HubClient,
    MatchPage,
    MatchPageMatchSuppliers,
    MatchPageMatchSuppliersSuppliersNodes,
    MatchPageMatchSuppliersSuppliersNodesReasons,
    NeedBuyerInput,
    NeedInput,
)

SHOWN = 1  # evidence links before the rest is folded away


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and the page that they lead to if there is one."""

    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence for or against, with the records that it rests on."""

    text: str
    positive: bool
    evidence: tuple[Link, ...]
    more: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One supplier of the answer."""

    rank: int
    name: str
    url: str
    size: str
    reasons: tuple[Reason, ...]
    points: tuple[Point, ...]
    score: str


@dataclass(frozen=True, slots=True)
class Left:
    """A supplier that a rule left out."""

    name: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class MatchModel:
    """The answer to a need."""

    title: str
    form: NeedForm
    known_by: str
    change_url: str
    rows: tuple[Row, ...]
    left_out: tuple[Left, ...]
    degraded: bool
    understood: bool
    model: str
    fingerprint: str
    took: str
    first_url: str
    next_url: str
    notice: Notice


async def show(hub: HubClient, request: Request) -> Answer:
    """The suppliers in order; a form with mistakes is shown again with them."""
    form = NeedForm.of(request.query_params).checked()
    if form.mistakes:
        return home.answer(await hub.hub_figures(), form)
    after = request.query_params.get("after")
    try:
        with refusals():
            found = await hub.match_page(need(form), after)
    except Refused as refused:
        return home.answer(await hub.hub_figures(), form.refused(mistake(refused)))
    return Answer("match.html", model(found, form, after))


def need(form: NeedForm) -> NeedInput:
    """The form as the API takes it."""
    buyer = NeedBuyerInput(sector=form.sector) if form.sector else None
    return NeedInput(text=form.need, buyer=buyer, asOf=form.as_of)


def mistake(refused: Refused) -> Mistake:
    """Where the API's message belongs: the need itself, if it is about none of our inputs."""
    about = f"{refused.field} {refused.message}".casefold()
    places = {"sector": "sector", "asof": "asOf-day", "date": "asOf-day"}
    found = next((place for word, place in places.items() if word in about), "need")
    return Mistake(found, refused.message[:1].upper() + refused.message[1:])


def model(found: MatchPage, form: NeedForm, after: str | None) -> MatchModel:
    """The page model of an answer."""
    match = found.match_suppliers
    page = match.suppliers
    return MatchModel(
        title=heading(page.total_count),
        form=form,
        known_by=wording.day(match.as_of),
        change_url=links.url("/", form.values),
        rows=rows(page.nodes, form.as_of),
        left_out=left_out(match, form.as_of),
        degraded=match.degraded,
        understood=match.understood,
        model=match.model_version,
        fingerprint=match.hash.removeprefix("sha256:")[:12],
        took=_("%(ms)s ms") % {"ms": wording.number(round(match.took_ms))},
        first_url=form.url if after else "",
        next_url=following(form, page.page_info.end_cursor, page.page_info.has_next_page),
        notice=Notice.of(found.hub),
    )


def heading(count: int) -> str:
    """The answer in one line."""
    if not count:
        return _("No supplier fits your need")
    return _("%(suppliers)s ranked for your need") % {"suppliers": wording.suppliers(count)}


def following(form: NeedForm, cursor: str | None, more: bool) -> str:
    """The address of the next page, or nothing."""
    return links.url("/match", form.values, after=cursor or "") if more else ""


def rows(
    nodes: Sequence[MatchPageMatchSuppliersSuppliersNodes], as_of: date | None
) -> tuple[Row, ...]:
    """The suppliers; the bars of all of them share one scale."""
    scale = points.scale([node.contributions for node in nodes])
    return tuple(
        Row(
            rank=node.rank,
            name=node.supplier.name,
            url=links.supplier(node.supplier.id, as_of),
            size=wording.size(node.supplier.size_class),
            reasons=tuple(reason(found, as_of) for found in node.reasons),
            points=points.breakdown(node.contributions, scale),
            score=points.signed(node.score),
        )
        for node in nodes
    )


def reason(found: MatchPageMatchSuppliersSuppliersNodesReasons, as_of: date | None) -> Reason:
    """A reason with its records as links, the first of them in sight."""
    evidence = tuple(Link(item.text, links.thing(item.id, as_of)) for item in found.evidence)
    return Reason(found.text, found.positive, evidence[:SHOWN], evidence[SHOWN:])


def left_out(match: MatchPageMatchSuppliers, as_of: date | None) -> tuple[Left, ...]:
    """Who was left out by which rule."""
    return tuple(
        Left(item.supplier.name, links.supplier(item.supplier.id, as_of), item.text)
        for item in match.excluded
    )
